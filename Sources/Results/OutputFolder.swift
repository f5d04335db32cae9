import Foundation

/// A folder of results that appears under its name only when it is complete.
///
/// Files are written into a folder beside the final one (``Staging``), which is then renamed. Where nothing can be made
/// beside the final folder (a mounted folder, say), the files are prepared inside it and moved one by one, the manifest
/// last. What is not committed is removed again.
package final class OutputFolder {
  /// The final folder, as a full path where it or its parent existed.
  package let path: String
  private var staging: Staging
  private var isInside: Bool
  private let replaces: Bool
  private var isOpen = true
  /// What was written, for the manifest to bind.
  private var written: [String: FileSum] = [:]
  /// Where the files stand until they are committed; for what draws from them before.
  package var preparedPath: String { staging.path }
  /// The files that were written so far, in the order of their names.
  package var sums: [FileSum] { written.values.sorted { $0.name < $1.name } }

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
    staging.discard()
  }

  /// A new file among those prepared.
  package func create(_ name: String) throws(OutputFailure) -> OutputFile {
    precondition(isOpen, "the folder was committed or discarded before all its files were written")
    return try OutputFile(staging.place(of: name), finalPath: path + "/" + name) { [unowned self] in
      written[name] = $0
    }
  }

  // MARK: - Steps

  private static func stage(
    for place: FilePlace
  ) throws(OutputFailure) -> (staging: Staging, isInside: Bool) {
    do {
      return (try Staging(beside: place.path), false)
    } catch .cannotCreate where place.exists {
      return (try Staging(inside: place.path), true)
    } catch {
      throw error.renamed(place.path)
    }
  }

  /// Renames the folder as a whole; false where the system does not allow it for this folder.
  private func renameWhole() throws(OutputFailure) -> Bool {
    guard replaces else {
      if TroubledDisk.rename(staging.path, path) == 0 {
        staging.release()
        return true
      }
      if [EBUSY, EXDEV, EPERM, EACCES].contains(errno) { return false }
      if errno == ENOTEMPTY || errno == EEXIST {
        throw .cannotCreate(path: path, reason: "somebody else wrote there in the meantime")
      }
      throw .creating(path, errno)
    }
    // Held, so that nobody takes it for what a killed process left.
    let held = Leftover.hold(path)
    defer { if let held { close(held) } }
    let old = staging.path + ".old"
    guard rename(path, old) == 0 else { return false }
    guard TroubledDisk.rename(staging.path, path) == 0 else {
      let reason = errno
      _ = rename(old, path)
      throw .creating(path, reason)
    }
    for name in FilePlace.entries(of: old) where !ResultFile.isOurs(name) {
      _ = rename(old + "/" + name, path + "/" + name)
    }
    try? FileManager.default.removeItem(atPath: old)
    staging.release()
    return true
  }

  /// Copies what was prepared beside a mounted folder into it, since nothing can be renamed from disk to disk.
  private func moveInside() throws(OutputFailure) {
    guard !isInside else { return }
    let inside = try Staging(inside: path)
    let beside = staging
    staging = inside
    isInside = true
    defer { beside.discard() }
    for name in FilePlace.entries(of: beside.path) {
      let copy = try OutputFile(inside.place(of: name), finalPath: path + "/" + name)
      try copy.write(contentsOf: beside.place(of: name))
      try copy.close()
    }
  }

  private func moveFiles() throws(OutputFailure) {
    let names = FilePlace.entries(of: staging.path).sorted {
      ($0 == ResultFile.manifest ? 1 : 0, $0) < ($1 == ResultFile.manifest ? 1 : 0, $1)
    }
    if replaces { _ = unlink(path + "/" + ResultFile.manifest) }
    for name in names where TroubledDisk.rename(staging.place(of: name), path + "/" + name) != 0 {
      throw .creating(path + "/" + name, errno)
    }
    let stale = FilePlace.entries(of: path).filter { ResultFile.isOurs($0) && !names.contains($0) }
    for name in stale { _ = unlink(path + "/" + name) }
    staging.discard()
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
