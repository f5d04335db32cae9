import Foundation

/// Reads a folder of results back.
package enum ResultReader {
  /// The manifest, the yearly rows, the parameters and the balances of the result in that folder.
  package static func read(_ folder: String) throws(ReadFailure) -> StoredResult {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .missing(path: folder)
    }
    guard isFolder.boolValue else { throw .foreign(path: folder, reason: "it is a file, not a folder") }
    return StoredResult(
      folder: folder, manifest: try manifest(folder), series: try opening(folder).map(\.series),
      years: try years(folder),
      parameters: try parameters(folder), checks: try checks(folder))
  }

  /// Whether the folder holds a manifest of ours.
  package static func isResult(_ folder: String) -> Bool { (try? manifest(folder)) != nil }

  /// The bytes of a file.
  package static func bytes(of path: String) throws(ReadFailure) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path: path, reason: "the system would not let it be read")
    }
  }

  // MARK: - Files

  package static func manifest(_ folder: String) throws(ReadFailure) -> Manifest {
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

  package static func parameters(_ folder: String) throws(ReadFailure) -> [ParameterRow] {
    try rows(folder, ResultFile.parameters) { row throws(ReadFailure) in
      ParameterRow(
        path: try row.text("path"), value: try row.text("value"), unit: try row.text("unit"),
        kind: try row.text("kind"), defaultValue: try row.text("default"), range: try row.text("range"),
        source: try row.text("source"), uncertain: try row.text("uncertain"),
        meaning: try row.text("meaning"), from: try row.text("from"))
    }
  }

  package static func checks(_ folder: String) throws(ReadFailure) -> [CheckRow] {
    try rows(folder, ResultFile.checks) { row throws(ReadFailure) in
      CheckRow(
        balance: try row.text("balance"), unit: try row.text("unit"), opening: try row.number("opening"),
        entered: try row.number("entered"), left: try row.number("left"), closing: try row.number("closing"),
        largestResidual: try row.number("largest_residual"), tolerance: try row.number("tolerance"),
        monthsChecked: Int(exactly: try row.number("months_checked")) ?? 0)
    }
  }

  /// The rows of one table of the result, each made by `make`.
  package static func rows<Element>(
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
