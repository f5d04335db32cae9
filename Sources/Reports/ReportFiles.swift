import Foundation
import Results

/// Draws the reports of a finished result and writes them, each whole or not at all.
package struct ReportFiles: Sendable {
  /// The folder of the result, as it was named.
  package let folder: String
  private let result: ResultSet
  private let report: Report

  /// Reads the result in that folder.
  package init(of folder: String) throws(ReadFailure) {
    self.folder = folder
    result = try ResultReader.whole(folder)
    report = Report(result, evidence: try EvidenceTables(folder: folder), folder: folder)
  }

  /// Writes the report, the board paper and the charts as Vega-Lite files into a folder (that of the result where none
  /// is named), and returns the paths of the pages. Earlier reports of ours are replaced; a file of that name that is
  /// not ours only by `force`.
  @discardableResult
  package func writePages(to place: String? = nil, force: Bool = false) throws(OutputFailure) -> [String] {
    let place = place ?? folder
    let pages = [(ResultFile.report, report.page), (ResultFile.boardPaper, report.boardPaper)]
    for (name, _) in pages { try WholeFile.refuseStranger(place + "/" + name, force: force) }
    let charts = report.vegaLite
    let names = Set(charts.map(\.name))
    let folder = place + "/" + ResultFile.charts
    try WholeFile.makeFolder(folder)
    for stale in FilePlace.entries(of: folder) where stale.hasSuffix(".vl.json") && !names.contains(stale) {
      _ = unlink(folder + "/" + stale)
    }
    for chart in charts { try WholeFile.write(chart.bytes, to: folder + "/" + chart.name) }
    for (name, bytes) in pages { try WholeFile.write(bytes, to: place + "/" + name) }
    return pages.map { place + "/" + $0.0 }
  }

  /// Writes the workbook, and returns its path.
  @discardableResult
  package func writeWorkbook(to place: String? = nil) throws(OutputFailure) -> String {
    let place = place ?? folder
    let path = place + "/" + ResultFile.workbook
    try WholeFile.makeFolder(place)
    try WholeFile.write(to: path) { temporary throws(OutputFailure) in
      try Workbook(result, evidence: report.evidence).write(to: temporary, finalPath: path)
    }
    return path
  }
}
