import Dates
import Notation

/// A quantity over time with its uncertainty: the median, the bands that hold 50, 80 and 95% of the replications, a few
/// single replications, what was published in black points, and thresholds.
///
/// Where the ends of the 95% are not known at every date, the widest band holds 90%.
package struct FanChart: AdaptiveChart {
  /// Quantiles over replications at one date.
  package struct Reading: Sendable, Equatable {
    package let date: CivilDate
    package let p05, p10, p25, p50, p75, p90, p95: Double
    /// The ends of the range that holds 95%; not a number where they are not known.
    package var p025 = Double.nan
    package var p975 = Double.nan

    package init(
      date: CivilDate, p05: Double, p10: Double, p25: Double, p50: Double, p75: Double, p90: Double,
      p95: Double
    ) {
      self.date = date
      (self.p05, self.p10, self.p25, self.p50) = (p05, p10, p25, p50)
      (self.p75, self.p90, self.p95) = (p75, p90, p95)
    }
  }

  /// A figure published for one date.
  package struct Point: Sendable, Equatable {
    package let date: CivilDate
    package let value: Double
    /// The release it is from.
    package let source: String

    package init(date: CivilDate, value: Double, source: String) {
      (self.date, self.value, self.source) = (date, value, source)
    }
  }

  /// What one replication came to at one date.
  package struct Step: Sendable, Equatable {
    package let date: CivilDate
    package let value: Double

    package init(date: CivilDate, value: Double) {
      self.date = date
      self.value = value
    }
  }

  /// A level worth seeing, such as a budget or a norm.
  package struct Threshold: Sendable, Equatable {
    package let value: Double
    package let label: String

    package init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// In order of date; readings that are not numbers are left out.
  package let readings: [Reading]
  /// Single replications, each in order of date; steps that are not numbers are left out.
  package let paths: [[Step]]
  package let observed: [Point]
  package let thresholds: [Threshold]
  package let format: ValueFormat
  /// What is shown, with its unit, above the vertical axis.
  package let quantity: String
  package var isNarrow = false

  package init(
    readings: [Reading], paths: [[Step]] = [], observed: [Point] = [], thresholds: [Threshold] = [],
    format: ValueFormat, quantity: String
  ) {
    self.paths = paths.map { path in path.filter { $0.value.isFinite } }.filter { !$0.isEmpty }
    self.readings = readings.filter { $0.p05.isFinite && $0.p95.isFinite }
    self.observed = observed.filter { $0.value.isFinite }
    (self.thresholds, self.format, self.quantity) = (thresholds, format, quantity)
  }

  /// Whether the widest band holds 95% rather than 90%.
  package var holds95: Bool {
    !readings.isEmpty && readings.allSatisfy { $0.p025.isFinite && $0.p975.isFinite }
  }

  package var table: ChartTable {
    var names = [
      "9 in 10 from", "8 in 10 from", "half from", "Median", "half to", "8 in 10 to", "9 in 10 to",
    ]
    var quantiles: [KeyPath<Reading, Double>] = [\.p05, \.p10, \.p25, \.p50, \.p75, \.p90, \.p95]
    if holds95 {
      names = ["95 in 100 from"] + names + ["95 in 100 to"]
      quantiles.insert(\.p025, at: 0)
      quantiles.append(\.p975)
    }
    var columns = ["Date"] + names
    if !observed.isEmpty { columns.append("Published") }
    let published = Dictionary(observed.map { ($0.date, $0.value) }, uniquingKeysWith: { first, _ in first })
    let known = Set(readings.map(\.date))
    var rows = readings.map { reading in
      (reading.date, quantiles.map { reading[keyPath: $0] })
    }
    rows += observed.filter { !known.contains($0.date) }.map {
      ($0.date, Array(repeating: Double.nan, count: quantiles.count))
    }
    rows.sort { $0.0 < $1.0 }
    return ChartTable(
      columns: columns,
      rows: rows.map { date, values in
        [date.description] + values.map(format.text)
          + (observed.isEmpty ? [] : [published[date].map(format.text) ?? ""])
      })
  }
}
