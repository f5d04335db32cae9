import Foundation
import Results

/// Draws the reports of a finished result and writes them, each whole or not at all.
package struct ReportFiles: Sendable {
  /// The folder of the result, as it was named.
  package let folder: String
  private let result: ResultSet
  private let report: Report

  /// Reads the result in that folder.
  ///
  /// - Parameters:
  ///   - name: what the pages call the folder, where that is not where it stands.
  ///   - levers: a folder that `compare` or `worth` wrote, for the board paper.
  ///   - ranksInputs: whether every future is read, where the folder keeps them, to rank inputs by what they move; the
  ///     workbook does without.
  ///   - newest: the version of the model that the program has; a result of a later one is refused.
  package init(
    of folder: String, named name: String? = nil, newest: String? = nil, levers: String? = nil,
    ranksInputs: Bool = true
  ) throws(ReadFailure) {
    self.folder = folder
    let stored = try ResultReader.read(folder, newest: newest)
    var whole = try ResultReader.whole(stored)
    whole.forecast = try Tables.forecast.readIfThere(stored.bound)
    whole.benchmarks = try Tables.benchmarks.readIfThere(stored.bound)
    whole.variance = try Tables.variance.readIfThere(stored.bound)
    whole.draws = try Tables.draws.readIfThere(stored.bound)
    result = whole
    var evidence = try EvidenceTables(EvidenceManifest.folder(folder, of: stored.digest))
    if ranksInputs { evidence.influence = try MeasuredInfluence(whole, in: stored.bound) }
    evidence.levers = try levers.map { (path) throws(ReadFailure) in try Levers(folder: path, whole.series) }
    report = Report(result, evidence: evidence, folder: name ?? folder)
  }

  /// Writes the report, the board paper, the charts as Vega-Lite files and, where asked for, the workbook into a folder
  /// (that of the result where none is named), and returns the paths of the pages. All are prepared before the first takes
  /// its name. Earlier reports of ours are replaced; a file of that name that is not ours only by `force`.
  @discardableResult
  package func write(
    to place: String? = nil, workbook: Bool = false, force: Bool = false
  ) throws(OutputFailure) -> [String] {
    // Pages of single risks stand beside the result.
    let report = place == nil || place == folder ? report : report.withoutRiskPages
    let place = place ?? folder
    let pages = [(ResultFile.report, report.page), (ResultFile.boardPaper, report.boardPaper)]
    for (name, _) in pages { try WholeFile.refuseStranger(place + "/" + name, force: force) }
    let charts = report.vegaLite
    let names = Set(charts.map(\.name))
    let folder = place + "/" + ResultFile.charts
    try WholeFile.makeFolder(folder)
    let files =
      charts.map { WholeFile.Prepared(name: ResultFile.charts + "/" + $0.name, bytes: $0.bytes) }
      + pages.map { WholeFile.Prepared(name: $0.0, bytes: $0.1) }
    var written = pages.map { place + "/" + $0.0 }
    let path = place + "/" + ResultFile.workbook
    if workbook {
      written.append(path)
      try WholeFile.write(
        files, to: place,
        with: [
          (
            ResultFile.workbook,
            { staging throws(OutputFailure) in try prepareWorkbook(at: staging, finalPath: path) }
          )
        ])
    } else {
      try WholeFile.write(files, to: place)
    }
    for stale in FilePlace.entries(of: folder) where stale.hasSuffix(".vl.json") && !names.contains(stale) {
      _ = unlink(folder + "/" + stale)
    }
    return written
  }

  /// Adds the workbook to a result whose tables and manifest are written, before it is committed.
  package static func addWorkbook(to folder: OutputFolder) throws {
    let files = try ReportFiles(of: folder.preparedPath, named: folder.path, ranksInputs: false)
    let name = ResultFile.workbook
    try files.prepareWorkbook(at: folder.preparedPath + "/" + name, finalPath: folder.path + "/" + name)
  }

  /// Writes the workbook at that path; nothing is left there where that fails. Messages name `finalPath`.
  package func prepareWorkbook(at path: String, finalPath: String) throws(OutputFailure) {
    do throws(OutputFailure) {
      try Workbook(result, evidence: report.evidence).write(to: path, finalPath: finalPath)
    } catch {
      _ = unlink(path)
      throw error
    }
  }
}
