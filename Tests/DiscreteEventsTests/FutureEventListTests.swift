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

  @Test("What is foreseen is what happens, where nothing else comes before", arguments: [5, 300])
  func foresight(count: Int) {
    var events = FutureEventList<Int>(reserving: 0)
    // Not in order, and at different times: 7 has no divisor in common with either number.
    for number in 0..<count { events.schedule(number, at: SimulatedTime(days: Double(number * 7 % count))) }
    var foreseen: [(place: Int, action: Int)] = []
    var happened: [Int] = []
    while events.count > 0 {
      for ahead in 0..<3 {
        if let action = events.foreseen(ahead) { foreseen.append((happened.count + ahead, action)) }
      }
      happened.append(events.next()?.action ?? -1)
    }
    #expect(foreseen.count > count)
    #expect(foreseen.allSatisfy { happened[$0.place] == $0.action })
    #expect(events.foreseen(0) == nil)
  }

  @Test("The past is refused")
  func past() async {
    await #expect(processExitsWith: .failure) {
      var events = FutureEventList<Int>()
      events.reset(to: SimulatedTime(days: 2))
      events.schedule(1, at: SimulatedTime(days: 1))
    }
  }
}
