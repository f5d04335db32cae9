import Foundation

/// Reads a folder of results back.
public enum ResultReader {
  /// The manifest, the yearly rows, the parameters and the balances of the result in that folder.
  public static func read(_ folder: String) throws(ReadFailure) -> StoredResult {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .missing(path: folder)
    }
    guard isFolder.boolValue else { throw .foreign(path: folder, reason: "it is a file, not a folder") }
    return StoredResult(
      folder: folder, manifest: try manifest(folder), years: try years(folder),
      parameters: try parameters(folder), checks: try checks(folder))
  }

  /// Whether the folder holds a manifest of ours.
  static func isResult(_ folder: String) -> Bool { (try? manifest(folder)) != nil }

  /// The bytes of a file.
  static func bytes(of path: String) throws(ReadFailure) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path: path, reason: "the system would not let it be read")
    }
  }

  // MARK: - Files

  private static func manifest(_ folder: String) throws(ReadFailure) -> Manifest {
    let path = folder + "/" + ResultFile.manifest
    let bytes: [UInt8]
    do {
      bytes = try self.bytes(of: path)
    } catch .missing {
      throw .foreign(path: folder, reason: "it has no \(ResultFile.manifest)")
    }
    guard let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
      let manifest = ManifestJSON.manifest(json)
    else { throw .foreign(path: folder, reason: "its \(ResultFile.manifest) was not written by caseload") }
    return manifest
  }

  private static func years(_ folder: String) throws(ReadFailure) -> [StoredYear] {
    try rows(folder, ResultFile.years) { row throws(ReadFailure) in
      StoredYear(
        measure: try row.text("measure"), breakdown: try row.text("breakdown"), unit: try row.text("unit"),
        financialYear: try row.text("fy"), workforceYear: Int(try row.text("dfe_year")),
        estimate: try row.estimate())
    }
  }

  private static func parameters(_ folder: String) throws(ReadFailure) -> [ParameterRow] {
    try rows(folder, ResultFile.parameters) { row throws(ReadFailure) in
      ParameterRow(
        path: try row.text("path"), value: try row.text("value"), unit: try row.text("unit"),
        kind: try row.text("kind"), defaultValue: try row.text("default"), range: try row.text("range"),
        source: try row.text("source"), uncertain: try row.text("uncertain"),
        meaning: try row.text("meaning"), from: try row.text("from"))
    }
  }

  private static func checks(_ folder: String) throws(ReadFailure) -> [CheckRow] {
    try rows(folder, ResultFile.checks) { row throws(ReadFailure) in
      CheckRow(
        balance: try row.text("balance"), unit: try row.text("unit"), opening: try row.number("opening"),
        entered: try row.number("entered"), left: try row.number("left"), closing: try row.number("closing"),
        largestResidual: try row.number("largest_residual"), tolerance: try row.number("tolerance"),
        monthsChecked: Int(exactly: try row.number("months_checked")) ?? 0)
    }
  }

  static func rows<Element>(
    _ folder: String, _ name: String, _ make: (NamedRow) throws(ReadFailure) -> Element
  ) throws(ReadFailure) -> [Element] {
    let path = folder + "/" + name
    let bytes: [UInt8]
    do {
      bytes = try self.bytes(of: path)
    } catch .missing {
      throw .foreign(path: folder, reason: "it has no \(name)")
    }
    let table = CSVRows(bytes)
    let places = Dictionary(
      table.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var elements: [Element] = []
    for row in table.rows { elements.append(try make(NamedRow(path: path, places: places, row: row))) }
    return elements
  }
}

/// A row whose cells are found by the names of their columns.
struct NamedRow {
  let path: String
  let places: [String: Int]
  let row: CSVRows.Row

  func text(_ column: String) throws(ReadFailure) -> String {
    guard let place = places[column], place < row.cells.count else {
      throw .foreign(path: path, reason: "line \(row.line) has no column `\(column)`")
    }
    return row.cells[place]
  }

  /// The number in that column; not a number when the cell is empty.
  func number(_ column: String) throws(ReadFailure) -> Double {
    let cell = try text(column)
    if cell.isEmpty { return .nan }
    guard let number = Double(cell), number.isFinite else {
      throw .foreign(path: path, reason: "line \(row.line): `\(cell)` in column `\(column)` is not a number")
    }
    return number
  }

  func estimate() throws(ReadFailure) -> Estimate {
    let lower = try number("ci_lo")
    let upper = try number("ci_hi")
    let error = try number("mc_se")
    let count = Int(exactly: try number("n_reps")) ?? 0
    let bottom = lower.isNaN ? -.infinity : lower
    let top = upper.isNaN ? .infinity : upper
    guard bottom <= top else {
      throw .foreign(path: path, reason: "line \(row.line): `ci_lo` is above `ci_hi`")
    }
    return Estimate(
      n: count, mean: try number("mean"), standardDeviation: error * Double(count).squareRoot(),
      standardError: error, interval: bottom...top, p05: try number("p05"), p10: try number("p10"),
      p25: try number("p25"), p50: try number("p50"), p75: try number("p75"), p90: try number("p90"),
      p95: try number("p95"))
  }
}
