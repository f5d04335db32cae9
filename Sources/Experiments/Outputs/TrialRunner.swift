import ServiceModel

/// One of several designs that are run on the same random numbers, and what is kept of its replications.
package struct TrialDesign: Sendable {
  package let tables: ModelTables
  package let outputs: OutputChoices
  /// What each replication but the first draws anew, at the same depth of its law in every design.
  package let uncertain: UncertainInputs?
  /// The name of all that its numbers depend on, by which its replications are kept; nil where they are not.
  package let work: String?

  package init(
    _ tables: ModelTables, outputs: OutputChoices, uncertain: UncertainInputs? = nil, work: String? = nil
  ) {
    (self.tables, self.outputs, self.uncertain, self.work) = (tables, outputs, uncertain, work)
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

  /// How many replications were simulated, how many were there already, and how many could not be kept.
  package struct Tally: Sendable, Equatable {
    package internal(set) var computed = 0, reused = 0, lost = 0
  }

  /// Replications that run at one time.
  package let jobs: Int
  /// Where finished replications of designs that have a name are kept.
  private let kept: any KeptWork
  private let sum = Shared(Tally())

  package init(jobs: Int, kept: any KeptWork = NothingKept()) {
    (self.jobs, self.kept) = (max(1, jobs), kept)
  }

  /// Of all that it has run so far.
  package var tally: Tally { sum.value }

  /// Runs the replications with these numbers of each design. One that is kept already is not simulated again.
  package func run(
    _ designs: [TrialDesign], _ numbers: Range<Int>,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async -> Trials {
    guard let first = designs.first else { return Trials(values: []) }
    let there = reused(designs, numbers)
    let missing = pieces(designs.count, numbers).map { piece in
      piece.filter { there.values[$0.design][$0.number - numbers.lowerBound].isEmpty }
    }
    let reused = there.values.reduce(0) { $0 + $1.count { !$0.isEmpty } }
    let (kept, tally) = (kept, sum)
    let trials = await Crew(pieces: missing.filter { !$0.isEmpty }, jobs: jobs).run(
      from: (there, done: reused)
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
      keep(Piece(values, events, holds), of: designs[trial.design].work, trial.number, kept, tally)
      sum.0.values[trial.design][trial.number - numbers.lowerBound] = values
      sum.0.events += events
      if !holds { sum.0.broken += 1 }
      sum.done += 1
      progress(Progress(done: sum.done, wanted: numbers.count * designs.count, events: sum.0.events))
    }
    return trials.0.complete
  }

  /// What is kept of the replications; the rest is empty.
  private func reused(_ designs: [TrialDesign], _ numbers: Range<Int>) -> Trials {
    var trials = Trials(values: designs.map { _ in numbers.map { _ in [] } })
    for (place, design) in designs.enumerated() {
      guard let work = design.work, let found = try? kept.numbers(of: work, Array(numbers)) else { continue }
      for (number, stored) in found where numbers.contains(number) {
        guard let piece = Piece(stored, outputs: design.outputs.all.count) else { continue }
        trials.values[place][number - numbers.lowerBound] = piece.values
        trials.events += piece.events
        if !piece.holds { trials.broken += 1 }
        sum.change { $0.reused += 1 }
      }
    }
    return trials
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

/// What is kept of a replication of a design.
private struct Piece {
  let values: [Double]
  let events: UInt64
  let holds: Bool

  init(_ values: [Double], _ events: UInt64, _ holds: Bool) {
    (self.values, self.events, self.holds) = (values, events, holds)
  }

  /// Nil where the numbers are of something else.
  init?(_ numbers: [Double], outputs: Int) {
    guard outputs > 0, numbers.count == outputs + 2, let events = UInt64(exactly: numbers[0]) else {
      return nil
    }
    self.init(Array(numbers.dropFirst(2)), events, numbers[1] == 1)
  }

  var numbers: [Double] { [Double(events), holds ? 1 : 0] + values }
}

/// Keeps a finished replication, where the design has a name. One that cannot be kept is only simulated again.
private func keep(
  _ piece: Piece, of work: String?, _ number: Int, _ kept: any KeptWork, _ tally: Shared<TrialRunner.Tally>
) {
  var isLost = false
  if let work {
    do { try kept.keep(piece.numbers, of: work, piece: number) } catch { isLost = true }
  }
  tally.change {
    $0.computed += 1
    if isLost { $0.lost += 1 }
  }
}
