import CProcess
import Foundation
import Results
import Synchronization

/// Turns the signals that ask for an end into an orderly one: the first lets what is finished be written, the second
/// stops at once. Before anybody watches there is nothing to write, and the first stops at once.
///
/// SIGINT is Ctrl-C, SIGTERM what schedulers send, SIGHUP a terminal or connection that is lost, SIGXCPU a limit on
/// processor time. SIGQUIT always stops at once.
final class Interrupts: Sendable {
  /// Those of this process.
  static let here = Interrupts()

  private struct Watch {
    let lost, promise: String
    let stop: @Sendable () -> Void
  }

  /// A signal that is sent to a group reaches the worker straight and through its parent, at one time; one that is sent
  /// to the parent comes from there alone.
  private struct Heard {
    var last = -1.0
    var wasPassedOn = false

    /// Whether this is a signal that was not heard before.
    mutating func isNew(_ time: Double, isPassedOn: Bool) -> Bool {
      let isEcho = last >= 0 && time - last < (isPassedOn == wasPassedOn ? Guard.echo : Interrupts.both)
      // What has been heard from both sides is done with: the next is new, from whichever side.
      (last, wasPassedOn) = isEcho && isPassedOn != wasPassedOn ? (-1, isPassedOn) : (time, isPassedOn)
      return !isEcho
    }
  }

  /// Seconds within which a signal from the parent and one that came straight are the same.
  private static let both = 0.25
  /// Seconds after which whatever does not end is ended: it may wait for something that never comes.
  private static let patience = 120.0

  private struct State {
    var signal: Int32 = 0
    var heard: [Int32: Heard] = [:]
    var watch: Watch?
  }

  private let state = Mutex(State())

  /// The signal that came, 0 when none did.
  var signal: Int32 { state.withLock { $0.signal } }

  /// Begins to listen, on a thread of its own: those of the system may all be busy with replications.
  func listen() {
    let descriptor = caseload_listen([SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU], 5)
    guard descriptor >= 0 else { return }
    let parent = getppid()
    Thread.detachNewThread { [self] in
      var one = caseload_signal()
      while true {
        let count = withUnsafeMutableBytes(of: &one) { read(descriptor, $0.baseAddress, $0.count) }
        guard count == MemoryLayout<caseload_signal>.size else { continue }
        receive(one.number, isPassedOn: one.sender == parent)
      }
    }
  }

  /// Calls `stop` at the first signal; at once where it has come.
  ///
  /// - Parameters:
  ///   - lost: what a second signal costs, and how to go on.
  ///   - promise: what is done about the first.
  func watch(lost: String, saying promise: String, _ stop: @escaping @Sendable () -> Void) {
    let hasCome = state.withLock { state in
      state.watch = Watch(lost: lost, promise: promise, stop: stop)
      return state.signal != 0
    }
    if hasCome { stop() }
  }

  private func receive(_ number: Int32, isPassedOn: Bool) {
    let (isNew, before) = state.withLock { state in
      let before = state
      guard state.heard[number, default: Heard()].isNew(Usage.now.wall, isPassedOn: isPassedOn) else {
        return (false, before)
      }
      if state.signal == 0 { state.signal = number }
      return (true, before)
    }
    guard isNew else { return }
    guard let watch = before.watch else { end(number) }
    if before.signal != 0 || number == SIGQUIT { stopAtOnce(number, watch) }
    Terminal.tell("\n\(watch.promise) (press again to stop at once)")
    watch.stop()
    Thread.detachNewThread { [self] in
      Thread.sleep(forTimeInterval: Self.patience)
      stopAtOnce(number, watch)
    }
  }

  private func stopAtOnce(_ number: Int32, _ watch: Watch) -> Never {
    Terminal.complain("stopped at once; \(watch.lost).")
    Staging.abandonAll()
    _exit(128 + number)
  }

  /// Ends this process as the signal would have done, without leaving anything half-made.
  private func end(_ number: Int32) -> Never {
    Staging.abandonAll()
    Foundation.signal(number, SIG_DFL)
    kill(getpid(), number)
    // The signal may need a moment.
    sleep(1)
    _exit(128 + number)
  }
}
