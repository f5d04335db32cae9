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
    numerators[month * seriesCount + series] = Self.cleared(value)
    denominators[month * seriesCount + series] = Self.cleared(denominator)
  }

  /// Nothing, where a sum that should be nothing has kept what rounding left of it: no count, FTE or pound is so small.
  private static func cleared(_ value: Double) -> Double { abs(value) < 1e-9 ? 0 : value }
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
