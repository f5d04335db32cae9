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
    chains[index] = Chain(last: -1, count: 0)
    occupied[level] &= occupied[level] &- 1
    if occupied[level] == 0 { levels &= levels &- 1 }
    let bits = Self.narrowestBits + 6 * level
    // Shifted by 64 or more, nothing is left, as it must be in the widest wheel.
    let start = (base >> UInt64(bits + 6)) << UInt64(bits + 6) | UInt64(digit) << UInt64(bits)
    let (end, overflow) = start.addingReportingOverflow(1 << UInt64(bits))
    return Bucket(level: level, chain: chain, start: start, end: overflow ? .max : end)
  }

  /// The block that a bucket begun last, without taking it: where its events stand, and how many they are.
  @inlinable @inline(__always)
  func lastBlock(of bucket: Bucket) -> UnsafeMutableBufferPointer<EventNode<Action>> {
    let count = (Int(truncatingIfNeeded: bucket.count) &- 1) & (Self.blockSize &- 1) &+ 1
    return UnsafeMutableBufferPointer(start: pool + Int(bucket.last) &* Self.blockSize, count: count)
  }

  /// Gives back the block that a bucket begun last, of that many events: they may be read until the next `insert`.
  @inlinable @inline(__always)
  mutating func releaseBlock(of bucket: inout Bucket, events: Int) {
    let block = bucket.last
    bucket.count &-= Int32(truncatingIfNeeded: events)
    bucket.last = links[Int(block)]
    links[Int(block)] = free
    free = block
  }

  /// Asks for the memory of a block of a bucket that is soon to be read; there may be none.
  @inlinable @inline(__always)
  func prefetchBlock(_ block: Int32) {
    let address = UnsafeRawPointer(pool + Int(block) &* Self.blockSize)
    let bytes = Self.blockSize * MemoryLayout<EventNode<Action>>.stride
    for line in stride(from: 0, to: bytes, by: 64) { FlatMemory.prefetch(address + line) }
  }

  /// Puts the events of a bucket that was taken out, and at whose start `base` now stands, into narrower wheels.
  @inlinable
  mutating func deal(_ bucket: Bucket) {
    var bucket = bucket
    while bucket.count > 0 {
      // Read through its number: the pool may move when it grows.
      let first = Int(bucket.last) &* Self.blockSize
      let count = lastBlock(of: bucket).count
      prefetchBlock(links[Int(bucket.last)])
      for place in first..<(first &+ count) { insert(pool[place]) }
      releaseBlock(of: &bucket, events: count)
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
    var bucket = Bucket(level: level, chain: chain, start: 0, end: 0)
    var first = EventOrder.last
    while bucket.count > 0 {
      let block = lastBlock(of: bucket)
      for node in block where node.order.precedes(first) { first = node.order }
      bucket.count -= Int32(block.count)
      bucket.last = links[Int(bucket.last)]
    }
    return first
  }
}
