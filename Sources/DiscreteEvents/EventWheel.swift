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
  /// The events of a bucket: how many, and the block that was begun last, the only one that may not be full.
  @frozen @usableFromInline
  struct Chain: BitwiseCopyable {
    @usableFromInline var last: Int32
    @usableFromInline var count: Int32

    @inlinable @inline(__always)
    init(last: Int32, count: Int32) {
      self.last = last
      self.count = count
    }
  }

  /// A bucket that was taken out, with the seconds of its spell as `EventOrder` shifts them.
  @frozen @usableFromInline
  struct Bucket {
    @usableFromInline let level: Int
    @usableFromInline var last: Int32
    @usableFromInline var count: Int32
    @usableFromInline let start: UInt64
    @usableFromInline let end: UInt64

    @inlinable @inline(__always)
    init(level: Int, chain: Chain, start: UInt64, end: UInt64) {
      self.level = level
      (last, count) = (chain.last, chain.count)
      (self.start, self.end) = (start, end)
    }
  }

  // Events stand in blocks of neighbours, so that the many of a bucket are read side by side, wherever in memory their
  // blocks are. A bucket's blocks are chained from the one begun last, the end of the chain is -1, and so are the free.
  @usableFromInline var pool: UnsafeMutablePointer<EventNode<Action>>
  @usableFromInline var links: UnsafeMutablePointer<Int32>
  @usableFromInline var blockRoom: Int
  @usableFromInline var blocksUsed: Int
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
  /// Events of a block, a power of two.
  @inlinable static var blockSize: Int { 8 }

  /// Empty wheels, with room for that many events before they must grow.
  @inlinable
  init(room: Int) {
    blockRoom = max(room / Self.blockSize, 64)
    pool = FlatMemory.allocate(blockRoom * Self.blockSize)
    links = FlatMemory.allocate(blockRoom)
    chains = .allocate(capacity: Self.levelCount * 64)
    chains.initialize(repeating: Chain(last: -1, count: 0), count: Self.levelCount * 64)
    occupied = .allocate(capacity: Self.levelCount)
    occupied.initialize(repeating: 0, count: Self.levelCount)
    (blocksUsed, free, levels, base) = (0, -1, 0, 0)
  }

  @inlinable
  deinit {
    FlatMemory.free(pool)
    FlatMemory.free(links)
    chains.deallocate()
    occupied.deallocate()
  }

  /// Adds an event, which must not be before `base`.
  @inlinable @inline(__always)
  mutating func insert(_ node: EventNode<Action>) {
    let chain = chain(at: node.order.shiftedSeconds)
    let place = Int(truncatingIfNeeded: chain.pointee.count) & (Self.blockSize - 1)
    if place == 0 {
      let block = takeBlock()
      links[Int(block)] = chain.pointee.last
      chain.pointee.last = block
    }
    pool[Int(chain.pointee.last) * Self.blockSize + place] = node
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
  mutating func takeBlock() -> Int32 {
    if free >= 0 {
      let block = free
      free = links[Int(block)]
      return block
    }
    if blocksUsed == blockRoom { growPool() }
    blocksUsed &+= 1
    return Int32(truncatingIfNeeded: blocksUsed &- 1)
  }

  @inlinable @inline(never)
  mutating func growPool() {
    precondition(blockRoom <= Int(Int32.max) / 16, "A list holds at most a thousand million events.")
    let wider = FlatMemory.allocate(blockRoom * 2 * Self.blockSize, of: EventNode<Action>.self)
    let widerLinks = FlatMemory.allocate(blockRoom * 2, of: Int32.self)
    wider.initialize(from: pool, count: blocksUsed * Self.blockSize)
    widerLinks.initialize(from: links, count: blocksUsed)
    FlatMemory.free(pool)
    FlatMemory.free(links)
    (pool, links, blockRoom) = (wider, widerLinks, blockRoom * 2)
  }

  @inlinable
  mutating func removeAll() {
    chains.update(repeating: Chain(last: -1, count: 0), count: Self.levelCount * 64)
    occupied.update(repeating: 0, count: Self.levelCount)
    (blocksUsed, free, levels) = (0, -1, 0)
  }
}
