/// Small tables that an experiment prints and writes: rows of text and numbers under named columns.
package struct ChoiceTable: Sendable {
  package enum Cell: Sendable, Equatable {
    case text(String)
    case count(Int)
    /// A number in a unit; nothing where it is not finite.
    case number(Double, unit: String)
  }

  /// Name of the file, for example `selection.csv`.
  package let file: String
  /// Names of the columns in the file, and above the table on a terminal.
  package let columns: [(file: String, shown: String)]
  package private(set) var rows: [[Cell]] = []

  package init(file: String, columns: [(file: String, shown: String)]) {
    self.file = file
    self.columns = columns
  }

  package mutating func add(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row has as many cells as the table has columns")
    rows.append(row)
  }

  /// Writes the table and the manifest; the folder still has to be committed.
  package func write(_ manifest: Manifest, to folder: OutputFolder) throws(OutputFailure) {
    var text = CSVText(columns: columns.map(\.file), origin: Origin(manifest))
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let word): text.cell(word)
        case .count(let count): text.cell(count)
        case .number(let number, _): text.cell(number)
        }
      }
      text.endRow()
    }
    try folder.write(text.bytes, as: file)
    try folder.write(manifest)
  }
}
