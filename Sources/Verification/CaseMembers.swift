import Notation

/// The members of one object in a file of cases, read by name; each mistake names the case and the member.
struct CaseMembers {
  let id: String
  let members: [String: JSONValue]

  func wrong(_ message: String) -> VerificationError { VerificationError(id, message) }

  func allow(_ names: Set<String>) throws(VerificationError) {
    for name in members.keys.sorted() where !names.contains(name) {
      throw wrong("'\(name)' is not known; the known names are \(names.sorted().joined(separator: ", "))")
    }
  }

  private func value<Value: JSONConvertible>(
    _ name: String, _ kind: String, or fallback: Value?
  ) throws(VerificationError) -> Value {
    guard let value = members[name].map(Value.init(json:)) ?? fallback.map(Optional.some) else {
      throw wrong("'\(name)' is missing")
    }
    guard let value else { throw wrong("'\(name)' must be \(kind)") }
    return value
  }

  func text(_ name: String, or fallback: String? = nil) throws(VerificationError) -> String {
    try value(name, "a text", or: fallback)
  }

  func number(_ name: String, or fallback: Double? = nil) throws(VerificationError) -> Double {
    try value(name, "a number", or: fallback)
  }

  /// A number that is not below 0.
  func width(_ name: String, or fallback: Double? = nil) throws(VerificationError) -> Double {
    let number = try number(name, or: fallback)
    guard number >= 0 else { throw wrong("'\(name)' must not be below 0") }
    return number
  }

  func texts(_ name: String) throws(VerificationError) -> [String] {
    switch members[name] {
    case nil: return []
    case .string(let text): return [text]
    case .array(let list):
      return try list.map { item throws(VerificationError) in
        guard let text = String(json: item) else { throw wrong("'\(name)' must hold texts") }
        return text
      }
    default: throw wrong("'\(name)' must be a list of texts")
    }
  }

  func count(_ name: String, or fallback: Int) throws(VerificationError) -> Int {
    let number = try number(name, or: Double(fallback))
    guard number >= 1, number <= 1e6, number == number.rounded() else {
      throw wrong("'\(name)' must be a whole number from 1 to a million")
    }
    return Int(number)
  }

  func numbers(_ name: String) throws(VerificationError) -> [Double] {
    guard let numbers = members[name]?.numbers else {
      throw wrong("'\(name)' must be a list of numbers")
    }
    return numbers
  }

  /// Objects under a name; none when it is not there.
  func records(_ name: String) throws(VerificationError) -> [CaseMembers] {
    guard let tree = members[name] else { return [] }
    guard case .array(let list) = tree else { throw wrong("'\(name)' must be a list of objects") }
    return try list.map { item throws(VerificationError) in
      guard let members = item.members else { throw wrong("'\(name)' must be a list of objects") }
      return CaseMembers(id: id, members: members)
    }
  }

  /// A word of 64 bits from its decimal or, after `0x`, hexadecimal digits; `_` may stand between them.
  func word(_ text: String) throws(VerificationError) -> UInt64 {
    let digits = text.filter { $0 != "_" }
    let word = digits.hasPrefix("0x") ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
    guard let word else { throw wrong("\"\(text)\" is not a word of 64 bits") }
    return word
  }
}
