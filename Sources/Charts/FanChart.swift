public import Dates

/// A quantity over time with its uncertainty: the median, the bands that hold 50, 80 and 90% of the replications, what
/// was published in black points, and thresholds.
public struct FanChart: Chart {
  /// Quantiles over replications at one date.
  public struct Reading: Sendable, Equatable {
    public let date: CivilDate
    public let p05, p10, p25, p50, p75, p90, p95: Double

    public init(
      date: CivilDate, p05: Double, p10: Double, p25: Double, p50: Double, p75: Double, p90: Double,
      p95: Double
    ) {
      self.date = date
      (self.p05, self.p10, self.p25, self.p50) = (p05, p10, p25, p50)
      (self.p75, self.p90, self.p95) = (p75, p90, p95)
    }
  }

  /// A figure published for one date.
  public struct Point: Sendable, Equatable {
    public let date: CivilDate
    public let value: Double
    /// The release it is from.
    public let source: String

    public init(date: CivilDate, value: Double, source: String) {
      self.date = date
      self.value = value
      self.source = source
    }
  }

  /// A level worth seeing, such as a budget or a norm.
  public struct Threshold: Sendable, Equatable {
    public let value: Double
    public let label: String

    public init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// In order of date; readings that are not numbers are left out.
  public let readings: [Reading]
  public let observed: [Point]
  public let thresholds: [Threshold]
  public let format: ValueFormat
  /// What is shown, with its unit, above the vertical axis.
  public let quantity: String

  public init(
    readings: [Reading], observed: [Point] = [], thresholds: [Threshold] = [], format: ValueFormat,
    quantity: String
  ) {
    self.readings = readings.filter { $0.p05.isFinite && $0.p95.isFinite }
    self.observed = observed.filter { $0.value.isFinite }
    self.thresholds = thresholds
    self.format = format
    self.quantity = quantity
  }

  public var size: (width: Double, height: Double) { (860, 400) }

  public var table: ChartTable {
    var columns = ["Date", "P5", "P10", "P25", "Median", "P75", "P90", "P95"]
    if !observed.isEmpty { columns.append("Published") }
    let published = Dictionary(observed.map { ($0.date, $0.value) }, uniquingKeysWith: { first, _ in first })
    let known = Set(readings.map(\.date))
    var rows = readings.map { reading in
      (reading.date, [\Reading.p05, \.p10, \.p25, \.p50, \.p75, \.p90, \.p95].map { reading[keyPath: $0] })
    }
    rows += observed.filter { !known.contains($0.date) }.map {
      ($0.date, Array(repeating: Double.nan, count: 7))
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
