/// Running text for a terminal.
package enum Prose {
  /// Breaks text into lines of at most `width` characters; all but the first are indented. A word longer than that
  /// stands alone and whole, so that a path can be copied.
  package static func wrap(_ text: String, width: Int, indent: Int = 2) -> [String] {
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

  /// The text behind a label, broken into lines that all begin where the first does.
  package static func hang(_ text: String, behind label: String, width: Int) -> String {
    let margin = String(repeating: " ", count: label.count)
    let lines = wrap(text, width: width - label.count, indent: 0)
    return label + lines.joined(separator: "\n" + margin)
  }
}
