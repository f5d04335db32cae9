/// The ratio of two means of the same trials, such as the cost for each leaver avoided, with its interval.
///
/// Source: E. C. Fieller, "Some problems in interval estimation", Journal of the Royal Statistical Society B 16, 1954.
public struct RatioOfMeans: Sendable {
  /// Mean of the first over the mean of the second.
  public let ratio: Double
  /// Its interval.
  public let interval: Interval

  /// Pairs two series of equal length.
  ///
  /// Nil below two pairs, for unequal lengths, and where the mean of the second cannot be told from zero: the ratio
  /// then has no bounds.
  public init?(_ first: [Double], over second: [Double], confidence: Double = 0.95) {
    guard first.count == second.count, first.count >= 2 else { return nil }
    let count = Double(first.count)
    let (above, below) = (Tally(first), Tally(second))
    var together = Covariance()
    for (one, two) in zip(first, second) { together.add(one, two) }
    let critical = CriticalValue.studentT(confidence: confidence, degreesOfFreedom: count - 1)
    // The ends r solve (x - r y)² = t² (var x - 2 r cov + r² var y) / n.
    let share = critical * critical / count
    let a = below.mean * below.mean - share * below.variance
    let b = above.mean * below.mean - share * together.covariance
    let c = above.mean * above.mean - share * above.variance
    guard a > 0 else { return nil }
    let root = max(0, b * b - a * c).squareRoot()
    ratio = above.mean / below.mean
    interval = Interval(lower: (b - root) / a, upper: (b + root) / a)
  }
}
