import DiscreteEvents
import Testing

@Suite("Future event list against a sorted list")
struct SortedListTests {
  /// Seconds ahead within which events are scheduled: many ties; within a day; within months; over lifetimes.
  @Test("Agrees, event for event", arguments: [5, 20_000, 3_000_000, 8_000_000_000])
  func agrees(span: Int64) {
    for replication in 0..<3 { compare(span: span, replication: UInt64(replication)) }
  }

  @Test("A hundred events at one moment come in their order", arguments: [0.0, 0.1, 400])
  func ties(day: Double) {
    var events = FutureEventList<Int>(reserving: 4)
    let time = SimulatedTime(days: day)
    for number in 0..<100 { events.schedule(number, at: time, priority: UInt8(number % 2)) }
    var actions: [Int] = []
    while let event = events.next() {
      actions.append(event.action)
      // What is scheduled for this very moment comes after what already was.
      if event.action == 4 { events.schedule(1_000, at: time) }
    }
    let even = (0..<100).filter { $0 % 2 == 0 }
    #expect(actions == even + [1_000] + even.map { $0 + 1 })
  }

  @Test("An event at `never` comes last and can be reached")
  func never() {
    var events = FutureEventList<Int>()
    events.schedule(2, at: .never)
    events.schedule(1, at: SimulatedTime(days: 100_000))
    #expect(events.next()?.action == 1)
    #expect(events.nextTime == .never)
    #expect(events.next()?.action == 2)
    #expect(events.next()?.action == nil)
  }

  /// Scheduling and taking in bursts of random length, with ties, priorities, empty moments and resets.
  private func compare(span: Int64, replication: UInt64) {
    var events = FutureEventList<UInt32>(reserving: 1)
    let streams = RandomStreams(seed: 99, replication: replication)
    let stream = streams.stream(0, entity: UInt64(span))
    var reference = SortedEvents()
    for round in 0..<400 {
      if round % 150 == 149 {
        events.reset(to: SimulatedTime(seconds: Int64(stream.uniform() * 100) - 50))
        reference = SortedEvents()
        #expect(events.next()?.action == nil)
      }
      let growing = round % 150 < 90
      for _ in 0..<Int(stream.uniform() * (growing ? 12 : 5)) {
        let delay = Int64(stream.uniform() * stream.uniform() * Double(span))
        let time = SimulatedTime(seconds: events.now.seconds + delay)
        let priority = UInt8(stream.uniform() * 3)
        let action = UInt32(truncatingIfNeeded: stream.word())
        let ticket = events.schedule(action, at: time, priority: priority)
        reference.insert(time: time, priority: priority, ticket: ticket, action: action)
      }
      for _ in 0..<Int(stream.uniform() * (growing ? 8 : 14)) {
        #expect(events.nextTime == reference.rows.last?.time)
        #expect(events.count == reference.rows.count)
        let taken = events.next()
        let expected = reference.rows.popLast()
        #expect(taken?.ticket == expected?.ticket)
        #expect(taken?.time == expected?.time)
        #expect(taken?.action == expected?.action)
        #expect(events.nextTime == reference.rows.last?.time)
      }
    }
  }
}

/// The slow and plain event list, the next event last.
private struct SortedEvents {
  struct Row {
    let time: SimulatedTime
    let priority: UInt8
    let ticket: EventTicket
    let action: UInt32
  }
  var rows: [Row] = []

  mutating func insert(time: SimulatedTime, priority: UInt8, ticket: EventTicket, action: UInt32) {
    let row = Row(time: time, priority: priority, ticket: ticket, action: action)
    // Among rows of one moment and priority the one inserted first stays nearer the end.
    let place = rows.firstIndex { ($0.time, $0.priority) <= (time, priority) } ?? rows.endIndex
    rows.insert(row, at: place)
  }
}
