import DiscreteEvents
import Testing

/// The event list, the streams and the clock together, on the queue whose answer is known.
@Suite("M/M/1")
struct SingleServerTests {
  private enum Action: BitwiseCopyable, Sendable {
    case arrival, departure
  }

  /// Mean time in system of 4,000 customers after 1,000 to warm up, in days.
  private func meanTimeInSystem(replication: UInt64, arrivalsPerDay: Double) -> Double {
    let streams = RandomStreams(seed: 7, replication: replication)
    var events = FutureEventList<Action>(reserving: 8)
    var arrivals: [SimulatedTime] = []
    var served = 0
    var days = 0.0
    func gap() -> Double {
      streams.stream(0, entity: UInt64(arrivals.count)).exponential(mean: 1 / arrivalsPerDay)
    }
    func service() -> Double { streams.stream(1, entity: UInt64(served)).exponential(mean: 1) }
    events.schedule(.arrival, at: SimulatedTime(days: gap()))
    while served < 5_000, let event = events.next() {
      switch event.action {
      case .arrival:
        arrivals.append(event.time)
        events.schedule(.arrival, at: event.time.adding(days: gap()))
        if arrivals.count == served + 1 {
          events.schedule(.departure, at: event.time.adding(days: service()))
        }
      case .departure:
        if served >= 1_000 { days += event.time.days(since: arrivals[served]) }
        served += 1
        if arrivals.count > served {
          events.schedule(.departure, at: event.time.adding(days: service()))
        }
      }
    }
    return days / 4_000
  }

  /// Forty replications of a pinned seed; the mean within 3.5 standard errors of 1 / (1 - arrival rate).
  @Test("Mean time in system is the theory's", arguments: [0.3, 0.5, 0.7])
  func meanTimeInSystem(arrivalsPerDay: Double) {
    let means = (0..<40).map { meanTimeInSystem(replication: $0, arrivalsPerDay: arrivalsPerDay) }
    #expect(standardErrors(of: means, from: 1 / (1 - arrivalsPerDay)) < 3.5)
  }

  @Test("Replications give the same run alone and side by side")
  func sideBySide() async {
    let alone = (0..<8).map { meanTimeInSystem(replication: $0, arrivalsPerDay: 0.5) }
    let together = await withTaskGroup(of: (Int, Double).self) { group in
      for replication in (0..<8).reversed() {
        group.addTask {
          (replication, meanTimeInSystem(replication: UInt64(replication), arrivalsPerDay: 0.5))
        }
      }
      return await group.reduce(into: [Double](repeating: 0, count: 8)) { $0[$1.0] = $1.1 }
    }
    #expect(together == alone)
  }
}
