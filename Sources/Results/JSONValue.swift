/// A JSON value whose objects keep the order in which they were written.
package enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Equatable {
    package let name: String
    package let value: JSONValue

    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Numbers above this lose digits in programs that read every number as a `Double`.
  package static let largestExactInteger = 9_007_199_254_740_992

  /// A count; a string where a reader might lose digits.
  package static func count(_ value: UInt64) -> JSONValue {
    value <= UInt64(largestExactInteger) ? .integer(Int(value)) : .string(String(value))
  }

  package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The value as indented text with a line feed at its end.
  package var text: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    bytes.append(10)
    return bytes
  }

  private func write(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let value): PlainNumber.append(integer: value, to: &bytes)
    case .number(let value) where !value.isFinite: bytes.append(contentsOf: "null".utf8)
    case .number(let value): PlainNumber.append(value, digits: PlainNumber.exactDigits, to: &bytes)
    case .string(let text): JSONValue.write(text, to: &bytes)
    case .array(let values):
      JSONValue.list(values, between: "[", and: "]", to: &bytes, indent: indent) { value, bytes in
        value.write(to: &bytes, indent: indent + 1)
      }
    case .object(let members):
      JSONValue.list(members, between: "{", and: "}", to: &bytes, indent: indent) { member, bytes in
        JSONValue.write(member.name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.write(to: &bytes, indent: indent + 1)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], between opening: String, and closing: String, to bytes: inout [UInt8], indent: Int,
    write: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: opening.utf8)
    for (index, element) in elements.enumerated() {
      bytes.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (indent + 1)))
      write(element, &bytes)
    }
    if !elements.isEmpty {
      bytes.append(10)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }
    bytes.append(contentsOf: closing.utf8)
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 10: bytes.append(contentsOf: "\\n".utf8)
      case 13: bytes.append(contentsOf: "\\r".utf8)
      case 9: bytes.append(contentsOf: "\\t".utf8)
      case 0..<32:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(contentsOf: [hex[Int(byte >> 4)], hex[Int(byte & 15)]])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Reading: the members of an object come back in the order of their names.
extension JSONValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let flag = try? single.decode(Bool.self) {
      self = .bool(flag)
    } else if let whole = try? single.decode(Int.self) {
      self = .integer(whole)
    } else if let number = try? single.decode(Double.self) {
      self = .number(number)
    } else if let text = try? single.decode(String.self) {
      self = .string(text)
    } else if let values = try? single.decode([JSONValue].self) {
      self = .array(values)
    } else {
      let members = try single.decode([String: JSONValue].self)
      self = .object(members.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: $0.value) })
    }
  }
}
