/// Poisson arrivals, exponential service at several servers, and a patience after which those who wait give up: the
/// Erlang A queue (C. Palm, "Research on telephone traffic", 1957; S. Zeltyn and A. Mandelbaum, Queueing Systems 51,
/// 2005). With patience there is a steady state at any load.
public struct AbandonmentQueue: Sendable {
  /// Arrivals, services of one server, and givings up of one who waits, each per unit of time.
  public let arrivalRate: Double, serviceRate: Double, abandonmentRate: Double
  /// Servers, 0 or more.
  public let servers: Int
  /// Chances of 0, 1, 2 … in the system.
  private let states: [Double]

  /// Positive rates, and no servers or more.
  public init(
    arrivalRate: Double, serviceRate: Double, abandonmentRate: Double, servers: Int
  ) throws(CalculationError) {
    try Check.positive("arrivalRate", arrivalRate)
    try Check.positive("serviceRate", serviceRate)
    try Check.positive("abandonmentRate", abandonmentRate)
    try Check.count("servers", servers, from: 0)
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    self.abandonmentRate = abandonmentRate
    self.servers = servers
    // Far enough beyond the mean of the larger of two simple populations that what is left out is below 1e-15 of it.
    let offered = arrivalRate / min(serviceRate, abandonmentRate)
    let room = offered + 12 * offered.squareRoot() + 60 + Double(servers)
    guard room <= Double(CalculationInputs.largestCount) else {
      throw .outOfRange(
        input: "arrivalRate", value: arrivalRate, allowed: "smaller beside the rates of service and giving up"
      )
    }
    let most = Int(room)
    states = BirthDeath.distribution(
      births: Array(repeating: arrivalRate, count: most),
      deaths: (1...most).map { number in
        Double(min(number, servers)) * serviceRate + Double(max(0, number - servers)) * abandonmentRate
      })
  }

  /// Mean number who wait.
  public var meanWaiting: Double {
    states.indices.reduce(0) { $0 + Double(max(0, $1 - servers)) * states[$1] }
  }

  /// Mean number of busy servers.
  public var meanBusy: Double { states.indices.reduce(0) { $0 + Double(min($1, servers)) * states[$1] } }

  /// Share of arrivals who cannot be served at once.
  public var waitProbability: Double { states[servers...].reduce(0, +) }

  /// Share of arrivals who give up.
  public var abandonmentProbability: Double { abandonmentRate * meanWaiting / arrivalRate }

  /// Mean time in the queue, over all arrivals, those who give up among them.
  public var meanWait: Double { meanWaiting / arrivalRate }
}
