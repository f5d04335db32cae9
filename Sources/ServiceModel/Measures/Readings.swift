/// How a measure's monthly readings become a year's.
public enum Gathering: String, Sendable {
  /// Counted over the month; a year is the sum.
  case flow
  /// Read at the month end; a year is its last reading.
  case stock
  /// Numerator over denominator, both counted over the month; a year is the ratio of the sums.
  case rate
  /// Numerator over denominator at the month end; a year is its last reading.
  case stockRate
  /// Taken over single records, such as a 90th percentile; a year's is taken over the year's records.
  case distribution
}

/// One watched quantity.
public struct WatchedSeries: Sendable, Hashable {
  public let measure: String
  /// Empty, or `key=value`.
  public let breakdown: String
  public let unit: String
  public let gathering: Gathering
  /// True where a workforce year to 30 September is read as well.
  public let hasWorkforceYear: Bool
}

/// The list of what is watched, in the order in which the measures declare it.
public struct SeriesCatalogue: Sendable {
  public private(set) var series: [WatchedSeries] = []

  /// Adds a series and returns its number.
  mutating func declare(
    _ measure: String, of breakdown: String = "", _ unit: String, _ gathering: Gathering,
    workforceYear: Bool = false
  ) -> Int {
    series.append(
      WatchedSeries(
        measure: measure, breakdown: breakdown, unit: unit, gathering: gathering,
        hasWorkforceYear: workforceYear))
    return series.count - 1
  }

  /// One series for each key, `key=label`, starting at the returned number.
  mutating func declare<Key: ParameterKey>(
    _ measure: String, for keys: Key.Type, as name: String, _ unit: String, _ gathering: Gathering,
    workforceYear: Bool = false
  ) -> Int {
    let first = series.count
    for key in Key.allCases {
      _ = declare(measure, of: "\(name)=\(key.label)", unit, gathering, workforceYear: workforceYear)
    }
    return first
  }
}

/// What one replication read: for each month and series a numerator and a denominator.
///
/// The value of a rate is numerator over denominator; of a flow or stock the numerator, with the denominator 1.
/// Of a distribution the numerator is the month's value and the denominator the financial year's so far.
public struct Readings: Sendable {
  public let seriesCount: Int
  /// `numerators[month * seriesCount + series]`; NaN where there was nothing to read.
  public private(set) var numerators: [Double]
  public private(set) var denominators: [Double]

  init(months: Int, series: Int) {
    seriesCount = series
    numerators = Array(repeating: .nan, count: months * series)
    denominators = Array(repeating: 1, count: months * series)
  }

  mutating func set(_ series: Int, _ month: Int, _ value: Double, over denominator: Double = 1) {
    numerators[month * seriesCount + series] = value
    denominators[month * seriesCount + series] = denominator
  }
}

/// What one replication leaves behind.
public struct ReplicationOutcome: Sendable {
  public let replication: Int
  public let readings: Readings
  /// Reading at the start of each series; NaN where a start has no reading.
  public let opening: [Double]
  public let balances: [BalanceResult]
  public let events: UInt64
  public let staleEvents: UInt64
  /// Every worker's time in each role, for retention curves.
  public let spells: [WorkerSpell]
}
