import Foundation

/// The place where a result is to stand: whether it is free, and what is there.
package struct FilePlace {
  /// The full path, with symbolic links followed.
  package let path: String
  package let exists: Bool
  package let holdsResult: Bool

  /// Looks at the place, makes the parents of a new folder, and refuses a place that is taken.
  package init(_ asked: String, force: Bool) throws(OutputFailure) {
    var trimmed = asked
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard !trimmed.isEmpty else {
      throw .cannotCreate(path: asked, reason: "the name of the folder is empty")
    }
    var status = stat()
    Staging.sweepOnce(FilePlace.parent(of: trimmed))
    if stat(trimmed, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .cannotCreate(path: trimmed, reason: "a file of that name already exists")
      }
      path = FilePlace.resolved(trimmed)
      exists = true
      Staging.sweepOnce(path)
      let isEmpty = FilePlace.entries(of: path).isEmpty
      holdsResult = !isEmpty && ResultReader.isResult(path)
      if !isEmpty { try FilePlace.refuse(trimmed, force: force, holdsResult: holdsResult) }
    } else {
      guard errno == ENOENT else { throw .creating(trimmed, errno) }
      guard lstat(trimmed, &status) != 0 else {
        throw .cannotCreate(path: trimmed, reason: "it is a link to something that does not exist")
      }
      let parent = FilePlace.parent(of: trimmed)
      try FilePlace.makeFolders(parent)
      let folder = FilePlace.resolved(parent)
      path = (folder == "/" ? "" : folder) + "/" + FilePlace.name(of: trimmed)
      exists = false
      holdsResult = false
    }
  }

  /// The names in a folder, sorted; none when it cannot be read.
  package static func entries(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static func refuse(_ path: String, force: Bool, holdsResult: Bool) throws(OutputFailure) {
    if !force {
      throw .cannotCreate(
        path: path, reason: "the folder already exists and is not empty; --force replaces an earlier result"
      )
    }
    if !holdsResult {
      throw .cannotCreate(
        path: path,
        reason: "the folder holds other files and no earlier result, so not even --force replaces it")
    }
  }

  /// Makes a folder and those above it.
  package static func makeFolders(_ path: String) throws(OutputFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .creating(path, ENOTDIR) }
      return
    }
    guard errno == ENOENT else { throw .creating(path, errno) }
    if parent(of: path) != path { try makeFolders(parent(of: path)) }
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw .creating(path, errno) }
  }

  /// The folder that a path is in; `.` where it does not say.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let before = path[..<slash]
    return before.isEmpty ? "/" : String(before)
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func resolved(_ path: String) -> String {
    guard let full = realpath(path, nil) else { return path }
    defer { free(full) }
    return String(cString: full)
  }
}
