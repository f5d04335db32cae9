import Charts
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

  private func write<Row: Sendable>(_ table: Table<Row>, _ rows: [Row]) throws {
    try bind(table.file(rows, Manifest()))
  }

  private func bind(_ file: WholeFile.Prepared) throws {
    try EvidenceManifest.write([file], to: folder, of: ResultReader.digest(of: folder))
  }

  private func tables() throws -> EvidenceTables {
    try EvidenceTables(EvidenceManifest.folder(folder, of: ResultReader.digest(of: folder)))
  }

  private func report() throws -> Report {
    Report(try ResultReader.whole(folder), evidence: try tables(), folder: folder)
  }

  @Test("Without them the report says which commands make them")
  func missing() throws {
    let text = String(decoding: try report().page, as: UTF8.self)
    #expect(text.contains("<code>caseload risk</code> makes them"))
    #expect(text.contains("No risk has been rated yet"))
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
    (row.likelihoodLabel, row.isBandCertain) = ("Remote", true)
    row.end = "2018-03-31"
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
    #expect(
      matrix.finding
        == "Likeliest is R1 Recruitment & retention: <1.9% of simulated futures by 2018-03-31 (95% interval 0.0% to 1.9%); "
        + "0 of 1 risk are rated red with the controls in force")
    #expect(matrix.chart.table.rows[0][2] == "likelihood 4, impact 3, score 12")
    let text = String(decoding: report.page, as: UTF8.self)
    #expect(
      text.contains(
        "likelihood of the event below 1.9% (0 of 200; 95% upper bound 1.88%); impact major; score 3, amber; "
          + "confidence medium."))
    #expect(!text.contains("<th scope=\"col\" class=\"n\">seed"), "the origin's columns are left out")
    let board = String(decoding: report.boardPaper, as: UTF8.self)
    #expect(
      board.contains(
        "R1 Recruitment &amp; retention: comes in &lt;1.9% of simulated futures by 31 March 2018."))
  }

  @Test("The report leads to the page of each risk that stands beside it, and that page back")
  func links() throws {
    try write(RiskRow.table, [risk(.net, 40, band: 2, impact: 3, "amber")])
    #expect(!String(decoding: try report().page, as: UTF8.self).contains("href=\"risk_page_R1.html\""))
    var findings = RiskFindings(risk(.net, 40, band: 2, impact: 3, "amber"))
    findings.means = "Posts stand empty"
    let files = RiskPage(findings, Manifest()).files
    let html = try #require(files.first { $0.name == "risk_page_R1.html" })
    #expect(String(decoding: html.bytes, as: UTF8.self).contains("href=\"report.html\""))
    try bind(html)
    let report = try report()
    #expect(String(decoding: report.page, as: UTF8.self).contains("href=\"risk_page_R1.html\""))
    #expect(
      !String(decoding: report.withoutRiskPages.page, as: UTF8.self).contains("href=\"risk_page_R1.html\""))
  }

  @Test("An arrow leads only between states that are told apart; a rating that cannot be told has no colour")
  func arrows() throws {
    var (gross, net, target) = (
      risk(.gross, 190, band: 4, impact: 3, "red"), risk(.net, 100, band: 3, impact: 3, RiskRow.notTold),
      risk(.target, 90, band: 2, impact: 2, "green")
    )
    (net.bestRating, net.worstRating) = ("amber", "red")
    (gross.change.mean, gross.change.lower, gross.change.upper) = (0.45, 0.4, 0.5)
    (target.change.mean, target.change.lower, target.change.upper) = (-0.05, -0.12, 0.02)
    try write(RiskRow.table, [gross, net, target])
    let report = try report()
    let figure = try #require(report.figures.first { $0.id == "risk-matrix" })
    #expect(figure.finding.hasSuffix("; the rating of 1 cannot be told with so few futures"))
    let matrix = try #require(figure.chart as? RiskMatrix)
    #expect(matrix.risks[0].isGrossApart && !matrix.risks[0].isTargetApart)
    let drawn = figure.chart.svg(id: "m", title: "t", description: "d")
    #expect(drawn.components(separatedBy: "class=\"arrow\"").count == 2, "one arrow alone")
    #expect(String(decoding: report.page, as: UTF8.self).contains("score 9, not told (amber to red)"))
  }

  @Test(
    "Budgets that finance held costs against are shown in the report, the board paper and the workbook's sheet"
  )
  func budgets() throws {
    var row = BudgetRow.blank
    (row.year, row.code, row.title, row.replications) = ("2015-16", "total", "Total", 200)
    (row.budget, row.source, row.over) = (36e6, "b.csv", Likelihood(120, of: 200))
    (row.cost.mean, row.cost.p50, row.cost.p80) = (36.2e6, 36.1e6, 37e6)
    try write(BudgetRow.table, [row])
    let again = try #require(
      try BudgetRow.table.read(EvidenceManifest.folder(folder, of: ResultReader.digest(of: folder))).first)
    #expect(again.budget == 36e6 && again.over == row.over && again.cost.p80 == 37e6)
    let report = try report()
    #expect(String(decoding: report.page, as: UTF8.self).contains("likely (60%: 120 of 200, 95% interval"))
    #expect(String(decoding: report.boardPaper, as: UTF8.self).contains("Total, 2015-16: budget £36.0m"))
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
    #expect(
      bridge.finding
        == "Over all years placements and other services for children looked after cost £1.25m more than a flat number would "
        + "(mean, nominal): entries +£1.50m, price, beyond general inflation -£0.25m")
    #expect(bridge.chart.table.rows.last?[2] == "£1.25m")
  }

  @Test("The cost of growth is one number on the page and at the terminal: a mean, nominal, of the same name")
  func growthByYear() throws {
    func row(_ year: String, _ basis: String, _ mean: Double) -> GrowthRow {
      var row = GrowthRow.blank
      (row.year, row.basis, row.replications, row.average, row.start) = (year, basis, 20, 450, 357)
      (row.growth.mean, row.growth.lower, row.growth.upper) = (mean, mean - 1_000_000, mean + 1_000_000)
      (row.growth.p10, row.growth.p50, row.growth.p90) = (4_000_000, 9_500_000, 18_000_000)
      return row
    }
    let rows = [row("2024-25", "nominal", 9_800_000), row("2024-25", "real 2015-16", 8_100_000)]
    try write(GrowthRow.table, rows)
    let figure = try #require(try report().figures.first { $0.id == "growth-by-year" })
    let name = "placements and other services for children looked after"
    #expect(figure.finding.contains("\(name) cost a mean of £9.8m, nominal, more"), "\(figure.finding)")
    let table = figure.chart.table
    #expect(
      table.columns[3] == "Mean" && table.rows[0][3] == "£9.8m"
        && table.rows[0][0].hasSuffix("mean, nominal"))
    var scope = GrowthScopeRow.blank
    (scope.code, scope.title, scope.from, scope.to) = ("total", "Total", "2015-16", "2024-25")
    scope.cost.mean = 20e6
    var left = scope
    (left.code, left.title, left.share, left.isOfHeading) = (
      "allowances", "Guardianship and adoption allowances", 0, true
    )
    (left.cost.mean, left.rise.mean, left.rise.lower) = (5e6, 2e6, 1e6)
    var held = scope
    (held.code, held.share, held.cost.mean, held.isOfHeading) = ("residential", 1, 10e6, true)
    let text = GrowthRow.text(rows, [], [], [scope, held, left], width: 80, colour: false)
    #expect(text.contains("£9.8m  £8.8m–£10.8m  £4.0m–£18.0m"), "\(text)")
    let flat = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(flat.hasPrefix("What \(name) cost beyond a flat number, nominal"))
    #expect(flat.contains("\"All spending on children looked after\" (£15.0m) has guardianship"), "\(text)")
    #expect(flat.contains("2015-16 to 2024-25 together, cost £2.0m more"), "\(text)")
  }

  @Test("The vacancy factor says what its mean is of, and that its turnover is not the published ratio")
  func vacancy() {
    var row = VacancyRow.blank
    (row.role, row.replications, row.factor) = ("without_cases", 20, 0.05)
    (row.turnover.mean, row.weeks.mean, row.closedForm.mean) = (0.234, 26.1, 0.105)
    (row.simulated.mean, row.simulated.p10, row.simulated.p90) = (0.105, 0.082, 0.132)
    let text = VacancyRow.text([row], width: 80, colour: false)
    let first = text.split(separator: "\n").dropFirst().prefix(2).map(String.init)
    #expect(first[0].contains("mean (80% range)") && first[1].contains("10.5% (8.2–13.2%)"), "\(text)")
    let flat = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(flat.contains("not the turnover rate of other pages (DfE)"))
    #expect(flat.contains("with the vacancies of the opening in it, on average over replications"))
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
    #expect(figure.finding == "How long workers stay (role 1): half have left after 2.5 years")
    #expect(Set(figure.chart.table.rows.map { $0[0] }).count == 4)
  }

  @Test("Levels that risks watch are read as they were written")
  func thresholds() throws {
    let level = RiskThreshold(
      risk: "R1", measure: "vacancy_rate_fte", breakdown: "role=social_worker", value: 0.2)
    try write(RiskThreshold.table, [level])
    #expect(try tables().thresholds == [level])
  }

  @Test("A renamed column and a spoilt cell are told with their file, column and line")
  func spoilt() throws {
    func failure(_ old: String, _ new: String, in table: String) throws -> String {
      let path = folder + "/" + table
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains(old))
      try bind(WholeFile.Prepared(name: table, bytes: Array(text.replacing(old, with: new).utf8)))
      let failure = #expect(throws: ReadFailure.self) { try tables() }
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
