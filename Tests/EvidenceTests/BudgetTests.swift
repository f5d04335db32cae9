import Experiments
import Reports
import Results
import ScenarioFiles
import Testing

@testable import Evidence
@testable import ServiceModel

@Suite("Budgets")
struct BudgetTests {
  private func tables(_ set: (inout ServiceParameters) -> Void = { _ in }) -> ModelTables {
    var service = ServiceParameters()
    service.run.ends = .init(2017, 3, 31)
    service.money.generalInflation = [0.1]
    set(&service)
    return ModelTables(service)
  }

  @Test("0 and income are budgets; a line that nobody set one for has none")
  func zero() {
    let plan = BudgetPlan(
      tables {
        $0.money.budget[.residential].pounds = 0
        $0.money.budget[.unaccompaniedGrant].pounds = -500
      })
    #expect(plan.budget("residential", year: "2015-16", idle: []) == 0)
    #expect(plan.budget("unaccompanied_grant", year: "2016-17", idle: []) == -550)
    #expect(plan.budget("secure", year: "2015-16", idle: []) == nil)
    #expect(plan.source("residential") == "the scenario")
    #expect(BudgetPlan(tables()).isEmpty)
  }

  @Test("A year beats all years, a file beats the scenario, and a heading is the sum of its lines")
  func plan() {
    let set = tables { $0.money.budget[.agency].pounds = 100 }
    let plan = BudgetPlan(
      set,
      [
        .init(code: "agency", year: "2016-17", pounds: 300), .init(code: "agency", year: nil, pounds: 200),
        .init(code: "retention", year: nil, pounds: 10),
      ], from: "b.csv")
    #expect(plan.budget("agency", year: "2015-16", idle: []) == 200)
    #expect(plan.budget("agency", year: "2016-17", idle: []) == 300)
    let idle = Set(BudgetLine.allCases.map(\.label)).subtracting(["agency", "retention"])
    #expect(plan.budget("total", year: "2015-16", idle: idle) == 210)
    #expect(plan.budget("total", year: "2015-16", idle: idle.subtracting(["legal"])) == nil)
    #expect(plan.missing(["agency", "legal"], year: "2015-16", idle: []) == ["legal"])
    let whole = BudgetPlan(set, [.init(code: "total", year: "2015-16", pounds: 7)], from: "b.csv")
    #expect(whole.budget("total", year: "2015-16", idle: []) == 7)
    #expect(whole.budget("total", year: "2016-17", idle: []) == nil)
  }

  @Test("A file says budgets in rows, by any of a line's names")
  func rows() throws {
    let text = """
      fy,line_code,budget
      2015-16,residential,"5,325,000"
      2016/17,Children's homes,£5500000
      ,agency,1504k
      2015-16,unaccompaniedGrant,(120000)
      all,total,99
      2016-17,legal,0.7m
      2015-16,secure,

      """
    let file = try BudgetFile(csv: text, name: "b.csv")
    #expect(
      file.entries == [
        .init(code: "residential", year: "2015-16", pounds: 5_325_000),
        .init(code: "residential", year: "2016-17", pounds: 5_500_000),
        .init(code: "agency", year: nil, pounds: 1_504_000),
        .init(code: "unaccompanied_grant", year: "2015-16", pounds: -120_000),
        .init(code: "legal", year: "2016-17", pounds: 700_000),
      ])
    let saved = try BudgetFile(csv: "fy;line_code;budget\r\n2015-16;agency;1504000,50\r\n", name: "b.csv")
    #expect(saved.entries == [.init(code: "agency", year: "2015-16", pounds: 1_504_000.5)])
  }

  @Test("A budget without a year is raised by general inflation, said so, and ends where a programme does")
  func extended() {
    let plan = BudgetPlan(
      tables(),
      [
        .init(code: "programmes", year: nil, pounds: 100), .init(code: "agency", year: nil, pounds: 200),
        .init(code: "retention", year: "2016-17", pounds: 50),
      ], from: "b.csv"
    ).ending { code, year in year == "2015-16" ? 100 : code == "programmes" ? 40 : 90 }
    #expect(plan.budget("programmes", year: "2015-16", idle: []) == 100)
    #expect(plan.budget("programmes", year: "2016-17", idle: []) == 0)
    #expect(
      plan.source("programmes", year: "2016-17")
        == "b.csv, not extended: the line costs less than half of the first year's")
    // A line that is no programme, and a budget that was given for the year, stand.
    #expect(plan.budget("agency", year: "2016-17", idle: []).map { abs($0 - 220) < 1e-9 } == true)
    #expect(plan.source("agency", year: "2016-17") == "b.csv, raised by general inflation from 2015-16")
    #expect(plan.source("agency", year: "2015-16") == "b.csv")
    #expect(plan.budget("retention", year: "2016-17", idle: []) == 50)
  }

  private func cost(_ code: String, _ year: String, _ pounds: Double, _ basis: String = "nominal")
    -> FinanceRow
  {
    FinanceRow {
      ($0.lineCode, $0.financialYear, $0.priceBasis) = (code, year, basis)
      ($0.estimate.mean, $0.expectedShortfall95) = (pounds, pounds)
    }
  }

  @Test(
    "What looks like a slip in a budget is said with its line and what to write",
    arguments: [
      (",children_looked_after,29000", "implausible", "write 29000000 if that was meant"),
      ("2016-17,total,38", "implausible", "write 38000000 if that was meant"),
      ("2015-16,agency,150400000", "implausible", "write 1504000 if that was meant"),
      ("2015-16,total,(38000000)", "sign", "write 38000000 for spending"),
      ("2015-16,unaccompanied_grant,100000", "sign", "write -100000 for income"),
      ("2015-16,retention,50000", "nothing-charged", "leave the row out"),
      ("2014-15,agency,1504000", "outside-the-run", "name a year of the run"),
      ("all,agency,3000000", "all-years", "give one for each financial year"),
    ])
  func doubts(row: String, code: String, help: String) throws {
    let finance = ["2015-16", "2016-17"].flatMap { year in
      [
        cost("children_looked_after", year, 29_100_000), cost("total", year, 38_000_000),
        cost("total", year, 38_000_000, "real 2015-16"), cost("agency", year, 1_500_000),
        cost("retention", year, 0), cost("unaccompanied_grant", year, -90_000),
      ]
    }
    func found(_ rows: String) throws -> [Finding] {
      BudgetDoubts(try BudgetFile(csv: "fy,line_code,budget\n" + rows, name: "b.csv"), finance).findings
    }
    let doubts = try found(
      "2015-16,children_looked_after,29000000\n\(row)\n".replacing(
        row.contains("children") ? "2015-16,children_looked_after,29000000\n" : "!",
        with: "2016-17,agency,1500000\n"))
    #expect(doubts.map(\.code) == [code] && doubts.first?.place.line == 3, "\(doubts.text)")
    #expect(doubts.first?.help?.contains(help) == true && doubts.first?.sourceLine == row, "\(doubts.text)")
    #expect(try found("2015-16,agency,1600000\n2016-17,agency,1500000\nall,agency,3100000\n").isEmpty)
  }

  @Test("A total below the sum of its lines is said")
  func parts() throws {
    let finance = ["agency", "legal", "total"].map { cost($0, "2015-16", 1_000_000) }
    let rows = "fy,line_code,budget\n2015-16,agency,800000\n2015-16,legal,700000\n2015-16,total,"
    func found(_ total: String) throws -> [Finding] {
      BudgetDoubts(try BudgetFile(csv: rows + total + "\n", name: "b.csv"), finance).findings
    }
    #expect(try found("1500000").isEmpty)
    let doubts = try found("1400000")
    #expect(doubts.map(\.code) == ["below-its-parts"])
    #expect(doubts.first?.help == "write at least 1500000, or lower the lines")
  }

  @Test("Every budgeted line and year is shown, and what is missing is named with its years")
  func shown() {
    func row(_ code: String, _ title: String, _ year: String, _ budget: Double?) -> BudgetRow {
      var row = BudgetRow.blank
      (row.year, row.code, row.title, row.replications) = (year, code, title, 4)
      (row.budget, row.over) = (budget, Likelihood(2, of: 4))
      (row.cost.mean, row.cost.p50, row.cost.p80) = (10_000, 9_000, 15_000)
      return row
    }
    let years = ["2015-16", "2016-17", "2017-18"]
    let rows =
      years.map { row("residential", "Children's homes", $0, $0 == "2016-17" ? 6_000_000 : nil) }
      + years.map { row("legal", "Legal", $0, nil) } + years.map { row("total", "Total", $0, nil) }
    let text = BudgetRow.text(rows, width: 80, colour: false)
    #expect(text.contains("Children's homes\n  2016-17") && text.contains("15%–85%"), "\(text)")
    let flat = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(flat.contains("No budget is set for: Children's homes (2015-16, 2017-18), Legal."), "\(text)")
    #expect(!text.contains("cannot be given"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(
    "What is wrong in a file is found in its line",
    arguments: [
      ("fy,line_code,budget\n2015-16,residentail,5\n", "b.csv:2:", "did you mean 'residential'?"),
      ("fy,line_code,budget\n2015,residential,5\n", "b.csv:2:", "write for example 2015-16"),
      ("fy,line_code,budget\n2015-16,residential,many\n", "b.csv:2:", "write all its digits"),
      ("fy,line_code,budget\n2015-16,agency,5\n2015-16,agency,6\n", "b.csv:3:", "in line 2 already"),
      ("fy,line_code,budget\n2015-16,agency,5,300\n", "b.csv:2:", "in double quotes"),
      ("year,what,pounds\n2015-16,agency,5\n", "b.csv:1:", "name them fy"),
      ("fy,line_code,budget\n", "b.csv:1:", "states no budget"),
      ("fy,line_code,budget\n2015-16,wages,5\n", "b.csv:2:", "social_workers, senior_practitioners"),
      ("fy,line_code,budget\nall,total,5\n", "b.csv:2:", "cannot be divided among them"),
    ])
  func mistakes(text: String, place: String, help: String) {
    let failure = #expect(throws: ScenarioFailure.self) { try BudgetFile(csv: text, name: "b.csv") }
    let words = failure?.description ?? ""
    #expect(words.contains(place) && words.contains(help), "\(words)")
  }

  @Test("A document says them by line, one number or year by year; an overlay is one")
  func document() throws {
    let file = try BudgetFile(
      yaml:
        "budget: { residential: 100, total: { 2015-16: 500, 2016-17: 600 }, agency: { value: 7, source: x } }\n",
      name: "b.yaml")
    #expect(
      file.entries == [
        .init(code: "residential", year: nil, pounds: 100),
        .init(code: "total", year: "2015-16", pounds: 500),
        .init(code: "total", year: "2016-17", pounds: 600), .init(code: "agency", year: nil, pounds: 7),
      ])
    let shipped = try BudgetFile(path: Project.path("Scenarios/budgets/kept-at-2015-16.yaml"))
    #expect(Set(shipped.entries.map(\.code)) == Set(BudgetLine.allCases.map(\.label)))
    let wrong = #expect(throws: ScenarioFailure.self) {
      try BudgetFile(yaml: "budget: { residentail: 100 }\n", name: "b.yaml")
    }
    #expect(wrong?.description.contains("did you mean 'residential'?") == true)
    #expect(throws: EvidenceFailure.self) { try BudgetFile(path: "budget.xlsx") }
  }

  @Test("The shares of a budget that are over, in words")
  func words() {
    var row = BudgetRow.blank
    (row.year, row.code, row.title, row.replications) = ("2015-16", "total", "Total", 4)
    (row.budget, row.over) = (0, Likelihood(3, of: 4))
    (row.cost.mean, row.cost.p50, row.cost.p80) = (10_000, 9_000, 15_000)
    #expect(row.contingency == 6_000 && row.shortfall == 15_000)
    let text = BudgetRow.text([row], width: 80, colour: false)
    #expect(text.contains("75.0%") && !text.contains("No budget is set"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    row.budget = nil
    #expect(BudgetRow.text([row], width: 80, colour: false).contains("--budget"))
  }
}
