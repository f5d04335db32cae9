/// How many replications of a sweep's point have a twin, and which.
///
/// A twin has the inputs that its replication drew and a chance of its own; the two together tell what the inputs do
/// from what chance does. Replication 0 draws nothing and has none.
package enum TwinSetting: Sendable, Equatable, CustomStringConvertible {
  /// Nothing is uncertain: all that differs between the replications of a point is chance.
  case notNeeded
  case off
  /// One for every ten replications; two at least where there are four.
  case tenth
  /// That many, as far as there are replications.
  case count(Int)

  /// Reads what `description` writes; nil where it is nothing of the kind.
  package init?(_ text: String) {
    switch text {
    case "not needed": self = .notNeeded
    case "off": self = .off
    case "a tenth": self = .tenth
    default:
      guard let count = Int(text), count > 0 else { return nil }
      self = .count(count)
    }
  }

  package var description: String {
    switch self {
    case .notNeeded: "not needed"
    case .off: "off"
    case .tenth: "a tenth"
    case .count(let count): String(count)
    }
  }

  /// Whether there may be twins.
  package var isOn: Bool { self != .notNeeded && self != .off }

  /// How many of so many replications have a twin.
  package func count(of replications: Int) -> Int {
    let most = max(0, replications - 1)
    switch self {
    case .notNeeded, .off: return 0
    case .tenth: return replications < 4 ? 0 : min(most, max(2, replications / 10))
    case .count(let count): return min(most, count)
    }
  }

  /// The replications of a point that have a twin, in order: evenly spread, beginning where the point's identity says, so
  /// that points differ in them. Depends on nothing else: not on the order of the points or the part.
  package func replications(of point: String, among replications: Int) -> [Int] {
    let count = count(of: replications)
    guard count > 0 else { return [] }
    let drawing = replications - 1
    let start = Int((UInt64(point, radix: 16) ?? 0) % UInt64(drawing))
    return (0..<count).map { 1 + (start + $0 * drawing / count) % drawing }.sorted()
  }
}
