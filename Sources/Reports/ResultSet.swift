public import Dates

/// One finished experiment as plain data: all that a report, a table or a file needs, and nothing of the model.
public struct ResultSet: Sendable {
  public var manifest: Manifest
  /// What was watched, in a fixed order.
  public var series: [SeriesDefinition] = []
  /// The month ends at which it was read, in order.
  public var months: [MonthEnd] = []
  /// `monthly[series][month]`, over replications.
  public var monthly: [[Estimate]] = []
  /// The reading at the start, one place per series; nil for what is counted over time. May be left empty.
  public var opening: [Estimate?] = []
  /// Yearly rows: flows summed, stocks at the end, rates over the year, quantiles taken of yearly values.
  public var years: [YearRow] = []
  /// What the fans of a report need beside the rows above; may be empty.
  public var fans: [FanRow] = []
  public var finance: [FinanceRow] = []
  public var parameters: [ParameterRow] = []
  public var checks: [CheckRow] = []
  /// What each replication drew for each uncertain input; empty when nothing is uncertain.
  public var draws: [DrawRow] = []
  /// Where the variance of each headline comes from; empty where it was not looked into.
  public var variance: [VarianceRow] = []
  /// Why `variance` is empty, where that is to be said.
  public var varianceGap: VarianceGap?
  /// Published figures that belong beside the simulated ones; may be empty.
  public var observed: [ObservedFigure] = []
  /// What the reader must know beside the numbers.
  public var warnings: [String] = []

  public init(manifest: Manifest) { self.manifest = manifest }
}

/// How a measure's monthly readings become a year's.
public enum Gathering: String, Sendable {
  /// Counted over the month; a year is the sum.
  case flow
  /// Read at the end; a year is its last reading.
  case stock
  /// A numerator over a denominator, both counted over the month; a year is the ratio of the sums.
  case rate
  /// A ratio of two readings at the end (or over the trailing twelve months); a year is its last reading.
  case stockRate
  /// Taken over individual records (such as a 90th percentile); a year's is taken over the year's records.
  case distribution
}

/// One watched quantity: a measure, perhaps of one part of the service.
public struct SeriesDefinition: Sendable, Hashable {
  /// The contract's name, for example `vacancy_rate_fte`.
  public let measure: String
  /// Empty, or `key=value`, for example `role=social_worker`.
  public let breakdown: String
  public let unit: String
  public let gathering: Gathering
  /// True where the workforce year to 30 September is published too.
  public let hasWorkforceYear: Bool

  public init(
    measure: String, breakdown: String = "", unit: String, gathering: Gathering,
    hasWorkforceYear: Bool = false
  ) {
    self.measure = measure
    self.breakdown = breakdown
    self.unit = unit
    self.gathering = gathering
    self.hasWorkforceYear = hasWorkforceYear
  }
}

/// A month end at which the service was read.
public struct MonthEnd: Sendable, Hashable {
  /// The last day of the month.
  public let date: CivilDate
  /// The financial year it belongs to, for example `2015-16`.
  public let financialYear: String

  public init(date: CivilDate, financialYear: String) {
    self.date = date
    self.financialYear = financialYear
  }
}

/// What the replications say about one quantity.
public struct Estimate: Sendable, Equatable {
  /// How many replications had a value (a rate over nothing has none).
  public var n: Int
  public var mean: Double
  public var standardDeviation: Double
  /// Monte Carlo standard error of the mean.
  public var standardError: Double
  /// 95% confidence interval of the mean, by Student's t.
  public var interval: ClosedRange<Double>
  /// Quantiles over replications at 5, 10, 25, 50, 75, 90 and 95%.
  public var p05, p10, p25, p50, p75, p90, p95: Double

  public init(
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
  static let none = Estimate(
    n: 0, mean: .nan, standardDeviation: .nan, standardError: .nan, interval: -.infinity ... .infinity,
    p05: .nan, p10: .nan, p25: .nan, p50: .nan, p75: .nan, p90: .nan, p95: .nan)
}

/// One series over one year.
public struct YearRow: Sendable {
  /// Index into `ResultSet.series`.
  public var series: Int
  /// `2015-16`, or empty when the row is of a workforce year.
  public var financialYear: String
  /// The year of the 30 September at which a workforce year ends, or nil.
  public var workforceYear: Int?
  public var estimate: Estimate

  public init(series: Int, financialYear: String, workforceYear: Int?, estimate: Estimate) {
    self.series = series
    self.financialYear = financialYear
    self.workforceYear = workforceYear
    self.estimate = estimate
  }
}

/// One budget line in one financial year and one price basis.
public struct FinanceRow: Sendable {
  public var financialYear: String
  public var lineCode: String
  public var line: String
  /// `nominal` or `real 2015-16`.
  public var priceBasis: String
  /// Pounds over the year.
  public var estimate: Estimate
  public var p80: Double
  /// Mean of the worst 5% of replications, pounds.
  public var expectedShortfall95: Double
  public var budget: Double?
  public var probabilityOverBudget: Double?
  /// What the money bought, for example child-weeks; nil where the line has no activity.
  public var activity: Double?
  public var activityUnit: String

  public init(
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
public struct ParameterRow: Sendable {
  public var path, value, unit, kind, defaultValue, range, source, uncertain, meaning: String
  /// File and line that set it, `--set`, or `default`.
  public var from: String

  public init(
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
public struct DrawRow: Sendable {
  public var replication: Int
  public var path, unit: String
  public var value: Double

  public init(replication: Int, path: String, unit: String, value: Double) {
    self.replication = replication
    self.path = path
    self.unit = unit
    self.value = value
  }
}

/// One balance, opening + in - out = closing, over all month ends of all replications.
public struct CheckRow: Sendable {
  public var balance: String
  public var unit: String
  /// Totals over the replications, at the start and at the end.
  public var opening, entered, left, closing: Double
  /// The largest absolute residual of any single month end of any replication.
  public var largestResidual: Double
  public var tolerance: Double
  public var monthsChecked: Int

  public init(
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

  public var holds: Bool { largestResidual <= tolerance }
}

/// One published figure.
public struct ObservedFigure: Sendable {
  public var measure, breakdown: String
  /// The day, or the last day of the year, that the figure is of.
  public var date: CivilDate
  public var value: Double
  public var unit: String
  /// Name of the statistical release.
  public var release: String
  /// What the reader must know of this figure, such as a break in how it was collected; may be empty.
  public var note: String

  public init(
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
