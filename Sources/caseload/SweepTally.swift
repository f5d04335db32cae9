import Experiments
import Foundation
import Sweeps
import Synchronization

/// Counts finished points and shows how far a sweep is.
final class SweepTally: Sendable {
  private struct State {
    var done = 0
    var failed = 0
    var part = 0
    var replications = 0
    var twins = 0
    var messages: [String] = []
    var failure: StoreFailure?
    var best: (mean: Double, id: String)?
    var lastShown = 0.0
  }

  private let state = Mutex(State())
  private let wanted: Int
  private let objective: SweepObjective?
  private let isShown: Bool
  private let isTerminal: Bool
  private let began = ProgressLine.now()

  init(_ wanted: Int, _ objective: SweepObjective?, shown: Bool) {
    self.wanted = wanted
    self.objective = objective
    isShown = shown
    isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  func enter(_ result: PointResult) {
    state.withLock { state in
      state.replications += result.rows.count
      state.twins += result.twins.count
      switch result.status {
      case .done: state.done += 1
      case .part: state.part += 1
      case .failed:
        state.failed += 1
        if state.messages.count < 10 { state.messages.append("point \(result.id) failed: \(result.message)") }
      }
      if let objective, result.status == .done {
        let values = result.rows.map { $0[objective.place] }.filter(\.isFinite)
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        if !values.isEmpty,
          mean * objective.sign < (state.best?.mean ?? .infinity) * objective.sign || state.best == nil
        {
          state.best = (mean, result.id)
        }
      }
      show(&state)
    }
  }

  func stop(_ failure: StoreFailure) { state.withLock { $0.failure = $0.failure ?? failure } }

  func finish() { if isShown, isTerminal { Terminal.put("\r\u{1B}[2K", to: STDERR_FILENO) } }

  var counts: (done: Int, failed: Int, part: Int, messages: [String], failure: StoreFailure?) {
    state.withLock { ($0.done, $0.failed, $0.part, $0.messages, $0.failure) }
  }

  /// Replications and twins that were simulated and kept.
  var simulated: (replications: Int, twins: Int) { state.withLock { ($0.replications, $0.twins) } }

  private func show(_ state: inout State) {
    let time = ProgressLine.now() - began
    let finished = state.done + state.failed
    guard isShown, finished > 0, time - state.lastShown > (isTerminal ? 0.1 : 60) else { return }
    state.lastShown = time
    let left = time / Double(finished) * Double(wanted - finished)
    var text =
      "\(finished)/\(wanted) points, \(state.failed) failed, \(clock(time)) gone, \(clock(left)) left"
    if let best = state.best, let objective {
      text += "; best so far \(best.id): \(objective.name) \(short(best.mean))"
    }
    Terminal.put(isTerminal ? "\r\u{1B}[2K\(text)" : "\(text)\n", to: STDERR_FILENO)
  }

  private func short(_ value: Double) -> String {
    value.magnitude >= 1000 ? String(Int(value.rounded())) : String((value * 1000).rounded() / 1000)
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
