import Dates
import Notation

/// Several quantities over the same years, each in a small field of its own; all fields have one horizontal scale.
package struct SmallMultiples: AdaptiveChart {
  /// One field.
  package struct Panel: Sendable, Equatable {
    package let title: String
    /// In order of date; only the ends of the 80% range and the line in the middle are drawn.
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

    /// The values of the vertical axis, which begins at nothing where that leaves the field to the readings.
    var values: ClosedRange<Double> {
      let all = extent(readings.flatMap { [$0.p10, $0.p90] } + observed.map(\.value))
      return all.lowerBound > 0 && all.lowerBound < all.upperBound / 2 ? 0...all.upperBound : all
    }

    /// From the lowest mark of the vertical axis to the highest.
    package var valueDomain: ClosedRange<Double> { Ticks(values, count: 3).domain }

    /// The last reading's upper end, middle and lower end.
    var ends: [Double] { readings.last.map { [$0.p90, $0.p50, $0.p10] } ?? [] }
  }

  package let panels: [Panel]

  /// What the line in the middle is: the median, or where the readings say so the mean.
  package let middle: String
  package var isNarrow = false

  package init(panels: [Panel], middle: String = "Median") {
    (self.panels, self.middle) = (panels, middle)
  }

  /// From the first date of any field to the last.
  package var dates: ClosedRange<CivilDate>? {
    let all = panels.flatMap { $0.readings.map(\.date) + $0.observed.map(\.date) }
    guard let first = all.min(), let last = all.max() else { return nil }
    return first...last
  }

  package var table: ChartTable {
    ChartTable(
      columns: ["Quantity", "Date", "8 in 10 from", middle, "8 in 10 to", "Published"],
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
