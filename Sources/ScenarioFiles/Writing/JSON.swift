import Parameters

/// A JSON document whose keys keep the order they are given in.
indirect enum JSON {
  case string(String)
  /// Already written as JSON.
  case literal(String)
  case list([JSON])
  case object([(String, JSON)])

  static func number(_ number: Double) -> JSON { .literal(Value.number(number).text) }

  /// The document; with `indent` over lines with two spaces, else without any space.
  func text(indented: Bool = false) -> String {
    var text = ""
    write(to: &text, indented: indented, depth: 0)
    return text
  }

  private func write(to text: inout String, indented: Bool, depth: Int) {
    func newLine(_ depth: Int) {
      if indented { text += "\n" + String(repeating: "  ", count: depth) }
    }
    switch self {
    case .literal(let literal): text += literal
    case .string(let string): text += JSON.quoted(string)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += indented ? ", " : "," }
        item.write(to: &text, indented: indented, depth: depth)
      }
      text += "]"
    case .object(let pairs):
      text += "{"
      for (index, pair) in pairs.enumerated() {
        if index > 0 { text += "," }
        newLine(depth + 1)
        text += JSON.quoted(pair.0) + (indented ? ": " : ":")
        pair.1.write(to: &text, indented: indented, depth: depth + 1)
      }
      if !pairs.isEmpty { newLine(depth) }
      text += "}"
    }
  }

  /// A JSON string; also a valid double-quoted YAML text.
  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where scalar.properties.generalCategory == .control || (0x2028...0x2029) ~= scalar.value:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

extension Value {
  /// The value as JSON: dates and names as text.
  var json: JSON {
    switch self {
    case .number, .whole, .flag: .literal(text)
    case .numbers(let numbers): .list(numbers.map(JSON.number))
    case .choice(let name): .string(name)
    case .date(let date): .string(date.description)
    }
  }
}
