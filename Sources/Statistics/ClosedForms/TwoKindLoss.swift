/// One server, no waiting, and two kinds of arrival with different exponential services; an arrival that finds the
/// server busy is lost. Steady state.
public struct TwoKindLoss: Sendable {
  /// Probabilities that the server is busy with the first kind, idle, and busy with the second kind.
  public let first: Double, idle: Double, second: Double

  /// Arrivals per unit of time, the share from 0 to 1 that are of the first kind, and each kind's service rate.
  public init(
    arrivalRate: Double, firstShare: Double, serviceRates: (Double, Double)
  ) throws(CalculationError) {
    try Check.notNegative("arrivalRate", arrivalRate)
    try Check.probability("firstShare", firstShare)
    try Check.positive("serviceRates", serviceRates.0)
    try Check.positive("serviceRates", serviceRates.1)
    let one = arrivalRate * firstShare / serviceRates.0
    let two = arrivalRate * (1 - firstShare) / serviceRates.1
    idle = 1 / (1 + one + two)
    first = one * idle
    second = two * idle
  }

  /// Mean number in service.
  public var meanInSystem: Double { first + second }
}
