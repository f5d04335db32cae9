/// The council that a scenario, or a file of published figures, is about.
package struct Council: Sendable, Equatable {
  package let name: String
  /// Its code of the Office for National Statistics, such as `E06000049`, or of the Department for Education.
  package let code: String?

  package init(name: String, code: String?) { (self.name, self.code) = (name, code) }

  /// Whether a text, such as a cell of a table, is this council's name or code.
  package func isCalled(_ text: String) -> Bool {
    let plain = { (word: String) in word.lowercased().filter { $0.isLetter || $0.isNumber } }
    return plain(text) == plain(name) || code.map { plain(text) == plain($0) } == true
  }

  /// Whether both are the same council: by code where both have one, else by name.
  package func isSame(as other: Council) -> Bool {
    guard let code, let otherCode = other.code else { return isCalled(other.name) }
    return code == otherCode
  }
}
