/// The events still to happen, in the order of happening: by time, then priority, then order of scheduling.
///
/// Few events are kept in order; many are spread over wheels of buckets, a bucket a spell of time, and only the events of
/// the bucket that the clock has reached are put in order. So an event costs much the same whether a hundred are pending
/// or many thousands. The list changes from one to the other by itself, and the order of happening is the same.
///
/// All of it stands on memory of its own; nothing is allocated for an event. There is no removal: see `EventTicket`.
@frozen
public struct FutureEventList<Action: BitwiseCopyable & Sendable>: ~Copyable {
  // The near events, those before `nearEnd`: a run in order, whose next to happen comes last, and a heap for what comes
  // while the run is long.
  @usableFromInline var heap: EventHeap<Action>
  @usableFromInline let run: UnsafeMutablePointer<EventNode<Action>>
  @usableFromInline var runCount: Int
  // Where a bucket's events stand while they are put in order, and their places.
  @usableFromInline let unsorted: UnsafeMutablePointer<EventNode<Action>>
  @usableFromInline let places: UnsafeMutablePointer<Int>
  /// The first second that is not near, as `EventOrder` shifts it; `.max` while every event stands in the heap.
  @usableFromInline var nearEnd: UInt64
  // All others.
  @usableFromInline var wheel: EventWheel<Action>

  @usableFromInline var clock: SimulatedTime
  @usableFromInline var scheduled: UInt64
  @usableFromInline var taken: UInt64
  @usableFromInline var stale: UInt64

  /// Events of a bucket that are put in order at once; a bucket with more is dealt out to narrower ones first.
  @inlinable static var runRoom: Int { 32 }
  /// Events of a run that is short: a near event is put in its place among them.
  @inlinable static var shortRun: Int { 12 }
  /// Events in the heap that are spread over the wheels, when there are none yet.
  @inlinable static var heapAlone: Int { 48 }
  /// Events so few that all of them become near when a bucket is to be opened.
  @inlinable static var fewEvents: Int { 8 }

  /// An empty list at the start of the simulation, with room for that many events before it must grow.
  @inlinable
  public init(reserving events: Int = 1024) {
    precondition(events >= 0, "Room is reserved for a number of events, not for \(events).")
    heap = EventHeap(room: Self.heapAlone)
    run = .allocate(capacity: Self.runRoom)
    unsorted = .allocate(capacity: Self.runRoom)
    places = .allocate(capacity: Self.runRoom)
    wheel = EventWheel(room: events)
    runCount = 0
    nearEnd = .max
    clock = .zero
    scheduled = 0
    taken = 0
    stale = 0
  }

  @inlinable
  deinit {
    run.deallocate()
    unsorted.deallocate()
    places.deallocate()
  }

  /// The time of the event taken last, or the time of the last reset.
  @inlinable
  public var now: SimulatedTime { clock }

  /// Events still to happen, the ones grown stale among them.
  @inlinable
  public var count: Int { Int(truncatingIfNeeded: scheduled &- taken) }

  /// Events scheduled since the last reset.
  @inlinable
  public var scheduledTotal: UInt64 { scheduled }

  /// Events taken since the last reset, stale ones among them.
  @inlinable
  public var takenTotal: UInt64 { taken }

  /// Events that the model dropped since the last reset because their ticket was no longer live.
  @inlinable
  public var staleTotal: UInt64 { stale }

  /// Counts an event that was taken and dropped: a health figure, nothing depends on it.
  @inlinable
  public mutating func noteStale() { stale &+= 1 }

  /// The time of the next event; nil when there is none.
  ///
  /// - Complexity: constant, or linear in the events of the wheel's next bucket when it is still to be opened.
  @inlinable
  public var nextTime: SimulatedTime? {
    guard count > 0 else { return nil }
    var first = heap.first
    if runCount > 0, run[runCount &- 1].order.precedes(first) { first = run[runCount &- 1].order }
    if runCount == 0, heap.count == 0 { first = wheel.first }
    return SimulatedTime(seconds: first.seconds)
  }

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - action: what is to happen.
  ///   - time: when; not before `now`.
  ///   - priority: which of several events at one moment comes first: the lowest number.
  /// - Returns: the event's ticket.
  /// - Complexity: constant; logarithmic in the number of events before the end of the open bucket for one of those.
  @inlinable
  @discardableResult
  public mutating func schedule(
    _ action: Action, at time: SimulatedTime, priority: UInt8 = 0
  ) -> EventTicket {
    precondition(time >= clock, "An event cannot be scheduled in the past.")
    scheduled &+= 1
    let orderWord = UInt64(priority) << 56 | scheduled
    let order = EventOrder(seconds: time.seconds, orderWord: orderWord)
    if order.shiftedSeconds < nearEnd {
      insertNear(EventNode(order: order, action: action))
    } else {
      wheel.insert(EventNode(order: order, action: action))
    }
    return EventTicket(orderWord: orderWord)
  }

  /// Takes the next event and moves `now` to its time; nil when there is none.
  ///
  /// - Complexity: constant on average, and logarithmic in the number of events in the heap.
  @inlinable
  public mutating func next() -> ScheduledEvent<Action>? {
    heap.fillHole()
    if runCount == 0, heap.end == EventHeap<Action>.topPlace {
      guard scheduled != taken else { return nil }
      openBucket()
    }
    taken &+= 1
    if runCount > 0, run[runCount &- 1].order.precedes(heap.top) {
      runCount &-= 1
      return happen(run[runCount].order, run[runCount].action)
    }
    return happen(heap.top, heap.takeTop())
  }

  @inlinable @inline(__always)
  mutating func happen(_ order: EventOrder, _ action: Action) -> ScheduledEvent<Action> {
    clock = SimulatedTime(seconds: order.seconds)
    return ScheduledEvent(time: clock, ticket: EventTicket(orderWord: order.orderWord), action: action)
  }

  /// Empties the list, sets its clock and its totals, and keeps its memory.
  ///
  /// - Complexity: linear in the number of events in the heap.
  @inlinable
  public mutating func reset(to time: SimulatedTime) {
    heap.removeAll()
    wheel.removeAll()
    heap.limit(to: Self.heapAlone)
    runCount = 0
    nearEnd = .max
    clock = time
    scheduled = 0
    taken = 0
    stale = 0
  }
}
