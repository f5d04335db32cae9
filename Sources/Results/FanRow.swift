import Dates

/// What a fan is drawn from beside the quantiles of its series, at one date.
package struct FanRow: Sendable, Equatable {
  /// How many replications are kept one by one.
  package static let pathCount = 5

  /// Index into `ResultSet.series`.
  package var series: Int
  /// The month end, the last day of the year of a yearly figure, or for the position at the start the day before it.
  package var date: CivilDate
  package var financialYear: String
  /// Quantiles over replications at 2.5 and 97.5%; not a number where nothing had a value.
  package var p025, p975: Double
  /// Of the first replications in order, `pathCount` at most; not a number where one had no value.
  package var paths: [Double]

  package init(
    series: Int, date: CivilDate, financialYear: String, p025: Double, p975: Double, paths: [Double]
  ) {
    self.series = series
    self.date = date
    self.financialYear = financialYear
    (self.p025, self.p975) = (p025, p975)
    self.paths = paths
  }
}
