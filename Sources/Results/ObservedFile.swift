import Dates

/// Published figures read from a file, `Scenarios/observed/*.csv`.
///
/// Columns: `measure,breakdown,date,value,unit,status,release,note`, found by name. `status` is `ok`, `revised`,
/// `provisional` or `suppressed`; suppressed rows are skipped and need no value. A yearly figure carries the last day
/// of its year.
package struct ObservedFile: Sendable {
  /// What could be read, in the order of the file.
  package let figures: [ObservedFigure]
  /// What could not, all in one pass.
  package let findings: [ObservedFinding]

  /// The columns of such a file.
  package static let columns = ["measure", "breakdown", "date", "value", "unit", "status", "release", "note"]
  private static let statuses: Set = ["ok", "revised", "provisional", "suppressed"]

  /// Reads the file at that path.
  package init(path: String) throws(ReadFailure) {
    self.init(bytes: try ResultReader.bytes(of: path), name: path)
  }

  /// Reads the text of a file of that name.
  package init(text: String, name: String) { self.init(bytes: Array(text.utf8), name: name) }

  private init(bytes: [UInt8], name: String) {
    let table = CSVRows(bytes)
    var figures: [ObservedFigure] = []
    var findings: [ObservedFinding] = []
    func find(_ line: Int, _ message: String) {
      findings.append(ObservedFinding(file: name, line: line, message: message))
    }
    let places = ObservedFile.columns.map { table.place(of: $0) }
    for (column, place) in zip(ObservedFile.columns, places) where place == nil {
      find(1, "the column `\(column)` is missing")
    }
    var firstLines: [[String]: Int] = [:]
    for row in table.rows where findings.first?.line != 1 {
      guard row.cells.count == table.columns.count else {
        find(row.line, "the row has \(row.cells.count) cells where the header has \(table.columns.count)")
        continue
      }
      let cells = places.compactMap { $0.map { row.cells[$0] } }
      if let earlier = firstLines[Array(cells[0...2])] {
        find(row.line, "the same measure, breakdown and date stand in line \(earlier) already")
        continue
      }
      firstLines[Array(cells[0...2])] = row.line
      switch ObservedFile.figure(cells) {
      case .success(let figure): if let figure { figures.append(figure) }
      case .failure(let problem): find(row.line, problem.message)
      }
    }
    if table.columns.isEmpty { find(1, "the file is empty") }
    self.figures = figures
    self.findings = findings
  }

  private struct Problem: Error {
    let message: String
  }

  /// The figure of one row, its cells in the order of `columns`; nil when it is suppressed.
  private static func figure(_ cells: [String]) -> Result<ObservedFigure?, Problem> {
    func wrong(_ message: String) -> Result<ObservedFigure?, Problem> { .failure(Problem(message: message)) }
    let (measure, breakdown, unit, status, release) = (cells[0], cells[1], cells[4], cells[5], cells[6])
    guard !measure.isEmpty else { return wrong("the measure is empty") }
    guard breakdown.isEmpty || breakdown.split(separator: "=", omittingEmptySubsequences: false).count == 2
    else {
      return wrong("the breakdown `\(breakdown)` is not of the form key=value")
    }
    guard let date = CivilDate(iso: cells[2]) else {
      return wrong("`\(cells[2])` is not a date of the form 2015-03-31")
    }
    guard statuses.contains(status) else {
      return wrong("the status `\(status)` is not one of ok, revised, provisional, suppressed")
    }
    if status == "suppressed" { return .success(nil) }
    guard let value = Double(cells[3]), value.isFinite else { return wrong("`\(cells[3])` is not a number") }
    guard !unit.isEmpty else { return wrong("the unit is empty") }
    if unit == "share", !(0...1).contains(value) {
      return wrong("the share \(cells[3]) is not between 0 and 1 (17% is written 0.17)")
    }
    guard !release.isEmpty else {
      return wrong("the release is empty: every published figure names where it is from")
    }
    return .success(
      ObservedFigure(
        measure: measure, breakdown: breakdown, date: date, value: value, unit: unit, release: release,
        note: cells[7]))
  }
}

/// Something wrong in a file of published figures.
package struct ObservedFinding: Sendable, Equatable, CustomStringConvertible {
  package let file: String
  /// Counted from 1.
  package let line: Int
  package let message: String

  package var description: String { "\(file):\(line): error: \(message)" }
}
