/// Stands in for single characters of a text while YAML is composed, so that places stay what they are.
///
/// Two things that YAML would settle for us are settled here instead. Aliases: every `*` is replaced, so that
/// none is expanded before its size is known. Keys given twice: the first is changed by one letter, so that one
/// slip does not hide the others.
struct Mask {
  /// The text's scalars, changed.
  private(set) var scalars: [Unicode.Scalar]
  /// What stands for `*`.
  let alias: Unicode.Scalar
  /// What was replaced in keys that stood twice.
  private(set) var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var spare: [Unicode.Scalar]

  /// Nil when the text itself uses up the private characters.
  init?(_ text: String) {
    let used = Set(text.unicodeScalars.filter { (0xE000...0xF8FF) ~= $0.value })
    spare = (0xE000...0xE0FF).compactMap { Unicode.Scalar($0) }.filter { !used.contains($0) }
    guard let alias = spare.popLast() else { return nil }
    self.alias = alias
    scalars = text.unicodeScalars.map { $0 == "*" ? alias : $0 }
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Changes the first letter of the key at a place (from 1); false when that cannot be done.
  mutating func changeKey(line: Int, column: Int) -> Bool {
    guard var index = index(line: line, column: column), scalars.indices.contains(index) else { return false }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard scalars.indices.contains(index), scalars[index].properties.isAlphabetic || scalars[index] == "_",
      let stand = spare.popLast()
    else { return false }
    originals[stand] = scalars[index]
    scalars[index] = stand
    return true
  }

  /// A key as the user wrote it.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0xE000...0xE0FF) ~= $0.value }) else { return text }
    let restored = text.unicodeScalars.map { $0 == alias ? "*" : originals[$0] ?? $0 }
    return String(String.UnicodeScalarView(restored))
  }

  private func index(line: Int, column: Int) -> Int? {
    var remaining = line - 1
    var index = 0
    while remaining > 0 {
      guard index < scalars.count else { return nil }
      switch scalars[index] {
      case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": remaining -= 1
      default: break
      }
      index += 1
    }
    return index + column - 1
  }
}
