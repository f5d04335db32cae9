import Foundation
import Synchronization

/// A folder beside the place of something that is being made, in which it stands until it is whole.
///
/// It is named `<name>.partial-<process>`, or `.partial-<process>` inside a folder, and its process holds a lock on it:
/// the system gives the lock back however that process ends. A folder that nobody holds was left by one that was killed,
/// and is cleared away by the next that makes something beside it (``sweep(_:)``).
package final class Staging {
  package let path: String
  private var descriptor: Int32

  /// Those of this process.
  private static let live = Mutex<Set<String>>([])
  /// Folders that this process has swept already.
  private static let swept = Mutex<Set<String>>([])
  private static let listener = Mutex<(@Sendable (String) -> Void)?>(nil)

  /// Makes one for a file or folder of that path.
  package convenience init(beside final: String) throws(OutputFailure) {
    try self.init(beginning: final + ".partial-")
  }

  /// Makes one for files of that folder.
  package convenience init(inside folder: String) throws(OutputFailure) {
    try self.init(beginning: (folder == "/" ? "" : folder) + "/.partial-")
  }

  private init(beginning: String) throws(OutputFailure) {
    let folder = FilePlace.parent(of: beginning)
    Staging.listener.withLock { $0 }?(folder)
    Staging.sweepOnce(folder)
    (path, descriptor) = try Staging.make(beginning)
    _ = Staging.live.withLock { [path] in $0.insert(path) }
  }

  deinit { discard() }

  /// Where the thing of that name is made.
  package func place(of name: String) -> String { path + "/" + name }

  /// Removes it with all that is in it.
  package func discard() {
    guard descriptor >= 0 else { return }
    try? FileManager.default.removeItem(atPath: path)
    release()
  }

  /// Leaves it: it stands under its final name now.
  package func release() {
    guard descriptor >= 0 else { return }
    _ = Staging.live.withLock { $0.remove(path) }
    close(descriptor)
    descriptor = -1
  }

  /// Removes all that this process is making. For an end at once, from any thread.
  package static func abandonAll() {
    for path in live.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Calls `tell` with every folder in which something is going to be made, from now on.
  package static func listen(_ tell: @escaping @Sendable (String) -> Void) {
    listener.withLock { $0 = tell }
  }

  private static func make(_ beginning: String) throws(OutputFailure) -> (path: String, descriptor: Int32) {
    for attempt in 0..<100 {
      let path = beginning + String(getpid()) + (attempt == 0 ? "" : "-\(attempt)")
      if mkdir(path, 0o777) != 0 {
        if errno == EEXIST { continue }
        throw .creating(path, errno)
      }
      guard let opened = Leftover.open(path) else {
        if errno == ENOENT { continue }
        let reason = errno
        rmdir(path)
        throw .creating(path, reason)
      }
      // Whoever sweeps may be faster than the lock: then another is made. A disk without locks is not swept either.
      let isLocked = flock(opened, LOCK_EX | LOCK_NB) == 0
      if isLocked || errno != EWOULDBLOCK, Leftover.isSame(opened, path) { return (path, opened) }
      close(opened)
    }
    throw .cannotCreate(
      path: beginning, reason: "there are too many unfinished folders of that name: remove them")
  }

  // MARK: What others left

  /// Clears away what killed processes left in a folder.
  package static func sweep(_ folder: String) {
    for name in FilePlace.entries(of: folder) { Leftover(name, in: folder)?.clear() }
  }

  /// The same, the first time that this process asks for it.
  package static func sweepOnce(_ folder: String) {
    if swept.withLock({ $0.insert(folder).inserted }) { sweep(folder) }
  }
}
