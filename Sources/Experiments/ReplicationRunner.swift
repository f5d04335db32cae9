import ServiceModel
import Synchronization

/// Runs replications on several cores. What comes out does not depend on how many: each replication depends on the
/// scenario and its own number only, and takes its place by that number.
package struct ReplicationRunner: Sendable {
  /// What has happened so far, for whoever shows progress.
  package struct Progress: Sendable {
    package let done: Int
    package let wanted: Int
    package let events: UInt64
    /// The replication that was just finished.
    package let latest: ReplicationOutcome
  }

  package let tables: ModelTables
  /// Replications that run at one time.
  package let jobs: Int
  /// What each replication draws anew; nothing when every value is certain.
  package let uncertain: UncertainInputs?

  package init(_ tables: ModelTables, jobs: Int, uncertain: UncertainInputs? = nil) {
    self.tables = tables
    self.jobs = max(1, jobs)
    self.uncertain = uncertain
  }

  /// Runs the replications with these numbers.
  ///
  /// - Parameter progress: called after each replication, from any thread, one call at a time.
  /// - Returns: the outcomes in order of their numbers; fewer than asked for when the task was cancelled, each of
  ///   them complete.
  package func run(
    _ numbers: Range<Int>, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async -> [ReplicationOutcome] {
    let ledger = Ledger(numbers, progress: progress)
    let (tables, uncertain) = (tables, uncertain)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, numbers.count) {
        group.addTask {
          var replicator = Replicator(tables, uncertain: uncertain)
          while !Task.isCancelled, let number = ledger.take() { ledger.enter(replicator.run(number)) }
        }
      }
    }
    return ledger.inOrder
  }
}

/// Which replications are still to run, and what came of the others.
private final class Ledger: Sendable {
  private struct State {
    var next: Int
    var events: UInt64 = 0
    var finished: [ReplicationOutcome] = []
  }

  private let state: Mutex<State>
  private let numbers: Range<Int>
  private let progress: @Sendable (ReplicationRunner.Progress) -> Void

  init(_ numbers: Range<Int>, progress: @escaping @Sendable (ReplicationRunner.Progress) -> Void) {
    self.numbers = numbers
    self.progress = progress
    state = Mutex(State(next: numbers.lowerBound))
  }

  /// The next replication to run, or nil when all are taken.
  func take() -> Int? {
    state.withLock { state in
      guard state.next < numbers.upperBound else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func enter(_ outcome: ReplicationOutcome) {
    state.withLock { state in
      state.finished.append(outcome)
      state.events += outcome.events
      progress(
        ReplicationRunner.Progress(
          done: state.finished.count, wanted: numbers.count, events: state.events, latest: outcome))
    }
  }

  var inOrder: [ReplicationOutcome] {
    state.withLock { $0.finished.sorted { $0.replication < $1.replication } }
  }
}
