/// A queue with Poisson arrivals, exponential service and several servers, first come first served (M/M/c), in steady
/// state. Rates share one unit of time, and waits are in that unit.
public struct ManyServerQueue: Sendable {
  /// Arrivals per unit of time.
  public let arrivalRate: Double
  /// Services per unit of time that one busy server completes.
  public let serviceRate: Double
  /// Number of servers.
  public let servers: Int
  /// Probability that an arrival must wait (Erlang's formula C).
  public let waitProbability: Double

  /// A queue whose load, arrival rate over service rate, is below its servers. The arrival rate may be zero.
  public init(arrivalRate: Double, serviceRate: Double, servers: Int) throws(CalculationError) {
    try Check.notNegative("arrivalRate", arrivalRate)
    try Check.positive("serviceRate", serviceRate)
    (self.arrivalRate, self.serviceRate, self.servers) = (arrivalRate, serviceRate, servers)
    waitProbability = try Erlang.delay(servers: servers, load: arrivalRate / serviceRate)
  }

  /// Arrival rate over service rate: mean number of busy servers.
  public var load: Double { arrivalRate / serviceRate }
  /// Share of the servers that are busy, below 1.
  public var utilisation: Double { load / Double(servers) }
  /// How fast the queue is worked off while all servers are busy.
  private var slack: Double { Double(servers) * serviceRate - arrivalRate }
  /// Mean wait before service, over all arrivals.
  public var meanWait: Double { waitProbability / slack }
  /// Mean time from arrival to the end of service.
  public var meanTimeInSystem: Double { meanWait + 1 / serviceRate }
  /// Mean number waiting.
  public var meanWaiting: Double { arrivalRate * meanWait }
  /// Mean number waiting or in service.
  public var meanInSystem: Double { meanWaiting + load }

  /// Probability that an arrival waits longer than a time of zero or more.
  public func probabilityOfWaiting(longerThan time: Double) -> Double {
    time < 0 ? 1 : waitProbability * exponential(-slack * time)
  }

  /// Probabilities of 0, 1, … up to `count - 1` in the system. The same law holds when servers share their effort
  /// equally among all present once these outnumber them.
  public func stateProbabilities(count: Int) -> [Double] {
    // Weights relative to the likeliest state, in logarithms, so that none overflows or vanishes too soon.
    var logs = [0.0]
    while logs.count < max(count, servers + 1) {
      logs.append(logs[logs.count - 1] + logarithm(load / Double(min(logs.count, servers))))
    }
    let highest = logs.max() ?? 0
    let weights = logs.map { exponential($0 - highest) }
    let total = weights[..<servers].reduce(0, +) + weights[servers] / (1 - utilisation)
    return weights.prefix(max(0, count)).map { $0 / total }
  }
}
