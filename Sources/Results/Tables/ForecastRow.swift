import Dates

/// One measure some years after the newest figure, as a forecast.
package struct ForecastRow: TableRow, Equatable {
  package var measure = "", breakdown = "", unit = ""
  /// What it is called on a page.
  package var label = ""
  /// The day, or the last day of the year.
  package var date = CivilDate(dayNumber: 0)
  /// Years after the newest figure on which the run rests.
  package var horizon = 0
  /// Over the replications.
  package var p10 = Double.nan, p50 = Double.nan, p90 = Double.nan
  /// Moved half-way to the regression on other councils' figures, and widened.
  package var toldP10 = Double.nan, toldP50 = Double.nan, toldP90 = Double.nan
  /// What the range was widened by.
  package var width = 1.0
  /// Forecasts of other councils' past behind the errors, and their mean absolute errors over the outcome.
  package var forecasts = 0
  package var error = Double.nan, errorAsNow = Double.nan

  package static let blank = ForecastRow()
}

extension Tables {
  package static let forecast = Table<ForecastRow>(
    "forecast.csv",
    "A council's headlines some years after its newest figures, as simulated, and moved and widened by what other councils' "
      + "figures say; beside them how far such forecasts have been right.",
    [
      Column("measure", \.measure, "The measure."),
      Column("breakdown", \.breakdown, "Empty for the whole service, or `key=value`."),
      Column("unit", \.unit, "Its unit."), Column("label", \.label, "What it is called."),
      Column("date", \.date, "The day, or the last day of the year."),
      Column("horizon", \.horizon, "Years after the newest figure on which the run rests."),
      Column("p10", \.p10, "10th percentile over replications."), Column("p50", \.p50, "Median."),
      Column("p90", \.p90, "90th percentile."),
      Column("told_p10", \.toldP10, "The 10th percentile, anchored and widened."),
      Column("told_p50", \.toldP50, "The median, anchored."),
      Column("told_p90", \.toldP90, "The 90th percentile, anchored and widened."),
      Column("width", \.width, "What the range was widened by; learned from other councils' forecasts."),
      Column("forecasts", \.forecasts, "Forecasts of the past behind the errors."),
      Column("error", \.error, "Their mean absolute error over the outcome."),
      Column("error_as_now", \.errorAsNow, "The same, of \"as now\"."),
    ])
}
