/// Filled posts by load, so that the least loaded is found at once: a list of posts for each load, and a bit for each
/// list that is not empty.
struct LoadBuckets: ~Copyable {
  private let posts: FlatTable<Int32>
  private let counts: FlatTable<Int32>
  private let places: FlatTable<Int32>
  private var occupied: UInt32 = 0
  private let width: Int

  /// Room for that many posts, each with a load of 0...limit; none is filled yet.
  init(posts width: Int, limit: Int) {
    precondition(limit < 32, "There is a bit for each load.")
    self.width = width
    posts = FlatTable(repeating: 0, count: width * (limit + 1))
    counts = FlatTable(repeating: 0, count: limit + 1)
    places = FlatTable(repeating: 0, count: width)
  }

  /// The lowest load of a filled post; 32 when there is none.
  var lowestLoad: Int { occupied.trailingZeroBitCount }

  /// One of the posts of that load, which some post has.
  func post(ofLoad load: Int) -> Int { Int(posts[load &* width &+ Int(counts[load]) &- 1]) }

  mutating func add(_ post: Int, load: Int) {
    let place = counts[load]
    posts[load &* width &+ Int(place)] = Int32(truncatingIfNeeded: post)
    places[post] = place
    counts[load] = place &+ 1
    occupied |= 1 << UInt32(truncatingIfNeeded: load)
  }

  mutating func remove(_ post: Int, load: Int) {
    let row = load &* width
    let last = counts[load] &- 1
    let moved = posts[row &+ Int(last)]
    posts[row &+ Int(places[post])] = moved
    places[Int(moved)] = places[post]
    counts[load] = last
    if last == 0 { occupied &= ~(1 << UInt32(truncatingIfNeeded: load)) }
  }
}
