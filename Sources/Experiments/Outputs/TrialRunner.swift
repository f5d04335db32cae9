import ServiceModel
import Synchronization

/// One of several designs that are run on the same random numbers, and what is kept of its replications.
package struct TrialDesign: Sendable {
  package let tables: ModelTables
  package let outputs: OutputChoices
  /// What each replication but the first draws anew, at the same depth of its law in every design.
  package let uncertain: UncertainInputs?

  package init(_ tables: ModelTables, outputs: OutputChoices, uncertain: UncertainInputs? = nil) {
    self.tables = tables
    self.outputs = outputs
    self.uncertain = uncertain
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
    let ledger = TrialLedger(designs: designs.count, numbers: numbers, jobs: jobs, progress: progress)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask {
          while !Task.isCancelled, let piece = ledger.take() {
            let design = designs[piece.design]
            var replicator = Replicator(design.tables, uncertain: design.uncertain)
            for number in piece.numbers where !Task.isCancelled {
              let outcome = replicator.run(number)
              ledger.enter(piece.design, number, design.outputs.values(outcome), outcome)
            }
          }
        }
      }
    }
    return ledger.trials
  }
}

/// Which pieces are still to run, and what came of the others.
private final class TrialLedger: Sendable {
  struct Piece {
    let design: Int
    let numbers: Range<Int>
  }

  private struct State {
    var next = 0
    var done = 0
    var trials: TrialRunner.Trials
  }

  private let state: Mutex<State>
  private let designs: Int
  private let numbers: Range<Int>
  private let length: Int
  private let progress: @Sendable (TrialRunner.Progress) -> Void

  init(
    designs: Int, numbers: Range<Int>, jobs: Int,
    progress: @escaping @Sendable (TrialRunner.Progress) -> Void
  ) {
    self.designs = designs
    self.numbers = numbers
    self.progress = progress
    // Short pieces keep all cores busy to the end; long ones save making the service anew.
    length = min(20, max(1, numbers.count * designs / (jobs * 4)))
    let empty = Array(repeating: Array(repeating: [Double](), count: numbers.count), count: designs)
    state = Mutex(State(trials: TrialRunner.Trials(values: empty)))
  }

  /// The next piece: the same replications of every design before the next replications.
  func take() -> Piece? {
    state.withLock { state in
      guard designs > 0 else { return nil }
      let first = numbers.lowerBound + state.next / designs * length
      guard first < numbers.upperBound else { return nil }
      let design = state.next % designs
      state.next += 1
      return Piece(design: design, numbers: first..<min(first + length, numbers.upperBound))
    }
  }

  func enter(_ design: Int, _ number: Int, _ values: [Double], _ outcome: ReplicationOutcome) {
    let holds = outcome.balances.allSatisfy { $0.largestResidual <= $0.tolerance }
    state.withLock { state in
      state.trials.values[design][number - numbers.lowerBound] = values
      state.trials.events += outcome.events
      if !holds { state.trials.broken += 1 }
      state.done += 1
      progress(
        TrialRunner.Progress(
          done: state.done, wanted: numbers.count * designs, events: state.trials.events))
    }
  }

  /// The replications from the first on that every design has finished.
  var trials: TrialRunner.Trials {
    state.withLock { state in
      var trials = state.trials
      let complete =
        trials.values.map { design in
          design.firstIndex { $0.isEmpty } ?? design.count
        }.min() ?? 0
      trials.values = trials.values.map { Array($0.prefix(complete)) }
      return trials
    }
  }
}
