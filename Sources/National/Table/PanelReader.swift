import Notation
import Results

/// Makes the national table from a panel: files of one row for each council, year and measure.
///
/// A panel is a folder with `councils.csv` (`la_code,area,region,first_year,last_year,succeeded_by`), `sources.csv`
/// (`key,…,release,…`) and a file for each theme (`year,area,la_code,measure,value,unit,status,source`). Its rates are
/// in per cent. `status` is `ok`, `derived` (a sum through a reorganisation) or `suppressed`, without a value.
package struct PanelReader {
  private static let columns = ["year", "area", "la_code", "measure", "value", "unit", "status", "source"]
  private static let councilColumns = [
    "la_code", "area", "region", "first_year", "last_year", "succeeded_by",
  ]

  private let folder: String
  private var figures: [String: NationalFigure] = [:]
  private var years: ClosedRange<Int>?
  /// Of each measure, the years that each source is the source of.
  private var spans: [String: [String: ClosedRange<Int>]] = [:]

  /// Reads the panel in a folder.
  ///
  /// - Throws: `ReadFailure` where a file is not there, `NationalFailure` where it is not of this shape.
  package static func read(_ folder: String) throws -> NationalTable {
    var reader = PanelReader(folder: folder)
    let councils = try reader.councils()
    for theme in NationalMeasure.themes { try reader.read(theme: theme) }
    guard let years = reader.years else {
      throw NationalFailure(
        folder, "panel-empty", "The panel has no figure that is wanted.", help: reader.help)
    }
    let (figures, sources) = (reader.figures, try reader.sources())
    return NationalTable(councils: councils, years: years, sources: sources) { code, year, measure in
      figures["\(measure.name) \(code) \(year)"] ?? .missing
    }
  }

  private init(folder: String) { self.folder = folder }

  private var help: String {
    "give the folder of a panel: councils.csv, sources.csv and a file for each theme with the columns "
      + Self.columns.joined(separator: ",")
  }

  private func table(_ name: String, _ wanted: [String]) throws -> (places: [Int], rows: [CSVRows.Row]) {
    let path = folder + "/" + name
    let table = CSVRows(try ResultReader.bytes(of: path))
    let places = try wanted.map { column in
      guard let place = table.place(of: column) else {
        throw NationalFailure("\(path):1", "panel-columns", "The column \(column) is missing.", help: help)
      }
      return place
    }
    if let row = table.rows.first(where: { $0.cells.count != table.columns.count }) {
      throw NationalFailure(
        "\(path):\(row.line)", "panel-row",
        "The row has \(row.cells.count) cells under \(table.columns.count) columns.", help: help)
    }
    return (places, table.rows)
  }

  private func councils() throws -> [ListedCouncil] {
    let (places, rows) = try table("councils.csv", Self.councilColumns)
    return try rows.map { row in
      let cells = places.map { row.cells[$0] }
      guard let first = Int(cells[3]), let last = Int(cells[4]), first <= last else {
        throw NationalFailure(
          "\(folder)/councils.csv:\(row.line)", "panel-years",
          "\(cells[3]) to \(cells[4]) are not a first and a last year.", help: help)
      }
      return ListedCouncil(
        code: cells[0], name: cells[1], region: cells[2], years: first...last,
        successors: Self.codes(in: cells[5]))
    }
  }

  /// The codes of three digits in words such as `838+839 (April 2019; Christchurch moved to 839)`, each once.
  private static func codes(in words: String) -> [String] {
    var codes: [String] = []
    for part in words.prefix(while: { $0 != "(" }).split(whereSeparator: { !$0.isNumber })
    where part.count == 3 {
      if !codes.contains(String(part)) { codes.append(String(part)) }
    }
    return codes
  }

  private mutating func read(theme: String) throws {
    let wanted = Dictionary(
      uniqueKeysWithValues: NationalMeasure.all.filter { $0.theme == theme }.map { ($0.name, $0) })
    let (places, rows) = try table(theme + ".csv", Self.columns)
    for row in rows {
      guard let measure = wanted[row.cells[places[3]]] else { continue }
      let place = "\(folder)/\(theme).csv:\(row.line)"
      let cells = places.map { row.cells[$0] }
      guard let year = Int(cells[0]), (1990...2100).contains(year) else {
        throw NationalFailure(place, "panel-years", "'\(cells[0])' is not a year.", help: help)
      }
      guard cells[5] == measure.panelUnit else {
        throw NationalFailure(
          place, "panel-unit",
          "\(measure.name) is in '\(cells[5])', and a panel has it in \(measure.panelUnit).",
          help: measure.unit == "share" ? "write rates in per cent: 17.2 for 17.2%" : help)
      }
      let key = "\(measure.name) \(cells[2]) \(year)"
      if figures[key] != nil {
        throw NationalFailure(
          place, "panel-twice", "\(measure.name) of \(cells[1]) in \(year) is there twice.", help: help)
      }
      figures[key] = try figure(measure, cells, place)
      years = min(years?.lowerBound ?? year, year)...max(years?.upperBound ?? year, year)
      let span = spans[measure.name]?[cells[7]]
      spans[measure.name, default: [:]][cells[7]] =
        min(span?.lowerBound ?? year, year)...max(span?.upperBound ?? year, year)
    }
  }

  private func figure(
    _ measure: NationalMeasure, _ cells: [String], _ place: String
  ) throws -> NationalFigure {
    if cells[6] == "suppressed" { return measure.countsChildren ? .small : .missing }
    guard ["ok", "derived"].contains(cells[6]) else {
      throw NationalFailure(
        place, "panel-status", "The status '\(cells[6])' is not one of ok, derived, suppressed.", help: help)
    }
    guard let number = Double(cells[4]), number.isFinite else {
      throw NationalFailure(place, "panel-figure", "'\(cells[4])' is not a number.", help: help)
    }
    // A handful of published figures are impossible, such as a negative cost: nothing is known there.
    let value = number * measure.factor
    guard measure.isPossible(value) else { return .missing }
    if measure.countsChildren, value > 0, value < SmallCount.leastTold { return .small }
    return .value(value)
  }

  /// Where the figures of each column are from, in words: its releases, each with its years.
  private func sources() throws -> [String: String] {
    let (places, rows) = try table("sources.csv", ["key", "release"])
    let releases = Dictionary(
      rows.map { ($0.cells[places[0]], $0.cells[places[1]]) }, uniquingKeysWith: { first, _ in first })
    return spans.mapValues { spans in
      spans.sorted { ($0.value.lowerBound, $0.key) < ($1.value.lowerBound, $1.key) }.map { key, years in
        let span = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
        return "\(span): \(releases[key] ?? key)"
      }.joined(separator: "; ")
    }
  }
}
