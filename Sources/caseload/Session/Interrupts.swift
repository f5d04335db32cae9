import Dispatch
import Foundation
import Synchronization

/// Turns Ctrl-C and a termination request into an orderly end: the first finishes what runs and writes it, the
/// second stops at once.
final class Interrupts: Sendable {
  private struct State {
    var signal: Int32 = 0
    var isWatching = false
    var lost = ""
    var promise = ""
    var stop: @Sendable () -> Void = {}
  }

  private let state = Mutex(State())

  /// The signal that came, 0 when none did.
  var signal: Int32 { state.withLock { $0.signal } }

  /// Calls `stop` at the first signal; at once where it has come.
  ///
  /// - Parameters:
  ///   - lost: what a second signal costs, and how to go on.
  ///   - promise: what is done about the first.
  func watch(lost: String, saying promise: String, _ stop: @escaping @Sendable () -> Void) {
    let (isFirst, hasCome) = state.withLock { state in
      defer { state.isWatching = true }
      (state.lost, state.promise, state.stop) = (lost, promise, stop)
      return (!state.isWatching, state.signal != 0)
    }
    if hasCome { stop() }
    guard isFirst else { return }
    // A queue of its own has a thread of its own: those of the system may all be busy with replications.
    let queue = DispatchQueue(label: "interrupts", qos: .userInteractive)
    for number in [SIGINT, SIGTERM] {
      Foundation.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [self] in receive(number) }
      source.resume()
      // The source lives as long as the process.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }

  private func receive(_ number: Int32) {
    let before = state.withLock { state in
      defer { state.signal = number }
      return state
    }
    if before.signal != 0 {
      Terminal.complain("stopped at once; \(before.lost).")
      _exit(128 + number)
    }
    Terminal.complain("\n\(before.promise) (press again to stop at once)")
    before.stop()
  }
}
