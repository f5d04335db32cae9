import Notation

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
    rows.append(Row(cells: cells.map(SafeText.line), style: style))
  }

  /// Characters that the widest row needs.
  var naturalWidth: Int { columnWidths.reduce(0, +) + 2 * max(0, sides.count - 1) }

  /// The lines, none longer than `width` where that is possible.
  ///
  /// Where a row would be longer, the first column's text is broken at spaces; where that has a word too long for it, the
  /// first column stands on a line of its own, above the others.
  func lines(width: Int) -> [String] {
    var widths = columnWidths
    let excess = naturalWidth - width
    guard excess > 0, let first = widths.first else { return rows.flatMap { lines(of: $0, widths) } }
    let longest = rows.flatMap { $0.cells[0].split(separator: " ").map(\.count) }.max() ?? 0
    guard first - excess >= max(longest + 2, 12) else { return stacked(widths, width) }
    widths[0] = first - excess
    return rows.flatMap { lines(of: $0, widths) }
  }

  /// A row whose first cell may take several lines; the others stand on the last of them.
  private func lines(of row: Row, _ widths: [Int]) -> [String] {
    guard row.cells[0].count > widths[0] else { return [row.style(line(row.cells, widths))] }
    let parts = Prose.wrap(row.cells[0], width: widths[0])
    return parts.dropLast().map(row.style)
      + [row.style(line([parts.last ?? ""] + row.cells.dropFirst(), widths))]
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(0, widths[index] - cell.count))
      if index > 0 { line += "  " }
      line += sides[index] == .left ? cell + padding : padding + cell
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Each row's first cell above the rest, which is indented by two; where there is room, the columns are spread.
  private func stacked(_ widths: [Int], _ width: Int) -> [String] {
    let rest = Array(widths.dropFirst())
    return rows.flatMap { row in
      var below = line([""] + row.cells.dropFirst(), [0] + rest)
      if below.allSatisfy({ $0 == " " }) { below = "" }
      return (Prose.wrap(row.cells[0], width: width) + (below.isEmpty ? [] : [below])).map(row.style)
    }
  }

  private var columnWidths: [Int] {
    sides.indices.map { column in rows.map { $0.cells[column].count }.max() ?? 0 }
  }
}
