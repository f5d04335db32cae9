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
  /// What the reader must know beside the numbers.
  package var warnings: [String] = []

  package init(manifest: Manifest) { self.manifest = manifest }
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

/// What the replications say about one quantity.
package struct Estimate: Sendable, Equatable {
  /// How many replications had a value (a rate over nothing has none).
  package var n: Int
  package var mean: Double
  package var standardDeviation: Double
  /// Monte Carlo standard error of the mean.
  package var standardError: Double
  /// 95% confidence interval of the mean, by Student's t.
  package var interval: ClosedRange<Double>
  /// Quantiles over replications at 5, 10, 25, 50, 75, 90 and 95%.
  package var p05, p10, p25, p50, p75, p90, p95: Double

  package init(
    n: Int, mean: Double, standardDeviation: Double, standardError: Double, interval: ClosedRange<Double>,
    p05: Double, p10: Double, p25: Double, p50: Double, p75: Double, p90: Double, p95: Double
  ) {
    self.n = n
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.standardError = standardError
    self.interval = interval
    self.p05 = p05
    self.p10 = p10
    self.p25 = p25
    self.p50 = p50
    self.p75 = p75
    self.p90 = p90
    self.p95 = p95
  }

  /// Of a quantity that had no value in any replication.
  package static let none = Estimate(
    n: 0, mean: .nan, standardDeviation: .nan, standardError: .nan, interval: -.infinity ... .infinity,
    p05: .nan, p10: .nan, p25: .nan, p50: .nan, p75: .nan, p90: .nan, p95: .nan)
}

/// One series over one year.
package struct YearRow: Sendable {
  /// Index into `ResultSet.series`.
  package var series: Int
  /// `2015-16`, or empty when the row is of a workforce year.
  package var financialYear: String
  /// The year of the 30 September at which a workforce year ends, or nil.
  package var workforceYear: Int?
  package var estimate: Estimate

  package init(series: Int, financialYear: String, workforceYear: Int?, estimate: Estimate) {
    self.series = series
    self.financialYear = financialYear
    self.workforceYear = workforceYear
    self.estimate = estimate
  }
}

/// One budget line in one financial year and one price basis.
package struct FinanceRow: Sendable {
  package var financialYear: String
  package var lineCode: String
  package var line: String
  /// `nominal` or `real 2015-16`.
  package var priceBasis: String
  /// Pounds over the year.
  package var estimate: Estimate
  package var p80: Double
  /// Mean of the worst 5% of replications, pounds.
  package var expectedShortfall95: Double
  package var budget: Double?
  package var probabilityOverBudget: Double?
  /// What the money bought, for example child-weeks; nil where the line has no activity.
  package var activity: Double?
  package var activityUnit: String

  package init(
    financialYear: String, lineCode: String, line: String, priceBasis: String, estimate: Estimate,
    p80: Double, expectedShortfall95: Double, budget: Double?, probabilityOverBudget: Double?,
    activity: Double?, activityUnit: String
  ) {
    self.financialYear = financialYear
    self.lineCode = lineCode
    self.line = line
    self.priceBasis = priceBasis
    self.estimate = estimate
    self.p80 = p80
    self.expectedShortfall95 = expectedShortfall95
    self.budget = budget
    self.probabilityOverBudget = probabilityOverBudget
    self.activity = activity
    self.activityUnit = activityUnit
  }
}

/// One parameter as it was used.
package struct ParameterRow: Sendable {
  package var path, value, unit, kind, defaultValue, range, source, uncertain, meaning: String
  /// File and line that set it, `--set`, or `default`.
  package var from: String

  package init(
    path: String, value: String, unit: String, kind: String, defaultValue: String, range: String,
    source: String, uncertain: String, meaning: String, from: String
  ) {
    self.path = path
    self.value = value
    self.unit = unit
    self.kind = kind
    self.defaultValue = defaultValue
    self.range = range
    self.source = source
    self.uncertain = uncertain
    self.meaning = meaning
    self.from = from
  }
}

/// What one replication drew for one uncertain input.
package struct DrawRow: Sendable {
  package var replication: Int
  package var path, unit: String
  package var value: Double

  package init(replication: Int, path: String, unit: String, value: Double) {
    self.replication = replication
    self.path = path
    self.unit = unit
    self.value = value
  }
}

/// One balance, opening + in - out = closing, over all month ends of all replications.
package struct CheckRow: Sendable {
  package var balance: String
  package var unit: String
  /// Totals over the replications, at the start and at the end.
  package var opening, entered, left, closing: Double
  /// The largest absolute residual of any single month end of any replication.
  package var largestResidual: Double
  package var tolerance: Double
  package var monthsChecked: Int

  package init(
    balance: String, unit: String, opening: Double, entered: Double, left: Double, closing: Double,
    largestResidual: Double, tolerance: Double, monthsChecked: Int
  ) {
    self.balance = balance
    self.unit = unit
    self.opening = opening
    self.entered = entered
    self.left = left
    self.closing = closing
    self.largestResidual = largestResidual
    self.tolerance = tolerance
    self.monthsChecked = monthsChecked
  }

  package var holds: Bool { largestResidual <= tolerance }
}

/// One published figure.
package struct ObservedFigure: Sendable {
  package var measure, breakdown: String
  /// The day, or the last day of the year, that the figure is of.
  package var date: CivilDate
  package var value: Double
  package var unit: String
  /// Name of the statistical release.
  package var release: String
  /// What the reader must know of this figure, such as a break in how it was collected; may be empty.
  package var note: String

  package init(
    measure: String, breakdown: String, date: CivilDate, value: Double, unit: String, release: String,
    note: String = ""
  ) {
    self.measure = measure
    self.breakdown = breakdown
    self.date = date
    self.value = value
    self.unit = unit
    self.release = release
    self.note = note
  }
}
