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

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
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

  @Test("Risks become a matrix, with words and numbers for each")
  func risks() throws {
    try write(
      "risk_evidence.csv",
      """
      risk_id,title,state,n_reps,breaches,p,p_ci_lo,p_ci_hi,likelihood_band,likelihood_label,impact_band,impact_label,rag,confidence,seed
      R1,Recruitment & retention,gross,200,190,0.95,0.91,0.97,4,very likely,3,major,R,medium,1
      R1,Recruitment & retention,net,200,0,0,0,0.018,1,unlikely,3,major,A,medium,1
      R1,Recruitment & retention,target,200,0,0,0,0.018,1,unlikely,2,moderate,G,medium,1

      """)
    let report = try report()
    let matrix = try #require(report.figures.first { $0.id == "risk-matrix" })
    #expect(matrix.finding == "0 of 1 risk are rated red with the controls in force")
    #expect(matrix.chart.table.rows[0][2] == "likelihood 4, impact 3, score 12")
    let text = String(decoding: report.page, as: UTF8.self)
    #expect(
      text.contains("a remote chance (fewer than 1.8%: 0 of 200), impact major, rated A; confidence medium."))
    #expect(!text.contains("<th scope=\"col\" class=\"n\">seed"), "the origin's columns are left out")
    let board = String(decoding: report.boardPaper, as: UTF8.self)
    #expect(board.contains("R1 Recruitment &amp; retention: a remote chance"))
  }

  @Test("Parts of the cost of growth become a bridge whose end is their sum")
  func growth() throws {
    try write(
      "finance_pvm.csv",
      "fy,driver,placement,gbp\n2015-16,entries,residential,1000000\n2016-17,entries,residential,500000\n2015-16,price,,-250000\n"
    )
    let bridge = try #require(try report().figures.first { $0.id == "growth-bridge" })
    #expect(bridge.finding == "The cost of growth over all years is £1.25m: entries +£1.50m, price -£0.25m")
    #expect(bridge.chart.table.rows.last?[2] == "£1.25m")
  }

  @Test("Survival is drawn for at most four groups")
  func survival() throws {
    var text = "role,time_years,survival,ci_lo,ci_hi,at_risk\n"
    for role in 1...6 { text += "role_\(role),1,0.8,0.7,0.9,50\nrole_\(role),3,0.4,0.3,0.5,20\n" }
    try write("hr_survival.csv", text)
    let figure = try #require(try report().figures.first { $0.id == "survival" })
    #expect(figure.finding == "How long workers stay (role 1): half have left after 3.0 years")
    #expect(Set(figure.chart.table.rows.map { $0[0] }).count == 4)
  }

  @Test("Only plain comparisons become levels on a chart")
  func thresholds() {
    let event =
      "vacancy_rate_fte{role=social_worker} > 20% for 3 months or practice_manager_vacancy_rate >= 0.25"
    #expect(
      RiskThreshold.thresholds(in: event, of: "R1") == [
        RiskThreshold(risk: "R1", measure: "vacancy_rate_fte", breakdown: "role=social_worker", value: 0.2),
        RiskThreshold(risk: "R1", measure: "practice_manager_vacancy_rate", breakdown: "", value: 0.25),
      ])
    for other in [
      "mean_12_months(conferences) < 50%", "sum_12_months(cost_gbp) > 3", "a > b", "x > 1.1 * at_start(x)",
      "a - b > 3",
    ] {
      #expect(RiskThreshold.thresholds(in: other, of: "R2").isEmpty, "\(other)")
    }
  }

  @Test("A spoilt table is told with its line")
  func spoilt() throws {
    try write("hr_kpis.csv", "a,b\n1,2\n3\n")
    let failure = #expect(throws: ReadFailure.self) { try EvidenceTables(folder: folder) }
    #expect(failure?.description.contains("line 3 has 1 cells where the header has 2") == true)
  }
}
