import DiscreteEvents

/// What the works' draws cost alone: the part of each figure that no engine can save, and a gauge of the machine.
enum DrawCosts {
  /// Nanoseconds of processor time for one draw, median of five times a million.
  static func nanoseconds(_ generator: Generator, draw: (RandomStream) -> Double) -> Double {
    let streams = Streams(generator, purposes: 1, seed: 1, replication: 0)
    var sum = 0.0
    let costs = (0..<5).map { _ in
      let start = ProcessorClock.nanoseconds()
      for _ in 0..<1_000_000 { sum += draw(streams[0]) }
      return (ProcessorClock.nanoseconds() - start) / 1e6
    }
    precondition(sum.isFinite)
    return costs.sorted()[2]
  }

  /// One line for a generator.
  static func line(_ generator: Generator) -> String {
    let costs = [
      ("uniform", nanoseconds(generator) { $0.uniform() }),
      ("exponential", nanoseconds(generator) { $0.exponential(mean: 1) }),
      ("lognormal", nanoseconds(generator) { $0.lognormal(mu: 1, sigma: 1) }),
      ("gamma", nanoseconds(generator) { $0.gamma(shape: 4, scale: 1) }),
    ]
    let shown = costs.map { "\($0.0) \(($0.1 * 10).rounded() / 10) ns" }
    return "one draw, \(generator.rawValue): " + shown.joined(separator: ", ")
  }
}
