/// The mean and its precision after each replication, and where to stop.
///
/// Source: K. Hoad, S. Robinson and R. Davies, "Automated selection of the number of replications for a discrete-event
/// simulation", Journal of the Operational Research Society 61, 2010.
public struct ReplicationsTable: Sendable {
  /// The state after so many replications.
  public struct Row: Sendable, Hashable {
    /// How many replications: 2 or more.
    public let count: Int
    /// Mean of the results so far.
    public let mean: Double
    /// Sample standard deviation of the results so far.
    public let standardDeviation: Double
    /// Student interval for the mean.
    public let interval: Interval
    /// Half-width over the size of the mean.
    public let relativeHalfWidth: Double
  }

  /// One row for each count from 2 to the number of results; empty below two results.
  public let rows: [Row]

  /// Builds the table from results in the order of their replications.
  public init(_ results: [Double], confidence: Double = 0.95) {
    var tally = Tally()
    rows = results.compactMap { result in
      tally.add(result)
      guard let interval = tally.meanInterval(confidence: confidence),
        let relative = tally.relativeHalfWidth(confidence: confidence)
      else { return nil }
      return Row(
        count: tally.count, mean: tally.mean, standardDeviation: tally.standardDeviation, interval: interval,
        relativeHalfWidth: relative)
    }
  }

  /// How many further replications must hold the precision once `count` have reached it: `base` up to 100, then in
  /// proportion to the count.
  public static func lookAhead(after count: Int, base: Int = 5) -> Int {
    count <= 100 ? base : base * count / 100
  }

  /// The smallest count, at least `minimum`, at which the relative half-width reaches the wanted one and keeps to it
  /// throughout the look-ahead; nil while the results do not show that yet.
  public func stoppingCount(relativeHalfWidth wanted: Double, minimum: Int = 3, lookAhead base: Int = 5)
    -> Int?
  {
    var candidate: Int?
    for row in rows where row.count >= minimum {
      guard row.relativeHalfWidth <= wanted else {
        candidate = nil
        continue
      }
      let start = candidate ?? row.count
      candidate = start
      if row.count - start >= Self.lookAhead(after: start, base: base) { return start }
    }
    return nil
  }
}
