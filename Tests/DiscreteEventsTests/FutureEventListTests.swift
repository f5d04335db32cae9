import DiscreteEvents
import Testing

@Suite("Future event list")
struct FutureEventListTests {
  @Test("By time, then priority, then order of scheduling")
  func order() {
    var events = FutureEventList<Int>(reserving: 0)
    let noon = SimulatedTime(days: 0.5)
    events.schedule(4, at: noon, priority: 9)
    events.schedule(2, at: noon, priority: 1)
    events.schedule(5, at: SimulatedTime(days: 1))
    events.schedule(3, at: noon, priority: 1)
    events.schedule(1, at: noon)
    #expect(events.nextTime == noon)
    var actions: [Int] = []
    while let event = events.next() { actions.append(event.action) }
    #expect(actions == [1, 2, 3, 4, 5])
    #expect(events.now == SimulatedTime(days: 1))
    #expect(events.nextTime == nil)
    #expect(events.count == 0)
    #expect(events.scheduledTotal == 5 && events.takenTotal == 5)
  }

  @Test("A ticket names its event, and none names no event")
  func tickets() {
    var events = FutureEventList<Int>()
    let first = events.schedule(0, at: .zero, priority: 3)
    let second = events.schedule(1, at: .zero, priority: 3)
    #expect(first != second && first != .none)
    #expect(events.next()?.ticket == first)
    events.noteStale()
    #expect(events.next()?.ticket == second)
    #expect(events.staleTotal == 1)
  }

  @Test("A reset empties the list and sets the clock, before the start too")
  func reset() {
    var events = FutureEventList<Int>(reserving: 4)
    for number in 0..<100 { events.schedule(number, at: SimulatedTime(days: Double(number))) }
    _ = events.next()
    events.reset(to: SimulatedTime(days: -10))
    #expect(events.count == 0 && events.nextTime == nil && events.next() == nil)
    #expect(events.scheduledTotal == 0 && events.takenTotal == 0 && events.staleTotal == 0)
    #expect(events.now == SimulatedTime(days: -10))
    let ticket = events.schedule(7, at: SimulatedTime(days: -9))
    #expect(ticket.orderWord == 1)
    #expect(events.next()?.action == 7)
  }

  /// Scheduling and taking in bursts of random length, with many ties, against a sorted array.
  @Test("Agrees with a sorted list", arguments: 0..<12)
  func againstReference(replication: UInt64) {
    let streams = RandomStreams(seed: 99, replication: replication)
    let stream = streams.stream(0, entity: 0)
    var events = FutureEventList<UInt32>(reserving: 1)
    var reference = SortedEvents()
    for round in 0..<400 {
      if round % 150 == 149 {
        let time = SimulatedTime(seconds: Int64(stream.uniform() * 100) - 50)
        events.reset(to: time)
        reference = SortedEvents()
      }
      let growing = round % 150 < 90
      for _ in 0..<Int(stream.uniform() * (growing ? 12 : 5)) {
        let time = SimulatedTime(seconds: events.now.seconds + Int64(stream.uniform() * 20))
        let priority = UInt8(stream.uniform() * 3)
        let action = UInt32(truncatingIfNeeded: stream.word())
        let ticket = events.schedule(action, at: time, priority: priority)
        reference.insert(time: time, priority: priority, ticket: ticket, action: action)
      }
      for _ in 0..<Int(stream.uniform() * (growing ? 8 : 12)) {
        #expect(events.nextTime == reference.rows.first?.time)
        #expect(events.count == reference.rows.count)
        let taken = events.next()
        let expected = reference.removeFirst()
        #expect(taken?.ticket == expected?.ticket)
        #expect(taken?.time == expected?.time)
        #expect(taken?.action == expected?.action)
        #expect(events.nextTime == reference.rows.first?.time)
        #expect(events.count == reference.rows.count)
      }
    }
  }
}

/// The slow and plain event list.
private struct SortedEvents {
  struct Row {
    let time: SimulatedTime
    let priority: UInt8
    let number: Int
    let ticket: EventTicket
    let action: UInt32
  }
  var rows: [Row] = []
  private var inserted = 0

  mutating func insert(time: SimulatedTime, priority: UInt8, ticket: EventTicket, action: UInt32) {
    inserted += 1
    rows.append(Row(time: time, priority: priority, number: inserted, ticket: ticket, action: action))
    rows.sort { ($0.time, $0.priority, $0.number) < ($1.time, $1.priority, $1.number) }
  }

  mutating func removeFirst() -> Row? { rows.isEmpty ? nil : rows.removeFirst() }
}
