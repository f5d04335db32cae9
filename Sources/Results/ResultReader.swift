import Foundation
import Notation

/// A result as read back from its folder: what differences and evidence need of it.
package struct StoredResult: Sendable {
  /// The folder it was read from, as the reader named it.
  package let folder: String
  package let manifest: Manifest
  /// What was watched, and the position at the start.
  package let opening: [OpeningRow]
  package let years: [SeriesRow]
  package let parameters: [ParameterRow]
}

/// Reads a folder of results back.
package enum ResultReader {
  /// The manifest, the yearly rows and the parameters of the result in that folder.
  package static func read(_ folder: String) throws(ReadFailure) -> StoredResult {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .missing(path: folder)
    }
    guard isFolder.boolValue else { throw .foreign(path: folder, reason: "it is a file, not a folder") }
    return StoredResult(
      folder: folder, manifest: try manifest(folder), opening: try Tables.opening.read(folder),
      years: try Tables.years.read(folder), parameters: try Tables.parameters.read(folder))
  }

  /// The whole result in that folder, as it was when it was written, to the 12 digits that the tables hold.
  package static func whole(_ folder: String) throws(ReadFailure) -> ResultSet {
    let stored = try read(folder)
    var result = ResultSet(manifest: stored.manifest)
    result.warnings = stored.manifest.warnings
    result.parameters = stored.parameters
    result.checks = try Tables.checks.read(folder)
    result.series = stored.opening.map(\.series)
    result.opening = stored.opening.map { $0.estimate.n > 0 ? $0.estimate : nil }
    let places = Dictionary(
      result.series.enumerated().map { (SeriesName($1.measure, $1.breakdown), $0) },
      uniquingKeysWith: { first, _ in first })
    func place(_ row: SeriesRow) -> Int? { places[SeriesName(row.measure, row.breakdown)] }
    try addMonths(to: &result, from: folder, place)
    result.years = stored.years.compactMap { row in
      place(row).map { place in
        YearRow {
          ($0.series, $0.financialYear) = (place, row.financialYear)
          ($0.workforceYear, $0.estimate) = (row.workforceYear, row.estimate)
        }
      }
    }
    result.fans = try Tables.fans.readIfThere(folder).compactMap { row in
      place(row).map { place in
        FanRow {
          ($0.series, $0.date, $0.financialYear) = (place, row.date, row.financialYear)
          ($0.p025, $0.p975, $0.paths) = (row.p025, row.p975, row.paths)
        }
      }
    }
    result.finance = try Tables.finance.readIfThere(folder).map { row in
      var row = row
      row.estimate.n = row.estimate.mean.isNaN ? 0 : result.manifest.replicationsDone
      row.estimate.standardDeviation = row.estimate.standardError * Double(row.estimate.n).squareRoot()
      return row
    }
    result.observed = try Tables.observed.readIfThere(folder).map(\.figure)
    return result
  }

  private struct SeriesName: Hashable {
    let measure, breakdown: String

    init(_ measure: String, _ breakdown: String) {
      (self.measure, self.breakdown) = (measure, breakdown)
    }
  }

  /// The month ends, and the readings of each series at them.
  private static func addMonths(
    to result: inout ResultSet, from folder: String, _ place: (SeriesRow) -> Int?
  ) throws(ReadFailure) {
    result.monthly = Array(repeating: [], count: result.series.count)
    var first: Int?
    for row in try Tables.series.read(folder) {
      guard let place = place(row) else {
        throw .foreign(
          path: folder + "/" + Tables.opening.name,
          reason: "it has no row for \(row.measure), which \(Tables.series.name) has")
      }
      first = first ?? place
      if place == first {
        result.months.append(MonthEnd(date: row.date, financialYear: row.financialYear))
      }
      result.monthly[place].append(row.estimate)
    }
    for (series, readings) in zip(result.series, result.monthly) where readings.count != result.months.count {
      throw .foreign(
        path: folder + "/" + Tables.series.name,
        reason:
          "\(series.measure) has \(readings.count) months where the first series has \(result.months.count)")
    }
  }

  // MARK: - Files

  /// Whether the folder holds a manifest of ours.
  package static func isResult(_ folder: String) -> Bool { (try? manifest(folder)) != nil }

  package static func has(_ name: String, _ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + name)
  }

  package static func manifest(_ folder: String) throws(ReadFailure) -> Manifest {
    let bytes = try bytes(of: ResultFile.manifest, in: folder)
    guard let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
      let manifest = ManifestJSON.manifest(json)
    else { throw .foreign(path: folder, reason: "its \(ResultFile.manifest) was not written by caseload") }
    return manifest
  }

  /// The bytes of a file that the folder of a result must have.
  package static func bytes(of name: String, in folder: String) throws(ReadFailure) -> [UInt8] {
    do {
      return try bytes(of: folder + "/" + name)
    } catch .missing {
      throw .foreign(path: folder, reason: "it has no \(name)")
    }
  }

  /// The bytes of a file, unpacked where its name says that it is compressed.
  package static func bytes(of path: String) throws(ReadFailure) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    if path.hasSuffix(".gz") {
      var bytes: [UInt8] = []
      try Gunzip(path).pieces { (piece) throws(ReadFailure) in bytes.append(contentsOf: piece) }
      return bytes
    }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path: path, reason: "the system would not let it be read")
    }
  }
}
