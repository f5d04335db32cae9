import Dates
import Parameters

/// One finished experiment as plain data: all that a report, a table or a file needs, and nothing of the model.
package struct ResultSet: Sendable {
  package var manifest: Manifest
  /// What was watched, in a fixed order.
  package var series: [Series] = []
  /// The month ends at which it was read, in order.
  package var months: [MonthEnd] = []
  /// `monthly[series][month]`, over replications.
  package var monthly: [[Estimate]] = []
  /// The reading at the start, one place per series; nil for what is counted over time. May be left empty.
  package var opening: [Estimate?] = []
  /// Yearly rows: flows summed, stocks at the end, rates over the year, quantiles taken of yearly values.
  package var years: [YearRow] = []
  /// What the fans of a report need beside the rows above; may be empty.
  package var fans: [FanRow] = []
  package var finance: [FinanceRow] = []
  package var parameters: [ParameterRow] = []
  package var checks: [CheckRow] = []
  /// What each replication drew for each uncertain input; empty when nothing is uncertain.
  package var draws: [DrawRow] = []
  /// Where the variance of each headline comes from; empty where it was not looked into.
  package var variance: [VarianceRow] = []
  /// Why `variance` is empty, where that is to be said.
  package var varianceGap: VarianceGap?
  /// Published figures that belong beside the simulated ones; may be empty.
  package var observed: [ObservedFigure] = []
  /// A council's headlines read as a forecast; empty where the run is none.
  package var forecast: [ForecastRow] = []
  /// What a reader must know of the forecast, a sentence each.
  package var forecastWords: [String] = []
  /// A council's numbers beside other councils'; empty where the run is no council's of the national table.
  package var benchmarks: [BenchmarkRow] = []
  /// What the reader must know beside the numbers.
  package var warnings: [String] = []

  package init(manifest: Manifest) { self.manifest = manifest }

  /// The warnings of the run and those beside it, each once.
  package var allWarnings: [String] { (manifest.warnings + warnings).uniqued }
}

/// A month end at which the service was read.
package struct MonthEnd: Sendable, Hashable {
  /// The last day of the month.
  package let date: CivilDate
  /// The financial year it belongs to, for example `2015-16`.
  package let financialYear: String

  package init(date: CivilDate, financialYear: String) {
    self.date = date
    self.financialYear = financialYear
  }
}

/// What the replications say about one quantity. As it begins, that none had a value.
package struct Estimate: Sendable, Equatable {
  /// How many replications had a value (a rate over nothing has none).
  package var n = 0
  package var mean = Double.nan
  package var standardDeviation = Double.nan
  /// Monte Carlo standard error of the mean.
  package var standardError = Double.nan
  /// 95% confidence interval of the mean, by Student's t.
  package var interval = -Double.infinity...Double.infinity
  /// Quantiles over replications at 5, 10, 25, 50, 75, 90 and 95%.
  package var p05 = Double.nan, p10 = Double.nan, p25 = Double.nan, p50 = Double.nan, p75 = Double.nan
  package var p90 = Double.nan, p95 = Double.nan

  package static let none = Estimate()

  /// Whether the 80% range holds that value.
  package func holds80(_ value: Double) -> Bool { p10 <= value && value <= p90 }

  /// The longer side of the 80% range over the median; nil where the median is 0.
  package var halfWidth80: Double? { p50 == 0 ? nil : max(p90 - p50, p50 - p10) / p50.magnitude }
}

/// One series over one year.
package struct YearRow: TableRow {
  /// Index into `ResultSet.series`.
  package var series = 0
  /// `2015-16`, or empty when the row is of a workforce year.
  package var financialYear = ""
  /// The year of the 30 September at which a workforce year ends, or nil.
  package var workforceYear: Int?
  package var estimate = Estimate.none

  package static let blank = YearRow()
}
