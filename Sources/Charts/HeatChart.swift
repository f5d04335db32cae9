import Notation

/// One quantity over two others: a cell for each pair of their values, the darker the more, with its number in it where
/// there is room, and otherwise the number of its shade.
package struct HeatChart: Chart {
  /// Names of the values along the horizontal and the vertical axis, in their order.
  package let columns, rows: [String]
  /// What the two axes are.
  package let columnTitle, rowTitle: String
  /// `values[row][column]`; not a number where there is none.
  package let values: [[Double]]
  /// The row and column of the best cell.
  package let best: (row: Int, column: Int)?
  package let format: ValueFormat
  package let quantity: String
  package let isNarrow: Bool

  package init(
    columns: [String], rows: [String], columnTitle: String, rowTitle: String, values: [[Double]],
    best: (row: Int, column: Int)?, format: ValueFormat, quantity: String, isNarrow: Bool = false
  ) {
    (self.columns, self.rows, self.columnTitle, self.rowTitle) = (columns, rows, columnTitle, rowTitle)
    (self.values, self.best, self.format) = (values, best, format)
    (self.quantity, self.isNarrow) = (quantity, isNarrow)
  }

  private static let shades = 5
  private var width: Double { isNarrow ? 340 : 720 }
  private var letters: Int { isNarrow ? 46 : 98 }
  private var head: [String] { Typeset.lines(quantity, most: letters) }
  private var across: [String] { Typeset.lines("Across: " + columnTitle, most: letters) }
  private var down: [String] { Typeset.lines("Down: " + rowTitle, most: letters) }
  private var left: Double { 10 + 7 * Double(min(14, rows.map(\.count).max() ?? 1)) }
  private var cell: (width: Double, height: Double) {
    ((width - left - 8) / Double(max(1, columns.count)), isNarrow ? 28 : 32)
  }
  private var top: Double { 38 + 18 * Double(head.count + across.count + down.count) }
  private var keyTop: Double { top + cell.height * Double(rows.count) + 10 }

  package var size: (width: Double, height: Double) {
    (width, keyTop + 22 * (isNarrow ? Double(Self.shades) : 2) + 24)
  }

  private var range: ClosedRange<Double> { extent(values.joined()) }
  private var hasNumbers: Bool {
    let widest = values.joined().filter(\.isFinite).map { format.bare($0).count }.max() ?? 1
    return Double(widest) * 7 + 6 <= cell.width
  }

  /// The shade of a value, from 1.
  private func shade(_ value: Double) -> Int {
    let width = range.upperBound - range.lowerBound
    guard width > 0 else { return 1 }
    return min(Self.shades, 1 + Int((value - range.lowerBound) / width * Double(Self.shades)))
  }

  package func draw(on drawing: inout Drawing) {
    var y = 16.0
    for (lines, style) in [(head, "strong"), (across, "tick"), (down, "tick")] {
      for line in lines {
        drawing.text(line, x: 4, y: y, style)
        y += 18
      }
    }
    for (place, name) in columns.enumerated() where hasRoom(place) {
      drawing.text(
        name, x: left + cell.width * (Double(place) + 0.5), y: top - 8, "tick", anchor: .middle)
    }
    for (row, name) in rows.enumerated() {
      let y = top + cell.height * Double(row)
      drawing.text(String(name.prefix(14)), x: left - 6, y: y + cell.height / 2 + 4, "tick", anchor: .end)
      for column in columns.indices { drawCell(row, column, on: &drawing) }
    }
    drawKey(on: &drawing)
  }

  /// Whether the name of a column does not touch those before it.
  private func hasRoom(_ column: Int) -> Bool {
    let widest = columns.map { 7 * Double($0.count) + 8 }.max() ?? 1
    let every = max(1, Int((widest / cell.width).rounded(.up)))
    return column % every == 0
  }

  private func drawCell(_ row: Int, _ column: Int, on drawing: inout Drawing) {
    let value = values[row][column]
    let (x, y) = (left + cell.width * Double(column), top + cell.height * Double(row))
    let isBest = best.map { $0 == (row, column) } ?? false
    let tip =
      "\(rows[row]), \(columns[column]): \(value.isFinite ? Typeset.minus(format.text(value)) : "no result")"
    drawing.rectangle(
      x: x + 1, y: y + 1, width: cell.width - 2, height: cell.height - 2,
      value.isFinite ? "heat heat\(shade(value))" : "heat0", tip: tip)
    if isBest {
      drawing.rectangle(x: x + 2, y: y + 2, width: cell.width - 4, height: cell.height - 4, "heat-best")
    }
    guard value.isFinite else { return }
    let words = hasNumbers ? Typeset.minus(format.bare(value)) : String(shade(value))
    guard Double(words.count) * 7 <= cell.width else { return }
    drawing.text(
      words, x: x + cell.width / 2, y: y + cell.height / 2 + 4, isBest ? "strong" : "label", anchor: .middle)
  }

  private func drawKey(on drawing: inout Drawing) {
    let step = (range.upperBound - range.lowerBound) / Double(Self.shades)
    for shade in 1...Self.shades {
      let place = Double(shade - 1)
      let (x, y) = isNarrow ? (4.0, keyTop + 22 * place) : (4 + 142 * place, keyTop + 8)
      let ends = [range.lowerBound + step * place, range.lowerBound + step * (place + 1)]
      drawing.rectangle(x: x, y: y, width: 18, height: 16, "heat heat\(shade)")
      drawing.text(
        "\(shade): " + ends.map { Typeset.minus(format.bare($0)) }.joined(separator: " to "), x: x + 24,
        y: y + 12, "tick")
    }
    guard best != nil else { return }
    let y = size.height - 18
    drawing.rectangle(x: 5, y: y, width: 16, height: 14, "heat-best")
    drawing.text(
      "best point" + (format.labelEnding.isEmpty ? "" : "; numbers in " + format.labelEnding.dropFirst(2)),
      x: 28, y: y + 11, "tick")
  }

  package var table: ChartTable {
    ChartTable(
      columns: [rowTitle] + columns,
      rows: zip(rows, values).map { name, own in
        [name] + own.map { Typeset.minus(format.text($0)) }
      })
  }
}
