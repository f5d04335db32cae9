import Foundation
import Notation

/// A result as read back from its folder: what differences and evidence need of it.
package struct StoredResult: Sendable {
  /// The folder it was read from, with what is kept of its files.
  package let bound: BoundFolder
  package let manifest: Manifest
  /// What was watched, and the position at the start.
  package let opening: [OpeningRow]
  package let years: [SeriesRow]
  package let parameters: [ParameterRow]

  /// The folder it was read from, as the reader named it.
  package var folder: String { bound.path }
  /// What tells this result from every other: one digest of its tables.
  package var digest: String { FileSum.digest(of: Array(bound.sums.values)) }
}

/// Reads a folder of results back.
package enum ResultReader {
  /// The manifest, the yearly rows and the parameters of the result in that folder.
  ///
  /// - Parameter newest: the version of the model that the program has, where a result of a later one is refused.
  package static func read(_ folder: String, newest: String? = nil) throws(ReadFailure) -> StoredResult {
    let (manifest, bound) = try opened(folder, newest: newest)
    return StoredResult(
      bound: bound, manifest: manifest, opening: try Tables.opening.read(bound),
      years: try Tables.years.read(bound), parameters: try Tables.parameters.read(bound))
  }

  /// The whole result in that folder, as it was when it was written, to the 12 digits that the tables hold.
  package static func whole(_ folder: String, newest: String? = nil) throws(ReadFailure) -> ResultSet {
    try whole(try read(folder, newest: newest))
  }

  /// All of a result of which a part was read.
  package static func whole(_ stored: StoredResult) throws(ReadFailure) -> ResultSet {
    let folder = stored.bound
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
    to result: inout ResultSet, from folder: BoundFolder, _ place: (SeriesRow) -> Int?
  ) throws(ReadFailure) {
    result.monthly = Array(repeating: [], count: result.series.count)
    var first: Int?
    for row in try Tables.series.read(folder) {
      guard let place = place(row) else {
        throw .foreign(
          path: folder.path + "/" + Tables.opening.name,
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
        path: folder.path + "/" + Tables.series.name,
        reason:
          "\(series.measure) has \(readings.count) months where the first series has \(result.months.count)")
    }
  }

  /// What tells the result in that folder from every other: one digest of its tables.
  package static func digest(of folder: String) throws(ReadFailure) -> String {
    FileSum.digest(of: Array(try StoredManifest(folder).opened().1.sums.values))
  }

  // MARK: - Files

  /// Whether the folder holds a manifest of ours, also a spoilt one, or one of another version.
  package static func isResult(_ folder: String) -> Bool {
    (try? StoredManifest(folder))?.isOurs == true
  }

  package static func has(_ name: String, _ folder: String) -> Bool {
    ShippedFile.isThere(folder + "/" + name)
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
    if path.hasSuffix(".gz") {
      var bytes: [UInt8] = []
      try Gunzip(path).pieces { (piece) throws(ReadFailure) in bytes.append(contentsOf: piece) }
      return bytes
    }
    do {
      return try RegularFile.bytes(path, atMost: RegularFile.mostOfResult)
    } catch {
      throw ReadFailure(error, path: path)
    }
  }
}

extension ReadFailure {
  /// A file that is not read, for a reason of its own.
  package init(_ refusal: RegularFile.Refusal, path: String) {
    self =
      switch refusal {
      case .missing: .missing(path: path)
      case .closed(let reason): .unreadable(path: path, reason: reason)
      case .folder, .special, .circle, .tooLarge: .foreign(path: path, reason: "it \(refusal.words)")
      }
  }
}
