/// A number of successes out of a number of independent trials, and what it says of the probability behind it.
public struct Proportion: Sendable, Hashable, BitwiseCopyable {
  /// How often the event happened: from none to every trial.
  public let successes: Int
  /// How often it could have happened: one or more.
  public let trials: Int

  /// Which of the two intervals is meant.
  public enum Rule: Sendable, Hashable, CaseIterable {
    /// Score interval: coverage near the confidence on average.
    case wilson
    /// Exact interval: coverage never below the confidence, so wider.
    case clopperPearson
  }

  /// A proportion; the successes must lie between none and the trials, of which there must be at least one.
  public init(successes: Int, trials: Int) {
    precondition(
      trials >= 1 && (0...trials).contains(successes), "Successes lie between none and the trials.")
    self.successes = successes
    self.trials = trials
  }

  /// The share of trials in which the event happened, from 0 to 1.
  public var estimate: Double { Double(successes) / Double(trials) }

  /// Two-sided interval for the probability by the named rule, within 0 to 1.
  public func interval(_ rule: Rule = .wilson, confidence: Double = 0.95) -> Interval {
    switch rule {
    case .wilson: wilson(confidence: confidence)
    case .clopperPearson: clopperPearson(confidence: confidence)
    }
  }

  /// Score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927).
  public func wilson(confidence: Double = 0.95) -> Interval {
    let z = CriticalValue.normal(confidence: confidence)
    let size = Double(trials)
    let stretch = 1 + z * z / size
    let centre = (estimate + z * z / (2 * size)) / stretch
    let spread = (estimate * (1 - estimate) / size + z * z / (4 * size * size)).squareRoot()
    let half = z * spread / stretch
    return Interval(
      lower: successes == 0 ? 0 : max(0, centre - half),
      upper: successes == trials ? 1 : min(1, centre + half))
  }

  /// Exact interval from the binomial tails (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934).
  public func clopperPearson(confidence: Double = 0.95) -> Interval {
    CriticalValue.requireConfidence(confidence)
    let tail = (1 - confidence) / 2
    let hits = Double(successes)
    let misses = Double(trials - successes)
    return Interval(
      lower: successes == 0 ? 0 : SpecialFunctions.betaQuantile(tail, hits, misses + 1),
      upper: successes == trials ? 1 : SpecialFunctions.betaQuantile(1 - tail, hits + 1, misses))
  }
}
