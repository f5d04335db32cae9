/// Erlang's two formulas for Poisson arrivals at several servers (A. K. Erlang, 1917).
public enum Erlang {
  /// Probability that an arrival finds all servers busy when none may wait (formula B).
  ///
  /// The load is the arrival rate times the mean service: zero or more. Servers may be none. Computed by the recursion
  /// B(k) = a B(k-1) / (k + a B(k-1)), which neither overflows nor cancels.
  public static func loss(servers: Int, load: Double) throws(CalculationError) -> Double {
    try Check.count("servers", servers, from: 0)
    try Check.notNegative("load", load)
    var blocking = 1.0
    for server in 0..<servers {
      blocking = load * blocking / (Double(server + 1) + load * blocking)
    }
    return blocking
  }

  /// Probability that an arrival must wait when all may wait (formula C). The load must be below the servers.
  public static func delay(servers: Int, load: Double) throws(CalculationError) -> Double {
    try Check.count("servers", servers, from: 1)
    let blocking = try loss(servers: servers, load: load)
    let count = Double(servers)
    guard load < count else { throw .noSteadyState(load: load / count) }
    return count * blocking / (count - load * (1 - blocking))
  }
}
