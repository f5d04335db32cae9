/// An event that waits.
@frozen
@usableFromInline
struct EventNode<Action: BitwiseCopyable & Sendable>: BitwiseCopyable {
  @usableFromInline let order: EventOrder
  @usableFromInline let action: Action

  @inlinable @inline(__always)
  init(order: EventOrder, action: Action) {
    self.order = order
    self.action = action
  }
}

/// Events in buckets by their time, not in order within a bucket: wheels within wheels.
///
/// A wheel has 64 buckets. Those of the narrowest wheel are 256 seconds wide, and each bucket of a wheel is as wide as
/// the whole wheel below: 256 seconds, 4.6 hours, 12 days, 2.1 years, 136 years and so on, ten wheels for every time that
/// there can be. An event stands in the narrowest wheel that holds both its time and `base`, the moment that the clock
/// has reached: the highest digit to the base of 64 in which the two differ tells the wheel, and the event's digit there
/// the bucket. When the clock reaches a bucket, its events are taken out or dealt to narrower wheels.
@frozen
@usableFromInline
struct EventWheel<Action: BitwiseCopyable & Sendable>: ~Copyable {
  @frozen @usableFromInline
  struct Chain: BitwiseCopyable {
    @usableFromInline var first: Int32
    @usableFromInline var count: Int32

    @inlinable @inline(__always)
    init(first: Int32, count: Int32) {
      self.first = first
      self.count = count
    }
  }

  /// A bucket that was taken out, with the seconds of its spell as `EventOrder` shifts them.
  @frozen @usableFromInline
  struct Bucket {
    @usableFromInline let level: Int
    @usableFromInline let first: Int32
    @usableFromInline let count: Int32
    @usableFromInline let start: UInt64
    @usableFromInline let end: UInt64

    @inlinable @inline(__always)
    init(level: Int, chain: Chain, start: UInt64, end: UInt64) {
      self.level = level
      (first, count) = (chain.first, chain.count)
      (self.start, self.end) = (start, end)
    }
  }

  // Events stand in a pool and are chained by their index there: a chain for each bucket, and one of free nodes, whose
  // end is -1. The links stand apart, close together: a chain's events are then read side by side, not one after another.
  @usableFromInline var pool: UnsafeMutablePointer<EventNode<Action>>
  @usableFromInline var links: UnsafeMutablePointer<Int32>
  @usableFromInline var poolRoom: Int
  @usableFromInline var poolUsed: Int
  @usableFromInline var free: Int32
  @usableFromInline let chains: UnsafeMutablePointer<Chain>
  /// For each wheel, a bit for each bucket that has events.
  @usableFromInline let occupied: UnsafeMutablePointer<UInt64>
  /// A bit for each wheel that has events.
  @usableFromInline var levels: UInt64
  /// No event of the wheels is before this moment, as `EventOrder` shifts it.
  @usableFromInline var base: UInt64

  @inlinable static var levelCount: Int { 10 }
  @inlinable static var narrowestBits: Int { 8 }

  /// Empty wheels, with room for that many events before they must grow.
  @inlinable
  init(room: Int) {
    poolRoom = max(room, 64)
    pool = .allocate(capacity: poolRoom)
    links = .allocate(capacity: poolRoom)
    chains = .allocate(capacity: Self.levelCount * 64)
    chains.initialize(repeating: Chain(first: -1, count: 0), count: Self.levelCount * 64)
    occupied = .allocate(capacity: Self.levelCount)
    occupied.initialize(repeating: 0, count: Self.levelCount)
    (poolUsed, free, levels, base) = (0, -1, 0, 0)
  }

  @inlinable
  deinit {
    pool.deallocate()
    links.deallocate()
    chains.deallocate()
    occupied.deallocate()
  }

  /// Adds an event, which must not be before `base`.
  @inlinable @inline(__always)
  mutating func insert(_ node: EventNode<Action>) {
    let index = takeNode()
    let chain = chain(at: node.order.shiftedSeconds)
    pool[Int(index)] = node
    links[Int(index)] = chain.pointee.first
    chain.pointee.first = index
    chain.pointee.count &+= 1
  }

  /// The chain of the bucket of a moment, which is marked as having events.
  @inlinable @inline(__always)
  mutating func chain(at moment: UInt64) -> UnsafeMutablePointer<Chain> {
    // The narrowest bucket has no digits of its own: moments that differ only within it belong to the lowest wheel.
    let differing = (moment ^ base) | 1 << UInt64(Self.narrowestBits)
    let level = (63 &- differing.leadingZeroBitCount &- Self.narrowestBits) / 6
    let bucket = (moment &>> UInt64(truncatingIfNeeded: Self.narrowestBits &+ 6 &* level)) & 63
    levels |= 1 &<< UInt64(truncatingIfNeeded: level)
    occupied[level] |= 1 &<< bucket
    return chains + (level &<< 6 | Int(truncatingIfNeeded: bucket))
  }

  @inlinable @inline(__always)
  mutating func takeNode() -> Int32 {
    if free >= 0 {
      let index = free
      free = links[Int(index)]
      return index
    }
    if poolUsed == poolRoom { growPool() }
    poolUsed &+= 1
    return Int32(truncatingIfNeeded: poolUsed &- 1)
  }

  @inlinable @inline(never)
  mutating func growPool() {
    precondition(poolRoom <= Int(Int32.max) / 2, "A list holds at most a thousand million events.")
    let wider = UnsafeMutablePointer<EventNode<Action>>.allocate(capacity: poolRoom * 2)
    let widerLinks = UnsafeMutablePointer<Int32>.allocate(capacity: poolRoom * 2)
    wider.initialize(from: pool, count: poolUsed)
    widerLinks.initialize(from: links, count: poolUsed)
    pool.deallocate()
    links.deallocate()
    (pool, links, poolRoom) = (wider, widerLinks, poolRoom * 2)
  }

  @inlinable
  mutating func removeAll() {
    chains.update(repeating: Chain(first: -1, count: 0), count: Self.levelCount * 64)
    occupied.update(repeating: 0, count: Self.levelCount)
    (poolUsed, free, levels) = (0, -1, 0)
  }
}
