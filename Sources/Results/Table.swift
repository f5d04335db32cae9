import Notation

/// A file of rows, declared once: what it is called, what a row is, and its columns. From that it is written, read,
/// checked and documented.
///
/// Each column is a line that names the property it stands for:
///
///     static let draws = Table<DrawRow>("draws.csv", "The value of each uncertain input in each replication.", [
///       Column("rep", \.replication, "Number of the replication; 0 has the point values."),
///       Column("path", \.path, "The parameter."), …
///     ])
package struct Table<Row>: Sendable {
  /// The file's name.
  package let name: String
  /// What the file holds, a row at a time: a sentence.
  package let meaning: String
  package let columns: [Column<Row>]

  package init(_ name: String, _ meaning: String, _ columns: [Column<Row>]) {
    (self.name, self.meaning, self.columns) = (name, meaning, columns)
  }

  /// The names in the file's first row, but for where the rows come from.
  package var names: [String] { columns.flatMap(\.names) }

  /// The file's bytes; each row ends with where it came from.
  package func bytes(_ rows: some Sequence<Row>, _ origin: Origin) -> [UInt8] {
    var text = CSVText(columns: names, origin: origin)
    for row in rows { write(row, to: &text) }
    return text.bytes
  }

  /// The file, to be written.
  package func file(
    _ rows: some Sequence<Row>, _ manifest: Manifest
  ) -> WholeFile.Prepared where Row: Sendable {
    let rows = Array(rows)
    return WholeFile.Prepared(
      name: name, bytes: bytes(rows, Origin(manifest)), rows: rows.count, json: { json(rows) })
  }

  /// Writes one row.
  package func write(_ row: Row, to text: inout CSVText) {
    for column in columns { column.write(row, &text) }
    text.endRow()
  }

  /// The rows of the file in that folder.
  ///
  /// - Parameter blank: a row that every cell is read into; what no column stands for stays as it is there.
  /// - Throws: `unbound` when the file is not the one that was written there; `foreign` when it is missing, lacks a
  ///   column, or has a cell that is not of its kind.
  package func read(_ folder: BoundFolder, into blank: Row) throws(ReadFailure) -> [Row] {
    var made: [Row] = []
    for cells in try lines(of: folder) {
      var one = blank
      for column in columns { try column.read(cells, &one) }
      made.append(one)
    }
    return made
  }

  package func read(_ folder: BoundFolder) throws(ReadFailure) -> [Row] where Row: TableRow {
    try read(folder, into: .blank)
  }

  /// The rows of the file in that folder; none where there is no such file.
  package func readIfThere(
    _ folder: BoundFolder, mayBeGone: Bool = false
  ) throws(ReadFailure) -> [Row] where Row: TableRow {
    try folder.isThere(name, mayBeGone: mayBeGone) ? try read(folder) : []
  }

  /// The lines of the file in that folder, which has every column.
  package func lines(of folder: BoundFolder) throws(ReadFailure) -> [NamedRow] {
    let path = folder.path + "/" + name
    let rows = CSVRows(try folder.bytes(of: name))
    let places = Dictionary(
      rows.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for name in names where places[name] == nil {
      throw .foreign(path: path, reason: "it has no column `\(name)`")
    }
    return rows.rows.map { NamedRow(path: path, places: places, row: $0) }
  }

  /// The table's part of the page on files, in Markdown.
  package var documentation: String {
    let rows = columns.flatMap { column in column.parts.map { "| `\($0.name)` | \($0.meaning) |" } }
    return (["### `\(name)`", "", meaning, "", "| Column | What it is |", "|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }
}

/// One column of a table, or a few that together hold one value.
package struct Column<Row>: Sendable {
  /// A column's name and what it is: a sentence for the page on files.
  package struct Part: Sendable {
    package let name, meaning: String
  }

  package let parts: [Part]
  package let write: @Sendable (Row, inout CSVText) -> Void
  package let read: @Sendable (NamedRow, inout Row) throws(ReadFailure) -> Void

  package var names: [String] { parts.map(\.name) }

  /// Columns with a reading and a writing of their own.
  package init(
    _ parts: KeyValuePairs<String, String>, write: @escaping @Sendable (Row, inout CSVText) -> Void,
    read: @escaping @Sendable (NamedRow, inout Row) throws(ReadFailure) -> Void = { _, _ in }
  ) {
    self.init(parts: parts.map { Part(name: $0.key, meaning: $0.value) }, write: write, read: read)
  }

  package init(
    parts: [Part], write: @escaping @Sendable (Row, inout CSVText) -> Void,
    read: @escaping @Sendable (NamedRow, inout Row) throws(ReadFailure) -> Void = { _, _ in }
  ) {
    (self.parts, self.write, self.read) = (parts, write, read)
  }

  /// A column that stands for a property.
  package init<Value: Cell>(
    _ name: String, _ property: WritableKeyPath<Row, Value> & Sendable, _ meaning: String
  ) {
    self.init([name: meaning]) { row, text in
      row[keyPath: property].write(to: &text)
    } read: { cells, row throws(ReadFailure) in
      row[keyPath: property] = try Value(try cells.text(name), in: name, of: cells)
    }
  }

  /// A column that is worked out from the row, and so is not read back.
  package init<Value: Cell>(
    _ name: String, from value: @escaping @Sendable (Row) -> Value, _ meaning: String
  ) {
    self.init([name: meaning]) { row, text in value(row).write(to: &text) }
  }

  /// Pounds, written to the penny.
  package init(
    _ name: String, pounds property: WritableKeyPath<Row, Double> & Sendable, _ meaning: String
  ) {
    self.init([name: meaning]) { row, text in
      text.cell(pounds: row[keyPath: property])
    } read: { cells, row throws(ReadFailure) in
      row[keyPath: property] = try cells.number(name)
    }
  }

  /// A number with enough digits for sums of it to add up.
  package init(
    _ name: String, exact property: WritableKeyPath<Row, Double> & Sendable, _ meaning: String
  ) {
    self.init([name: meaning]) { row, text in
      text.cell(row[keyPath: property], digits: PlainNumber.exactDigits)
    } read: { cells, row throws(ReadFailure) in
      row[keyPath: property] = try cells.number(name)
    }
  }
}

extension Column {
  /// What the replications say of one quantity: twelve columns, empty but for the first where nothing had a value.
  package static func estimate(_ property: WritableKeyPath<Row, Estimate> & Sendable) -> Column {
    Column([
      "n_reps": "Replications that had a value.", "mean": "Their mean.",
      "mc_se": "Standard error of the mean.", "ci_lo": "Lower end of the mean's 95% interval.",
      "ci_hi": "Upper end of it.", "p05": "5th percentile over replications.", "p10": "10th percentile.",
      "p25": "25th percentile.", "p50": "Median.", "p75": "75th percentile.", "p90": "90th percentile.",
      "p95": "95th percentile.",
    ]) { row, text in
      text.cells(of: row[keyPath: property])
    } read: { cells, row throws(ReadFailure) in
      row[keyPath: property] = try cells.estimate()
    }
  }

  /// The ends of the 95% interval of a mean.
  package static func interval(_ property: WritableKeyPath<Row, ClosedRange<Double>> & Sendable) -> Column {
    Column(["ci_lo": "Lower end of the mean's 95% interval.", "ci_hi": "Upper end of it."]) { row, text in
      row[keyPath: property].lowerBound.write(to: &text)
      row[keyPath: property].upperBound.write(to: &text)
    } read: { cells, row throws(ReadFailure) in
      row[keyPath: property] = try cells.interval()
    }
  }
}
