import CXlsxWriter
import Dates
import Foundation
import Results

/// A finished result as an Excel workbook: cover, contents, what it rests on, its figures, and checks that calculate.
struct Workbook {
  let result: ResultSet
  let evidence: EvidenceTables

  init(_ result: ResultSet, evidence: EvidenceTables) {
    self.result = result
    self.evidence = evidence
  }

  /// Each sheet and what is on it, in their order.
  static let contents = [
    ("Cover", "What this is, how it was made, and what to know before using it"),
    ("Contents", "This list"),
    ("Assumptions", "Every value that was set, the weakest evidence first"),
    ("Inputs", "Every parameter as it was used"),
    ("Timeline", "Headlines at each month end: P10, median, P90"),
    ("Finance", "Mean cost by line and year with live totals, and the total's uncertainty"),
    ("Growth", "The cost of growth in children looked after"),
    ("HR", "The workforce by year"),
    ("Risk", "Risks: likelihood, impact, controls"),
    ("Checks", "Balances and sums, calculated here: every one is zero"),
  ]

  /// Writes the workbook to that path; messages name `finalPath`.
  func write(to path: String, finalPath: String) throws(OutputFailure) {
    let book = try XlsxBook(
      path: path, finalPath: finalPath, title: result.manifest.title, subject: result.manifest.originLine,
      created: created)
    let sheets = Workbook.contents.map { book.addSheet($0.0) }
    CoverSheet(result).fill(sheets[0])
    ContentsSheet().fill(sheets[1])
    InputSheets(result).fillAssumptions(sheets[2])
    InputSheets(result).fillInputs(sheets[3])
    TimelineSheet(result).fill(sheets[4])
    let finance = FinanceSheet(result)
    finance.fill(sheets[5])
    EvidenceSheet(evidence, verb: "finance", title: "Growth").fill(sheets[6])
    WorkforceSheet(result, evidence: evidence).fill(sheets[7])
    EvidenceSheet(evidence, verb: "risk", title: "Risk").fill(sheets[8])
    CheckSheet(result, finance: finance).fill(sheets[9])
    try book.close()
  }

  /// Noon of the day that the data are of: a fixed moment, so that the same result gives the same bytes.
  private var created: time_t {
    let date = CivilDate(iso: result.manifest.dataAsOf) ?? CivilDate(iso: result.manifest.startDate)
    return time_t((date?.dayNumber ?? 0) * 86_400 + 43_200)
  }
}

/// The first sheet.
struct CoverSheet {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  func fill(_ sheet: XlsxSheet) {
    let m = result.manifest
    sheet.widths([26, 110])
    sheet.text(0, 0, m.title, .title)
    var rows = [
      ("Question", m.question), ("Period", "\(m.startDate) to \(m.endDate)"),
      ("Replications", "\(m.replicationsDone) of \(m.replicationsWanted)"), ("Seed", String(m.seed)),
      ("Start", m.startState), ("Data as of", m.dataAsOf), ("Model version", m.modelVersion),
      ("Scenario", m.scenarioHash), ("Command", m.command.joined(separator: " ")),
      (
        "Ranges",
        "P10 to P90 holds 80% of the replications. Quantiles of totals are taken over the totals themselves, never added up."
      ),
      (
        "Use",
        "A model, not a forecast: read Assumptions first. The figures are in Finance, Timeline and HR; Checks must be zero."
      ),
    ]
    if m.interrupted {
      rows.append(("Unfinished", "The run was stopped before all replications were finished."))
    }
    for warning in result.allWarnings { rows.append(("Warning", warning)) }
    for (index, row) in rows.enumerated() {
      sheet.text(index + 2, 0, row.0, .bold)
      sheet.text(index + 2, 1, row.1, .wrapped)
    }
  }
}

/// The second sheet: where to find what.
struct ContentsSheet {
  func fill(_ sheet: XlsxSheet) {
    sheet.title("Contents", "Choose a name to go there")
    sheet.widths([18, 90])
    for (index, entry) in Workbook.contents.enumerated() {
      sheet.link(index + 3, 0, to: entry.0)
      sheet.text(index + 3, 1, entry.1)
    }
  }
}
