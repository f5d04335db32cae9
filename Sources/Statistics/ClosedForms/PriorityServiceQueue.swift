/// Several servers, Poisson arrivals of several priorities, one exponential service, and no service interrupted
/// (A. Cobham, "Priority assignment in waiting line problems", Operations Research 2, 1954), in steady state.
public struct PriorityServiceQueue: Sendable {
  /// Probability that an arrival, of whatever priority, must wait.
  public let waitProbability: Double
  /// Mean wait of each priority, in the unit of time of the rates, most urgent first.
  public let meanWaits: [Double]
  /// Mean wait if all were served in order of arrival.
  public let meanWaitWithoutPriorities: Double

  /// Arrival rates from the most urgent priority to the least; their sum over the service rate must be below the
  /// servers.
  public init(arrivalRates: [Double], serviceRate: Double, servers: Int) throws(CalculationError) {
    try Check.shape("arrivalRates", !arrivalRates.isEmpty, wanted: "at least one rate")
    for rate in arrivalRates { try Check.notNegative("arrivalRates", rate) }
    let whole = try ManyServerQueue(
      arrivalRate: arrivalRates.reduce(0, +), serviceRate: serviceRate, servers: servers)
    waitProbability = whole.waitProbability
    meanWaitWithoutPriorities = whole.meanWait
    let capacity = Double(servers) * serviceRate
    var waits: [Double] = []
    var above = 0.0
    for rate in arrivalRates {
      let upToHere = above + rate / capacity
      waits.append(whole.waitProbability / capacity / ((1 - above) * (1 - upToHere)))
      above = upToHere
    }
    meanWaits = waits
  }
}
