/// A population that Poisson arrivals enter and stay in for independent durations, with no limit on its size
/// (M/G/infinity). Its number is Poisson at every time, so the mean is also the variance.
///
/// Source: S. G. Eick, W. A. Massey and W. Whitt, "The physics of the M_t/G/infinity queue", Operations Research 41(4),
/// 1993.
public struct InfiniteServers: Sendable {
  /// Arrivals per unit of time.
  public let arrivalRate: Double
  /// The law of how long each stays, in the same unit of time.
  public let duration: DurationLaw

  /// An arrival rate of zero or more, and a law with positive parameters.
  public init(arrivalRate: Double, duration: DurationLaw) throws(CalculationError) {
    try Check.notNegative("arrivalRate", arrivalRate)
    try duration.validate()
    self.arrivalRate = arrivalRate
    self.duration = duration
  }

  /// Mean number in the long run, whatever the law of the durations.
  public var steadyMean: Double { arrivalRate * duration.mean }

  /// Mean number at a time of zero or more after starting empty.
  public func meanFromEmpty(at time: Double) -> Double { arrivalRate * duration.limitedMean(time) }

  /// The smallest number that the long-run population does not exceed with that probability, in 0..<1.
  public func steadyQuantile(_ probability: Double) -> Int {
    DiscreteQuantile.poisson(probability, mean: steadyMean)
  }

  /// Mean and standard deviation of the integral of the number over a span of time, starting in the long-run state:
  /// the time spent by all, such as child-months.
  ///
  /// The covariance of the numbers u apart is the arrival rate times the integral of the survival beyond u.
  public func integral(over span: Double) throws(CalculationError) -> (
    mean: Double, standardDeviation: Double
  ) {
    try Check.notNegative("span", span)
    let area: Double
    switch duration {
    case .exponential(let mean):
      area = mean * (span * mean - mean * mean * (1 - exponential(-span / mean)))
    case .fixed(let mean):
      let overlap = min(span, mean)
      area = span * mean * overlap - (span + mean) * overlap * overlap / 2 + overlap * overlap * overlap / 3
    case .lognormal, .gamma:
      area = SpecialFunctions.integral(from: 0, to: span) { lag in
        (span - lag) * (duration.mean - duration.limitedMean(lag))
      }
    }
    return (steadyMean * span, (2 * arrivalRate * area).squareRoot())
  }
}
