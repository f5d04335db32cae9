import CXlsxWriter
import Dates
import Foundation
import Results

/// A finished result as an Excel workbook: a dashboard, its figures, what it rests on, checks that calculate, and last the
/// raw tables.
struct Workbook {
  let result: ResultSet
  let evidence: EvidenceTables

  init(_ result: ResultSet, evidence: EvidenceTables) {
    self.result = result
    self.evidence = evidence
  }

  /// Each sheet and what is on it, in their order.
  static let contents = [
    ("Dashboard", "What is likely, money against the budget, staff and risks, on one side of paper"),
    ("Cover", "What this is, how it was made, and what to know before using it"),
    ("Contents", "This list"),
    ("Finance", "Mean cost by line and year with live totals, and P80 by line"),
    ("Budget", "Budgets by line, and how likely they are to be passed"),
    ("Growth", "The cost of growth in children looked after"),
    ("HR", "The workforce by year"),
    ("Risk", "Risks: likelihood, impact, rating"),
    ("Timeline", "Headlines at each month end"),
    ("Assumptions", "Every value that was set, the weakest evidence first"),
    ("Checks", "Balances and sums, calculated here: every one is zero"),
    ("Inputs", "Every parameter as it was used"),
    ("Data", "The tables of evidence as they stand in the folder"),
  ]

  /// Writes the workbook to that path; messages name `finalPath`.
  func write(to path: String, finalPath: String) throws(OutputFailure) {
    let book = try XlsxBook(
      path: path, finalPath: finalPath, title: result.manifest.title, subject: result.manifest.originLine,
      created: created)
    let sheets = Dictionary(
      Workbook.contents.map { ($0.0, book.addSheet($0.0)) }, uniquingKeysWith: { first, _ in first })
    func sheet(_ name: String) -> XlsxSheet {
      guard let sheet = sheets[name] else { preconditionFailure("every sheet is in the list of contents") }
      return sheet
    }
    let finance = FinanceSheet(result, evidence: evidence)
    let timeline = TimelineSheet(result)
    DashboardSheet(result: result, evidence: evidence, finance: finance, timeline: timeline)
      .fill(sheet("Dashboard"), timeline: sheet("Timeline"), finance: sheet("Finance"))
    CoverSheet(result).fill(sheet("Cover"))
    ContentsSheet().fill(sheet("Contents"))
    finance.fill(sheet("Finance"))
    BudgetSheet(budgets: finance.budgets).fill(sheet("Budget"))
    GrowthSheet(evidence: evidence).fill(sheet("Growth"))
    WorkforceSheet(result, evidence: evidence).fill(sheet("HR"))
    RiskSheet(result: result, evidence: evidence).fill(sheet("Risk"))
    timeline.fill(sheet("Timeline"))
    InputSheets(result).fillAssumptions(sheet("Assumptions"))
    CheckSheet(result, finance: finance).fill(sheet("Checks"))
    InputSheets(result).fillInputs(sheet("Inputs"))
    DataSheet(evidence: evidence).fill(sheet("Data"))
    try book.close()
  }

  /// Noon of the day that the data are of: a fixed moment, so that the same result gives the same bytes.
  private var created: time_t {
    let date = CivilDate(iso: result.manifest.dataAsOf) ?? CivilDate(iso: result.manifest.startDate)
    return time_t((date?.dayNumber ?? 0) * 86_400 + 43_200)
  }
}

/// The second sheet: how the figures were made.
struct CoverSheet {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  /// The command by which the result was made, the program by its name alone, wherever it stood.
  private var command: String {
    let words = result.manifest.command
    let program = words.first.map { String($0.split(separator: "/").last ?? "") }
    return ([program].compactMap { $0 } + words.dropFirst()).map(AgainSection.quoted).joined(separator: " ")
  }

  func fill(_ sheet: XlsxSheet) {
    let m = result.manifest
    sheet.widths([26, 110])
    sheet.heading(m.title)
    var rows = [
      ("Question", m.question),
      ("Changed", m.changes.isEmpty ? "nothing" : m.changes.joined(separator: "; ")),
      ("Period", ChangeWords.dated("\(m.startDate) to \(m.endDate)")),
      ("Simulated futures", "\(m.replicationsDone) of \(m.replicationsWanted)"), ("Seed", String(m.seed)),
      ("Start", m.startState), ("Data as of", ChangeWords.dated(m.dataAsOf)),
      ("Model version", m.modelVersion),
      ("Scenario", m.scenarioHash), ("Command", command),
      (
        "Ranges",
        "8 in 10 simulated futures lie between Low and High. P80 has an 80% chance of not being passed. Such levels of totals "
          + "are taken over the totals themselves, never added up."
      ),
      (
        "Use",
        "A model, not a forecast: read Assumptions first. The figures are in Finance, Timeline and HR; Checks must be zero."
      ),
    ]
    if m.interrupted {
      rows.append(("Unfinished", "The run was stopped before all futures were simulated."))
    }
    for warning in result.allWarnings { rows.append(("Warning", warning)) }
    for (index, row) in rows.enumerated() {
      sheet.text(index + 2, 0, row.0, .bold)
      sheet.text(index + 2, 1, row.1, .wrapped)
      sheet.heighten(index + 2, [(row.1, 110)])
    }
    sheet.printed(last: rows.count + 1, columns: 2)
  }
}

/// The third sheet: where to find what.
struct ContentsSheet {
  func fill(_ sheet: XlsxSheet) {
    sheet.title("Contents", "Choose a name to go there")
    sheet.widths([18, 90])
    for (index, entry) in Workbook.contents.enumerated() {
      sheet.link(index + 3, 0, to: entry.0)
      sheet.text(index + 3, 1, entry.1)
    }
    sheet.printed(last: Workbook.contents.count + 2, columns: 2)
  }
}
