import Notation

/// What each of several quantities' variance is made up of: a bar for each, cut into three parts, with their shares in
/// words.
package struct SplitChart: Chart {
  package struct Row: Sendable, Equatable {
    package let label: String
    /// Shares of the three parts, 0 to 1.
    package let shares: [Double]
    package init(label: String, shares: [Double]) { (self.label, self.shares) = (label, shares) }
  }

  package let rows: [Row]
  /// What the parts are, as many as each row has shares.
  package let parts: [String]
  package let isNarrow: Bool

  package init(rows: [Row], parts: [String], isNarrow: Bool = false) {
    (self.rows, self.parts, self.isNarrow) = (rows, parts, isNarrow)
  }

  private var width: Double { isNarrow ? 340 : 720 }
  private var top: Double { isNarrow ? 10 + 22 * Double(parts.count) : 34 }
  private func label(_ row: Row) -> [String] { Typeset.lines(row.label, most: isNarrow ? 46 : 34) }
  private func height(_ row: Row) -> Double {
    isNarrow ? 54 + 17 * Double(label(row).count) : 18 + 17 * Double(max(1, label(row).count))
  }

  package var size: (width: Double, height: Double) { (width, top + rows.reduce(0) { $0 + height($1) } + 8) }

  package func draw(on drawing: inout Drawing) {
    for (place, part) in parts.enumerated() {
      let (x, y) = isNarrow ? (4.0, 4 + 22 * Double(place)) : (4 + 190 * Double(place), 6.0)
      drawing.rectangle(x: x, y: y, width: 18, height: 14, "split\(place + 1)")
      drawing.text(part, x: x + 26, y: y + 11, "tick")
    }
    var y = top
    for row in rows {
      let labels = label(row)
      let bar = isNarrow ? y + 17 * Double(labels.count) + 4 : y + height(row) / 2 - 10
      let (left, right) = isNarrow ? (4.0, 336.0) : (252.0, 530.0)
      for (place, line) in labels.enumerated() {
        let first = isNarrow ? y + 14 : y + height(row) / 2 - 8.5 * Double(labels.count - 1) + 4
        drawing.text(
          line, x: isNarrow ? 4 : 240, y: first + 17 * Double(place), "label",
          anchor: isNarrow ? .start : .end)
      }
      var x = left
      for (place, share) in row.shares.enumerated() where share > 0 {
        drawing.rectangle(x: x, y: bar, width: (right - left) * share, height: 20, "split\(place + 1)")
        x += (right - left) * share
      }
      drawing.text(words(row), x: isNarrow ? 4 : 542, y: isNarrow ? bar + 36 : bar + 14, "tick")
      y += height(row)
    }
  }

  private func words(_ row: Row) -> String {
    row.shares.map { ValueFormat.percent.with(decimals: 0).text($0) }.joined(separator: ", ")
  }

  package var table: ChartTable {
    ChartTable(
      columns: ["Output"] + parts,
      rows: rows.map { [$0.label] + $0.shares.map { ValueFormat.percent.with(decimals: 0).text($0) } })
  }
}
