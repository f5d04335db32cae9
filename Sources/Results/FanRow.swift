import Dates

/// What a fan is drawn from beside the quantiles of its series, at one date.
package struct FanRow: TableRow, Equatable {
  /// How many replications are kept one by one.
  package static let pathCount = 5

  /// Index into `ResultSet.series`.
  package var series = 0
  /// The month end, the last day of the year of a yearly figure, or for the position at the start the day before it.
  package var date = CivilDate(dayNumber: 0)
  package var financialYear = ""
  /// Quantiles over replications at 2.5 and 97.5%; not a number where nothing had a value.
  package var p025 = Double.nan, p975 = Double.nan
  /// Of the first replications in order, `pathCount` at most; not a number where one had no value.
  package var paths: [Double] = []

  package static let blank = FanRow()
}
