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
    let one = first.variance / Double(first.count)
    let two = second.variance / Double(second.count)
    meanDifference = first.mean - second.mean
    standardError = (one + two).squareRoot()
    degreesOfFreedom =
      (one + two) * (one + two)
      / (one * one / Double(first.count - 1) + two * two / Double(second.count - 1))
  }

  /// Approximate Student interval for the difference of the means.
  public func interval(confidence: Double = 0.95) -> Interval {
    CriticalValue.requireConfidence(confidence)
    guard standardError > 0 else { return Interval(centre: meanDifference, halfWidth: 0) }
    let reach = CriticalValue.studentT(confidence: confidence, degreesOfFreedom: degreesOfFreedom)
    return Interval(centre: meanDifference, halfWidth: reach * standardError)
  }
}
