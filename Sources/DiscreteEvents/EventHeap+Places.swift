extension EventHeap {
  /// The place of the first of the four siblings from that place on, found without a branch.
  @inlinable @inline(__always)
  func firstOfSiblings(at place: Int) -> Int {
    let siblings = orders + place
    // Arithmetic on 0 and 1 instead of choices: the compiler would make branches of those, which no processor foresees.
    let left = siblings[1].before(siblings[0])
    let right = 2 &+ siblings[3].before(siblings[2])
    let inRight = siblings[right].before(siblings[left])
    return place &+ (left ^ ((left ^ right) & (0 &- inRight)))
  }

  /// Puts an event in at the empty top and lets it sink to its place.
  @inlinable @inline(__always)
  mutating func sink(_ order: EventOrder, _ action: Action) {
    var place = Self.topPlace
    while true {
      let children = 4 &* place &- 8
      if children >= end { break }
      let child = firstOfSiblings(at: children)
      if !orders[child].precedes(order) { break }
      orders[place] = orders[child]
      actions[place] = actions[child]
      place = child
    }
    orders[place] = order
    actions[place] = action
  }

  /// Puts an event in at an empty place of the lowest row and lets it rise to its place.
  @inlinable @inline(__always)
  mutating func rise(_ order: EventOrder, _ action: Action, from last: Int) {
    var place = last
    while place > Self.topPlace {
      let parent = place >> 2 &+ 2
      if !order.precedes(orders[parent]) { break }
      orders[place] = orders[parent]
      actions[place] = actions[parent]
      place = parent
    }
    orders[place] = order
    actions[place] = action
  }

  /// Doubles the memory, all of which may be used from now on.
  @inlinable @inline(never)
  mutating func grow() {
    let wider = capacity * 2
    let newOrders = Self.allocateOrders(wider)
    newOrders.update(from: orders, count: capacity)
    let newActions = UnsafeMutablePointer<Action>.allocate(capacity: wider)
    (newActions + Self.topPlace).initialize(from: actions + Self.topPlace, count: end - Self.topPlace)
    UnsafeMutableRawPointer(orders).deallocate()
    actions.deallocate()
    (orders, actions, capacity, limit) = (newOrders, newActions, wider, wider)
  }

  /// Room for that many events, aligned to the cache line, every place empty.
  @inlinable
  static func allocateOrders(_ room: Int) -> UnsafeMutablePointer<EventOrder> {
    let stride = MemoryLayout<EventOrder>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: room * stride, alignment: 64)
    return memory.initializeMemory(as: EventOrder.self, repeating: .last, count: room)
  }
}
