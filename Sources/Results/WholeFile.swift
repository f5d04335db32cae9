import Foundation
import Notation

/// A file that appears under its name only when it is complete. The only writer of single files.
package enum WholeFile {
  /// A file by its name and what is to stand in it.
  package struct Prepared: Sendable {
    package let name: String
    package let bytes: [UInt8]
    /// How many rows it has where it is a table, and the rows as JSON.
    package let rows: Int?
    package let json: @Sendable () -> JSONValue

    package init(
      name: String, bytes: [UInt8], rows: Int? = nil, json: @escaping @Sendable () -> JSONValue = { .null }
    ) {
      (self.name, self.bytes, self.rows, self.json) = (name, bytes, rows, json)
    }
  }

  /// Writes the bytes to a file in a folder beside the final one (``Staging``), and moves it in place of an earlier one.
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    try write(to: path) { file throws(OutputFailure) in try fill(file, bytes, finalPath: path) }
  }

  /// Lets `make` write a file at another place, and moves it from there; nothing is left when it fails.
  package static func write(
    to path: String, _ make: (String) throws(OutputFailure) -> Void
  ) throws(OutputFailure) {
    let (staging, file) = try stage(path)
    defer { staging.discard() }
    try make(file)
    guard TroubledDisk.rename(file, path) == 0 else { throw .creating(path, errno) }
  }

  /// The same, but only if there is no such file yet; false when there is, also when another process was first.
  package static func writeIfNew(_ bytes: [UInt8], to path: String) throws(OutputFailure) -> Bool {
    let (staging, file) = try stage(path)
    defer { staging.discard() }
    try fill(file, bytes, finalPath: path)
    if link(file, path) == 0 { return true }
    if errno == EEXIST { return false }
    // Some file systems have no hard links.
    guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw .creating(path, errno) }
    if access(path, F_OK) == 0 { return false }
    guard TroubledDisk.rename(file, path) == 0 else { throw .creating(path, errno) }
    return true
  }

  /// Writes files into a folder, which is made where it is missing. All are prepared before the first takes its name, and
  /// where one cannot take it, those that are new go again.
  ///
  /// - Parameter made: names of files that others write, each with what writes it at another place.
  package static func write(
    _ files: [Prepared], to folder: String,
    with made: [(name: String, make: (String) throws(OutputFailure) -> Void)] = []
  ) throws(OutputFailure) {
    try makeFolder(folder)
    let staging: Staging
    do { staging = try Staging(inside: folder) } catch { throw error.renamed(folder) }
    defer { staging.discard() }
    var staged: [(from: String, to: String)] = []
    func place(_ name: String) -> String {
      staged.append((staging.place(of: String(staged.count)), folder + "/" + name))
      return staged[staged.count - 1].from
    }
    for file in made { try file.make(place(file.name)) }
    for file in files { try fill(place(file.name), file.bytes, finalPath: folder + "/" + file.name) }
    var new: [String] = []
    for file in staged {
      let isNew = access(file.to, F_OK) != 0
      guard TroubledDisk.rename(file.from, file.to) == 0 else {
        let reason = errno
        for path in new { _ = unlink(path) }
        throw .creating(file.to, reason)
      }
      if isNew { new.append(file.to) }
    }
  }

  /// Makes a folder and those above it, where they are not there.
  package static func makeFolder(_ path: String) throws(OutputFailure) { try FilePlace.makeFolders(path) }

  /// Refuses to replace a page that caseload did not write, unless forced.
  package static func refuseStranger(_ path: String, force: Bool) throws(OutputFailure) {
    guard !force, FileManager.default.fileExists(atPath: path) else { return }
    let ours = "<meta name=\"generator\" content=\"caseload\">"
    let text = (try? RegularFile.bytes(path, atMost: RegularFile.mostOfTable)).map {
      String(decoding: $0.prefix(1000), as: UTF8.self)
    }
    guard text?.contains(ours) != true else { return }
    throw .cannotCreate(
      path: path, reason: "there is a file of that name that caseload did not write; --force replaces it")
  }

  /// The place to make a file in, and the file's path there. Only an ordinary file can be replaced.
  private static func stage(_ path: String) throws(OutputFailure) -> (staging: Staging, file: String) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw isFolder
        ? .creating(path, EISDIR) : .cannotCreate(path: path, reason: "it is a device or a pipe, not a file")
    }
    do {
      let staging = try Staging(beside: path)
      return (staging, staging.place(of: FilePlace.name(of: path)))
    } catch {
      throw error.renamed(path)
    }
  }

  private static func fill(
    _ staging: String, _ bytes: [UInt8], finalPath: String
  ) throws(OutputFailure) {
    let file = try OutputFile(staging, finalPath: finalPath)
    try file.write(bytes)
    try file.close()
  }
}
