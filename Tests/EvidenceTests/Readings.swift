import Dates
import Results

/// Readings written out by hand: month ends from April 2015 on.
enum Written {
  static func months(_ count: Int) -> [CivilDate] {
    (0..<count).map { month in
      let next = 2015 * 12 + 3 + month + 1
      return CivilDate(next / 12, next % 12 + 1, 1).adding(days: -1)
    }
  }

  /// A series of which each replication's months are given.
  static func series(
    _ measure: String, _ breakdown: String, opening: Double = .nan, _ values: [[Double]]
  ) -> MonthlyReadings.Series {
    var series = MonthlyReadings.Series(measure: measure, breakdown: breakdown)
    series.opening = values.map { _ in opening }
    series.values = values.flatMap { $0 }
    return series
  }

  /// The same of the whole.
  static func series(_ measure: String, opening: Double = .nan, _ values: [[Double]])
    -> MonthlyReadings.Series
  {
    series(measure, "", opening: opening, values)
  }

  static func readings(_ series: [MonthlyReadings.Series], months: Int) -> MonthlyReadings {
    let count = series.first?.opening.count ?? 0
    return MonthlyReadings(months: Self.months(months), replications: Array(0..<count), series: series)
  }
}
