/// Events in a heap with four children to a node.
///
/// Taking the first event leaves a hole at the top, which the next event inserted fills: a model that takes one and
/// schedules one moves through the heap once, not twice.
@frozen
@usableFromInline
struct EventHeap<Action: BitwiseCopyable & Sendable>: ~Copyable {
  // Places run from `topPlace`; the children of place p are 4p-8...4p-5, so that four siblings share a cache line of 64
  // bytes. Places past the end hold `EventOrder.last` as far as the last group of siblings reaches.
  @usableFromInline var orders: UnsafeMutablePointer<EventOrder>
  @usableFromInline var actions: UnsafeMutablePointer<Action>
  @usableFromInline var end: Int
  /// The place where the heap is full: its memory's end, or before.
  @usableFromInline var limit: Int
  @usableFromInline var capacity: Int
  @usableFromInline var topIsHole: Bool

  @inlinable static var topPlace: Int { 3 }

  /// An empty heap that is full with that many events, 4 at least.
  @inlinable
  init(room: Int) {
    capacity = (room + Self.topPlace + 3) & ~3
    orders = Self.allocateOrders(capacity)
    actions = .allocate(capacity: capacity)
    end = Self.topPlace
    limit = Self.topPlace + room
    topIsHole = false
  }

  @inlinable
  deinit {
    UnsafeMutableRawPointer(orders).deallocate()
    actions.deallocate()
  }

  @inlinable
  var count: Int { end - Self.topPlace - (topIsHole ? 1 : 0) }

  /// Whether an event can be inserted.
  @inlinable @inline(__always)
  var hasRoom: Bool { topIsHole || end < limit }

  /// The first event's order when there is no hole; `last` when there is no event.
  @inlinable @inline(__always)
  var top: EventOrder { orders[Self.topPlace] }

  /// The first event's order; `last` when there is no event.
  @inlinable
  var first: EventOrder { topIsHole ? orders[firstOfSiblings(at: 4)] : top }

  /// Adds an event; there must be room.
  @inlinable @inline(__always)
  mutating func insert(_ order: EventOrder, _ action: Action) {
    if topIsHole {
      topIsHole = false
      sink(order, action)
    } else {
      end &+= 1
      rise(order, action, from: end &- 1)
    }
  }

  /// Takes the first event and leaves a hole; there must be an event and no hole.
  @inlinable @inline(__always)
  mutating func takeTop() -> Action {
    topIsHole = true
    return actions[Self.topPlace]
  }

  /// Closes the hole at the top, if there is one, with the event of the last place.
  @inlinable @inline(__always)
  mutating func fillHole() {
    guard topIsHole else { return }
    topIsHole = false
    end &-= 1
    let order = orders[end]
    let action = actions[end]
    orders[end] = .last
    if end > Self.topPlace { sink(order, action) }
  }

  /// Takes the event of the last place, whichever that is; nil when there is none. There must be no hole.
  @inlinable
  mutating func takeLast() -> (order: EventOrder, action: Action)? {
    guard end > Self.topPlace else { return nil }
    end &-= 1
    let order = orders[end]
    orders[end] = .last
    return (order, actions[end])
  }

  @inlinable
  mutating func removeAll() {
    (orders + Self.topPlace).update(repeating: .last, count: end - Self.topPlace)
    end = Self.topPlace
    topIsHole = false
  }

  /// From now on full with that many events, if its memory reaches so far, or with its memory.
  @inlinable
  mutating func limit(to events: Int?) {
    limit = events.map { min(Self.topPlace + $0, capacity) } ?? capacity
  }
}
