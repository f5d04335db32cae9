import Parameters
import Synchronization

/// Which pieces of which points are still to run, and the points in hand.
final class SweepLedger: Sendable {
  /// Some replications of one point, or some of its twins.
  struct Piece: Sendable {
    let place: Int
    let number: Int
    let isTwins: Bool
    /// The numbers of the replications; of twins their places among the point's.
    let places: Range<Int>
    /// Replications that have their twin already.
    let twinned: Set<Int>
    /// When the point's first piece was taken.
    let began: ContinuousClock.Instant
  }

  /// A point of which some pieces are under way.
  private struct Open {
    let began: ContinuousClock.Instant
    var point: PreparedPoint?
    var rows: [[Double]]
    var missing: Int
    var twins: [Int: [Double]] = [:]
    var twinsMissing: Int
    var isComplete: Bool { missing == 0 && twinsMissing == 0 }
    var failure: String?
    var isTold = false
  }

  private struct State {
    var next = 0
    var nextReplication = 0
    var nextTwin = 0
    var open: [Int: Open] = [:]
    var isOver = false
  }

  /// Replications that one core takes of a point at a time: the model is made anew for each piece.
  static let length = 32

  private let state = Mutex(State())
  private let handing = Mutex(())
  private let wanted: [SweepRunner.Wanted]
  private let runner: SweepRunner
  private let began = ContinuousClock.now
  /// How many twins each point has.
  private let twins: Int

  init(_ wanted: [SweepRunner.Wanted], _ runner: SweepRunner) {
    self.wanted = wanted
    self.runner = runner
    twins = runner.twins.count(of: runner.replications)
  }

  /// Whether no further replication may begin.
  var isOver: Bool {
    state.withLock { $0.isOver }
      || runner.limits.seconds.map { ContinuousClock.now - began > .seconds($0) } ?? false
  }

  func take(isCancelled: Bool) -> Piece? {
    if isCancelled || isOver { return nil }
    let now = ContinuousClock.now
    return state.withLock { state in
      guard state.next < wanted.count else { return nil }
      let place = state.next
      let point = wanted[place]
      if state.open[place] == nil {
        let count = max(0, runner.replications - point.done)
        state.open[place] = Open(
          began: now, rows: Array(repeating: [], count: count), missing: count, twinsMissing: twins)
        state.nextReplication = point.done
        state.nextTwin = 0
      }
      let isTwins = state.nextReplication >= runner.replications
      let places: Range<Int>
      if isTwins {
        places = state.nextTwin..<min(state.nextTwin + SweepLedger.length, twins)
        state.nextTwin = places.upperBound
      } else {
        places =
          state.nextReplication..<min(state.nextReplication + SweepLedger.length, runner.replications)
        state.nextReplication = places.upperBound
      }
      if state.nextReplication >= runner.replications, state.nextTwin >= twins { state.next += 1 }
      return Piece(
        place: place, number: point.number, isTwins: isTwins, places: places, twinned: point.twinned,
        began: state.open[place]?.began ?? now)
    }
  }

  /// Enters what came of a piece: pairs of a replication and its outputs.
  func enter(_ piece: Piece, _ rows: [(Int, [Double])], isWhole: Bool, _ point: PreparedPoint) {
    let finished = state.withLock { state -> Open? in
      guard var open = state.open[piece.place] else { return nil }
      open.point = point
      if piece.isTwins {
        for (number, row) in rows { open.twins[number] = row }
        if isWhole { open.twinsMissing -= piece.places.count }
      } else {
        for (number, row) in rows { open.rows[number - wanted[piece.place].done] = row }
        open.missing -= rows.count
      }
      state.open[piece.place] = open.isComplete ? nil : open
      return open.isComplete ? open : nil
    }
    if let finished { hand(piece.place, finished) }
  }

  func fail(_ piece: Piece, _ message: String, _ point: PreparedPoint?) {
    let failed = state.withLock { state -> Open? in
      guard var open = state.open[piece.place], !open.isTold else { return nil }
      open.point = open.point ?? point
      open.failure = message
      open.isTold = true
      state.open[piece.place] = open
      if state.next == piece.place { state.next += 1 }
      if runner.limits.stopsAtFailure { state.isOver = true }
      return open
    }
    if let failed { hand(piece.place, failed) }
  }

  /// Hands over what is done, from the first replication on, of the points that were under way.
  func flush() {
    let open = state.withLock { state in state.open.filter { !$0.value.isTold }.sorted { $0.key < $1.key } }
    for (place, point) in open {
      let isWorthIt = point.rows.isEmpty ? !point.twins.isEmpty : !(point.rows.first ?? []).isEmpty
      if isWorthIt { hand(place, point) }
    }
  }

  private func hand(_ place: Int, _ open: Open) {
    let complete = open.rows.firstIndex { $0.isEmpty } ?? open.rows.count
    let status: PointResult.Status =
      open.failure != nil ? .failed : open.isComplete ? .done : .part
    let id = open.point?.id ?? "unprepared-\(wanted[place].number)"
    let result = PointResult(
      number: wanted[place].number, id: id, values: open.point?.values ?? [], status: status,
      first: wanted[place].done, rows: status == .failed ? [] : Array(open.rows.prefix(complete)),
      twins: status == .failed
        ? []
        : open.twins.sorted { $0.key < $1.key }.map { PointResult.Twin(replication: $0.key, row: $0.value) },
      twinned: status == .done ? runner.twins.replications(of: id, among: runner.replications) : nil,
      message: open.failure ?? "")
    let goesOn = handing.withLock { _ in runner.finished(result) }
    if !goesOn { state.withLock { $0.isOver = true } }
  }
}
