import Foundation

/// A folder that looks like one in which something was being made.
struct Leftover {
  private let path: String
  /// What was being made: the name of a file or a folder; empty for several files of the folder itself.
  private let name: String
  private let folder: String
  /// Whether it is an earlier result on its way out.
  private let isOld: Bool

  init?(_ entry: String, in folder: String) {
    guard let match = entry.wholeMatch(of: #/(.*)\.partial-\d+(?:-\d+)?(\.old)?/#) else { return nil }
    self.folder = folder == "/" ? "" : folder
    path = self.folder + "/" + entry
    (name, isOld) = (String(match.1), match.2 != nil)
  }

  /// Removes it if its process is no more, and if there is nothing in it that may be somebody else's.
  func clear() {
    guard let held = Leftover.hold(path) else { return }
    defer { close(held) }
    if isOld { return restore() }
    let entries = FilePlace.entries(of: path)
    if name.isEmpty || entries.allSatisfy(isMade) { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Whether an entry is of what was being made. SQLite puts files of its own beside one that it writes.
  private func isMade(_ entry: String) -> Bool {
    ResultFile.isOurs(entry) || entry == name || entry.hasPrefix(name + "-")
  }

  /// Gives an earlier result its name back where the new one did not take it; otherwise keeps what is not ours.
  private func restore() {
    let final = folder + "/" + name
    if access(final, F_OK) != 0 {
      _ = rename(path, final)
      return
    }
    let entries = FilePlace.entries(of: path)
    guard entries.contains(ResultFile.manifest) else { return }
    for entry in entries {
      if ResultFile.isOurs(entry) {
        try? FileManager.default.removeItem(atPath: path + "/" + entry)
      } else if access(final + "/" + entry, F_OK) != 0 {
        _ = rename(path + "/" + entry, final + "/" + entry)
      }
    }
    _ = rmdir(path)
  }

  // MARK: Locks

  /// Opens a folder and takes its lock; nil where another process has it, or it is no folder, or has gone.
  static func hold(_ path: String) -> Int32? {
    guard let descriptor = open(path) else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isSame(descriptor, path) { return descriptor }
    close(descriptor)
    return nil
  }

  /// Opens a folder, unless it is a link; nil with `errno` where it cannot.
  static func open(_ path: String) -> Int32? {
    let descriptor = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Whether the open folder still has that path.
  static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var one = stat()
    var two = stat()
    return fstat(descriptor, &one) == 0 && lstat(path, &two) == 0 && one.st_ino == two.st_ino
      && one.st_dev == two.st_dev
  }
}
