import Foundation
import Synchronization

/// Progress on standard error: one line redrawn on a terminal, otherwise a line a minute.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown = 0.0
    var sum = 0.0
    var squares = 0.0
    var n = 0
  }

  private let state = Mutex(State())
  private let began = ProgressLine.now()
  private let isShown: Bool
  private let isTerminal: Bool
  private let headline: String

  /// - Parameter headline: the name of the one figure shown as it settles.
  init(shown: Bool, headline: String) {
    isShown = shown
    self.headline = headline
    isTerminal =
      isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Seconds since the start.
  var elapsed: Double { ProgressLine.now() - began }

  func update(done: Int, wanted: Int, events: UInt64, value: Double) {
    guard isShown else { return }
    state.withLock { state in
      if !value.isNaN {
        state.n += 1
        state.sum += value
        state.squares += value * value
      }
      let time = elapsed
      let pause = isTerminal ? 0.1 : 60
      guard time - state.lastShown > pause || (isTerminal && done == wanted) else { return }
      state.lastShown = time
      let left = time / Double(done) * Double(wanted - done)
      var text =
        "\(done)/\(wanted) replications, 0 failed, \(rate(events, time)), \(clock(time)) gone, \(clock(left)) left"
      if state.n > 1 {
        let mean = state.sum / Double(state.n)
        let variance = max(0, state.squares / Double(state.n) - mean * mean)
        let half = 1.96 * (variance / Double(state.n)).squareRoot()
        text += "; \(headline) \(Int(mean.rounded())) ± \(Int(half.rounded(.up)))"
      }
      Terminal.put(isTerminal ? "\r\u{1B}[2K\(text)" : "\(text)\n", to: STDERR_FILENO)
    }
  }

  /// Leaves the line, so that what follows begins on a new one.
  func finish() {
    if isShown, isTerminal { Terminal.put("\r\u{1B}[2K", to: STDERR_FILENO) }
  }

  private func rate(_ events: UInt64, _ seconds: Double) -> String {
    let millions = Double(events) / max(seconds, 1e-9) / 1e6
    return "\((millions * 10).rounded() / 10) million events/s"
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
