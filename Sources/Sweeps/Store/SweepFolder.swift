import Foundation
import Notation
import Results

/// The folder of a sweep: `manifest.json`, `design.csv`, and `shards/`.
package struct SweepFolder: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Why a folder cannot be used for a sweep.
  package enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// Something else is there, or an earlier sweep that nobody asked to resume.
    case taken(String)
    /// It holds another sweep: what differs, one line each.
    case other(path: String, [String])
    /// It holds no sweep.
    case none(path: String)

    package var exitCode: Int32 {
      switch self {
      case .taken: 73
      case .other: 65
      case .none: 66
      }
    }

    package var description: String {
      switch self {
      case .taken(let reason): reason
      case .none(let path): "\(path) holds no sweep"
      case .other(let path, let lines):
        (["the sweep in \(path) is a different one (then -> now):"] + lines.prefix(20).map { "  \($0)" }
          + (lines.count > 20 ? ["  and \(lines.count - 20) more"] : [])
          + ["help: undo the change to continue that sweep, or give a different --out"]).joined(
            separator: "\n")
      }
    }
  }

  package var manifestPath: String { path + "/manifest.json" }
  package var designPath: String { path + "/design.csv" }
  package var shardsPath: String { path + "/shards" }
  package func shardPath(_ shard: Shard) -> String { shardsPath + "/" + shard.fileName }

  /// The bytes of the manifest of a sweep in the folder, whatever became of it; nil where there is none.
  private var manifestBytes: [UInt8]? {
    (try? RegularFile.bytes(manifestPath, atMost: RegularFile.mostOfTable)).flatMap {
      SweepManifest.isOurs($0) ? $0 : nil
    }
  }

  /// Whether the folder holds a sweep.
  package var holdsSweep: Bool { manifestBytes != nil }

  /// The manifest of the sweep in the folder; nil where there is none.
  ///
  /// - Throws: `unbound` where it is of another format, or is not what was written.
  package func manifest() throws(ReadFailure) -> SweepManifest? {
    guard let bytes = manifestBytes else { return nil }
    return try SweepManifest(bytes, path: manifestPath)
  }

  /// The one manifest of folders that hold parts of the same sweep, with the most replications of them. The design of each
  /// must be the one that its points were made from.
  package static func manifest(of folders: [SweepFolder]) throws -> SweepManifest {
    var common: SweepManifest?
    for folder in folders {
      guard let manifest = try folder.manifest() else { throw Failure.none(path: folder.path) }
      let differences = common.map { manifest.differences(from: $0) } ?? []
      if !differences.isEmpty { throw Failure.other(path: folders[0].path, differences) }
      try folder.checkDesign(manifest)
      try folder.checkShards()
      let most = max(common?.replications ?? 0, manifest.replications)
      common = common ?? manifest
      common?.replications = most
    }
    guard let common else { throw Failure.none(path: "") }
    return common
  }

  /// Refuses a design that is not the one that was written: its rows would give results to points that they are not of.
  package func checkDesign(_ manifest: SweepManifest) throws(ReadFailure) {
    let help =
      "put back the file that was written; to compute other points, give the table as --design and a new --out"
    guard FileManager.default.fileExists(atPath: designPath) else {
      throw .unbound(path: designPath, reason: "is missing", help: help)
    }
    let found = try FileSum.read("design.csv", in: path)
    guard found.bytes != manifest.designBytes || found.sha256 != manifest.designSha256 else { return }
    let isCut = found.bytes < manifest.designBytes
    throw .unbound(
      path: designPath,
      reason: isCut
        ? "was cut short, or changed, since the sweep was begun: it has \(found.bytes) of \(manifest.designBytes) bytes"
        : "has been changed since the sweep was begun: its rows are not the points that were computed",
      help: help)
  }

  /// Refuses something else in the place of the folder of the parts: nothing could be read from it or kept in it.
  private func checkShards() throws(ReadFailure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: shardsPath, isDirectory: &isFolder), !isFolder.boolValue
    else { return }
    throw .unbound(
      path: shardsPath, reason: "is no folder, and the parts of a sweep are kept in one",
      help: "put back the folder that was written")
  }

  /// The parts that have a file, in order.
  package var shards: [Shard] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shardsPath)) ?? []
    return names.compactMap { Shard(fileName: $0) }.sorted { ($0.count, $0.number) < ($1.count, $1.number) }
  }

  /// Makes the folder, or goes on with the sweep in it.
  ///
  /// - Parameters:
  ///   - resumes: whether an earlier sweep may be resumed; a part of a sweep may always join the others.
  ///   - replaces: whether an earlier sweep is removed.
  ///   - writeDesign: writes design.csv, and says what it is; called only where the folder is made anew.
  /// - Returns: the manifest that holds, with the larger number of replications of the two.
  package func begin(
    _ manifest: SweepManifest, resumes: Bool, replaces: Bool,
    writeDesign: (String) throws(OutputFailure) -> FileSum?
  ) throws -> SweepManifest {
    Staging.sweepOnce(FilePlace.parent(of: path))
    Staging.sweepOnce(path)
    if replaces { try remove() }
    if let there = try self.manifest() { return try join(manifest, there, resumes: resumes) }
    var manifest = manifest
    let ours: Set = ["design.csv", "shards"]
    let wasThere = FileManager.default.fileExists(atPath: path)
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if let foreign = entries.first(where: { !ours.contains($0) && !$0.contains(".partial-") }) {
      throw Failure.taken(
        "the folder \(path) holds other files (\(foreign)) and no sweep; give a different --out")
    }
    do {
      try WholeFile.makeFolder(shardsPath)
      if let sum = try writeDesign(designPath) {
        (manifest.designBytes, manifest.designSha256) = (sum.bytes, sum.sha256)
      }
      if try WholeFile.writeIfNew(manifest.json, to: manifestPath) { return manifest }
    } catch {
      // Nothing is kept of a sweep that could not begin. Another process may have begun it meanwhile.
      if manifestBytes == nil, shards.isEmpty { removeAll(exceptThose: entries, folder: wasThere) }
      throw error
    }
    guard let there = try self.manifest() else {
      throw Failure.taken("\(manifestPath) was not written by a sweep")
    }
    return try join(manifest, there, resumes: true)
  }

  private func join(
    _ manifest: SweepManifest, _ there: SweepManifest, resumes: Bool
  ) throws -> SweepManifest {
    guard resumes else {
      throw Failure.taken(
        "the folder \(path) already holds a sweep: --resume continues it, --force replaces it")
    }
    let differences = manifest.differences(from: there)
    guard differences.isEmpty else { throw Failure.other(path: path, differences) }
    try checkDesign(there)
    try checkShards()
    guard manifest.replications > there.replications else { return there }
    var longer = there
    longer.replications = manifest.replications
    try WholeFile.write(longer.json, to: manifestPath)
    return longer
  }

  /// Removes what a sweep that could not begin has made: what was not among the entries before, and the folder where
  /// there was none.
  private func removeAll(exceptThose entries: [String], folder wasThere: Bool) {
    let files = FileManager.default
    if !wasThere {
      try? files.removeItem(atPath: path)
      return
    }
    for name in ["design.csv", "shards"] where !entries.contains(name) {
      try? files.removeItem(atPath: path + "/" + name)
    }
  }

  /// Removes an earlier sweep and nothing else.
  private func remove() throws(Failure) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let begun: Set = ["design.csv", "shards"]
    guard holdsSweep || entries.allSatisfy({ begun.contains($0) || $0.contains(".partial-") }) else {
      throw Failure.taken("the folder \(path) holds no earlier sweep, so not even --force replaces it")
    }
    for name in SweepFolder.files { try? FileManager.default.removeItem(atPath: path + "/" + name) }
  }

  /// All that a sweep writes; the manifest last.
  static let files = [
    ResultFile.sweepPage, "results.csv", "results_long.csv", "summary.csv", "variance.csv", "results.sqlite",
    JobScript.name,
    JobScript.mergeName, "shards",
    "design.csv",
    "manifest.json",
  ]
}
