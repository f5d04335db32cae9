import Parameters
import Synchronization

/// Which pieces of which points are still to run, and the points in hand.
final class SweepLedger: Sendable {
  /// Some replications of one point.
  struct Piece: Sendable {
    let place: Int
    let number: Int
    let replications: Range<Int>
    /// When the point's first piece was taken.
    let began: Double
  }

  /// A point of which some pieces are under way.
  private struct Open {
    let began: Double
    var point: PreparedPoint?
    var rows: [[Double]]
    var missing: Int
    var failure: String?
    var isTold = false
  }

  private struct State {
    var next = 0
    var nextReplication = 0
    var open: [Int: Open] = [:]
    var isOver = false
  }

  /// Replications that one core takes of a point at a time: the model is made anew for each piece.
  static let length = 32

  private let state = Mutex(State())
  private let handing = Mutex(())
  private let wanted: [SweepRunner.Wanted]
  private let runner: SweepRunner
  private let began: Double

  init(_ wanted: [SweepRunner.Wanted], _ runner: SweepRunner) {
    self.wanted = wanted
    self.runner = runner
    began = runner.clock()
  }

  /// Whether no further replication may begin.
  var isOver: Bool {
    state.withLock { $0.isOver } || runner.limits.seconds.map { runner.clock() - began > $0 } ?? false
  }

  func take(isCancelled: Bool) -> Piece? {
    if isCancelled || isOver { return nil }
    let now = runner.clock()
    return state.withLock { state in
      guard state.next < wanted.count else { return nil }
      let place = state.next
      let done = wanted[place].done
      if state.open[place] == nil {
        let count = max(0, runner.replications - done)
        state.open[place] = Open(began: now, rows: Array(repeating: [], count: count), missing: count)
        state.nextReplication = done
      }
      let first = state.nextReplication
      let end = min(first + SweepLedger.length, runner.replications)
      state.nextReplication = end
      if end >= runner.replications { state.next += 1 }
      return Piece(
        place: place, number: wanted[place].number, replications: first..<end,
        began: state.open[place]?.began ?? now)
    }
  }

  func enter(_ piece: Piece, _ rows: [[Double]], _ point: PreparedPoint) {
    let finished = state.withLock { state -> Open? in
      guard var open = state.open[piece.place] else { return nil }
      open.point = point
      let offset = piece.replications.lowerBound - wanted[piece.place].done
      for (place, row) in rows.enumerated() { open.rows[offset + place] = row }
      open.missing -= rows.count
      state.open[piece.place] = open.missing == 0 ? nil : open
      return open.missing == 0 ? open : nil
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
    for (place, point) in open where !(point.rows.first ?? []).isEmpty { hand(place, point) }
  }

  private func hand(_ place: Int, _ open: Open) {
    let complete = open.rows.firstIndex { $0.isEmpty } ?? open.rows.count
    let status: PointResult.Status =
      open.failure != nil ? .failed : complete == open.rows.count ? .done : .part
    let result = PointResult(
      number: wanted[place].number, id: open.point?.id ?? "unprepared-\(wanted[place].number)",
      values: open.point?.values ?? [], status: status,
      first: wanted[place].done, rows: status == .failed ? [] : Array(open.rows.prefix(complete)),
      message: open.failure ?? "")
    let goesOn = handing.withLock { _ in runner.finished(result) }
    if !goesOn { state.withLock { $0.isOver = true } }
  }
}
