import Foundation

/// Why a report could not be made: its result could not be read, or the report could not be written.
public enum ReportFailure: Error, Sendable, Equatable, CustomStringConvertible {
  case reading(ReadFailure)
  case writing(OutputFailure)

  /// The exit code that tells a script which of them it was.
  public var exitCode: Int32 {
    switch self {
    case .reading(let failure): failure.exitCode
    case .writing(let failure): failure.exitCode
    }
  }

  public var description: String {
    switch self {
    case .reading(let failure): failure.description
    case .writing(let failure): failure.description
    }
  }
}

/// Draws the reports of a finished result and writes them, each whole or not at all.
public struct ReportFiles: Sendable {
  /// The folder of the result, as it was named.
  public let folder: String
  private let result: ResultSet
  private let report: Report

  /// Reads the result in that folder.
  public init(of folder: String) throws(ReportFailure) {
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
  public func writePages(to place: String? = nil, force: Bool = false) throws(ReportFailure) -> [String] {
    let place = place ?? folder
    do {
      let pages = [(ResultFile.report, report.page), (ResultFile.boardPaper, report.boardPaper)]
      for (name, _) in pages { try ReplacedFile.refuseStranger(place + "/" + name, force: force) }
      try ReplacedFile.makeFolder(place + "/" + ResultFile.charts)
      let charts = report.vegaLite
      let names = Set(charts.map(\.name))
      let folder = place + "/" + ResultFile.charts
      for stale in FilePlace.entries(of: folder) where stale.hasSuffix(".vl.json") && !names.contains(stale) {
        _ = unlink(folder + "/" + stale)
      }
      for chart in charts {
        try ReplacedFile.write(chart.bytes, to: "\(place)/\(ResultFile.charts)/\(chart.name)")
      }
      for (name, bytes) in pages { try ReplacedFile.write(bytes, to: place + "/" + name) }
      return pages.map { place + "/" + $0.0 }
    } catch {
      throw .writing(error)
    }
  }

  /// Writes the workbook, and returns its path.
  @discardableResult
  public func writeWorkbook(to place: String? = nil) throws(ReportFailure) -> String {
    let place = place ?? folder
    let path = place + "/" + ResultFile.workbook
    do {
      try ReplacedFile.makeFolder(place)
      try ReplacedFile.write(to: path) { temporary throws(OutputFailure) in
        try Workbook(result, evidence: report.evidence).write(to: temporary, finalPath: path)
      }
      return path
    } catch {
      throw .writing(error)
    }
  }
}
