import Synchronization

/// Replications and events counted over several runs, from any thread.
final class Counter: Sendable {
  private let state = Mutex((done: 0, events: UInt64(0)))

  /// Counts one more replication; returns how many there are now, and all their events.
  func add(_ events: UInt64) -> (Int, UInt64) {
    state.withLock { state in
      state.done += 1
      state.events += events
      return (state.done, state.events)
    }
  }
}
