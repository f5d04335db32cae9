extension DayWheel {
  /// The bucket of an event that is not before the window; `buckets` or more when it lies beyond.
  @inlinable @inline(__always)
  func bucket(of order: EventOrder) -> Int {
    Int(truncatingIfNeeded: (order.shiftedSeconds &- windowStart) >> Self.bucketBits)
  }

  /// A node that is in no chain.
  @inlinable @inline(__always)
  mutating func takeNode() -> Int {
    if free >= 0 {
      let node = Int(free)
      free = pool[node].next
      return node
    }
    if poolUsed == poolSize { growPool() }
    poolUsed &+= 1
    return poolUsed &- 1
  }

  /// Adds a node to its bucket's chain, or to the one beyond the window.
  @inlinable @inline(__always)
  mutating func chain(_ node: Int, _ bucket: Int) {
    let index = Int32(truncatingIfNeeded: node)
    if bucket < Self.buckets {
      pool[node].next = heads[bucket]
      heads[bucket] = index
      occupied[bucket >> 6] |= 1 << UInt64(truncatingIfNeeded: bucket & 63)
    } else {
      pool[node].next = beyond
      beyond = index
    }
  }

  /// Puts an event into the open bucket's order.
  @inlinable
  mutating func insertToday(_ node: Node) {
    if todayCount == todayRoom { growToday() }
    var place = todayCount
    while place > 0, today[place &- 1].order.precedes(node.order) {
      today[place] = today[place &- 1]
      place &-= 1
    }
    today[place] = node
    todayCount &+= 1
  }

  /// The first bucket after the open one that has events; `buckets` when there is none in the window.
  @inlinable
  func nextOccupied() -> Int {
    let from = open &+ 1
    guard from < Self.buckets else { return Self.buckets }
    var word = from >> 6
    var bits = occupied[word] & (UInt64.max << UInt64(truncatingIfNeeded: from & 63))
    while bits == 0 {
      word &+= 1
      if word == Self.buckets / 64 { return Self.buckets }
      bits = occupied[word]
    }
    return word << 6 | bits.trailingZeroBitCount
  }

  /// Opens the next bucket that has events, in a later window if need be; false when there are no events left.
  @inlinable
  mutating func openNext() -> Bool {
    var bucket = nextOccupied()
    if bucket == Self.buckets {
      guard beyond >= 0 else { return false }
      startNextWindow()
      bucket = nextOccupied()
    }
    open = bucket
    occupied[bucket >> 6] &= ~(1 << UInt64(truncatingIfNeeded: bucket & 63))
    var index = heads[bucket]
    heads[bucket] = -1
    while index >= 0 {
      let node = pool[Int(index)]
      pool[Int(index)].next = free
      free = index
      if todayCount == todayRoom { growToday() }
      today[todayCount] = node
      todayCount &+= 1
      index = node.next
    }
    sortToday()
    return true
  }

  /// Sorts the open bucket's events, the first to happen last.
  @inlinable
  mutating func sortToday() {
    if todayCount > 24 {
      var entries = UnsafeMutableBufferPointer(start: today, count: todayCount)
      entries.sort { $1.order.precedes($0.order) }
      return
    }
    var sorted = 1
    while sorted < todayCount {
      let node = today[sorted]
      var place = sorted
      while place > 0, today[place &- 1].order.precedes(node.order) {
        today[place] = today[place &- 1]
        place &-= 1
      }
      today[place] = node
      sorted &+= 1
    }
  }

  /// Moves the window to begin at the first event beyond it, and deals out the events that it then holds.
  @inlinable
  mutating func startNextWindow() {
    windowStart = earliest(of: beyond).shiftedSeconds
    open = -1
    var index = beyond
    beyond = -1
    while index >= 0 {
      let node = Int(index)
      index = pool[node].next
      chain(node, bucket(of: pool[node].order))
    }
  }

  /// The first event of a chain that is not empty.
  @inlinable
  func earliest(of chain: Int32) -> EventOrder {
    var first = EventOrder.last
    var index = chain
    while index >= 0 {
      let node = pool[Int(index)]
      if node.order.precedes(first) { first = node.order }
      index = node.next
    }
    return first
  }

  @inlinable
  mutating func growPool() {
    precondition(poolSize <= Int(Int32.max) / 2, "A wheel holds at most two thousand million events.")
    let wider = UnsafeMutablePointer<Node>.allocate(capacity: poolSize * 2)
    wider.initialize(from: pool, count: poolUsed)
    pool.deallocate()
    (pool, poolSize) = (wider, poolSize * 2)
  }

  @inlinable
  mutating func growToday() {
    let wider = UnsafeMutablePointer<Node>.allocate(capacity: todayRoom * 2)
    wider.initialize(from: today, count: todayCount)
    today.deallocate()
    (today, todayRoom) = (wider, todayRoom * 2)
  }
}
