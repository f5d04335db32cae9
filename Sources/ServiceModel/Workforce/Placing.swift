/// Where a person works: the post, and what is said of it whenever somebody comes, goes or is counted.
struct Placing: BitwiseCopyable {
  /// Place of the post in the list of posts.
  let post: Int
  let role: Role
  let team: Team
  let fte: Double
}

extension Service {
  /// The post at that place.
  @inline(__always)
  mutating func placing(_ post: Int) -> Placing {
    Placing(post: post, role: posts[post].role, team: posts[post].team, fte: posts[post].fte)
  }
}
