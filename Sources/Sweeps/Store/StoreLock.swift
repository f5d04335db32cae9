import Foundation
import Synchronization

/// The right to write to a file of results: a lock on a file beside it, which the system gives back when its process ends,
/// however it ends.
///
/// The lock is not on the results themselves, so that anyone may read them meanwhile. A lock file that a killed process left
/// behind is of no account, since nobody holds it.
final class StoreLock: Sendable {
  private let path: String
  /// The open lock file; nil once it was given back.
  private let descriptor: Mutex<Int32?>

  /// How long a process that was killed may take to give its lock back.
  private static let patience = Duration.seconds(1)

  /// Takes the lock of that file of results, or says that another process has it.
  init(of results: String) throws(StoreFailure) {
    path = results + ".lock"
    let deadline = ContinuousClock.now + StoreLock.patience
    while true {
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard opened >= 0 else { throw StoreLock.failure(results, errno) }
      while flock(opened, LOCK_EX | LOCK_NB) != 0 {
        let reason = errno
        if reason == EINTR { continue }
        if reason == EWOULDBLOCK, ContinuousClock.now < deadline {
          usleep(10_000)
          continue
        }
        close(opened)
        throw StoreLock.failure(results, reason)
      }
      // Whoever held it may have removed the file between the two steps: then it is the lock of nothing.
      if StoreLock.isSame(opened, path) {
        descriptor = Mutex(opened)
        return
      }
      close(opened)
    }
  }

  deinit { release() }

  /// Gives it back, and removes its file while nobody else can hold it.
  func release() {
    descriptor.withLock { descriptor in
      guard let held = descriptor else { return }
      unlink(path)
      close(held)
      descriptor = nil
    }
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var one = stat()
    var two = stat()
    return fstat(descriptor, &one) == 0 && stat(path, &two) == 0 && one.st_ino == two.st_ino
      && one.st_dev == two.st_dev
  }

  private static func failure(_ path: String, _ reason: Int32) -> StoreFailure {
    switch reason {
    case EWOULDBLOCK: .busy(path: path)
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case ENOLCK, ENOTSUP, ENOSYS:
      .closed(path: path, reason: "its disk has no locks: compute on another and merge")
    case EACCES, EPERM, EROFS:
      .closed(path: path, reason: "you may not write in its folder, or its disk can only be read")
    default: .closed(path: path, reason: String(cString: strerror(reason)))
    }
  }
}
