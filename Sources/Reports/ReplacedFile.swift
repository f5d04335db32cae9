import Foundation

/// A single file that appears under its name only when it is complete, in place of an earlier one.
public enum ReplacedFile {
  /// Writes the bytes under a temporary name beside the file, and renames it.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    try write(to: path) { temporary throws(OutputFailure) in
      let file = try OutputFile(temporary, finalPath: path)
      try file.write(bytes)
      try file.close()
    }
  }

  /// Lets `make` write a file of a temporary name beside the final one, and renames it; nothing is left when it fails.
  static func write(
    to path: String, _ make: (String) throws(OutputFailure) -> Void
  ) throws(OutputFailure) {
    let temporary = path + ".partial-\(getpid())"
    _ = unlink(temporary)
    do throws(OutputFailure) {
      try make(temporary)
      if rename(temporary, path) != 0 { throw .creating(path, errno) }
    } catch {
      _ = unlink(temporary)
      throw error
    }
  }

  /// Refuses to replace a page that caseload did not write, unless forced.
  static func refuseStranger(_ path: String, force: Bool) throws(OutputFailure) {
    guard !force, FileManager.default.fileExists(atPath: path) else { return }
    let ours = "<meta name=\"generator\" content=\"caseload\">"
    let text = (try? Data(contentsOf: URL(fileURLWithPath: path))).map {
      String(decoding: $0.prefix(1000), as: UTF8.self)
    }
    guard text?.contains(ours) != true else { return }
    throw .cannotCreate(
      path: path, reason: "a file of that name is there that caseload did not write; --force replaces it")
  }

  /// Makes a folder and those above it, where they are not there.
  static func makeFolder(_ path: String) throws(OutputFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .creating(path, ENOTDIR) }
      return
    }
    let code = errno
    guard code == ENOENT else { throw .creating(path, code) }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if parent != path { try makeFolder(parent) }
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw .creating(path, errno) }
  }
}
