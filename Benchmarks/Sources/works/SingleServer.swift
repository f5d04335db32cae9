import DiscreteEvents

/// Work (a), M/M/1: arrivals at 0.9 a day, service at 1.0 a day, a million customers (as a rule) generated and all served.
enum SingleServer {
  /// An arrival and a departure for each customer.
  static func canonicalEvents(customers: Int) -> Int { 2 * customers }

  enum Action: BitwiseCopyable, Sendable {
    case arrival, departure
  }

  /// Mean time in system, in days; in theory 1 / (1.0 - 0.9) = 10.
  static func run(customers: Int = 1_000_000, _ generator: Generator, replication: UInt64) -> Double {
    var events = FutureEventList<Action>()
    let streams = Streams(generator, purposes: 2, seed: 1, replication: replication)
    let (gaps, services) = (streams[0], streams[1])
    var present = Ring(filledWith: SimulatedTime.zero)
    var generated = 0
    var secondsInSystem: Int64 = 0
    events.schedule(.arrival, at: SimulatedTime(days: gaps.exponential(mean: 1 / 0.9)))
    while let event = events.next() {
      switch event.action {
      case .arrival:
        generated += 1
        present.append(event.time)
        if generated < customers {
          events.schedule(.arrival, at: event.time.adding(days: gaps.exponential(mean: 1 / 0.9)))
        }
        if present.count == 1 {
          events.schedule(.departure, at: event.time.adding(days: services.exponential(mean: 1)))
        }
      case .departure:
        secondsInSystem += event.time.seconds(since: present.removeFirst())
        if !present.isEmpty {
          events.schedule(.departure, at: event.time.adding(days: services.exponential(mean: 1)))
        }
      }
    }
    return Double(secondsInSystem) / SimulatedTime.secondsPerDay / Double(customers)
  }
}
