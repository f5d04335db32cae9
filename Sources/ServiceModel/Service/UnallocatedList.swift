/// The order in which a team's waiting children are allocated: by priority, and within it those whose worker left
/// before those who never had one, and then first come first served.
///
/// The links are in the children; this holds only the ends of each line.
struct UnallocatedList: BitwiseCopyable {
  /// One end of each line: two lines for each of eight priorities.
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
