import Dates
import Notation

/// Several quantities over the same years, each in a small field of its own.
package struct SmallMultiples: Chart {
  /// One field.
  package struct Panel: Sendable, Equatable {
    package let title: String
    /// In order of date; only P10, the median and P90 are drawn.
    package let readings: [FanChart.Reading]
    package let observed: [FanChart.Point]
    package let format: ValueFormat

    package init(
      title: String, readings: [FanChart.Reading], observed: [FanChart.Point] = [], format: ValueFormat
    ) {
      self.title = title
      self.readings = readings.filter { $0.p10.isFinite && $0.p90.isFinite }
      self.observed = observed.filter { $0.value.isFinite }
      self.format = format
    }
  }

  package let panels: [Panel]

  package init(panels: [Panel]) { self.panels = panels }

  private var rows: Int { (panels.count + 2) / 3 }

  package var size: (width: Double, height: Double) { (860, 36 + 190 * Double(max(1, rows))) }

  package func draw(on drawing: inout Drawing) {
    drawing.line(8, 16, 30, 16, "median")
    drawing.text("Median", x: 36, y: 20, "tick")
    drawing.rectangle(x: 100, y: 9, width: 22, height: 14, "band80")
    drawing.text("holds 80% of replications (P10 to P90)", x: 128, y: 20, "tick")
    if panels.contains(where: { !$0.observed.isEmpty }) {
      drawing.circle(x: 390, y: 16, radius: 3.5, "observed")
      drawing.text("Published", x: 400, y: 20, "tick")
    }
    for (index, panel) in panels.enumerated() {
      draw(panel, left: Double(index % 3) * 287, top: 36 + Double(index / 3) * 190, on: &drawing)
    }
  }

  private func draw(_ panel: Panel, left: Double, top: Double, on drawing: inout Drawing) {
    drawing.text(panel.title, x: left + 4, y: top + 18, "strong")
    let all = panel.readings.map(\.date) + panel.observed.map(\.date)
    guard let first = all.min(), let last = all.max(), let end = panel.readings.last else {
      return drawing.text("no readings", x: left + 4, y: top + 40, "tick")
    }
    let values = extent(panel.readings.flatMap { [$0.p10, $0.p90] } + panel.observed.map(\.value))
    let plot = Plot(
      dates: first...last,
      values: values.lowerBound > 0 && values.lowerBound < values.upperBound / 2
        ? 0...values.upperBound : values,
      format: panel.format, left: left + 50, right: left + 228, top: top + 32, bottom: top + 150, tickCount: 3
    )
    plot.drawValues(on: &drawing)
    plot.drawYears(on: &drawing, first...last, spacing: 44, isShort: true)
    let above = panel.readings.map { (x: plot.x($0.date), y: plot.y($0.p90)) }
    let below = panel.readings.reversed().map { (x: plot.x($0.date), y: plot.y($0.p10)) }
    drawing.path(above + below, "band80", isClosed: true)
    drawing.path(panel.readings.map { (x: plot.x($0.date), y: plot.y($0.p50)) }, "median")
    for point in panel.observed {
      drawing.circle(
        x: plot.x(point.date), y: plot.y(point.value), radius: 3.5, "observed",
        tip: "\(point.date): \(panel.format.text(point.value)) published. \(point.source)")
    }
    drawing.text(panel.format.text(end.p50), x: plot.right + 5, y: plot.y(end.p50) + 4, "strong")
  }

  package var table: ChartTable {
    ChartTable(
      columns: ["Quantity", "Date", "P10", "Median", "P90", "Published"],
      rows: panels.flatMap { panel in
        let published = Dictionary(
          panel.observed.map { ($0.date, $0.value) }, uniquingKeysWith: { first, _ in first })
        let known = Set(panel.readings.map(\.date))
        let rows =
          panel.readings.map { ($0.date, [$0.p10, $0.p50, $0.p90]) }
          + panel.observed.filter { !known.contains($0.date) }.map {
            ($0.date, [Double.nan, .nan, .nan])
          }
        return rows.sorted { $0.0 < $1.0 }.map { date, values in
          [panel.title, date.description] + values.map(panel.format.text)
            + [published[date].map(panel.format.text) ?? ""]
        }
      })
  }
}
