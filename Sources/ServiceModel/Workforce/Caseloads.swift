/// One child on a worker's caseload.
struct CaseSlot: BitwiseCopyable {
  /// Reading of the worker's clock of work at which the child's stage is done; infinite while it does not run on it.
  var workEnd: Double
  var child: Int32
}

/// Where a worker's cases stand: a run of neighbouring slots, so that they are read without a jump in memory.
struct CaseBlock: BitwiseCopyable {
  fileprivate(set) var first: Int32 = 0
  fileprivate(set) var count: Int32 = 0
  fileprivate var room: Int32 = 0
}

/// The caseloads of all workers, in one store. A block that is full moves to one of twice the room; blocks given
/// back are used again.
struct Caseloads: ~Copyable {
  private var slots = Store<CaseSlot>(reserving: 16_384)
  /// By the binary logarithm of a block's room, which is an `Int32`.
  private typealias Blocks = InlineArray<32, Int32>
  /// Blocks given back.
  private var free = Blocks(repeating: -1)

  private static let leastRoom: Int32 = 32

  mutating func removeAll() {
    slots.removeAll()
    free = Blocks(repeating: -1)
  }

  subscript(block: CaseBlock, place: Int) -> CaseSlot {
    @inline(__always) get { slots[Int(block.first) + place] }
  }

  mutating func setWorkEnd(_ block: CaseBlock, _ place: Int, _ workEnd: Double) {
    slots[Int(block.first) + place].workEnd = workEnd
  }

  /// Adds a child and returns its place in the block.
  mutating func append(_ child: Int, to block: inout CaseBlock) -> Int32 {
    if block.count == block.room { enlarge(&block) }
    slots[Int(block.first + block.count)] = CaseSlot(workEnd: .infinity, child: Int32(child))
    block.count += 1
    return block.count - 1
  }

  /// Takes the child at that place out; the last one takes its place.
  ///
  /// - Returns: the child that moved, or nil when the one taken out was the last.
  mutating func remove(at place: Int32, from block: inout CaseBlock) -> Int32? {
    block.count -= 1
    guard place < block.count else { return nil }
    let moved = slots[Int(block.first + block.count)]
    slots[Int(block.first + place)] = moved
    return moved.child
  }

  /// The place of the child whose work is done first, the lowest place where several are; nil when no work runs.
  func firstDue(in block: CaseBlock) -> Int? {
    var earliest = Double.infinity
    var place: Int?
    for slot in 0..<Int(block.count) {
      let end = slots[Int(block.first) + slot].workEnd
      if end < earliest {
        earliest = end
        place = slot
      }
    }
    return place
  }

  /// Gives an empty block back.
  mutating func release(_ block: inout CaseBlock) {
    guard block.room > 0 else { return }
    let kind = block.room.trailingZeroBitCount
    // The first slot of a free block names the next free one.
    slots[Int(block.first)].child = free[kind]
    free[kind] = block.first
    block = CaseBlock()
  }

  private mutating func enlarge(_ block: inout CaseBlock) {
    var larger = CaseBlock()
    larger.room = max(Self.leastRoom, block.room * 2)
    larger.count = block.count
    let kind = larger.room.trailingZeroBitCount
    if free[kind] >= 0 {
      larger.first = free[kind]
      free[kind] = slots[Int(larger.first)].child
    } else {
      larger.first = Int32(slots.count)
      for _ in 0..<larger.room { slots.append(CaseSlot(workEnd: .infinity, child: -1)) }
    }
    for place in 0..<Int(block.count) { slots[Int(larger.first) + place] = slots[Int(block.first) + place] }
    release(&block)
    block = larger
  }
}
