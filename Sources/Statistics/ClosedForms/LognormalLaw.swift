/// A lognormal law stated by its own mean and coefficient of variation, which are never those of the logarithm.
public struct LognormalLaw: Sendable, Hashable {
  /// Mean of the logarithm.
  public let logMean: Double
  /// Standard deviation of the logarithm: above zero.
  public let logDeviation: Double

  /// From the law's own mean and coefficient of variation (standard deviation over mean), both positive.
  public init(mean: Double, variation: Double) {
    precondition(mean > 0 && variation > 0, "A lognormal law needs a positive mean and variation.")
    let logVariance = logarithm(1 + variation * variation)
    logDeviation = logVariance.squareRoot()
    logMean = logarithm(mean) - logVariance / 2
  }

  /// The value exceeded as often as not.
  public var median: Double { exponential(logMean) }
  /// The law's own mean.
  public var mean: Double { exponential(logMean + logDeviation * logDeviation / 2) }

  /// The value not exceeded with a probability strictly between 0 and 1.
  public func quantile(_ probability: Double) -> Double {
    exponential(logMean + logDeviation * SpecialFunctions.normalQuantile(probability))
  }

  /// Probability of exceeding a value.
  public func survival(_ value: Double) -> Double {
    value > 0 ? 1 - SpecialFunctions.normalCumulative(score(value)) : 1
  }

  /// Mean of what lies above the quantile of a probability strictly between 0 and 1.
  public func expectedShortfall(_ probability: Double) -> Double {
    let z = SpecialFunctions.normalQuantile(probability)
    return mean * SpecialFunctions.normalCumulative(logDeviation - z) / (1 - probability)
  }

  /// Mean of the smaller of the variable and a value.
  public func limitedMean(_ value: Double) -> Double {
    guard value > 0 else { return value }
    return mean * SpecialFunctions.normalCumulative(score(value) - logDeviation) + value * survival(value)
  }

  private func score(_ value: Double) -> Double { (logarithm(value) - logMean) / logDeviation }
}
