import Foundation

/// A folder of results that appears under its name only when it is complete.
///
/// Files are written into a folder beside the final one, named `<name>.partial-<process>`, which is then renamed.
/// Where nothing can be made beside the final folder (a mounted folder, say), the files are prepared inside it and
/// moved one by one, the manifest last. What is not committed is removed again.
package final class OutputFolder {
  /// The final folder, as a full path where it or its parent existed.
  package let path: String
  private var staging: String
  private var isInside: Bool
  private let replaces: Bool
  private var isOpen = true

  /// Prepares to write into a folder, making its parents. Call it before a long run: it finds out at once whether
  /// the folder can be made.
  ///
  /// An empty folder may be there already. A folder with anything in it is refused, unless `force` is given and it
  /// holds an earlier result, which is replaced when the new one is complete; files that are not ours stay.
  package init(_ path: String, force: Bool = false) throws(OutputFailure) {
    let standing = try FilePlace(path, force: force)
    self.path = standing.path
    replaces = standing.holdsResult
    (staging, isInside) = try OutputFolder.stage(for: standing)
  }

  deinit { discard() }

  /// Writes a whole file.
  package func write(_ bytes: [UInt8], as name: String) throws(OutputFailure) {
    let file = try create(name)
    try file.write(bytes)
    try file.close()
  }

  /// Makes the folder and its files visible under their final names.
  package func commit() throws(OutputFailure) {
    guard isOpen else { return }
    let isDone = isInside ? false : try renameWhole()
    if !isDone {
      try moveInside()
      try moveFiles()
    }
    isOpen = false
  }

  /// Removes what was prepared; the final folder stays as it was.
  package func discard() {
    guard isOpen else { return }
    isOpen = false
    try? FileManager.default.removeItem(atPath: staging)
  }

  /// A new file among those prepared.
  package func create(_ name: String) throws(OutputFailure) -> OutputFile {
    precondition(isOpen, "the folder was committed or discarded before all its files were written")
    return try OutputFile(staging + "/" + name, finalPath: path + "/" + name)
  }

  // MARK: - Steps

  private static func stage(for place: FilePlace) throws(OutputFailure) -> (path: String, isInside: Bool) {
    do {
      return (try makeFolder(place.path + ".partial-"), false)
    } catch .cannotCreate where place.exists {
      return (try makeFolder(place.path + "/.partial-"), true)
    } catch {
      throw error.renamed(place.path)
    }
  }

  private static func makeFolder(_ beginning: String) throws(OutputFailure) -> String {
    for attempt in 0..<100 {
      let path = beginning + String(getpid()) + (attempt == 0 ? "" : "-\(attempt)")
      if mkdir(path, 0o777) == 0 { return path }
      if errno != EEXIST { throw .creating(path, errno) }
    }
    throw .cannotCreate(
      path: beginning, reason: "there are too many unfinished folders of that name: remove them")
  }

  /// Renames the folder as a whole; false where the system does not allow it for this folder.
  private func renameWhole() throws(OutputFailure) -> Bool {
    guard replaces else {
      if rename(staging, path) == 0 { return true }
      if [EBUSY, EXDEV, EPERM, EACCES].contains(errno) { return false }
      if errno == ENOTEMPTY || errno == EEXIST {
        throw .cannotCreate(path: path, reason: "somebody else wrote there in the meantime")
      }
      throw .creating(path, errno)
    }
    let old = staging + ".old"
    guard rename(path, old) == 0 else { return false }
    guard rename(staging, path) == 0 else {
      let reason = errno
      _ = rename(old, path)
      throw .creating(path, reason)
    }
    for name in FilePlace.entries(of: old) where !ResultFile.isOurs(name) {
      _ = rename(old + "/" + name, path + "/" + name)
    }
    try? FileManager.default.removeItem(atPath: old)
    return true
  }

  /// Copies what was prepared beside a mounted folder into it, since nothing can be renamed from disk to disk.
  private func moveInside() throws(OutputFailure) {
    guard !isInside else { return }
    let inside = try OutputFolder.makeFolder(path + "/.partial-")
    let beside = staging
    staging = inside
    isInside = true
    defer { try? FileManager.default.removeItem(atPath: beside) }
    for name in FilePlace.entries(of: beside) {
      let copy = try OutputFile(inside + "/" + name, finalPath: path + "/" + name)
      try copy.write(contentsOf: beside + "/" + name)
      try copy.close()
    }
  }

  private func moveFiles() throws(OutputFailure) {
    let names = FilePlace.entries(of: staging).sorted {
      ($0 == ResultFile.manifest ? 1 : 0, $0) < ($1 == ResultFile.manifest ? 1 : 0, $1)
    }
    if replaces { _ = unlink(path + "/" + ResultFile.manifest) }
    for name in names where rename(staging + "/" + name, path + "/" + name) != 0 {
      throw .creating(path + "/" + name, errno)
    }
    let stale = FilePlace.entries(of: path).filter { ResultFile.isOurs($0) && !names.contains($0) }
    for name in stale { _ = unlink(path + "/" + name) }
    _ = rmdir(staging)
  }
}

extension OutputFailure {
  /// The same failure of another path.
  package func renamed(_ path: String) -> OutputFailure {
    switch self {
    case .cannotCreate(_, let reason): .cannotCreate(path: path, reason: reason)
    case .inputOutput(_, let reason): .inputOutput(path: path, reason: reason)
    case .diskFull: .diskFull(path: path)
    }
  }
}
