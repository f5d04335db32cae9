import Foundation
import Results

/// Why a report could not be made: its result could not be read, or the report could not be written.
package enum ReportFailure: Error, Sendable, Equatable, CustomStringConvertible {
  case reading(ReadFailure)
  case writing(OutputFailure)

  /// The exit code that tells a script which of them it was.
  package var exitCode: Int32 {
    switch self {
    case .reading(let failure): failure.exitCode
    case .writing(let failure): failure.exitCode
    }
  }

  package var description: String {
    switch self {
    case .reading(let failure): failure.description
    case .writing(let failure): failure.description
    }
  }
}

/// Draws the reports of a finished result and writes them, each whole or not at all.
package struct ReportFiles: Sendable {
  /// The folder of the result, as it was named.
  package let folder: String
  private let result: ResultSet
  private let report: Report

  /// Reads the result in that folder.
  package init(of folder: String) throws(ReportFailure) {
    self.folder = folder
    do {
      result = try ResultReader.whole(folder)
      report = Report(result, evidence: try EvidenceTables(folder: folder), folder: folder)
    } catch {
      throw .reading(error)
    }
  }

  /// Writes the report, the board paper and the charts as Vega-Lite files into a folder (that of the result where none
  /// is named), and returns the paths of the pages. Earlier reports of ours are replaced; a file of that name that is
  /// not ours only by `force`.
  @discardableResult
  package func writePages(to place: String? = nil, force: Bool = false) throws(ReportFailure) -> [String] {
    let place = place ?? folder
    do {
      let pages = [(ResultFile.report, report.page), (ResultFile.boardPaper, report.boardPaper)]
      for (name, _) in pages { try WholeFile.refuseStranger(place + "/" + name, force: force) }
      try WholeFile.makeFolder(place + "/" + ResultFile.charts)
      let charts = report.vegaLite
      let names = Set(charts.map(\.name))
      let folder = place + "/" + ResultFile.charts
      for stale in FilePlace.entries(of: folder) where stale.hasSuffix(".vl.json") && !names.contains(stale) {
        _ = unlink(folder + "/" + stale)
      }
      for chart in charts {
        try WholeFile.write(chart.bytes, to: "\(place)/\(ResultFile.charts)/\(chart.name)")
      }
      for (name, bytes) in pages { try WholeFile.write(bytes, to: place + "/" + name) }
      return pages.map { place + "/" + $0.0 }
    } catch {
      throw .writing(error)
    }
  }

  /// Writes the workbook, and returns its path.
  @discardableResult
  package func writeWorkbook(to place: String? = nil) throws(ReportFailure) -> String {
    let place = place ?? folder
    let path = place + "/" + ResultFile.workbook
    do {
      try WholeFile.makeFolder(place)
      try WholeFile.write(to: path) { temporary throws(OutputFailure) in
        try Workbook(result, evidence: report.evidence).write(to: temporary, finalPath: path)
      }
      return path
    } catch {
      throw .writing(error)
    }
  }
}
