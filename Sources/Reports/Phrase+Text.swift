import Notation
import Results

extension Phrase {
  /// Text laid into lines of at most `width` characters.
  package static func wrapped(_ text: String, width: Int, indent: Int = 2) -> [String] {
    Prose.wrap(text, width: width, indent: indent)
  }

  /// A table for a terminal: the first column to the left, the others to the right.
  package static func table(_ rows: [[String]], width: Int, colour: Bool) -> [String] {
    guard let first = rows.first else { return [] }
    var table = TextTable([.left] + Array(repeating: .right, count: first.count - 1))
    let style = TextStyle(hasColour: colour)
    for (number, row) in rows.enumerated() {
      if number == 0 { table.add(row, style: style.heading) } else { table.add(row) }
    }
    return table.lines(width: width)
  }

  /// A table and the paragraphs under it.
  static func text(_ rows: [[String]], _ paragraphs: String..., width: Int, colour: Bool) -> String {
    (table(rows, width: width, colour: colour) + paragraphs.flatMap { wrapped($0, width: width) })
      .joined(separator: "\n") + "\n"
  }
}
