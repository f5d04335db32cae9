import Foundation
import Testing

@testable import Reports
@testable import Results

@Suite struct EvidenceTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = try scratch.write("result") { $0 = ReportableResult.make() }
  }

  private func write<Row>(_ table: Table<Row>, _ rows: [Row]) throws {
    try WholeFile.write([table.file(rows, Manifest())], to: folder)
  }

  private func report() throws -> Report {
    Report(try ResultReader.whole(folder), evidence: try EvidenceTables(folder: folder), folder: folder)
  }

  @Test("Without them the report says which commands make them")
  func missing() throws {
    let text = String(decoding: try report().page, as: UTF8.self)
    #expect(text.contains("`caseload risk` makes them"))
    #expect(!text.contains("Risk evidence</h2>"))
  }

  private func risk(
    _ state: RiskRow.State, _ breaches: Int, band: Int, impact: Int, _ rating: String
  ) -> RiskRow {
    var row = RiskRow.blank
    (row.id, row.title, row.state) = ("R1", "Recruitment & retention", state)
    row.likelihood = Likelihood(breaches, of: 200)
    row.likelihoodOfCell = row.likelihood
    (row.likelihoodBand, row.impactBand, row.rating, row.confidence) = (band, impact, rating, "medium")
    row.impactLabel = impact == 3 ? "major" : "moderate"
    return row
  }

  @Test("Risks become a matrix, with words and numbers for each")
  func risks() throws {
    try write(
      RiskRow.table,
      [
        risk(.gross, 190, band: 4, impact: 3, "red"), risk(.net, 0, band: 1, impact: 3, "amber"),
        risk(.target, 0, band: 1, impact: 2, "green"),
      ])
    let report = try report()
    let matrix = try #require(report.figures.first { $0.id == "risk-matrix" })
    #expect(matrix.finding == "0 of 1 risk are rated red with the controls in force")
    #expect(matrix.chart.table.rows[0][2] == "likelihood 4, impact 3, score 12")
    let text = String(decoding: report.page, as: UTF8.self)
    #expect(
      text.contains(
        "a remote chance (fewer than 1.9%: 0 of 200), impact major, rated amber; confidence medium."))
    #expect(!text.contains("<th scope=\"col\" class=\"n\">seed"), "the origin's columns are left out")
    let board = String(decoding: report.boardPaper, as: UTF8.self)
    #expect(board.contains("R1 Recruitment &amp; retention: a remote chance"))
  }

  @Test("Parts of the cost of growth become a bridge whose end is their sum")
  func growth() throws {
    func part(_ year: String, _ driver: String, _ pounds: Double) -> GrowthPartRow {
      var row = GrowthPartRow.blank
      (row.year, row.driver, row.placement, row.part.mean) = (year, driver, "all", pounds)
      return row
    }
    try write(
      GrowthPartRow.table,
      [
        part("2015-16", "entries", 1_000_000), part("2016-17", "entries", 500_000),
        part("2015-16", "price", -250_000), part("2015-16", "total", 750_000),
      ])
    let bridge = try #require(try report().figures.first { $0.id == "growth-bridge" })
    #expect(bridge.finding == "The cost of growth over all years is £1.25m: entries +£1.50m, price -£0.25m")
    #expect(bridge.chart.table.rows.last?[2] == "£1.25m")
  }

  @Test("Survival is drawn for at most four groups")
  func survival() throws {
    let rows = (1...6).flatMap { role in
      [(1.0, 0.8), (3, 0.4)].map { years, share in
        var row = RetentionRow.blank
        (row.role, row.years, row.survival, row.atRisk) = ("role_\(role)", years, share, 50)
        (row.lower, row.upper) = (share - 0.1, share + 0.1)
        return row
      }
    }
    try write(RetentionRow.table, rows)
    let figure = try #require(try report().figures.first { $0.id == "survival" })
    #expect(figure.finding == "How long workers stay (role 1): half have left after 3.0 years")
    #expect(Set(figure.chart.table.rows.map { $0[0] }).count == 4)
  }

  @Test("Levels that risks watch are read as they were written")
  func thresholds() throws {
    let level = RiskThreshold(
      risk: "R1", measure: "vacancy_rate_fte", breakdown: "role=social_worker", value: 0.2)
    try write(RiskThreshold.table, [level])
    #expect(try EvidenceTables(folder: folder).thresholds == [level])
  }

  @Test("A renamed column and a spoilt cell are told with their file, column and line")
  func spoilt() throws {
    func failure(_ old: String, _ new: String, in table: String) throws -> String {
      let path = folder + "/" + table
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains(old))
      try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: path))
      let failure = #expect(throws: ReadFailure.self) { try EvidenceTables(folder: folder) }
      return failure?.description ?? ""
    }
    try write(WorkforceMonthRow.table, [WorkforceMonthRow.blank])
    #expect(
      try failure("month_end", "month", in: "hr_kpis.csv").hasSuffix(
        "hr_kpis.csv is not a result that can be read: it has no column `month_end`"))
    try write(WorkforceMonthRow.table, [])
    try write(RiskRow.table, [risk(.net, 17, band: 1, impact: 3, "amber")])
    let cell = try failure(",200,17,", ",200,many,", in: "risk_evidence.csv")
    #expect(cell.contains("line 2: `many` in column `breaches` is not a whole number"))
    try write(RiskRow.table, [risk(.net, 17, band: 1, impact: 3, "amber")])
    let more = try failure(",200,17,", ",200,201,", in: "risk_evidence.csv")
    #expect(more.contains("`201` in column `breaches` is more than there are replications"))
  }
}
