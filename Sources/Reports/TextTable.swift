/// A table for a terminal: the first column to the left, the others as asked, two spaces between them.
struct TextTable {
  enum Side { case left, right }

  struct Row {
    let cells: [String]
    var style: (String) -> String = { $0 }
  }

  let sides: [Side]
  private(set) var rows: [Row] = []

  init(_ sides: [Side]) { self.sides = sides }

  mutating func add(_ cells: [String], style: @escaping (String) -> String = { $0 }) {
    precondition(cells.count == sides.count, "a row has as many cells as the table has columns")
    rows.append(Row(cells: cells, style: style))
  }

  /// Characters that the widest row needs.
  var naturalWidth: Int { columnWidths.reduce(0, +) + 2 * max(0, sides.count - 1) }

  /// The lines, none longer than `width`: the first column is shortened with an ellipsis where they would be.
  func lines(width: Int) -> [String] {
    var widths = columnWidths
    let excess = naturalWidth - width
    if excess > 0, let first = widths.first { widths[0] = max(8, first - excess) }
    return rows.map { row in
      var line = ""
      for (index, cell) in row.cells.enumerated() {
        let shown = cell.count > widths[index] ? cell.prefix(widths[index] - 1) + "…" : cell[...]
        let padding = String(repeating: " ", count: widths[index] - shown.count)
        if index > 0 { line += "  " }
        line += sides[index] == .left ? shown + padding : padding + shown
      }
      while line.last == " " { line.removeLast() }
      return row.style(line)
    }
  }

  private var columnWidths: [Int] {
    sides.indices.map { column in rows.map { $0.cells[column].count }.max() ?? 0 }
  }
}
