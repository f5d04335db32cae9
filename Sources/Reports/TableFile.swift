import Foundation

/// A table written row by row into a file that appears under its name only when it is complete. Memory does not grow
/// with the rows.
public final class TableFile {
  /// Where the rows come from: the last four cells of each.
  public struct Origin: Sendable {
    let seed: UInt64
    let scenarioHash, modelVersion, dataAsOf: String

    public init(seed: UInt64, scenarioHash: String, modelVersion: String, dataAsOf: String) {
      self.seed = seed
      self.scenarioHash = scenarioHash
      self.modelVersion = modelVersion
      self.dataAsOf = dataAsOf
    }
  }

  public let path: String
  private let staging: String
  private let file: OutputFile
  private var text: CSVText
  private var isOpen = true

  public init(_ path: String, columns: [String], origin: Origin) throws(OutputFailure) {
    self.path = path
    staging = path + ".partial-\(getpid())"
    _ = unlink(staging)
    file = try OutputFile(staging, finalPath: path)
    var manifest = Manifest()
    manifest.seed = origin.seed
    manifest.scenarioHash = origin.scenarioHash
    manifest.modelVersion = origin.modelVersion
    manifest.dataAsOf = origin.dataAsOf
    text = CSVText(columns: columns, origin: Reports.Origin(manifest))
  }

  deinit { if isOpen { _ = unlink(staging) } }

  public func cell(_ value: String) { text.cell(value) }
  public func cell(_ value: Int?) { text.cell(value) }
  /// Empty for nil and for what is not finite.
  public func cell(_ value: Double?) { text.cell(value) }

  public func endRow() throws(OutputFailure) {
    text.endRow()
    if text.bytes.count > 1 << 20 { try file.write(text.take()) }
  }

  /// Puts the file under its name.
  public func commit() throws(OutputFailure) {
    try file.write(text.take())
    try file.close()
    guard rename(staging, path) == 0 else { throw .creating(path, errno) }
    isOpen = false
  }
}

/// A single file that appears whole.
public enum WholeFile {
  /// Writes the bytes under a temporary name and gives the file its own.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    let staging = try stage(bytes, path)
    guard rename(staging, path) == 0 else {
      let reason = errno
      _ = unlink(staging)
      throw .creating(path, reason)
    }
  }

  /// The same, but only if there is no such file yet; false when there is, also when another process was first.
  public static func writeIfNew(_ bytes: [UInt8], to path: String) throws(OutputFailure) -> Bool {
    let staging = try stage(bytes, path)
    defer { _ = unlink(staging) }
    if link(staging, path) == 0 { return true }
    if errno == EEXIST { return false }
    // Some file systems have no hard links.
    guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw .creating(path, errno) }
    if access(path, F_OK) == 0 { return false }
    guard rename(staging, path) == 0 else { throw .creating(path, errno) }
    return true
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(OutputFailure) { try FilePlace.makeFolders(path) }

  private static func stage(_ bytes: [UInt8], _ path: String) throws(OutputFailure) -> String {
    let staging = path + ".partial-\(getpid())"
    _ = unlink(staging)
    let file = try OutputFile(staging, finalPath: path)
    do {
      try file.write(bytes)
      try file.close()
    } catch {
      _ = unlink(staging)
      throw error
    }
    return staging
  }
}

/// A table read whole: what `--design` and a sweep's own `design.csv` hold.
public struct PlainTable: Sendable {
  public let columns: [String]
  /// Each row's cells, with the line on which it begins.
  public let rows: [(line: Int, cells: [String])]

  /// Reads comma-separated text with a header row.
  public init(_ path: String) throws(ReadFailure) {
    let table = CSVRows(try ResultReader.bytes(of: path))
    columns = table.columns
    rows = table.rows.map { ($0.line, $0.cells) }
    if let odd = table.rows.first(where: { $0.cells.count != table.columns.count }) {
      throw .foreign(
        path: path,
        reason: "line \(odd.line) has \(odd.cells.count) cells under \(table.columns.count) columns")
    }
  }

  /// The columns that our own tables end with.
  public static let originColumns = Origin.columns
}
