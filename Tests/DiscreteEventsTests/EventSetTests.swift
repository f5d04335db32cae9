import Testing

@testable import DiscreteEvents

/// The list as a whole against the heap alone, which is the plainer, with many events and all the shapes that a list can
/// take: few events, many, bursts at one moment, times from seconds to the widest, and emptied in between.
@Suite("Future event list against the heap")
struct EventSetTests {
  /// A pattern of gaps in seconds.
  enum Gaps: CaseIterable, Sendable {
    case seconds, hours, years, mixed, moments

    func draw(_ stream: RandomStream) -> Int64 {
      switch self {
      case .seconds: return Int64(stream.uniform() * 40)
      case .hours: return Int64(stream.exponential(mean: 20_000))
      case .years: return Int64(stream.exponential(mean: 120 * 86_400))
      // From a second to the widest wheel, evenly over the orders of magnitude.
      case .mixed: return 1 << Int64(stream.uniform() * 60)
      // Many at the very same second, a few days ahead.
      case .moments: return Int64(stream.uniform() * 4) * 100_000
      }
    }
  }

  @Test("Agrees, event for event", arguments: Gaps.allCases, [40, 700, 9_000])
  func agrees(gaps: Gaps, pending: Int) {
    var events = FutureEventList<UInt32>(reserving: 4)
    var reference = EventHeap<UInt32>(room: 100_000)
    let streams = RandomStreams(seed: 12, replication: UInt64(pending))
    let stream = streams.stream(1, entity: 2)
    // Times before the start too.
    events.reset(to: SimulatedTime(seconds: -500_000))
    var waiting = 0
    var number: UInt32 = 0
    var disagreements = 0
    func schedule() {
      let (time, overflow) = events.now.seconds.addingReportingOverflow(gaps.draw(stream))
      guard !overflow else { return }
      let priority = UInt8(stream.uniform() * 3)
      number += 1
      let ticket = events.schedule(number, at: SimulatedTime(seconds: time), priority: priority)
      reference.insert(EventOrder(seconds: time, orderWord: ticket.orderWord), number)
      waiting += 1
    }
    func take() {
      reference.fillHole()
      let expected = reference.first
      let event = events.next()
      waiting -= 1
      let action = reference.takeTop()
      if event?.time.seconds != expected.seconds || event?.ticket.orderWord != expected.orderWord
        || event?.action != action
      {
        disagreements += 1
      }
    }
    // Filled, turned over twice and drained, three times; the last time it is drained to the end.
    for round in 0..<3 {
      while waiting < pending { schedule() }
      for _ in 0..<2 * pending {
        take()
        schedule()
        // Now and then two for one, or none.
        if stream.bernoulli(0.1) { schedule() }
        if stream.bernoulli(0.1), waiting > 0 { take() }
      }
      #expect(events.count == waiting)
      while waiting > (round == 2 ? 0 : 5) { take() }
    }
    #expect(events.next()?.action == nil)
  }

  @Test(
    "The next time is known without taking the event, whatever the list's shape", arguments: Gaps.allCases)
  func nextTime(gaps: Gaps) {
    var events = FutureEventList<Int>(reserving: 4)
    let streams = RandomStreams(seed: 13, replication: 0)
    let stream = streams.stream(1, entity: 2)
    for number in 0..<400 { events.schedule(number, at: SimulatedTime(seconds: gaps.draw(stream))) }
    while let expected = events.nextTime {
      #expect(events.next()?.time == expected)
      if events.takenTotal % 3 == 0, events.takenTotal < 300 {
        events.schedule(
          0, at: SimulatedTime(seconds: events.now.seconds &+ gaps.draw(stream) % 1_000_000_000))
      }
    }
    #expect(events.count == 0)
  }

  @Test("A burst of ten thousand events at one moment, scheduled by an event of that moment, comes in order")
  func burst() {
    var events = FutureEventList<Int>(reserving: 4)
    for number in 0..<200 { events.schedule(-1 - number, at: SimulatedTime(days: Double(number))) }
    var next = 0
    while let event = events.next() {
      if event.action == -100 {
        for number in 0..<10_000 { events.schedule(number, at: event.time) }
      } else if event.action >= 0 {
        if event.action == next { next += 1 }
      }
    }
    #expect(next == 10_000)
  }

  @Test("A reset forgets what the wheels held")
  func reset() {
    var events = FutureEventList<Int>(reserving: 4)
    for number in 0..<1_000 { events.schedule(number, at: SimulatedTime(days: Double(number))) }
    for _ in 0..<300 { _ = events.next() }
    events.reset(to: .zero)
    #expect(events.count == 0 && events.nextTime == nil && events.next()?.action == nil)
    for number in 0..<1_000 { events.schedule(number, at: SimulatedTime(days: Double(1_000 - number))) }
    var actions: [Int] = []
    while let event = events.next() { actions.append(event.action) }
    #expect(actions == (0..<1_000).reversed())
  }
}
