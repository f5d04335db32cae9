/// Running text for a terminal.
package enum Prose {
  /// `a, b and c`.
  package static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Breaks text into lines of at most `width` characters; all but the first are indented. A word longer than that
  /// stands alone and whole, so that a path can be copied. Line feeds in it are spaces.
  package static func wrap(_ text: String, width: Int, indent: Int = 2) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in SafeText.line(text).split(separator: " ") {
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

  /// Text of which no line is longer than `width`, but for a word that is: longer ones are broken at spaces, and what
  /// follows is indented by two more than its line. A command is broken so that it can still be copied: with a backslash,
  /// before an option where that is possible.
  package static func fold(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Emphasis.length(line) <= width ? String(line) : folded(line, width: width)
    }.joined(separator: "\n")
  }

  private static func folded(_ line: Substring, width: Int) -> String {
    let margin = String(line.prefix { $0 == " " })
    let isCommand = line.dropFirst(margin.count).hasPrefix("caseload ")
    let limit = isCommand ? width - 2 : width
    var lines: [String] = []
    var current = margin
    var isEmpty = true
    let words = isCommand ? options(line) : line.split(separator: " ").map(String.init)
    for word in line.lowercased().hasPrefix("usage: ") ? bracketed(words) : words {
      if isEmpty {
        current += word
      } else if Emphasis.length(current) + 1 + Emphasis.length(word) <= limit {
        current += " " + word
      } else {
        lines.append(current)
        current = margin + "  " + word
      }
      isEmpty = false
    }
    return (lines + [current]).joined(separator: isCommand ? " \\\n" : "\n")
  }

  /// Words between brackets as one.
  private static func bracketed(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
      if let last = joined.last, last.hasPrefix("["), !last.hasSuffix("]") {
        joined[joined.count - 1] = last + " " + word
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// The words of a command, each option with its value.
  private static func options(_ line: Substring) -> [String] {
    var words: [String] = []
    for word in line.split(separator: " ") {
      if let last = words.last, last.hasPrefix("--"), !last.contains(" "), !word.hasPrefix("--") {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// The text behind a label, broken into lines that all begin where the first does.
  package static func hang(_ text: String, behind label: String, width: Int) -> String {
    let margin = String(repeating: " ", count: label.count)
    let lines = wrap(text, width: width - label.count, indent: 0)
    return label + lines.joined(separator: "\n" + margin)
  }
}
