import Foundation
import Synchronization

/// A disk that is full at the one moment that a test names: `CASELOAD_FULL_DISK_AT=7` fails the seventh step of writing
/// (making a file, writing to it, closing it, giving it its name). Without that variable every step is the system's own.
package enum TroubledDisk {
  private static let place = ProcessInfo.processInfo.environment["CASELOAD_FULL_DISK_AT"].flatMap(Int.init)
  private static let steps = Atomic(0)

  /// Whether the step about to be taken fails; `errno` then says that the disk is full.
  package static var fails: Bool {
    guard let place else { return false }
    guard steps.add(1, ordering: .relaxed).newValue == place else { return false }
    errno = ENOSPC
    return true
  }

  /// Gives a file that is whole its name, in place of one that has it: -1 where that fails, as the system's own does.
  package static func rename(_ from: String, _ to: String) -> Int32 {
    fails ? -1 : Foundation.rename(from, to)
  }
}
