import Notation
import Statistics

extension JSONValue {
  /// The members of an object by name; nil where it is none.
  var members: [String: JSONValue]? {
    guard case .object(let members) = self else { return nil }
    return Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number, whole or not; nil where it is none.
  var asNumber: Double? { Double(json: self) }

  /// The numbers of a list; nil where it holds anything else.
  var numbers: [Double]? { all(\.asNumber) }

  /// The value as a calculation takes it; nil where a calculation has no such kind of value.
  var calculationValue: CalculationValue? {
    switch self {
    case .null, .bool, .literal: return nil
    case .integer, .number: return asNumber.map { .number($0) }
    case .string(let text): return .text(text)
    case .object(let members):
      var values: [String: CalculationValue] = [:]
      for member in members {
        guard let value = member.value.calculationValue else { return nil }
        values[member.name] = value
      }
      return .record(values)
    case .array:
      return numbers.map { .list($0) } ?? all(String.init(json:)).map { .texts($0) }
        ?? all(\.numbers).map { .table($0) }
    }
  }

  /// Every element of a list as `kind` takes it; nil where one is of another kind, or it is no list.
  private func all<Element>(_ kind: (JSONValue) -> Element?) -> [Element]? {
    guard case .array(let list) = self else { return nil }
    let found = list.compactMap(kind)
    return found.count == list.count ? found : nil
  }
}
