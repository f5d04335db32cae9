import Dates
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// Published figures read from a file, `Scenarios/observed/*.csv`.
///
/// Columns: `measure,breakdown,date,value,unit,status,release,note`, found by name. `status` is `ok`, `revised`,
/// `provisional` or `suppressed`, whose rows need no value, or `unmodelled`, whose figures are kept though
/// nothing simulated stands beside them. Counts of 1 to 5 children are never told (``SmallCount``), given or suppressed; a fit
/// may use what they may be. A yearly figure carries the last day of its year. A column `council` says whose figures they are, by code.
package struct ObservedFile: Sendable {
  /// What could be read and may be told, in the order of the file.
  package let figures: [ObservedFigure]
  /// Small counts of children, each with the middle of what it may be as its value.
  package let small: [ObservedFigure]
  /// Errors and warnings, in the order of the file.
  package let findings: [Finding]
  /// Codes or names of the councils whose figures they are; none where the file does not say.
  package let councils: Set<String>

  /// The columns of such a file.
  package static let columns = ["measure", "breakdown", "date", "value", "unit", "status", "release", "note"]
  private static let council = "council"
  /// The most that is told of a file: its figures are warned of one by one.
  private static let mostFindings = 1000

  /// Reads the file at that path, for a run that watches those series; none of them for a look at the file alone.
  package init(path: String, watched: [Series] = []) throws(ScenarioFailure) {
    self.init(try GivenTable(path: path), watched: watched)
  }

  /// Reads the text of a file of that name.
  package init(text: String, name: String, watched: [Series] = []) throws(ScenarioFailure) {
    self.init(try GivenTable(bytes: Array(text.utf8), name: name), watched: watched)
  }

  private init(_ table: GivenTable, watched: [Series]) {
    var figures: [ObservedFigure] = []
    var findings: [Finding] = []
    let places = ObservedFile.columns.compactMap { table.place(of: $0) }
    guard places.count == ObservedFile.columns.count else {
      (self.figures, small) = ([], [])
      self.findings = ObservedFile.missing(in: table)
      councils = []
      return
    }
    let council = table.place(of: ObservedFile.council)
    findings += ObservedFile.unknown(in: table)
    councils = Set(table.rows.compactMap { row in council.map { row.cells[$0].text } }).subtracting([""])
    var firstLines: [[String]: Int] = [:]
    for row in table.rows where findings.count < ObservedFile.mostFindings {
      let reading = ObservedRow(cells: places.map { row.cells[$0] }, table: table, watched: watched)
      let key = reading.cells[0...2].map(\.text)
      if let earlier = firstLines[key] {
        findings.append(
          table.error(
            "given-twice", reading.cells[0].place,
            "The same measure, breakdown and date stand in line \(earlier) already.",
            help: "keep the newer of the two figures"))
        continue
      }
      firstLines[key] = row.line
      do throws(ObservedRow.Problem) {
        if let figure = try reading.figure() { figures.append(figure) }
      } catch {
        findings.append(error.finding)
      }
    }
    self.figures = figures.filter { !$0.isSmall }
    small = figures.filter(\.isSmall)
    self.findings = findings
  }

  private static func missing(in table: GivenTable) -> [Finding] {
    columns.filter { table.place(of: $0) == nil }.map { column in
      let near = Suggestion.nearest(to: column, among: table.columns.map(\.text))
      return table.error(
        "missing-column", table.beginning, "The column \"\(column)\" is missing.",
        help: near.map { "rename \"\($0)\" to \"\(column)\"" }
          ?? "the columns are \(columns.joined(separator: ", "))")
    }
  }

  /// Columns that nobody reads.
  private static func unknown(in table: GivenTable) -> [Finding] {
    table.columns.filter { !columns.contains($0.text) && $0.text != council }.prefix(GivenTable.mostFindings)
      .map {
        table.warning(
          "unknown-column", $0.place, "The column \"\($0.text)\" is not read.",
          help: "the columns are \((columns + [council]).joined(separator: ", "))")
      }
  }
}

extension ObservedFile {
  /// A file for a run; refuses one of which a row cannot be compared, so that what is left to find are warnings.
  ///
  /// - Parameter tables: of the run.
  package static func read(_ path: String, for tables: ModelTables) throws(ScenarioFailure) -> ObservedFile {
    let file = try ObservedFile(path: path, watched: tables.watched)
    guard !file.findings.contains(where: { $0.severity == .error }) else {
      throw ScenarioFailure(findings: file.findings, kind: .invalid)
    }
    return file
  }
}
