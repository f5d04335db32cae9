/// Writing.
extension JSONValue {
  /// How the values are set out. Nothing but the white space differs.
  package enum Layout: Sendable {
    /// Every member and element on a line of its own.
    case lines
    /// Every member on a line of its own, a list on one.
    case members
    /// All on one line.
    case line
    /// Without any space.
    case compact
  }

  /// The value as indented text with a line feed at its end.
  package var text: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, .lines, indent: 0)
    bytes.append(10)
    return bytes
  }

  /// The value as text.
  package func text(_ layout: Layout) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, layout, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A JSON string; also a valid double-quoted YAML text.
  package static func quoted(_ text: String) -> String { JSONValue.string(text).text(.compact) }

  private func write(to bytes: inout [UInt8], _ layout: Layout, indent: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let value): PlainNumber.append(integer: value, to: &bytes)
    case .number(let value) where !value.isFinite: bytes += "null".utf8
    case .number(let value): PlainNumber.append(value, digits: PlainNumber.exactDigits, to: &bytes)
    case .string(let text): JSONValue.append(text, to: &bytes)
    case .literal(let text): bytes += text.utf8
    case .array(let values):
      let spread = layout == .lines
      JSONValue.list(values, "[]", to: &bytes, layout, spread: spread, indent: indent) { value, bytes in
        value.write(to: &bytes, layout, indent: spread ? indent + 1 : indent)
      }
    case .object(let members):
      let spread = layout == .lines || layout == .members
      JSONValue.list(members, "{}", to: &bytes, layout, spread: spread, indent: indent) { member, bytes in
        JSONValue.append(member.name, to: &bytes)
        bytes += (layout == .compact ? ":" : ": ").utf8
        member.value.write(to: &bytes, layout, indent: indent + 1)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ brackets: StaticString, to bytes: inout [UInt8], _ layout: Layout, spread: Bool,
    indent: Int, write: (Element, inout [UInt8]) -> Void
  ) {
    func line(_ indent: Int) {
      bytes.append(10)
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * indent)
    }
    bytes.append(brackets.utf8Start[0])
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += (spread || layout == .compact ? "," : ", ").utf8 }
      if spread { line(indent + 1) }
      write(element, &bytes)
    }
    if spread, !elements.isEmpty { line(indent) }
    bytes.append(brackets.utf8Start[1])
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      // Control characters, and what some readers take for the end of a line.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
