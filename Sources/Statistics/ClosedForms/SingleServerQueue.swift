/// A queue with Poisson arrivals, any law of service and one server (M/G/1), in steady state, by the formula of
/// F. Pollaczek (1930) and A. Y. Khinchine (1932).
public struct SingleServerQueue: Sendable {
  /// Arrivals per unit of time.
  public let arrivalRate: Double
  /// Mean service, in the unit of time.
  public let meanService: Double
  /// Squared coefficient of variation of the service: 0 for a fixed time, 1 for exponential.
  public let squaredVariation: Double

  /// A queue whose load, arrival rate times mean service, is below 1.
  public init(arrivalRate: Double, meanService: Double, squaredVariation: Double) throws(CalculationError) {
    try Check.notNegative("arrivalRate", arrivalRate)
    try Check.positive("meanService", meanService)
    try Check.notNegative("squaredVariation", squaredVariation)
    guard arrivalRate * meanService < 1 else { throw .noSteadyState(load: arrivalRate * meanService) }
    (self.arrivalRate, self.meanService) = (arrivalRate, meanService)
    self.squaredVariation = squaredVariation
  }

  /// Share of time the server is busy, below 1.
  public var utilisation: Double { arrivalRate * meanService }
  /// Mean wait before service.
  public var meanWait: Double {
    arrivalRate * meanService * meanService * (1 + squaredVariation) / (2 * (1 - utilisation))
  }
  /// Mean number waiting.
  public var meanWaiting: Double { arrivalRate * meanWait }
  /// Mean time from arrival to the end of service.
  public var meanTimeInSystem: Double { meanWait + meanService }
  /// Mean number waiting or in service.
  public var meanInSystem: Double { arrivalRate * meanTimeInSystem }
}
