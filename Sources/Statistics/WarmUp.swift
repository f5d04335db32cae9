/// How much of the start of a series to discard, by the marginal standard error rule on batch means.
///
/// For k batch means Z it minimises, over d up to k/2, the sum of squared deviations of the batches after d from their
/// mean, over (k - d) squared (K. P. White, Simulation 69(6), 1997; batches of five: White, Cobb and Spratt, 2000).
/// Without the limit the search can end on the last few batches, where a variance of almost nothing wins by chance.
public struct WarmUp: Sendable, Hashable {
  /// Batches to discard.
  public let batches: Int
  /// Observations to discard.
  public let observations: Int
  /// The statistic at the chosen point, in squared units of the series.
  public let statistic: Double
  /// Mean of the batches that are kept.
  public let mean: Double
  /// Where an unlimited search, leaving one batch, would have stopped: for information only.
  public let unrestrictedBatches: Int
  /// False where the best point is the last one allowed: the series is then too short to judge.
  public let isConverged: Bool

  /// Judges a series; observations left over after the last whole batch are ignored. Nil below two whole batches. The
  /// first of equally good points is taken.
  public init?(_ series: [Double], batchSize: Int = 5) {
    precondition(batchSize >= 1, "A batch holds at least one observation.")
    let count = series.count / batchSize
    guard count >= 2 else { return nil }
    let means = (0..<count).map { batch in
      series[(batch * batchSize)..<((batch + 1) * batchSize)].reduce(0, +) / Double(batchSize)
    }
    // From the end backwards, so that each step adds one batch to a running tally.
    var tally = Tally()
    var best = (batches: 0, statistic: Double.infinity, mean: Double.nan)
    var unrestricted = (batches: 0, statistic: Double.infinity)
    for discarded in means.indices.reversed() {
      tally.add(means[discarded])
      let kept = Double(tally.count)
      let squares = tally.count > 1 ? tally.variance * (kept - 1) : 0
      let statistic = squares / (kept * kept)
      if statistic <= unrestricted.statistic { unrestricted = (discarded, statistic) }
      if discarded <= count / 2, statistic <= best.statistic { best = (discarded, statistic, tally.mean) }
    }
    batches = best.batches
    observations = best.batches * batchSize
    statistic = best.statistic
    mean = best.mean
    unrestrictedBatches = unrestricted.batches
    isConverged = best.batches < count / 2
  }
}
