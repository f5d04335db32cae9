import Notation

/// A table that a person hands in as CSV: a design, published figures, budgets.
///
/// Read is what spreadsheets save: commas, semicolons (then with decimal commas) or tabs between the cells, as the first
/// line shows; UTF-8, or UTF-16 with its mark; quoted cells; any line ends; blanks round a cell, empty lines and empty
/// columns at the end left out. Whatever else is wrong is a finding with its line and column.
package struct GivenTable: Sendable {
  /// One cell, and where it stands.
  package struct Cell: Sendable {
    package let text: String
    package let place: Place
  }

  package struct Row: Sendable {
    /// The line on which it begins, from 1.
    package let line: Int
    /// As many as there are columns.
    package let cells: [Cell]
  }

  /// The most mistakes of a table that are looked for and told at one time: a table of another kind has one in every cell.
  package static let mostFindings = 20

  package let name: String
  /// The names in the first line.
  package private(set) var columns: [Cell] = []
  package private(set) var rows: [Row] = []
  private let source: SourceText
  private var findings: [Finding] = []

  /// Reads the file at that path.
  package init(path: String) throws(ScenarioFailure) {
    let bytes: [UInt8]
    do {
      bytes = try RegularFile.bytes(path, atMost: RegularFile.mostOfTable)
    } catch {
      let finding = Finding(
        .error, code: error == .missing ? "no-such-file" : "unreadable",
        at: Place(file: path, line: 1, column: 1), "\(path.quoted) \(error.words).", help: error.help)
      throw ScenarioFailure(findings: [finding], kind: error.isMissing ? .noInput : .invalid)
    }
    try self.init(bytes: bytes, name: path)
  }

  /// Reads the bytes of a file of that name.
  package init(bytes: [UInt8], name: String) throws(ScenarioFailure) {
    let text: String
    do {
      text = try TextOfBytes.text(bytes)
    } catch {
      let finding = Finding(
        .error, code: error.code, at: Place(file: name, line: 1, column: 1), "The file \(error.message)",
        help: error.help)
      throw ScenarioFailure(findings: [finding], kind: .invalid)
    }
    self.name = name
    source = SourceText(name: name, text: text, breaks: .ofTables)
    var scanner = CellScanner(source)
    let all = scanner.rows()
    findings = scanner.findings
    take(all.filter { row in row.contains { !$0.text.isEmpty } })
    guard findings.isEmpty else { throw ScenarioFailure(findings: findings, kind: .invalid) }
  }

  private mutating func take(_ all: [[Cell]]) {
    guard let header = all.first else {
      return findings.append(
        source.error(
          "empty-file", source.beginning, "The table is empty.",
          help: "begin with a line of column names"))
    }
    let width = (header.lastIndex { !$0.text.isEmpty } ?? 0) + 1
    columns = Array(header.prefix(width))
    var seen: [String: Cell] = [:]
    for column in columns where findings.count < GivenTable.mostFindings {
      if column.text.isEmpty {
        complain("no-name", column.place, "This column has no name.", help: "name it, or take it out")
      } else if let first = seen[column.text] {
        complain(
          "column-twice", column.place,
          "The column \(column.text.quoted) is there twice, first at column \(first.place.column).",
          help: "keep one of the two")
      }
      seen[column.text] = column
    }
    for cells in all.dropFirst() where findings.count < GivenTable.mostFindings {
      if let extra = cells.dropFirst(width).first(where: { !$0.text.isEmpty }) {
        complain(
          "too-many-cells", extra.place,
          "The row has \(cells.count) cells under \(width) columns.",
          help: "put a cell that holds the separator in double quotes")
      } else if cells.count < width, let last = cells.last {
        complain(
          "too-few-cells", last.place, "The row has \(cells.count) cells under \(width) columns.",
          help: "leave a cell empty rather than out")
      } else {
        rows.append(Row(line: cells[0].place.line, cells: Array(cells.prefix(width))))
      }
    }
  }

  private mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    findings.append(source.error(code, place, message, help: help))
  }

  /// The place of a column; nil where there is none of that name.
  package func place(of column: String) -> Int? { columns.firstIndex { $0.text == column } }

  /// Something wrong at a place of this table.
  package func error(_ code: String, _ place: Place, _ message: String, help: String? = nil) -> Finding {
    source.finding(.error, code, place, message, help: help)
  }

  /// Something worth a look at a place of this table.
  package func warning(_ code: String, _ place: Place, _ message: String, help: String? = nil) -> Finding {
    source.finding(.warning, code, place, message, help: help)
  }

  /// Where the table begins.
  package var beginning: Place { source.beginning }
}
