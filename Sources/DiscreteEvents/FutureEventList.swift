/// The events still to happen, in the order of happening: by time, then priority, then order of scheduling.
///
/// A heap with four children to a node, on memory of its own; nothing is allocated for an event. Taking the first
/// event leaves a hole at the top, which the next event scheduled fills: a model that takes one and schedules one
/// moves through the heap once, not twice.
///
/// There is no removal: see `EventTicket`.
@frozen
public struct FutureEventList<Action: BitwiseCopyable & Sendable>: ~Copyable {
  // Places run from `top`; the children of place p are 4p-8...4p-5, so that four siblings share a cache line of 64
  // bytes. Places past the end hold `EventOrder.last` as far as the last group of siblings reaches.
  @usableFromInline var orders: UnsafeMutablePointer<EventOrder>
  @usableFromInline var actions: UnsafeMutablePointer<Action>
  @usableFromInline var end: Int
  @usableFromInline var capacity: Int
  @usableFromInline var topIsHole: Bool
  @usableFromInline var clock: SimulatedTime
  @usableFromInline var scheduled: UInt64
  @usableFromInline var taken: UInt64
  @usableFromInline var stale: UInt64

  @inlinable
  static var top: Int { 3 }

  /// An empty list at the start of the simulation, with room for that many events before it must grow.
  @inlinable
  public init(reserving events: Int = 1024) {
    precondition(events >= 0, "Room is reserved for a number of events, not for \(events).")
    capacity = (max(events, 4) + Self.top + 3) & ~3
    orders = Self.allocateOrders(capacity)
    actions = .allocate(capacity: capacity)
    end = Self.top
    topIsHole = false
    clock = .zero
    scheduled = 0
    taken = 0
    stale = 0
  }

  @inlinable
  deinit {
    UnsafeMutableRawPointer(orders).deallocate()
    actions.deallocate()
  }

  /// The time of the event taken last, or the time of the last reset.
  @inlinable
  public var now: SimulatedTime { clock }

  /// Events still to happen, the ones grown stale among them.
  @inlinable
  public var count: Int { end - Self.top - (topIsHole ? 1 : 0) }

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
  @inlinable
  public var nextTime: SimulatedTime? {
    guard count > 0 else { return nil }
    let first = topIsHole ? orders[firstOfSiblings(at: 4)] : orders[Self.top]
    return SimulatedTime(seconds: first.seconds)
  }

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - action: what is to happen.
  ///   - time: when; not before `now`.
  ///   - priority: which of several events at one moment comes first: the lowest number.
  /// - Returns: the event's ticket.
  /// - Complexity: logarithmic in `count`.
  @inlinable
  @discardableResult
  public mutating func schedule(
    _ action: Action, at time: SimulatedTime, priority: UInt8 = 0
  ) -> EventTicket {
    precondition(time >= clock, "An event cannot be scheduled in the past.")
    scheduled &+= 1
    let orderWord = UInt64(priority) << 56 | scheduled
    let order = EventOrder(seconds: time.seconds, orderWord: orderWord)
    if topIsHole {
      topIsHole = false
      sink(order, action)
    } else {
      if end == capacity { grow() }
      end &+= 1
      rise(order, action, from: end &- 1)
    }
    return EventTicket(orderWord: orderWord)
  }

  /// Takes the next event and moves `now` to its time; nil when there is none.
  ///
  /// - Complexity: constant, or logarithmic in `count` when nothing was scheduled since the event before.
  @inlinable
  public mutating func next() -> ScheduledEvent<Action>? {
    if topIsHole { fillHole() }
    guard end > Self.top else { return nil }
    let order = orders[Self.top]
    topIsHole = true
    taken &+= 1
    clock = SimulatedTime(seconds: order.seconds)
    return ScheduledEvent(
      time: clock, ticket: EventTicket(orderWord: order.orderWord), action: actions[Self.top])
  }

  /// Empties the list, sets its clock and its totals, and keeps its memory.
  ///
  /// - Complexity: linear in the number of events still to happen.
  @inlinable
  public mutating func reset(to time: SimulatedTime) {
    (orders + Self.top).update(repeating: .last, count: end - Self.top)
    end = Self.top
    topIsHole = false
    clock = time
    scheduled = 0
    taken = 0
    stale = 0
  }
}
