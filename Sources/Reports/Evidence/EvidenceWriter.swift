import Foundation

/// Writes evidence beside the result that it was drawn from, or into a folder of its own. Each file appears whole or
/// not at all; evidence of the same name is replaced.
public enum EvidenceWriter {
  /// One file of evidence.
  public struct File: Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    public init(_ table: EvidenceTable, _ manifest: Manifest) {
      self.init(name: table.name, bytes: table.bytes(manifest))
    }
  }

  /// Writes the files; all are prepared before the first takes its name. The folder is made where it is missing.
  public static func write(_ files: [File], to folder: String) throws(OutputFailure) {
    var isFolder: ObjCBool = false
    if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw .cannotCreate(path: folder, reason: "the folder cannot be made")
      }
    } else if !isFolder.boolValue {
      throw .cannotCreate(path: folder, reason: "a file of that name is there already")
    }
    var prepared: [(from: String, to: String)] = []
    defer { for file in prepared { _ = unlink(file.from) } }
    for file in files {
      let final = folder + "/" + file.name
      let partial = folder + "/.partial-\(getpid())-" + file.name
      _ = unlink(partial)
      let output = try OutputFile(partial, finalPath: final)
      prepared.append((partial, final))
      try output.write(file.bytes)
      try output.close()
    }
    for file in prepared where rename(file.from, file.to) != 0 { throw .creating(file.to, errno) }
  }
}
