/// The posts of one team that may hold cases, by relative load: the least loaded is known at once.
///
/// A tree with eight branches to a node, one node to a cache line: a node holds the least load of each of its eight
/// branches. A change walks towards the root only as far as it changes a least load, and the least loaded is found by
/// walking down; both cost the logarithm of the team's size to the base of eight. Ties go to the lower place.
struct LeastLoaded: ~Copyable {
  /// Where each row begins; at most eight rows, which is some 16 million posts.
  private typealias RowStarts = InlineArray<8, Int>
  /// Branches of a node: as many loads as a cache line holds.
  private static let branches = 8

  private let leaves: Int
  /// All rows of the tree, leaves first; each filled up to whole nodes with infinity.
  private let loads: UnsafeMutablePointer<Double>
  private let size: Int
  /// From the leaves up, and how many rows there are; the last row is one node.
  private let rowStarts: RowStarts
  private let rows: Int

  /// No post of `leaves` is open yet.
  init(leaves: Int) {
    self.leaves = leaves
    var starts = RowStarts(repeating: 0)
    var size = 0
    var rows = 0
    var width = max(leaves, 1)
    repeat {
      precondition(rows < starts.count, "A team has at most sixteen million posts.")
      starts[rows] = size
      rows += 1
      let nodes = (width + Self.branches - 1) / Self.branches
      size += nodes * Self.branches
      width = nodes
    } while width > 1
    rowStarts = starts
    self.rows = rows
    self.size = size
    loads = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<Double>.stride, alignment: 64)
      .initializeMemory(as: Double.self, repeating: .infinity, count: size)
  }

  deinit { UnsafeMutableRawPointer(loads).deallocate() }

  /// Closes every post.
  mutating func removeAll() { loads.update(repeating: .infinity, count: size) }

  /// The place of the least loaded open post, or nil when none is open.
  var least: Int? { leastLoad < .infinity ? placeOfLeast : nil }

  /// The least load of any post; infinity when none is open.
  @inline(__always)
  var leastLoad: Double { Self.leastLoad(loads + rowStarts[rows - 1]) }

  /// The lowest place that has the least load.
  var placeOfLeast: Int {
    var place = 0
    for row in stride(from: rows - 1, through: 0, by: -1) {
      let node = loads + rowStarts[row] + place * Self.branches
      place = place * Self.branches + Self.firstBranch(of: node, at: Self.leastLoad(node))
    }
    return place
  }

  /// The first branch with that load, found without a jump.
  @inline(__always)
  private static func firstBranch(of node: UnsafeMutablePointer<Double>, at load: Double) -> Int {
    var equal = 0
    for branch in 0..<branches { equal |= (node[branch] == load ? 1 : 0) << branch }
    return equal.trailingZeroBitCount
  }

  /// Sets the relative load of a post; infinity closes it.
  @inline(__always)
  mutating func set(_ leaf: Int, load: Double) {
    assert(leaf >= 0 && leaf < leaves, "There is no such post.")
    if loads[leaf] != load { change(leaf, load) }
  }

  private mutating func change(_ leaf: Int, _ load: Double) {
    var place = leaf
    var least = load
    for row in 0..<rows {
      let entry = loads + rowStarts[row] + place
      if entry.pointee == least { return }
      entry.pointee = least
      place /= Self.branches
      least = Self.leastLoad(loads + rowStarts[row] + place * Self.branches)
    }
  }

  @inline(__always)
  private static func leastLoad(_ node: UnsafeMutablePointer<Double>) -> Double {
    let a = lesser(node[0], node[1])
    let b = lesser(node[2], node[3])
    let c = lesser(node[4], node[5])
    let d = lesser(node[6], node[7])
    return lesser(lesser(a, b), lesser(c, d))
  }

  @inline(__always)
  private static func lesser(_ a: Double, _ b: Double) -> Double { b < a ? b : a }
}
