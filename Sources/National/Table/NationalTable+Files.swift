import Notation
import Results

extension NationalTable {
  /// The folder of the table that ships with the program.
  package static let shipped = "Scenarios/national"

  /// More than all that England spends in a year.
  private static let mostPossible = 1e13
  private static let councilColumns = ["code", "name", "region", "first_year", "last_year", "successors"]
  private static let columnColumns = ["column", "unit", "period", "sources"]

  /// Reads the table that stands in a folder.
  ///
  /// - Throws: `ReadFailure` where a file is not there, `NationalFailure` where it is not such a table.
  package init(folder: String) throws {
    let help = "make it again: caseload councils --panel PANEL --out \(folder)"
    func rows(_ name: String, _ columns: [String]) throws -> [CSVRows.Row] {
      let path = folder + "/" + name
      let table = CSVRows(try ResultReader.bytes(of: path))
      guard table.columns == columns else {
        let gone = columns.first { !table.columns.contains($0) }
        let odd = table.columns.first { !columns.contains($0) }
        throw NationalFailure(
          "\(path):1", "national-columns",
          gone.map { "The column \($0) is missing." } ?? odd.map {
            "The column \($0) is not one of this table's."
          }
            ?? "The columns are not in the table's order.", help: help)
      }
      if let row = table.rows.first(where: { $0.cells.count != columns.count }) {
        throw NationalFailure(
          "\(path):\(row.line)", "national-row", "The row has \(row.cells.count) of \(columns.count) cells.",
          help: help)
      }
      return table.rows
    }
    var councils: [ListedCouncil] = []
    for row in try rows("councils.csv", Self.councilColumns) {
      guard let first = Int(row.cells[3]), let last = Int(row.cells[4]), first <= last else {
        throw NationalFailure(
          "\(folder)/councils.csv:\(row.line)", "national-years",
          "\(row.cells[3]) to \(row.cells[4]) are not a first and a last year.", help: help)
      }
      guard !councils.contains(where: { $0.code == row.cells[0] }), !row.cells[0].isEmpty else {
        throw NationalFailure(
          "\(folder)/councils.csv:\(row.line)", "national-twice",
          row.cells[0].isEmpty
            ? "The council has no code." : "The council \(row.cells[0]) stands there twice.",
          help: help)
      }
      councils.append(
        ListedCouncil(
          code: row.cells[0], name: row.cells[1], region: row.cells[2], years: first...last,
          successors: row.cells[5].split(separator: " ").map(String.init)))
    }
    var sources: [String: String] = [:]
    for row in try rows("columns.csv", Self.columnColumns) { sources[row.cells[0]] = row.cells[3] }
    let measures = NationalMeasure.all
    var found: [String: [NationalFigure]] = [:]
    var years: ClosedRange<Int>?
    for row in try rows("figures.csv", ["code", "year"] + measures.map(\.name)) {
      let place = "\(folder)/figures.csv:\(row.line)"
      guard let year = Int(row.cells[1]), (1990...2100).contains(year) else {
        throw NationalFailure(place, "national-years", "'\(row.cells[1])' is not a year.", help: help)
      }
      var figures: [NationalFigure] = []
      for (cell, measure) in zip(row.cells.dropFirst(2), measures) {
        switch cell {
        case "": figures.append(.missing)
        case NationalFigure.smallMark where measure.countsChildren: figures.append(.small)
        default:
          guard let value = Double(cell), value.magnitude < Self.mostPossible, measure.isPossible(value)
          else {
            throw NationalFailure(
              place, "national-figure", "'\(cell)' cannot be \(measure.name) in \(measure.unit).", help: help)
          }
          figures.append(.value(value))
        }
      }
      guard found.updateValue(figures, forKey: "\(row.cells[0]) \(year)") == nil else {
        throw NationalFailure(
          place, "national-twice", "The figures of \(row.cells[0]) in \(year) stand there twice.", help: help)
      }
      years = min(years?.lowerBound ?? year, year)...max(years?.upperBound ?? year, year)
    }
    guard let years, !councils.isEmpty else {
      throw NationalFailure(folder, "national-empty", "The table has no figures.", help: help)
    }
    let places = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1.name, $0) })
    self.init(councils: councils, years: years, sources: sources) { code, year, measure in
      places[measure.name].flatMap { found["\(code) \(year)"]?[$0] } ?? .missing
    }
  }

  /// The files of the table, as they stand in its folder.
  package var files: [WholeFile.Prepared] {
    let councilRows = councils.map { council in
      [
        council.code, council.name, council.region, String(council.years.lowerBound),
        String(council.years.upperBound), council.successors.joined(separator: " "),
      ]
    }
    let columnRows = NationalMeasure.all.map {
      [$0.name, $0.unit, $0.period.rawValue, sources[$0.name] ?? ""]
    }
    let figureRows = councils.flatMap { council in
      years.compactMap { year -> [String]? in
        let cells = NationalMeasure.all.map { text($0, figure($0, council.code, year)) }
        return cells.allSatisfy(\.isEmpty) ? nil : [council.code, String(year)] + cells
      }
    }
    func file(_ name: String, _ columns: [String], _ rows: [[String]]) -> WholeFile.Prepared {
      var text = CSVText(columns: columns, ending: [])
      for row in rows {
        text.cells(row)
        text.endRow()
      }
      return WholeFile.Prepared(name: name, bytes: text.bytes)
    }
    return [
      file("councils.csv", Self.councilColumns, councilRows),
      file("columns.csv", Self.columnColumns, columnRows),
      file("figures.csv", ["code", "year"] + NationalMeasure.all.map(\.name), figureRows),
    ]
  }

  private func text(_ measure: NationalMeasure, _ figure: NationalFigure) -> String {
    switch figure {
    case .missing: return ""
    case .small: return NationalFigure.smallMark
    case .value(let value):
      let scale = (0..<measure.digits).reduce(1.0) { scale, _ in scale * 10 }
      var bytes: [UInt8] = []
      PlainNumber.append((value * scale).rounded() / scale, digits: 12, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension NationalMeasure {
  /// Whether a figure of the table may have that value: nothing here is negative, no share is above 1.
  func isPossible(_ value: Double) -> Bool { value >= 0 && (unit != "share" || value <= 1) }
}
