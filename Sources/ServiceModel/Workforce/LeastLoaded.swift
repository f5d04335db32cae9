/// The posts of one team that may hold cases, by relative load: the least loaded is known at once.
///
/// A tournament: each inner node names the lesser of its two sides, ties to the lower place. An update walks one
/// path to the root, so it costs the logarithm of the team's size.
struct LeastLoaded: ~Copyable {
  private let leaves: Int
  private let width: Int
  private let loads: UnsafeMutablePointer<Double>
  private let winners: UnsafeMutablePointer<Int32>

  /// No post of `leaves` is open yet.
  init(leaves: Int) {
    self.leaves = leaves
    var width = 1
    while width < max(leaves, 1) { width *= 2 }
    self.width = width
    loads = .allocate(capacity: width)
    winners = .allocate(capacity: 2 * width)
    removeAll()
  }

  deinit {
    loads.deallocate()
    winners.deallocate()
  }

  /// Closes every post.
  mutating func removeAll() {
    for leaf in 0..<width {
      loads[leaf] = .infinity
      winners[width + leaf] = Int32(leaf)
    }
    for node in stride(from: width - 1, through: 1, by: -1) { winners[node] = winners[2 * node] }
  }

  /// The place of the least loaded open post, or nil when none is open.
  var least: Int? {
    let winner = Int(winners[1])
    return loads[winner] < .infinity ? winner : nil
  }

  /// Sets the relative load of a post; infinity closes it.
  mutating func set(_ leaf: Int, load: Double) {
    assert(leaf >= 0 && leaf < leaves, "There is no such post.")
    loads[leaf] = load
    var node = (width + leaf) >> 1
    while node >= 1 {
      let left = winners[2 * node]
      let right = winners[2 * node + 1]
      let winner = loads[Int(right)] < loads[Int(left)] ? right : left
      // Somebody else won here before and still does: nothing above can change.
      if winner == winners[node], Int(winner) != leaf { return }
      winners[node] = winner
      node >>= 1
    }
  }
}
