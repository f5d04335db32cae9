/// The order in which a team's waiting children are allocated: by priority, and within it those whose worker left
/// before those who never had one, and then first come first served.
///
/// The links are in the children; this holds only the ends of each line.
struct UnallocatedList: BitwiseCopyable {
  /// One end of each line: two lines for each priority of `StageParameters.priorities`, for which there is room.
  private typealias Ends = InlineArray<16, Int32>
  static var lines: Int { Ends.count }

  private var heads = Ends(repeating: -1)
  private var tails = Ends(repeating: -1)
  /// One bit for each line that is not empty.
  private var occupied: UInt32 = 0
  private(set) var count = 0

  init() {}

  static func line(priority: Int, hadWorker: Bool) -> Int { priority * 2 + (hadWorker ? 0 : 1) }

  var isEmpty: Bool { occupied == 0 }

  /// The child to be allocated next, or nil.
  var first: Int? { occupied == 0 ? nil : Int(heads[occupied.trailingZeroBitCount]) }

  /// The first line in which anybody waits; one beyond the last where nobody does.
  var firstLine: Int { occupied == 0 ? Self.lines : occupied.trailingZeroBitCount }

  /// The first child of a line, -1 for none; the next is that child's `next`.
  func head(of line: Int) -> Int32 { heads[line] }

  /// True when a child of that line would have to wait behind another.
  func hasAheadOf(line: Int) -> Bool { occupied & ((2 << UInt32(line)) &- 1) != 0 }

  mutating func append(_ child: Int, line: Int, in children: inout Store<Child>) {
    let last = tails[line]
    children[child].previous = last
    children[child].next = -1
    if last >= 0 { children[Int(last)].next = Int32(child) } else { heads[line] = Int32(child) }
    tails[line] = Int32(child)
    occupied |= 1 << UInt32(line)
    count += 1
  }

  mutating func remove(_ child: Int, line: Int, in children: inout Store<Child>) {
    let previous = children[child].previous
    let next = children[child].next
    if previous >= 0 { children[Int(previous)].next = next } else { heads[line] = next }
    if next >= 0 { children[Int(next)].previous = previous } else { tails[line] = previous }
    if heads[line] < 0 { occupied &= ~(1 << UInt32(line)) }
    children[child].next = -1
    children[child].previous = -1
    count -= 1
  }
}

/// A team's waiting children: those who need an experienced worker, and the others, whom one who is newly qualified may
/// take as well.
///
/// The two are one line in the order of allocation. They are kept apart so that a child whom nobody with room may take
/// does not hold up one whom somebody may.
struct WaitingChildren: BitwiseCopyable {
  private var needing = UnallocatedList()
  private var others = UnallocatedList()

  init() {}

  var count: Int { needing.count + others.count }

  /// Those who need an experienced worker, or the others.
  subscript(needsExperience needs: Bool) -> UnallocatedList {
    @inline(__always) get { needs ? needing : others }
    @inline(__always)
    _modify { if needs { yield &needing } else { yield &others } }
  }

  /// The first of those who need an experienced worker and of the others; nil for none.
  var heads: (needing: Int?, others: Int?) { (needing.first, others.first) }

  /// How the first of those who need an experienced worker stands to the first of the others: below 0 when it comes
  /// before, 0 when who came first decides.
  var order: Int { needing.firstLine - others.firstLine }
}
