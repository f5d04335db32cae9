import Foundation
import Notation
import Synchronization

/// Progress on standard error: one line redrawn on a terminal, otherwise a line a minute.
final class ProgressLine: Sendable {
  private let lastShown = Mutex(0.0)
  private let began = Usage.now.wall
  private let isShown: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  init(shown: Bool) { isShown = shown }

  /// Seconds since the start.
  var elapsed: Double { Usage.now.wall - began }

  /// Shows the text, unless another was shown a moment ago and this one is not `rare`.
  func show(rare isRare: Bool = false, _ text: () -> String) {
    guard isShown else { return }
    lastShown.withLock { last in
      let time = elapsed
      guard isRare || time - last > (isTerminal ? 0.1 : 60) else { return }
      last = time
      let line = SafeText.line(text()).prefix(Terminal.width - 1)
      _ = Terminal.put(isTerminal ? "\r\u{1B}[2K\(line)" : "\(line)\n", to: STDERR_FILENO)
    }
  }

  /// Shows how many of the things that are wanted are done, and how long the rest may take.
  ///
  /// - Parameters:
  ///   - events: of all that is done; 0 where nobody counts.
  ///   - ending: what else there is to say.
  func count(
    _ done: Int, of wanted: Int, _ things: String, failed: Int? = nil, events: UInt64 = 0,
    ending: () -> String = { "" }
  ) {
    guard done > 0 else { return }
    show(rare: isTerminal && done == wanted) {
      let time = elapsed
      var parts = ["\(done)/\(wanted) \(things)"]
      if let failed { parts.append("\(failed) failed") }
      parts.append("\(clock(time / Double(done) * Double(wanted - done))) left")
      // What is least missed stands last, and only where there is room.
      var more = ["\(clock(time)) elapsed"]
      if events > 0 {
        let millions = Double(events) / max(time, 1e-9) / 1e6
        more.append("\((millions * 10).rounded() / 10) million events/s")
      }
      let room = Terminal.width - 1 - ending().count
      for part in more where (parts + [part]).joined(separator: ", ").count <= room { parts.append(part) }
      return parts.joined(separator: ", ") + ending()
    }
  }

  /// Leaves the line, so that what follows begins on a new one.
  func finish() {
    if isShown, isTerminal { _ = Terminal.put("\r\u{1B}[2K", to: STDERR_FILENO) }
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
