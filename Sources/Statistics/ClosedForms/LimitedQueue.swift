/// A queue with Poisson arrivals, exponential service, several servers and room for only so many (M/M/c/K), in steady
/// state: an arrival that finds it full is turned away. Every load is allowed.
public struct LimitedQueue: Sendable {
  /// Arrivals per unit of time, before any are turned away.
  public let arrivalRate: Double
  /// Services per unit of time that one busy server completes.
  public let serviceRate: Double
  /// Number of servers.
  public let servers: Int
  /// Probabilities of 0, 1, …, capacity in the system.
  public let stateProbabilities: [Double]

  /// A queue with room for `capacity` in all, waiting or in service, which is at least the number of servers.
  public init(
    arrivalRate: Double, serviceRate: Double, servers: Int, capacity: Int
  ) throws(CalculationError) {
    try Check.notNegative("arrivalRate", arrivalRate)
    try Check.positive("serviceRate", serviceRate)
    try Check.count("servers", servers, from: 1)
    try Check.count("capacity", capacity, from: servers)
    (self.arrivalRate, self.serviceRate, self.servers) = (arrivalRate, serviceRate, servers)
    stateProbabilities = BirthDeath.distribution(
      births: Array(repeating: arrivalRate, count: capacity),
      deaths: (1...capacity).map { Double(min($0, servers)) * serviceRate })
  }

  /// Share of arrivals turned away.
  public var lossProbability: Double { stateProbabilities[stateProbabilities.count - 1] }
  /// Mean number waiting or in service.
  public var meanInSystem: Double { BirthDeath.mean(stateProbabilities) }
  /// Mean number waiting.
  public var meanWaiting: Double {
    BirthDeath.mean(Array(stateProbabilities.dropFirst(servers)))
  }
  /// Arrivals per unit of time that are let in.
  public var throughput: Double { arrivalRate * (1 - lossProbability) }
  /// Mean wait before service of those let in, by Little's law; zero where nothing arrives.
  public var meanWait: Double { throughput > 0 ? meanWaiting / throughput : 0 }
}
