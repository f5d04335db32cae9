import Notation

/// Amounts with their intervals, one under another on one axis: a dot for each mean and a line for its interval. A dot
/// that is told apart from nothing is full; one that is not is a ring.
package struct IntervalChart: Chart {
  package struct Row: Sendable, Equatable {
    package let label: String
    /// The mean and the ends of its interval; not a number where there is none.
    package let mean, lower, upper: Double
    /// The same in words, beside the drawing.
    package let text: String
    package let isApart: Bool
    /// Whether it stands out among the others, as a sum does.
    package let isStrong: Bool

    package init(
      label: String, mean: Double, lower: Double, upper: Double, text: String, isApart: Bool,
      isStrong: Bool = false
    ) {
      (self.label, self.mean, self.lower, self.upper) = (label, mean, lower, upper)
      (self.text, self.isApart, self.isStrong) = (text, isApart, isStrong)
    }
  }

  package let rows: [Row]
  package let format: ValueFormat
  /// What is shown, with its unit.
  package let quantity: String
  /// What the amounts are called in the table.
  package let column: String
  /// Whether it is drawn for a narrow screen.
  package let isNarrow: Bool

  package init(
    rows: [Row], format: ValueFormat, quantity: String, column: String = "Difference", isNarrow: Bool = false
  ) {
    (self.rows, self.format, self.quantity) = (rows, format, quantity)
    (self.column, self.isNarrow) = (column, isNarrow)
  }

  private var width: Double { isNarrow ? 340 : 720 }
  private var head: [String] { Typeset.lines(quantity, most: isNarrow ? 46 : 96) }
  private var top: Double { 34 + 18 * Double(head.count) }
  private func label(_ row: Row) -> [String] { Typeset.lines(row.label, most: isNarrow ? 46 : 34) }
  private func text(_ row: Row) -> [String] { Typeset.lines(row.text, most: isNarrow ? 50 : 30) }
  private func height(_ row: Row) -> Double {
    isNarrow
      ? 36 + 17 * Double(label(row).count + text(row).count)
      : 12 + 17 * Double(max(1, label(row).count, text(row).count))
  }

  package var size: (width: Double, height: Double) {
    (width, top + rows.reduce(0) { $0 + height($1) } + 34)
  }

  package func draw(on drawing: inout Drawing) {
    let values: [Double] = rows.flatMap { row -> [Double] in [row.mean, row.lower, row.upper] } + [0]
    let ticks = Ticks(extent(values), count: isNarrow ? 3 : 4)
    let x = Scale(domain: ticks.domain, from: isNarrow ? 22 : 254, to: isNarrow ? 318 : 510)
    drawHead(on: &drawing)
    let bottom = size.height - 30
    for tick in ticks.values {
      if !isNarrow { drawing.line(x(tick), top, x(tick), bottom, tick == 0 ? "zero" : "grid") }
      drawing.text(
        Typeset.minus(format.tick(tick, step: ticks.step)), x: x(tick), y: bottom + 18, "tick",
        anchor: .middle)
    }
    var y = top
    for row in rows {
      if isNarrow { drawGrid(at: middle(of: row, at: y), ticks, x, on: &drawing) }
      draw(row, at: y, x, on: &drawing)
      y += height(row)
    }
  }

  /// The line on which the dot of a row lies.
  private func middle(of row: Row, at y: Double) -> Double {
    isNarrow ? y + 17 * Double(label(row).count) + 14 : y + height(row) / 2
  }

  /// On a narrow screen the grid is drawn beside the dots alone, since the words lie above and below them.
  private func drawGrid(at middle: Double, _ ticks: Ticks, _ x: Scale, on drawing: inout Drawing) {
    for tick in ticks.values {
      drawing.line(x(tick), middle - 9, x(tick), middle + 9, tick == 0 ? "zero" : "grid")
    }
  }

  private func drawHead(on drawing: inout Drawing) {
    for (place, line) in head.enumerated() { drawing.text(line, x: 4, y: 16 + 18 * Double(place), "strong") }
    let y = 10 + 18 * Double(head.count)
    drawing.circle(x: 10, y: y + 6, radius: 5, "dot")
    drawing.text("told apart from none", x: 20, y: y + 10, "tick")
    drawing.circle(x: 156, y: y + 6, radius: 5, "ring")
    drawing.text("not told apart", x: 166, y: y + 10, "tick")
  }

  private func draw(_ row: Row, at y: Double, _ x: Scale, on drawing: inout Drawing) {
    let (labels, texts) = (label(row), text(row))
    let style = row.isStrong ? "strong" : "label"
    let middle = middle(of: row, at: y)
    for (place, line) in labels.enumerated() {
      let first = isNarrow ? y + 14 : middle - 8.5 * Double(labels.count - 1) + 4
      drawing.text(
        line, x: isNarrow ? 4 : 240, y: first + 17 * Double(place), style, anchor: isNarrow ? .start : .end)
    }
    for (place, line) in texts.enumerated() {
      let first = isNarrow ? middle + 22 : middle - 8.5 * Double(texts.count - 1) + 4
      drawing.text(
        line, x: isNarrow ? 4 : 526, y: first + 17 * Double(place), row.isStrong ? "strong" : "tick")
    }
    guard row.mean.isFinite else { return }
    drawing.line(x(row.lower), middle, x(row.upper), middle, row.isStrong ? "bar-strong" : "bar")
    drawing.circle(
      x: x(row.mean), y: middle, radius: row.isStrong ? 6.5 : 5, row.isApart ? "dot" : "ring",
      tip: "\(row.label): \(row.text)")
  }

  package var table: ChartTable {
    ChartTable(
      columns: ["What", column, "Lower end", "Upper end", "In words"],
      rows: rows.map { row in
        [row.label] + [row.mean, row.lower, row.upper].map { Typeset.minus(format.text($0)) } + [row.text]
      })
  }
}
