import Foundation
import Notation

/// The manifest of a folder of results as it stands there, before it is known to be whole.
struct StoredManifest {
  private let folder: String
  private let bytes: [UInt8]
  /// Nil where it is not JSON.
  private let json: JSONValue?

  /// Reads the file.
  init(_ folder: String) throws(ReadFailure) {
    self.folder = folder
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .missing(path: folder)
    }
    guard isFolder.boolValue else { throw .foreign(path: folder, reason: "it is a file, not a folder") }
    bytes = try ResultReader.bytes(of: ResultFile.manifest, in: folder)
    json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  /// Whether it was written by this program, whatever became of it since.
  var isOurs: Bool {
    if let json { return json["program"] == .string(ManifestJSON.program) }
    return bytes.starts(with: Array("{\n  \"program\": \"\(ManifestJSON.program)\"".utf8))
  }

  /// Whether it is, or once was, the manifest of a sweep.
  var isSweep: Bool { json?["kind"] == .string("sweep") }

  /// The manifest, and the folder bound to it.
  ///
  /// - Throws: `foreign` where it is none of ours; `unbound` where it is of another format, or is not what was written.
  func opened() throws(ReadFailure) -> (Manifest, BoundFolder) {
    guard isOurs else {
      throw .foreign(path: folder, reason: "its \(ResultFile.manifest) was not written by caseload")
    }
    if isSweep {
      throw .foreign(path: folder, reason: "it holds a sweep, not the result of one run")
    }
    if let json { try checkFormat(json) }
    guard SealedJSON.isWhole(bytes), let json, let manifest = ManifestJSON.manifest(json),
      let files = json["files"].flatMap([FileSum].init(json:))
    else {
      throw unbound("was cut short or changed since it was written", help: Self.again)
    }
    let bound = BoundFolder(
      folder, sums: files, binder: ResultFile.manifest, origin: Origin(manifest), help: Self.again)
    return (manifest, bound)
  }

  private static let again =
    "put back the file that was written, or run the scenario again with --force"

  /// Refuses what an earlier or a later program wrote.
  private func checkFormat(_ json: JSONValue) throws(ReadFailure) {
    guard let format = json["format"].flatMap(Int.init(json:)), format != ManifestJSON.format else { return }
    if format > ManifestJSON.format {
      throw unbound(
        "has format \(format), of a later version of caseload; this one reads format \(ManifestJSON.format)",
        help: "read the result with the program that made it, or a later one")
    }
    throw unbound(
      "has format \(format), of an earlier version of caseload, which did not keep what its tables were",
      help: "run the scenario again with --force, or read the result with the program that made it")
  }

  private func unbound(_ reason: String, help: String) -> ReadFailure {
    .unbound(path: folder + "/" + ResultFile.manifest, reason: reason, help: help)
  }

  /// Whether a version such as `0.3.0` comes after another.
  static func isLater(_ version: String, than other: String) -> Bool {
    func numbers(_ text: String) -> [Int] { text.split(separator: ".").map { Int($0) ?? 0 } }
    return other.isEmpty ? false : numbers(other).lexicographicallyPrecedes(numbers(version))
  }
}
