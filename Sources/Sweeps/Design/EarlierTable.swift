import Foundation
import Results

/// The table of an earlier merge in the folder of a sweep, where its store is gone: all that tells how full it was.
struct EarlierTable {
  private let folder: SweepFolder
  private let manifest: SweepManifest

  init(_ folder: SweepFolder, _ manifest: SweepManifest) { (self.folder, self.manifest) = (folder, manifest) }

  /// Refuses to put results in place of a table that tells more of the same sweep.
  ///
  /// - Parameter points: what the parts hold.
  func refusePoorer(than points: [ResultStore.Entry]) throws {
    let path = folder.path + "/results.csv"
    let now = points.reduce(0) { $0 + ($1.status == .failed ? 0 : $1.replications) }
    guard FileManager.default.fileExists(atPath: path), now < manifest.points * manifest.replications else {
      return
    }
    let before = try replications(path)
    guard before > now else { return }
    throw ReadFailure.unbound(
      path: path,
      reason:
        "holds \(before) replications of this sweep, and the parts that are left hold \(now): it is kept",
      help: "put back the files in shards, or results.sqlite; to merge what is left, give another --out")
  }

  /// Replications in the table that are of this sweep: its rows end with where they come from.
  private func replications(_ path: String) throws(ReadFailure) -> Int {
    let table = CSVRows(try ResultReader.bytes(of: path))
    guard let place = table.columns.firstIndex(of: "rep"), table.columns.suffix(4) == Origin.columns,
      let first = table.rows.first, Array(first.cells.suffix(4)) == manifest.origin.texts
    else { return 0 }
    return table.rows.count { $0.cells.indices.contains(place) && !$0.cells[place].isEmpty }
  }
}
