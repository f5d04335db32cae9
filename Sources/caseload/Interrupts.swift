import Dispatch
import Foundation
import Synchronization

/// Turns Ctrl-C and a termination request into an orderly end: the first finishes what runs and writes it, the
/// second stops at once.
final class Interrupts: Sendable {
  private let received = Mutex<Int32>(0)
  private let stopping = Mutex<(@Sendable () -> Void)?>(nil)

  /// The signal that came, 0 when none did.
  var signal: Int32 { received.withLock { $0 } }

  /// Calls `stop` at the first signal.
  ///
  /// - Parameters:
  ///   - lost: what a second signal costs, and how to go on.
  ///   - promise: what is done about the first.
  func watch(
    lost: String = "nothing was written. The same command starts again",
    saying promise: String = "finishing the replications in hand and writing what is done",
    _ stop: @escaping @Sendable () -> Void
  ) {
    stopping.withLock { $0 = stop }
    // A queue of its own has a thread of its own: those of the system may all be busy with replications.
    let queue = DispatchQueue(label: "interrupts", qos: .userInteractive)
    for number in [SIGINT, SIGTERM] {
      Foundation.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [self] in
        let isSecond = received.withLock { received -> Bool in
          defer { received = number }
          return received != 0
        }
        if isSecond {
          Terminal.complain("stopped at once; \(lost).")
          _exit(128 + number)
        }
        Terminal.complain(
          "\n\(promise) (again to stop at once)")
        stopping.withLock { $0 }?()
      }
      source.resume()
      // The source lives as long as the process.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }

  /// Lets the first signal stop something else from now on; at once where it has come.
  func stop(_ stop: @escaping @Sendable () -> Void) {
    stopping.withLock { $0 = stop }
    if signal != 0 { stop() }
  }
}
