/// How long a replication in hand may go on once its task is cancelled: long enough for most to be finished, and far
/// shorter than what a scheduler waits before it kills.
package struct Patience: Sendable {
  package static let limit = Duration.seconds(5)

  /// When the task was first seen to be cancelled.
  private var since: ContinuousClock.Instant?

  package init() {}

  /// Whether it has run out. Costs next to nothing before the task is cancelled.
  package mutating func hasEnded() -> Bool {
    guard Task.isCancelled else { return false }
    let now = ContinuousClock.now
    guard let since else {
      since = now
      return false
    }
    return now - since > Patience.limit
  }
}
