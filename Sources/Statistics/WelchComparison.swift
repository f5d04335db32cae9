/// Two independent samples compared without assuming equal variances (B. L. Welch, Biometrika 34, 1947).
public struct WelchComparison: Sendable {
  /// First mean minus second.
  public let meanDifference: Double
  /// Standard error of that difference.
  public let standardError: Double
  /// Welch's estimated degrees of freedom, rarely a whole number; not a number where neither sample varies.
  public let degreesOfFreedom: Double

  /// Compares two samples, each of which must hold at least two numbers.
  public init(_ first: Tally, _ second: Tally) {
    precondition(first.count > 1 && second.count > 1, "A comparison of means needs two numbers on each side.")
    self.init(
      difference: first.mean - second.mean, errors: (first.standardError, second.standardError),
      counts: (first.count, second.count))
  }

  /// The same where only the standard errors of the two means are kept, each zero or more, and how many numbers each is
  /// of, two or more.
  public init(difference: Double, errors: (Double, Double), counts: (Int, Int)) {
    precondition(counts.0 > 1 && counts.1 > 1, "A comparison of means needs two numbers on each side.")
    let (one, two) = (errors.0 * errors.0, errors.1 * errors.1)
    meanDifference = difference
    standardError = (one + two).squareRoot()
    degreesOfFreedom =
      (one + two) * (one + two) / (one * one / Double(counts.0 - 1) + two * two / Double(counts.1 - 1))
  }

  /// Two-sided probability of so large a difference if there were none; 1 where nothing varies and the means are equal,
  /// and 0 where nothing varies and they are not.
  public var pValue: Double {
    guard standardError > 0 else { return meanDifference == 0 ? 1 : 0 }
    let size = abs(meanDifference) / standardError
    return min(1, 2 * SpecialFunctions.studentUpperTail(size, degreesOfFreedom: degreesOfFreedom))
  }

  /// Approximate Student interval for the difference of the means.
  public func interval(confidence: Double = 0.95) -> Interval {
    CriticalValue.requireConfidence(confidence)
    guard standardError > 0 else { return Interval(centre: meanDifference, halfWidth: 0) }
    let reach = CriticalValue.studentT(confidence: confidence, degreesOfFreedom: degreesOfFreedom)
    return Interval(centre: meanDifference, halfWidth: reach * standardError)
  }
}
