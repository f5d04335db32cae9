import ServiceModel
import Statistics

/// How precise the mean of an output is after a pilot, and how many replications would make it as precise as wanted.
package struct ReplicationNeed: Sendable {
  package let output: OutputChoice
  package let tally: Tally
  /// The state after each replication from the second on.
  package let rows: [ReplicationsTable.Row]
  /// Replications that should be enough, if the spread stays as it is, and never fewer than the pilot had; nil where none
  /// are.
  package let needed: Int?
  /// The count at which the pilot reached the precision and kept to it; nil where it did not.
  package let seen: Int?

  /// - Parameter precision: wanted half-width of the 95% interval over the size of the mean.
  package init(_ output: OutputChoice, _ values: [Double], precision: Double) {
    self.output = output
    let finite = values.filter(\.isFinite)
    tally = Tally(finite)
    let table = ReplicationsTable(finite)
    rows = table.rows
    let counted = table.stoppingCount(relativeHalfWidth: precision)
    let finitePlaces = values.indices.filter { values[$0].isFinite }
    seen = counted.map { finitePlaces[$0 - 1] + 1 }
    // Where only some replications have a value, so many more are needed for as many values.
    needed = Precision.replicationsNeeded(relativeHalfWidth: precision, pilot: tally).map { count in
      max(values.count, (count * values.count + finite.count - 1) / max(1, finite.count))
    }
  }

  /// The half-width of the 95% interval over the size of the mean.
  package var relative: Double { rows.last?.relativeHalfWidth ?? .nan }

  /// Whether every replication had the same value: the mean is as precise as it can be, be it 0 or not.
  package var isConstant: Bool { tally.count > 1 && tally.variance == 0 }

  /// Whether the mean is missing, or too near 0 for a share of it to say anything.
  package var isNearZero: Bool { !(relative <= Precision.nearZero) }
}

/// When a run has been repeated often enough: each named output has reached a precision and kept to it for a while.
package struct PrecisionRule: Sendable {
  package let outputs: OutputChoices
  /// Wanted half-width of the 95% interval over the size of the mean.
  package let share: Double
  /// The most replications.
  package let limit: Int

  package init(_ outputs: OutputChoices, share: Double, limit: Int) {
    (self.outputs, self.share, self.limit) = (outputs, share, limit)
  }

  /// The outputs that are not precise enough yet.
  package func open(_ outcomes: [ReplicationOutcome]) -> [ReplicationNeed] {
    let values = outcomes.map { outputs.values($0) }
    return outputs.all.indices
      .map { place in ReplicationNeed(outputs.all[place], values.map { $0[place] }, precision: share) }
      .filter { $0.seen == nil && !$0.isConstant }
  }

  /// How many replications there should be in all, or nil where there are enough, or no more are allowed. Depends on the
  /// results alone, so that the same seed stops at the same number.
  package func next(after outcomes: [ReplicationOutcome]) -> Int? {
    let open = open(outcomes)
    guard !open.isEmpty, outcomes.count < limit else { return nil }
    let needed = open.map { $0.needed ?? limit }.max() ?? limit
    let seen = needed + ReplicationsTable.lookAhead(after: needed)
    return min(limit, max(outcomes.count + 5, seen))
  }
}

extension ReplicationRunner {
  /// Runs as many replications as are wanted, and then as many more as a rule asks for.
  ///
  /// - Parameter progress: called after each replication, from any thread, one call at a time; counts all of them.
  package func run(
    _ wanted: Int, until rule: PrecisionRule?, progress: @escaping @Sendable (Progress) -> Void
  ) async -> [ReplicationOutcome] {
    var outcomes: [ReplicationOutcome] = []
    var goal: Int? = wanted
    while let end = goal, !Task.isCancelled {
      let start = outcomes.count
      outcomes += await run(start..<end) { now in
        progress(Progress(done: start + now.done, wanted: end, events: now.events, latest: now.latest))
      }
      goal = rule?.next(after: outcomes)
    }
    return outcomes
  }
}

extension ModelTables {
  /// The reading of a series at the last month end, from a replication.
  package func last(_ series: Int, of outcome: ReplicationOutcome) -> Double {
    outcome.readings.numerators[(calendar.months - 1) * outcome.readings.seriesCount + series]
  }
}
