import ServiceModel

/// One of several designs that are run on the same random numbers, and what is kept of its replications.
package struct TrialDesign: Sendable {
  package let tables: ModelTables
  package let outputs: OutputChoices
  /// What each replication but the first draws anew, at the same depth of its law in every design.
  package let uncertain: UncertainInputs?

  package init(_ tables: ModelTables, outputs: OutputChoices, uncertain: UncertainInputs? = nil) {
    (self.tables, self.outputs, self.uncertain) = (tables, outputs, uncertain)
  }
}

/// Runs the same replications of several designs on several cores, and keeps a few numbers of each.
///
/// What comes out does not depend on the number of cores, and memory does not grow with what a replication reads.
package struct TrialRunner: Sendable {
  package struct Progress: Sendable {
    package let done: Int
    package let wanted: Int
    package let events: UInt64
  }

  /// `values[design][replication][output]` of the replications that every design finished, from the first on.
  package struct Trials: Sendable {
    package var values: [[[Double]]]
    package var events: UInt64 = 0
    /// Replications in which a balance of the model did not hold: 0 unless the program is wrong.
    package var broken = 0
    /// Fewer than asked for when the task was cancelled.
    package var count: Int { values.first?.count ?? 0 }

    package init(values: [[[Double]]]) { self.values = values }
  }

  /// Replications that run at one time.
  package let jobs: Int

  package init(jobs: Int) { self.jobs = max(1, jobs) }

  /// Runs the replications with these numbers of each design.
  package func run(
    _ designs: [TrialDesign], _ numbers: Range<Int>,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async -> Trials {
    guard let first = designs.first else { return Trials(values: []) }
    let trials = await Crew(pieces: pieces(designs.count, numbers), jobs: jobs).run(
      from: (Trials(values: designs.map { _ in numbers.map { _ in [] } }), done: 0)
    ) {
      var design = 0
      var patience = Patience()
      var replicator = Replicator(first.tables, uncertain: first.uncertain)
      return { trial in
        if trial.design != design {
          design = trial.design
          replicator = Replicator(designs[design].tables, uncertain: designs[design].uncertain)
        }
        return replicator.run(trial.number) { patience.hasEnded() }.map {
          (designs[design].outputs.values($0), $0.events, $0.holds)
        }
      }
    } enter: { sum, trial, outcome in
      let (values, events, holds) = outcome
      sum.0.values[trial.design][trial.number - numbers.lowerBound] = values
      sum.0.events += events
      if !holds { sum.0.broken += 1 }
      sum.done += 1
      progress(Progress(done: sum.done, wanted: numbers.count * designs.count, events: sum.0.events))
    }
    return trials.0.complete
  }

  /// The same replications of every design before the next replications. Short pieces keep all cores busy to the end;
  /// long ones save making the service anew.
  private func pieces(_ designs: Int, _ numbers: Range<Int>) -> [[(design: Int, number: Int)]] {
    let length = min(20, max(1, numbers.count * designs / (jobs * 4)))
    return stride(from: numbers.lowerBound, to: numbers.upperBound, by: length).flatMap { first in
      (0..<designs).map { design in
        (first..<min(first + length, numbers.upperBound)).map { (design, $0) }
      }
    }
  }
}

extension TrialRunner.Trials {
  /// The replications from the first on that every design has finished.
  fileprivate var complete: Self {
    let count = values.map { design in design.firstIndex { $0.isEmpty } ?? design.count }.min() ?? 0
    var trials = self
    trials.values = values.map { Array($0.prefix(count)) }
    return trials
  }
}
