import Experiments
import Parameters
import ServiceModel

/// A point that is still to be run, made when its turn comes.
struct PreparedPoint: Sendable {
  let id: String
  let values: [Value]
  let design: TrialDesign
}

/// Why a point cannot be run at all.
struct PointFailure: Error, Sendable, Equatable {
  let message: String

  init(_ message: String) { self.message = message }
}

/// Runs the points of a sweep on several cores and hands each over as soon as it is finished.
///
/// What comes out depends on the points alone, not on their order or on the number of cores. Memory does not grow with
/// the points.
package struct SweepRunner: Sendable {
  /// A point to run, and how many of its replications are there already.
  struct Wanted: Sendable {
    let number: Int
    let done: Int
    /// Replications that have their twin already.
    var twinned: Set<Int> = []
  }

  /// What ends a sweep early.
  package struct Limits: Sendable {
    /// Seconds that one point may take; one that takes more is failed.
    package var secondsForPoint: Double?
    /// Seconds after which no replication goes on.
    package var seconds: Double?
    /// Whether the first failed point ends the sweep.
    package var stopsAtFailure = false

    package init() {}
  }

  /// Points that run at one time.
  let jobs: Int
  let replications: Int
  /// Which replications of a point have a twin.
  let twins: TwinSetting
  let limits: Limits
  /// Makes a point from its number.
  let prepare: @Sendable (Int) throws(PointFailure) -> PreparedPoint
  /// Takes a finished point. Called from any thread, one call at a time; false ends the sweep.
  let finished: @Sendable (PointResult) -> Bool

  /// Runs the points; a cancelled task finishes the replications in hand, for a moment, and keeps what is done.
  func run(_ wanted: [Wanted]) async {
    let ledger = SweepLedger(wanted, self)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask { while let piece = ledger.take(isCancelled: Task.isCancelled) { run(piece, ledger) } }
      }
    }
    ledger.flush()
  }

  private func run(_ piece: SweepLedger.Piece, _ ledger: SweepLedger) {
    let point: PreparedPoint
    do {
      point = try prepare(piece.number)
    } catch {
      return ledger.fail(piece, error.message, nil)
    }
    var replicator = Replicator(point.design.tables, uncertain: point.design.uncertain)
    let numbers = self.numbers(piece, point)
    var rows: [(Int, [Double])] = []
    rows.reserveCapacity(numbers.count)
    func isLate() -> Bool {
      limits.secondsForPoint.map { ContinuousClock.now - piece.began > .seconds($0) } ?? false
    }
    func failLate() {
      ledger.fail(piece, "it took longer than \(limits.secondsForPoint ?? 0) seconds", point)
    }
    var patience = Patience()
    let isOver = { patience.hasEnded() || ledger.isOver || isLate() }
    for number in numbers {
      if Task.isCancelled { break }
      let run =
        piece.isTwins
        ? replicator.runTwin(of: number, unless: isOver) : replicator.run(number, unless: isOver)
      guard let outcome = run else {
        if isLate() { return failLate() }
        break
      }
      if let broken = outcome.balances.first(where: { $0.largestResidual > $0.tolerance }) {
        return ledger.fail(
          piece,
          "\(piece.isTwins ? "twin of " : "")replication \(number): the balance of \(broken.balance) does not hold; "
            + "a mistake in the program", point)
      }
      rows.append((number, point.design.outputs.values(outcome)))
      if isLate() { return failLate() }
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
