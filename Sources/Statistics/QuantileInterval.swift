extension Sample {
  /// Ranks, counted from 1, of the order statistics that enclose the p-quantile of a continuous law, and the exact
  /// probability that they do, which is at least the confidence.
  ///
  /// The lower rank is the binomial(n, p) quantile at `(1 - confidence) / 2`; the upper rank is one more than that at
  /// `(1 + confidence) / 2` (H. A. David and H. N. Nagaraja, Order Statistics, section 7.1). No shape is assumed. Nil
  /// when so few numbers cannot enclose the quantile with that confidence. n must be positive, and p and the confidence
  /// strictly between 0 and 1.
  public static func quantileInterval(
    n: Int, p: Double, confidence: Double = 0.95
  ) -> (lowerRank: Int, upperRank: Int, coverage: Double)? {
    precondition(n >= 1, "A quantile interval needs at least one number.")
    precondition(p > 0 && p < 1, "A quantile interval's probability lies strictly between 0 and 1.")
    CriticalValue.requireConfidence(confidence)
    let lower = DiscreteQuantile.binomial((1 - confidence) / 2, trials: n, probability: p)
    let upper = DiscreteQuantile.binomial((1 + confidence) / 2, trials: n, probability: p) + 1
    guard lower >= 1, upper <= n else { return nil }
    let coverage =
      SpecialFunctions.binomialCumulative(upper - 1, trials: n, probability: p)
      - SpecialFunctions.binomialCumulative(lower - 1, trials: n, probability: p)
    return (lower, upper, coverage)
  }

  /// Interval for the p-quantile from numbers in ascending order, by the ranks above; nil when there are too few.
  public static func quantileInterval(
    sorted: [Double], p: Double, confidence: Double = 0.95
  ) -> Interval? {
    guard let ranks = quantileInterval(n: sorted.count, p: p, confidence: confidence) else { return nil }
    return Interval(lower: sorted[ranks.lowerRank - 1], upper: sorted[ranks.upperRank - 1])
  }
}
