/// Text that others wrote - a scenario, a register, the name of a file - made safe for the place where it is shown.
package enum SafeText {
  /// The text without what a terminal would carry out or what would turn its order round: each such character is
  /// replaced by U+FFFD. Line feeds and tabs stay.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var kept = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // A carriage return before a line feed is how other systems end their lines.
      if before == "\r", scalar == "\n" { kept.removeLast() }
      kept.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
      before = scalar
    }
    return String(kept)
  }

  /// The same on one line: each end of a line, and each tab, is a space.
  package static func line(_ text: String) -> String {
    func isBreak(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "\t"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isBreak) else { return visible(text) }
    let parts = text.split(whereSeparator: { $0.unicodeScalars.contains(where: isBreak) })
    return visible(parts.joined(separator: " "))
  }

  /// One line of text as it stands in Markdown: what Markdown or HTML would take for markup is escaped. Underscores
  /// inside a word are none.
  package static func markdown(_ text: String) -> String {
    var escaped = ""
    let characters = Array(line(text))
    for (place, character) in characters.enumerated() {
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      let isFirst = characters[..<place].allSatisfy(\.isNumber)
      if isMarkup(character, before: before, after: after, isFirst: isFirst) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  private static func isMarkup(
    _ character: Character, before: Character, after: Character, isFirst: Bool
  ) -> Bool {
    switch character {
    case "\\", "`", "*", "[", "]", "<", "|": true
    case "~": before == "~" || after == "~"
    case "_": !(isWord(before) && isWord(after))
    case "&": isWord(after) || after == "#"
    case "#", ">", "+", "=": isFirst && !before.isNumber
    case "-": isFirst && !before.isNumber && (after == " " || after == "-")
    case ".", ")": isFirst && before.isNumber && after == " "
    default: false
    }
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// Control characters but for line feed and tab, the separators of lines and paragraphs, what sets the direction of
  /// text, what is no character at all, and the marks of ``Emphasis``.
  package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xF0000...0xF0002: true
    default: false
    }
  }
}
