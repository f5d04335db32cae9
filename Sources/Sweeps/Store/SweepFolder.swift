import Foundation
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

  /// The manifest of the sweep in the folder, or nil.
  package var manifest: SweepManifest? {
    FileManager.default.contents(atPath: manifestPath).flatMap { SweepManifest($0) }
  }

  /// The one manifest of folders that hold parts of the same sweep, with the most replications of them.
  package static func manifest(of folders: [SweepFolder]) throws(Failure) -> SweepManifest {
    var common: SweepManifest?
    for folder in folders {
      guard let manifest = folder.manifest else { throw .none(path: folder.path) }
      let differences = common.map { manifest.differences(from: $0) } ?? []
      if !differences.isEmpty { throw .other(path: folders[0].path, differences) }
      let most = max(common?.replications ?? 0, manifest.replications)
      common = common ?? manifest
      common?.replications = most
    }
    guard let common else { throw .none(path: "") }
    return common
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
  ///   - writeDesign: writes design.csv; called only where the folder is made anew.
  /// - Returns: the manifest that holds, with the larger number of replications of the two.
  package func begin(
    _ manifest: SweepManifest, resumes: Bool, replaces: Bool,
    writeDesign: (String) throws(OutputFailure) -> Void
  ) throws -> SweepManifest {
    if replaces { try remove() }
    if let there = self.manifest { return try join(manifest, there, resumes: resumes) }
    let ours: Set = ["design.csv", "shards"]
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if let foreign = entries.first(where: { !ours.contains($0) && !$0.contains(".partial-") }) {
      throw Failure.taken(
        "the folder \(path) holds other files (\(foreign)) and no sweep; give a different --out")
    }
    try WholeFile.makeFolder(shardsPath)
    try writeDesign(designPath)
    if try WholeFile.writeIfNew(manifest.json, to: manifestPath) { return manifest }
    guard let there = self.manifest else { throw Failure.taken("\(manifestPath) was not written by a sweep") }
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
    guard manifest.replications > there.replications else { return there }
    var longer = there
    longer.replications = manifest.replications
    try WholeFile.write(longer.json, to: manifestPath)
    return longer
  }

  /// Removes an earlier sweep and nothing else.
  private func remove() throws(Failure) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard manifest != nil || entries.isEmpty else {
      throw Failure.taken("the folder \(path) holds no earlier sweep, so not even --force replaces it")
    }
    for name in SweepFolder.files { try? FileManager.default.removeItem(atPath: path + "/" + name) }
  }

  /// All that a sweep writes; the manifest last.
  static let files = [
    "results.csv", "results_long.csv", "summary.csv", "variance.csv", "results.sqlite", "job.sh", "shards",
    "design.csv",
    "manifest.json",
  ]
}
