/// One part of a sweep that is cut into equal parts: every `count`th point, beginning with the `number`th.
package struct Shard: Sendable, Hashable {
  /// From 1 to `count`.
  package let number: Int
  package let count: Int

  package static let whole = Shard(unchecked: 1, of: 1)

  package init?(_ number: Int, of count: Int) {
    guard count >= 1, count <= 100_000, (1...count).contains(number) else { return nil }
    self.init(unchecked: number, of: count)
  }

  private init(unchecked number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  /// Reads `3/16`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number, of: count)
  }

  /// The name of its file.
  package var fileName: String { "\(number)-of-\(count).sqlite" }

  /// Reads the name of a file.
  package init?(fileName: String) {
    guard let match = fileName.wholeMatch(of: #/(\d+)-of-(\d+)\.sqlite/#), let number = Int(match.1),
      let count = Int(match.2)
    else { return nil }
    self.init(number, of: count)
  }

  /// Whether the point of that number belongs to it.
  package func holds(_ point: Int) -> Bool { (point - number) % count == 0 }

  /// How many of so many points belong to it.
  package func size(of points: Int) -> Int { points < number ? 0 : (points - number) / count + 1 }
}
