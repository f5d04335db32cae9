extension EventWheel {
  /// The first bucket that has events, without taking it out; there must be one.
  @inlinable @inline(__always)
  var firstPlace: (level: Int, digit: Int) {
    let level = levels.trailingZeroBitCount
    return (level, occupied[level].trailingZeroBitCount)
  }

  /// Takes out the chain of the first bucket; there must be an event.
  @inlinable @inline(__always)
  mutating func removeFirstBucket() -> Bucket {
    let (level, digit) = firstPlace
    let index = level << 6 | digit
    let chain = chains[index]
    chains[index] = Chain(first: -1, count: 0)
    occupied[level] &= occupied[level] &- 1
    if occupied[level] == 0 { levels &= levels &- 1 }
    let bits = Self.narrowestBits + 6 * level
    // Shifted by 64 or more, nothing is left, as it must be in the widest wheel.
    let start = (base >> UInt64(bits + 6)) << UInt64(bits + 6) | UInt64(digit) << UInt64(bits)
    let (end, overflow) = start.addingReportingOverflow(1 << UInt64(bits))
    return Bucket(level: level, chain: chain, start: start, end: overflow ? .max : end)
  }

  /// Takes one event of a bucket that was taken out, and moves to the next; its place is free from now on.
  @inlinable @inline(__always)
  mutating func release(_ index: inout Int32) -> EventNode<Action> {
    let place = Int(index)
    let released = index
    index = links[place]
    links[place] = free
    free = released
    return pool[place]
  }

  /// Puts the events of a bucket that was taken out, and at whose start `base` now stands, into narrower wheels.
  @inlinable
  mutating func deal(_ bucket: Bucket) {
    var index = bucket.first
    for _ in 0..<bucket.count {
      let following = links[Int(index)]
      let chain = chain(at: pool[Int(index)].order.shiftedSeconds)
      links[Int(index)] = chain.pointee.first
      chain.pointee.first = index
      chain.pointee.count &+= 1
      index = following
    }
  }

  /// The order of the first event to happen; `last` when there is none.
  ///
  /// - Complexity: linear in the events of its bucket.
  @inlinable
  var first: EventOrder {
    guard levels != 0 else { return .last }
    let (level, digit) = firstPlace
    let chain = chains[level << 6 | digit]
    var first = EventOrder.last
    var index = chain.first
    for _ in 0..<chain.count {
      if pool[Int(index)].order.precedes(first) { first = pool[Int(index)].order }
      index = links[Int(index)]
    }
    return first
  }
}
