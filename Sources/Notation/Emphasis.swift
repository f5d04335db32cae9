/// How text for a terminal is set off. The marks are characters of private use, which ``SafeText`` takes out of what others
/// wrote; only what writes to the terminal turns them into its codes.
package enum Emphasis: String, Sendable, CaseIterable {
  case heading = "1"
  case quiet = "2"
  case good = "32"
  case warning = "33"
  case bad = "1;31"

  private static let beginning: Unicode.Scalar = "\u{F0000}"
  private static let middle: Unicode.Scalar = "\u{F0001}"
  private static let ending: Unicode.Scalar = "\u{F0002}"

  /// One line of text between the marks.
  package func mark(_ text: String) -> String {
    "\(Self.beginning)\(rawValue)\(Self.middle)\(SafeText.line(text))\(Self.ending)"
  }

  /// Text as a terminal takes it: the marks as its codes, and nothing else that it would carry out.
  package static func terminal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: SafeText.isUnsafe) else { return text }
    var shown = ""
    var plain = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    func flush() {
      shown += SafeText.visible(String(plain))
      plain = String.UnicodeScalarView()
    }
    while let scalar = rest.first {
      if scalar == beginning, let code = code(of: rest) {
        flush()
        shown += "\u{1B}[\(code)m"
        rest = rest.dropFirst(code.unicodeScalars.count + 2)
      } else if scalar == ending {
        flush()
        shown += "\u{1B}[0m"
        rest = rest.dropFirst()
      } else {
        plain.append(scalar)
        rest = rest.dropFirst()
      }
    }
    flush()
    return shown
  }

  /// How many characters of it are seen.
  static func length(_ text: some StringProtocol) -> Int {
    guard text.unicodeScalars.contains(where: { $0 == beginning || $0 == ending }) else { return text.count }
    var rest = text.unicodeScalars[...]
    var seen = String.UnicodeScalarView()
    while let scalar = rest.first {
      if scalar == beginning, let code = code(of: rest) {
        rest = rest.dropFirst(code.unicodeScalars.count + 2)
        continue
      }
      if scalar != ending { seen.append(scalar) }
      rest = rest.dropFirst()
    }
    return String(seen).count
  }

  /// The code behind a mark; nil where it is none of ours.
  private static func code<Text: Collection<Unicode.Scalar>>(of text: Text) -> String? {
    for emphasis in allCases {
      let whole = [beginning] + Array(emphasis.rawValue.unicodeScalars) + [middle]
      if text.starts(with: whole) { return emphasis.rawValue }
    }
    return nil
  }
}
