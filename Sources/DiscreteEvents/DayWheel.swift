/// The events still to happen, in the same order and with the same interface as `FutureEventList`, made for days.
///
/// Time is cut into buckets of 16,384 seconds (a little over a fifth of a day), 4,096 of which make a window of 777
/// days. Scheduling puts an event into its bucket, unsorted; a bucket is sorted when the clock reaches it. Events
/// beyond the window wait in one list, which is dealt out when the next window begins.
///
/// It pays where events are spread over days and years, as in a service. Many thousands of events within one bucket,
/// each scheduled after the clock reached it, cost a linear insertion each: then `FutureEventList` is the better.
@frozen
public struct DayWheel<Action: BitwiseCopyable & Sendable>: ~Copyable {
  @frozen @usableFromInline
  struct Node: BitwiseCopyable {
    @usableFromInline var order: EventOrder
    @usableFromInline var action: Action
    @usableFromInline var next: Int32

    @inlinable @inline(__always)
    init(order: EventOrder, action: Action, next: Int32) {
      self.order = order
      self.action = action
      self.next = next
    }
  }

  // Waiting events are chained through a pool of nodes: one chain a bucket, one for what lies beyond the window, one
  // of free nodes. -1 ends a chain. A bit for each bucket tells whether its chain has events.
  @usableFromInline var pool: UnsafeMutablePointer<Node>
  @usableFromInline var poolSize: Int
  @usableFromInline var poolUsed: Int
  @usableFromInline var free: Int32
  @usableFromInline var beyond: Int32
  @usableFromInline let heads: UnsafeMutablePointer<Int32>
  @usableFromInline let occupied: UnsafeMutablePointer<UInt64>
  /// The first second of the window, shifted as `EventOrder` shifts it.
  @usableFromInline var windowStart: UInt64
  /// The bucket that is open; -1 before the window's first.
  @usableFromInline var open: Int

  // The open bucket's events, the next one last.
  @usableFromInline var today: UnsafeMutablePointer<Node>
  @usableFromInline var todayRoom: Int
  @usableFromInline var todayCount: Int

  @usableFromInline var clock: SimulatedTime
  @usableFromInline var scheduled: UInt64
  @usableFromInline var taken: UInt64
  @usableFromInline var stale: UInt64

  @inlinable static var buckets: Int { 4096 }
  @inlinable static var bucketBits: UInt64 { 14 }

  /// An empty wheel at the start of the simulation, with room for that many events before it must grow.
  @inlinable
  public init(reserving events: Int = 1024) {
    precondition(events >= 0, "Room is reserved for a number of events, not for \(events).")
    poolSize = max(events, 4)
    pool = .allocate(capacity: poolSize)
    todayRoom = 64
    today = .allocate(capacity: todayRoom)
    heads = .allocate(capacity: Self.buckets)
    occupied = .allocate(capacity: Self.buckets / 64)
    heads.initialize(repeating: -1, count: Self.buckets)
    occupied.initialize(repeating: 0, count: Self.buckets / 64)
    (poolUsed, free, beyond, todayCount, open) = (0, -1, -1, 0, -1)
    (clock, scheduled, taken, stale) = (.zero, 0, 0, 0)
    windowStart = EventOrder.shift(0)
  }

  @inlinable
  deinit {
    pool.deallocate()
    today.deallocate()
    heads.deallocate()
    occupied.deallocate()
  }

  /// The time of the event taken last, or the time of the last reset.
  @inlinable
  public var now: SimulatedTime { clock }

  /// Events still to happen, the ones grown stale among them.
  @inlinable
  public var count: Int { Int(scheduled &- taken) }

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
  /// - Complexity: constant, or linear in the next bucket's events when the open one is spent.
  @inlinable
  public var nextTime: SimulatedTime? {
    if todayCount > 0 { return SimulatedTime(seconds: today[todayCount &- 1].order.seconds) }
    guard count > 0 else { return nil }
    let bucket = nextOccupied()
    return SimulatedTime(seconds: earliest(of: bucket < Self.buckets ? heads[bucket] : beyond).seconds)
  }

  /// Adds an event: as `FutureEventList.schedule`.
  ///
  /// - Complexity: constant; linear in the open bucket's events for one that falls into it.
  @inlinable
  @discardableResult
  public mutating func schedule(
    _ action: Action, at time: SimulatedTime, priority: UInt8 = 0
  ) -> EventTicket {
    precondition(time >= clock, "An event cannot be scheduled in the past.")
    scheduled &+= 1
    let orderWord = UInt64(priority) << 56 | scheduled
    let order = EventOrder(seconds: time.seconds, orderWord: orderWord)
    let bucket = bucket(of: order)
    if bucket > open {
      let node = takeNode()
      pool[node].order = order
      pool[node].action = action
      chain(node, bucket)
    } else {
      insertToday(Node(order: order, action: action, next: -1))
    }
    return EventTicket(orderWord: orderWord)
  }

  /// Takes the next event and moves `now` to its time; nil when there is none.
  ///
  /// - Complexity: constant on average, and the sorting of a bucket when one is opened.
  @inlinable
  public mutating func next() -> ScheduledEvent<Action>? {
    if todayCount == 0, !openNext() { return nil }
    todayCount &-= 1
    let node = today[todayCount]
    taken &+= 1
    clock = SimulatedTime(seconds: node.order.seconds)
    return ScheduledEvent(
      time: clock, ticket: EventTicket(orderWord: node.order.orderWord), action: node.action)
  }

  /// Empties the wheel, sets its clock and its totals, and keeps its memory.
  @inlinable
  public mutating func reset(to time: SimulatedTime) {
    heads.update(repeating: -1, count: Self.buckets)
    occupied.update(repeating: 0, count: Self.buckets / 64)
    (poolUsed, free, beyond, todayCount, open) = (0, -1, -1, 0, -1)
    (clock, scheduled, taken, stale) = (time, 0, 0, 0)
    windowStart = EventOrder.shift(time.seconds)
  }
}
