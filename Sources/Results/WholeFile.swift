import Foundation

/// A file that appears under its name only when it is complete. The only writer of single files.
package enum WholeFile {
  /// A file by its name and what is to stand in it.
  package struct Prepared: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Writes the bytes under a temporary name beside the file, and renames it in place of an earlier one.
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    try write(to: path) { staging throws(OutputFailure) in try fill(staging, bytes, finalPath: path) }
  }

  /// Lets `make` write a file of a temporary name beside the final one, and renames it; nothing is left when it fails.
  package static func write(
    to path: String, _ make: (String) throws(OutputFailure) -> Void
  ) throws(OutputFailure) {
    let staging = staging(of: path)
    defer { _ = unlink(staging) }
    try make(staging)
    guard rename(staging, path) == 0 else { throw .creating(path, errno) }
  }

  /// The same, but only if there is no such file yet; false when there is, also when another process was first.
  package static func writeIfNew(_ bytes: [UInt8], to path: String) throws(OutputFailure) -> Bool {
    let staging = staging(of: path)
    defer { _ = unlink(staging) }
    try fill(staging, bytes, finalPath: path)
    if link(staging, path) == 0 { return true }
    if errno == EEXIST { return false }
    // Some file systems have no hard links.
    guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw .creating(path, errno) }
    if access(path, F_OK) == 0 { return false }
    guard rename(staging, path) == 0 else { throw .creating(path, errno) }
    return true
  }

  /// Writes files into a folder, which is made where it is missing; all are prepared before the first takes its name.
  package static func write(_ files: [Prepared], to folder: String) throws(OutputFailure) {
    try makeFolder(folder)
    var staged: [(from: String, to: String)] = []
    defer { for file in staged { _ = unlink(file.from) } }
    for file in files {
      let path = folder + "/" + file.name
      staged.append((staging(of: path), path))
      try fill(staging(of: path), file.bytes, finalPath: path)
    }
    for file in staged where rename(file.from, file.to) != 0 { throw .creating(file.to, errno) }
  }

  /// Makes a folder and those above it, where they are not there.
  package static func makeFolder(_ path: String) throws(OutputFailure) { try FilePlace.makeFolders(path) }

  /// Refuses to replace a page that caseload did not write, unless forced.
  package static func refuseStranger(_ path: String, force: Bool) throws(OutputFailure) {
    guard !force, FileManager.default.fileExists(atPath: path) else { return }
    let ours = "<meta name=\"generator\" content=\"caseload\">"
    let text = (try? Data(contentsOf: URL(fileURLWithPath: path))).map {
      String(decoding: $0.prefix(1000), as: UTF8.self)
    }
    guard text?.contains(ours) != true else { return }
    throw .cannotCreate(
      path: path, reason: "there is a file of that name that caseload did not write; --force replaces it")
  }

  private static func staging(of path: String) -> String {
    let name = path + ".partial-\(getpid())"
    _ = unlink(name)
    return name
  }

  private static func fill(
    _ staging: String, _ bytes: [UInt8], finalPath: String
  ) throws(OutputFailure) {
    let file = try OutputFile(staging, finalPath: finalPath)
    try file.write(bytes)
    try file.close()
  }
}
