/// How many replications an answer needs.
public enum Precision {
  /// Half-width of the 95% interval over the mean beyond which the mean is too near 0 for a share of it to say anything:
  /// the precision is then to be stated in the unit itself.
  public static let nearZero = 0.5

  /// The smallest number of replications, at least `n`, at which a pilot of n replications with that mean and standard
  /// deviation would have its Student interval within `relativeHalfWidth` of the mean.
  ///
  /// The spread is assumed to stay as the pilot found it (A. M. Law, Simulation Modeling and Analysis, section 9.4.1).
  /// Law's guard for a relative error r is to ask for the relative half-width r / (1 + r). Nil where no number up to
  /// `limit` is enough, as when the mean is zero. n must be at least 2.
  public static func replicationsNeeded(
    relativeHalfWidth wanted: Double, n: Int, mean: Double, standardDeviation: Double,
    confidence: Double = 0.95, limit: Int = 10_000_000
  ) -> Int? {
    precondition(n >= 2, "A pilot needs at least two replications.")
    precondition(wanted > 0, "A wanted half-width must be positive.")
    let target = wanted * abs(mean)
    func enough(_ count: Int) -> Bool {
      let reach = CriticalValue.studentT(confidence: confidence, degreesOfFreedom: Double(count - 1))
      return reach * standardDeviation / Double(count).squareRoot() <= target
    }
    if enough(n) { return n }
    guard limit > n, enough(limit) else { return nil }
    var tooFew = n
    var plenty = limit
    while plenty - tooFew > 1 {
      let middle = tooFew + (plenty - tooFew) / 2
      if enough(middle) { plenty = middle } else { tooFew = middle }
    }
    return plenty
  }

  /// The same from a pilot's tally; nil below two numbers as well.
  public static func replicationsNeeded(
    relativeHalfWidth wanted: Double, pilot: Tally, confidence: Double = 0.95
  ) -> Int? {
    guard pilot.count > 1 else { return nil }
    return replicationsNeeded(
      relativeHalfWidth: wanted, n: pilot.count, mean: pilot.mean,
      standardDeviation: pilot.standardDeviation, confidence: confidence)
  }
}
