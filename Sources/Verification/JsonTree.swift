import Foundation
import Statistics

/// A JSON value as it stands in a file of verification cases.
enum JsonTree: Sendable, Equatable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JsonTree])
  case record([String: JsonTree])

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let flag = try? single.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? single.decode(Double.self) {
      self = .number(number)
    } else if let text = try? single.decode(String.self) {
      self = .text(text)
    } else if let list = try? single.decode([JsonTree].self) {
      self = .list(list)
    } else {
      self = .record(try single.decode([String: JsonTree].self))
    }
  }

  /// The value as JSON text on one line, the members of a record in the order of their names.
  var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(let number): Self.digits(number)
    case .text(let text): Self.quoted(text)
    case .list(let list): "[" + list.map(\.json).joined(separator: ", ") + "]"
    case .record(let record):
      "{"
        + record.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)): \($0.value.json)" }
        .joined(separator: ", ") + "}"
    }
  }

  private static func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case let control where control.value < 32:
        let hex = String(control.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The value as a calculation takes it; nil where a calculation has no such kind of value.
  var calculationValue: CalculationValue? {
    switch self {
    case .null, .flag: return nil
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .record(let record):
      var values: [String: CalculationValue] = [:]
      for (name, value) in record {
        guard let value = value.calculationValue else { return nil }
        values[name] = value
      }
      return .record(values)
    case .list(let list):
      if let numbers = Self.numbers(list) { return .list(numbers) }
      let texts = list.compactMap { if case .text(let text) = $0 { text } else { nil } }
      if texts.count == list.count { return .texts(texts) }
      let rows = list.compactMap { if case .list(let row) = $0 { Self.numbers(row) } else { nil } }
      return rows.count == list.count ? .table(rows) : nil
    }
  }

  static func numbers(_ list: [JsonTree]) -> [Double]? {
    let numbers = list.compactMap { if case .number(let number) = $0 { number } else { nil } }
    return numbers.count == list.count ? numbers : nil
  }
}
