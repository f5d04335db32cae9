import Foundation
import Results

/// The folder of a sweep: `manifest.json`, `design.csv`, and `shards/`.
package struct SweepFolder: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Why a folder cannot be used for a sweep.
  package enum Failure: Error, Sendable, Equatable {
    /// Something else is there, or an earlier sweep that nobody asked to go on with.
    case taken(String)
    /// It holds another sweep: what differs, one line each.
    case other([String])
    /// It holds no sweep.
    case none
    case output(OutputFailure)

    package var exitCode: Int32 {
      switch self {
      case .taken: 73
      case .other: 65
      case .none: 66
      case .output(let failure): failure.exitCode
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

  /// The parts that have a file, in order.
  package var shards: [Shard] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shardsPath)) ?? []
    return names.compactMap { Shard(fileName: $0) }.sorted { ($0.count, $0.number) < ($1.count, $1.number) }
  }

  /// Makes the folder, or goes on with the sweep in it.
  ///
  /// - Parameters:
  ///   - resumes: whether an earlier sweep may be gone on with; a part of a sweep may always join the others.
  ///   - replaces: whether an earlier sweep is removed.
  ///   - writeDesign: writes design.csv; called only where the folder is made anew.
  /// - Returns: the manifest that holds, with the larger number of replications of the two.
  package func begin(
    _ manifest: SweepManifest, resumes: Bool, replaces: Bool,
    writeDesign: (String) throws(OutputFailure) -> Void
  ) throws(Failure) -> SweepManifest {
    if replaces { try remove() }
    if let there = self.manifest { return try join(manifest, there, resumes: resumes) }
    let ours: Set = ["design.csv", "shards"]
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if let foreign = entries.first(where: { !ours.contains($0) && !$0.contains(".partial-") }) {
      throw .taken("the folder \(path) holds other files (\(foreign)) and no sweep; give another --out")
    }
    do {
      try WholeFile.makeFolder(shardsPath)
      try writeDesign(designPath)
      if try WholeFile.writeIfNew(manifest.json, to: manifestPath) { return manifest }
    } catch {
      throw .output(error)
    }
    guard let there = self.manifest else { throw .taken("\(manifestPath) was not written by a sweep") }
    return try join(manifest, there, resumes: true)
  }

  private func join(
    _ manifest: SweepManifest, _ there: SweepManifest, resumes: Bool
  ) throws(Failure) -> SweepManifest {
    guard resumes else {
      throw .taken("the folder \(path) holds a sweep already: --resume goes on with it, --force replaces it")
    }
    let differences = manifest.differences(from: there)
    guard differences.isEmpty else { throw .other(differences) }
    guard manifest.replications > there.replications else { return there }
    var longer = there
    longer.replications = manifest.replications
    do { try WholeFile.write(longer.json, to: manifestPath) } catch { throw .output(error) }
    return longer
  }

  /// Removes an earlier sweep and nothing else.
  private func remove() throws(Failure) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard manifest != nil || entries.isEmpty else {
      throw .taken("the folder \(path) holds no earlier sweep, so not even --force replaces it")
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
