/// Small tables that an experiment prints and writes: rows of text and numbers under named columns.
public struct ChoiceTable: Sendable {
  public enum Cell: Sendable, Equatable {
    case text(String)
    case count(Int)
    /// A number in a unit; nothing where it is not finite.
    case number(Double, unit: String)
  }

  /// Name of the file, for example `selection.csv`.
  public let file: String
  /// Names of the columns in the file, and above the table on a terminal.
  public let columns: [(file: String, shown: String)]
  public private(set) var rows: [[Cell]] = []

  public init(file: String, columns: [(file: String, shown: String)]) {
    self.file = file
    self.columns = columns
  }

  public mutating func add(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row has as many cells as the table has columns")
    rows.append(row)
  }

  /// Writes the table and the manifest; the folder still has to be committed.
  public func write(_ manifest: Manifest, to folder: OutputFolder) throws(OutputFailure) {
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
    try folder.write(ManifestJSON.value(ResultSet(manifest: manifest)).text, as: ResultFile.manifest)
  }

  /// The table for a terminal, its heading first; columns shown under no name are left out.
  public func lines(width: Int, colour: Bool) -> [String] {
    let style = TextStyle(hasColour: colour)
    let shown = columns.indices.filter { !columns[$0].shown.isEmpty }
    var table = TextTable(shown.map { $0 == shown.first ? .left : .right })
    table.add(shown.map { columns[$0].shown }, style: style.heading)
    for row in rows { table.add(shown.map { text(row[$0]) }) }
    return table.lines(width: max(60, width))
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let word): return word
    case .count(let count): return MeasureFormat.fixed(Double(count), decimals: 0, grouped: true)
    case .number(let number, let unit):
      guard number.isFinite else { return "–" }
      switch MeasureFormat(unit: unit) {
      case .share: return MeasureFormat.share.text(number)
      case .pounds: return "£" + MeasureFormat.fixed(number, decimals: 0, grouped: true)
      case .whole, .oneDecimal:
        return MeasureFormat.fixed(number, decimals: number.magnitude < 1 ? 4 : 2, grouped: true)
      }
    }
  }
}
