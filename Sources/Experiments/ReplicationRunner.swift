import ServiceModel

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
    let (tables, uncertain) = (tables, uncertain)
    let finished = await Crew(pieces: numbers.map { [$0] }, jobs: jobs).run(
      from: (outcomes: [ReplicationOutcome](), events: UInt64(0))
    ) {
      var replicator = Replicator(tables, uncertain: uncertain)
      var patience = Patience()
      return { replicator.run($0) { patience.hasEnded() } }
    } enter: { finished, _, outcome in
      finished.outcomes.append(outcome)
      finished.events += outcome.events
      progress(
        Progress(
          done: finished.outcomes.count, wanted: numbers.count, events: finished.events, latest: outcome))
    }
    return finished.outcomes.sorted { $0.replication < $1.replication }
  }
}

extension ReplicationOutcome {
  /// Whether every balance of the model holds; it does unless the program is wrong.
  package var holds: Bool { balances.allSatisfy { $0.largestResidual <= $0.tolerance } }
}
