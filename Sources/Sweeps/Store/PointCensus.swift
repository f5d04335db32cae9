/// What is there of each point of a sweep, over the stores of its parts.
final class PointCensus {
  /// What is known of one point.
  struct Point {
    let replications, twins: Int
    let isFailed: Bool
    /// The cut of the sweep whose store holds more of it than the own; nil where the own holds most.
    let elsewhere: Shard?
  }

  /// The same in little room: there may be many points.
  private struct Count {
    var replications: Int32 = 0
    var twins: Int32 = 0
    var isFailed = false
    var elsewhere: Int32 = -1
  }

  private var counts: [Count]
  private var cuts: [Shard] = []

  init(_ points: Int) { counts = Array(repeating: Count(), count: points + 1) }

  /// Whether nothing was found.
  var isEmpty: Bool { !counts.contains { $0.replications > 0 || $0.isFailed } }

  subscript(number: Int) -> Point {
    let count = counts[number]
    return Point(
      replications: Int(count.replications), twins: Int(count.twins), isFailed: count.isFailed,
      elsewhere: count.elsewhere < 0 ? nil : cuts[Int(count.elsewhere)])
  }

  /// Counts what a store holds; `cut` names its part where it is not the own.
  func count(_ store: ResultStore, of cut: Shard? = nil) throws(StoreFailure) {
    let place = cut == nil ? -1 : Int32(cuts.count)
    if let cut { cuts.append(cut) }
    for entry in try store.present() where counts.indices.contains(entry.number) {
      var count = counts[entry.number]
      if entry.status == .failed { count.isFailed = true }
      let found = (Int32(clamping: entry.replications), Int32(clamping: entry.twins))
      if found > (count.replications, count.twins) {
        (count.replications, count.twins) = found
        count.elsewhere = place
      }
      counts[entry.number] = count
    }
  }
}
