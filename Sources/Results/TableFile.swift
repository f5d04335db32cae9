import Foundation

/// A table written row by row into a file that appears under its name only when it is complete. Memory does not grow
/// with the rows.
package final class TableFile {
  package let path: String
  private let staging: Staging
  private let file: OutputFile
  private var text: CSVText
  private let record: Record

  /// What the closed file is.
  private final class Record { var sum: FileSum? }

  package init(_ path: String, columns: [String], origin: Origin) throws(OutputFailure) {
    self.path = path
    staging = try Staging(beside: path)
    let record = Record()
    self.record = record
    file = try OutputFile(staging.place(of: FilePlace.name(of: path)), finalPath: path) { record.sum = $0 }
    text = CSVText(columns: columns, origin: origin)
  }

  package func cell(_ value: String) { text.cell(value) }
  package func cell(_ value: Int?) { text.cell(value) }
  /// Empty for nil and for what is not finite.
  package func cell(_ value: Double?) { text.cell(value) }

  package func endRow() throws(OutputFailure) {
    text.endRow()
    if text.bytes.count > 1 << 20 { try file.write(text.take()) }
  }

  /// Puts the files under their names, once all of them are whole. Returns what they are.
  @discardableResult
  package static func commit(_ tables: [TableFile]) throws(OutputFailure) -> [FileSum] {
    for table in tables {
      try table.file.write(table.text.take())
      try table.file.close()
    }
    for table in tables {
      let made = table.staging.place(of: FilePlace.name(of: table.path))
      guard TroubledDisk.rename(made, table.path) == 0 else { throw .creating(table.path, errno) }
      table.staging.discard()
    }
    return tables.compactMap { $0.record.sum }
  }
}

/// A table read whole: what `--design` and a sweep's own `design.csv` hold.
package struct PlainTable: Sendable {
  package let columns: [String]
  /// Each row's cells, with the line on which it begins.
  package let rows: [(line: Int, cells: [String])]

  /// Reads comma-separated text with a header row.
  package init(_ path: String) throws(ReadFailure) {
    let table = CSVRows(try ResultReader.bytes(of: path))
    columns = table.columns
    rows = table.rows.map { ($0.line, $0.cells.map(CSVText.original)) }
    if let odd = table.rows.first(where: { $0.cells.count != table.columns.count }) {
      throw .foreign(
        path: path,
        reason: "line \(odd.line) has \(odd.cells.count) cells under \(table.columns.count) columns")
    }
  }

  /// The columns that our own tables end with.
  package static let originColumns = Origin.columns
}
