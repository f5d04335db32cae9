/// A text and its name, for pointing into.
struct SourceText: Sendable {
  let name: String
  let text: String
  /// The lines as YAML breaks them, without their ends; at least one.
  let lines: [String]
  /// The same lines by scalar, so that a column is found at once even in a very long line.
  private let scalars: [[Unicode.Scalar]]

  /// Where lines end.
  enum Breaks {
    /// As YAML has it: rarer characters end lines too.
    case ofYaml
    /// As spreadsheets have it.
    case ofTables
  }

  init(name: String, text: String, breaks: Breaks = .ofYaml) {
    self.name = name
    self.text = text
    lines = SourceText.split(text, breaks)
    scalars = lines.map { Array($0.unicodeScalars) }
  }

  /// A place moved inside the text where it stood beyond it, reaching `length` scalars where that is known.
  func place(line: Int, column: Int, length: Int? = nil) -> Place {
    guard line <= lines.count else {
      return place(line: lines.count, column: scalars[lines.count - 1].count + 1)
    }
    let inside = max(1, line)
    let width = scalars[inside - 1].count
    let start = min(max(1, column), width + 1)
    let end = length.map { min(start + $0, width + 1) }.flatMap { $0 > start ? $0 : nil }
    return Place(file: name, line: inside, column: start, endColumn: end)
  }

  /// The first line's first column: where something stands that belongs to no place in particular.
  var beginning: Place { place(line: 1, column: 1) }

  /// An error with the line it points into.
  func error(_ code: String, _ place: Place, _ message: String, help: String? = nil) -> Finding {
    finding(.error, code, place, message, help: help)
  }

  func finding(
    _ severity: Finding.Severity, _ code: String, _ place: Place, _ message: String, help: String? = nil
  ) -> Finding {
    let line = place.file == name && lines.indices.contains(place.line - 1) ? lines[place.line - 1] : nil
    return Finding(severity, code: code, at: place, message, help: help, sourceLine: line)
  }

  /// How many scalars the word or quoted text at a place takes, or nil when it does not end on its line.
  func length(of word: String, isQuoted: Bool, line: Int, column: Int) -> Int? {
    guard lines.indices.contains(line - 1), column >= 1 else { return nil }
    let rest = scalars[line - 1].dropFirst(column - 1)
    guard isQuoted else { return rest.starts(with: word.unicodeScalars) ? word.unicodeScalars.count : nil }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    var length = 1
    var escaped = false
    for scalar in rest.dropFirst() {
      length += 1
      if escaped {
        escaped = false
      } else if scalar == "\\", quote == "\"" {
        escaped = true
      } else if scalar == quote {
        return length
      }
    }
    return nil
  }

  /// The scalars of a line, counted from 0.
  func scalars(of line: Int) -> [Unicode.Scalar] { scalars[line] }

  private static func split(_ text: String, _ breaks: Breaks) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let endsLine =
        scalar == "\n" || scalar == "\r"
        || breaks == .ofYaml && (scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}")
      if !endsLine {
        line.append(scalar)
      } else if scalar != "\n" || previous != "\r" {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      }
      previous = scalar
    }
    return lines + [String(line)]
  }
}
