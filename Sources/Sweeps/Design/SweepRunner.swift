import Experiments
import Parameters
import ServiceModel
import Synchronization

/// A point that is still to be run, made when its turn comes.
package struct PreparedPoint: Sendable {
  package let id: String
  package let values: [Value]
  package let design: TrialDesign

  package init(id: String, values: [Value], design: TrialDesign) {
    self.id = id
    self.values = values
    self.design = design
  }
}

/// Why a point cannot be run at all.
package struct PointFailure: Error, Sendable, Equatable {
  package let message: String

  package init(_ message: String) { self.message = message }
}

/// Runs the points of a sweep on several cores and hands each over as soon as it is finished.
///
/// What comes out depends on the points alone, not on their order or on the number of cores. Memory does not grow with
/// the points.
package struct SweepRunner: Sendable {
  /// A point to run, and how many of its replications are there already.
  package struct Wanted: Sendable {
    package let number: Int
    package let done: Int
    /// Replications that have their twin already.
    package let twinned: Set<Int>

    package init(number: Int, done: Int, twinned: Set<Int> = []) {
      self.number = number
      self.done = done
      self.twinned = twinned
    }
  }

  /// What ends a sweep early.
  package struct Limits: Sendable {
    /// Seconds that one point may take; it is failed at the end of the replication that goes beyond.
    package var secondsForPoint: Double?
    /// Seconds after which no further replication is begun.
    package var seconds: Double?
    /// Whether the first failed point ends the sweep.
    package var stopsAtFailure = false

    package init() {}
  }

  package let jobs: Int
  package let replications: Int
  /// Which replications of a point have a twin.
  package let twins: TwinSetting
  package let limits: Limits
  /// Makes a point from its number.
  package let prepare: @Sendable (Int) -> Result<PreparedPoint, PointFailure>
  /// Takes a finished point. Called from any thread, one call at a time; false ends the sweep.
  package let finished: @Sendable (PointResult) -> Bool
  /// Seconds from a fixed moment; a clock is the caller's.
  package let clock: @Sendable () -> Double

  package init(
    jobs: Int, replications: Int, twins: TwinSetting = .off, limits: Limits,
    clock: @escaping @Sendable () -> Double,
    prepare: @escaping @Sendable (Int) -> Result<PreparedPoint, PointFailure>,
    finished: @escaping @Sendable (PointResult) -> Bool
  ) {
    self.jobs = max(1, jobs)
    self.replications = replications
    self.twins = twins
    self.limits = limits
    self.clock = clock
    self.prepare = prepare
    self.finished = finished
  }

  /// Runs the points; a cancelled task finishes the replications in hand and keeps them.
  package func run(_ wanted: [Wanted]) async {
    let ledger = SweepLedger(wanted, self)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask { while let piece = ledger.take(isCancelled: Task.isCancelled) { run(piece, ledger) } }
      }
    }
    ledger.flush()
  }

  private func run(_ piece: SweepLedger.Piece, _ ledger: SweepLedger) {
    let point: PreparedPoint
    switch prepare(piece.number) {
    case .failure(let failure): return ledger.fail(piece, failure.message, nil)
    case .success(let prepared): point = prepared
    }
    var replicator = Replicator(point.design.tables, uncertain: point.design.uncertain)
    let numbers = self.numbers(piece, point)
    var rows: [(Int, [Double])] = []
    rows.reserveCapacity(numbers.count)
    for number in numbers {
      if Task.isCancelled || ledger.isOver { break }
      let outcome = piece.isTwins ? replicator.runTwin(of: number) : replicator.run(number)
      if let broken = outcome.balances.first(where: { $0.largestResidual > $0.tolerance }) {
        return ledger.fail(
          piece,
          "\(piece.isTwins ? "twin of " : "")replication \(number): the balance of \(broken.balance) does not hold; "
            + "a mistake in the program", point)
      }
      rows.append((number, point.design.outputs.values(outcome)))
      if let most = limits.secondsForPoint, clock() - piece.began > most {
        return ledger.fail(piece, "it took longer than \(most) seconds", point)
      }
    }
    ledger.enter(piece, rows, isWhole: rows.count == numbers.count, point)
  }

  /// The replications of a piece, or those whose twins are to be made.
  private func numbers(_ piece: SweepLedger.Piece, _ point: PreparedPoint) -> [Int] {
    guard piece.isTwins else { return Array(piece.places) }
    let all = twins.replications(of: point.id, among: replications)
    return piece.places.map { all[$0] }.filter { !piece.twinned.contains($0) }
  }
}
