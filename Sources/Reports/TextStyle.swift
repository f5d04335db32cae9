/// Emphasis on a terminal. Never the only sign of anything: the words say it too.
struct TextStyle {
  let hasColour: Bool

  func heading(_ text: String) -> String { escape("1", text) }
  func quiet(_ text: String) -> String { escape("2", text) }
  func good(_ text: String) -> String { escape("32", text) }
  func warning(_ text: String) -> String { escape("33", text) }
  func bad(_ text: String) -> String { escape("1;31", text) }

  private func escape(_ code: String, _ text: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Running text for a terminal.
enum Prose {
  /// Breaks text into lines of at most `width` characters; all but the first are indented. A word longer than that
  /// stands alone and whole, so that a path can be copied.
  static func wrap(_ text: String, width: Int, indent: Int = 2) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let start = lines.isEmpty ? "" : String(repeating: " ", count: indent)
      if line.isEmpty {
        line = start + word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
