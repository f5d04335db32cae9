import CXlsxWriter
import Parameters
import Results

/// The first sheet: what is likely, money against the budget, risks and staff, on one side of paper.
struct DashboardSheet {
  let result: ResultSet
  let evidence: EvidenceTables
  let finance: FinanceSheet
  let timeline: TimelineSheet

  private static let columns = 8
  private static let letters = 175

  /// - Parameter sheets: the sheets of the timeline and of finance, whose cells the charts draw.
  func fill(_ sheet: XlsxSheet, timeline other: XlsxSheet, finance money: XlsxSheet) {
    let m = result.manifest
    sheet.widths([44])
    sheet.width(15, columns: 1...(Self.columns - 1))
    sheet.heading(m.title)
    var row = sheet.sentence(1, m.question, columns: Self.columns, letters: Self.letters)
    row = sheet.sentence(
      row,
      "\(Words.count(m.replicationsDone, "simulated future")), \(ChangeWords.dated("\(m.startDate) to \(m.endDate)")). A model, "
        + "not a forecast: read Cover and Assumptions before using any figure.", columns: Self.columns,
      letters: Self.letters)
    for warning in notices {
      row = sheet.sentence(row, warning, columns: Self.columns, letters: Self.letters, .alarm)
    }
    row = headlines(sheet, row + 1)
    row = charts(sheet, row + 1, timeline: other, finance: money)
    row = risks(sheet, row + 1)
    sheet.printed(last: row, columns: Self.columns, onOnePage: true)
  }

  private var notices: [String] {
    (result.manifest.interrupted
      ? ["Unfinished: the run was stopped before all futures were simulated."] : [])
      + (result.checks.contains { !$0.holds }
        ? ["A balance does not hold: do not use these figures (see Checks)."] : [])
  }

  private func headlines(_ sheet: XlsxSheet, _ first: Int) -> Int {
    let rows = SheetHeadline.all(result)
    guard !rows.isEmpty else { return first }
    sheet.text(first, 0, "What is likely: 8 in 10 simulated futures lie between Low and High", .subtitle)
    for (index, item) in rows.enumerated() {
      let row = first + 2 + index
      let style = item.unit.form.cellStyle
      sheet.text(row, 0, item.name)
      sheet.text(
        row, 1, item.unit.form == .pounds ? "£ nominal" : item.unit.form == .share ? "%" : item.unit.symbol)
      sheet.text(row, 2, item.when)
      for (column, value) in [item.start, item.end.p10, item.end.p50, item.end.p90].enumerated() {
        sheet.number(row, column + 3, value, style)
      }
    }
    sheet.table(
      "tblDashboard", header: first + 1,
      [
        "Measure", "Unit", "In or at the end of", "Start", SheetWords.low, SheetWords.middle, SheetWords.high,
      ],
      rows: rows.count, numbersFrom: 3, lines: 2)
    return first + 2 + rows.count
  }

  /// Children, money and staff: three charts in a row and a half. Returns the row below them.
  private func charts(_ sheet: XlsxSheet, _ row: Int, timeline other: XlsxSheet, finance money: XlsxSheet)
    -> Int
  {
    let fans = timeline.fans
    let height = 18
    if let first = fans.first {
      timeline.chart(first, on: other).insert(
        on: sheet, row: row, column: 0, alternative: first.alternative, scale: (1.1, 1.2))
    }
    finance.chart(on: money)?.insert(
      on: sheet, row: row, column: 3,
      alternative:
        "Columns of the mean cost, the cost with an 80% chance of not being passed, and the budget, by year.",
      scale: (1.1, 1.2))
    guard fans.count > 1 else { return row + height }
    timeline.chart(fans[1], on: other).insert(
      on: sheet, row: row + height, column: 0, alternative: fans[1].alternative, scale: (1.1, 1.2))
    let staff = SheetHeadline.all(result).filter { $0.subject == .staff }.map(\.sentence)
    let budgets = BudgetRow.sentences(evidence.budgets.isEmpty ? result.budgets : evidence.budgets, most: 2)
      .map { $0.replacing("of replications", with: "of simulated futures") }
    var place = row + height
    for words in budgets + staff {
      let lines = max(2, 1 + words.count / 90)
      sheet.block(place, 3, words, rows: lines, columns: Self.columns - 3)
      place += lines
    }
    return max(place, row + 2 * height)
  }

  private func risks(_ sheet: XlsxSheet, _ first: Int) -> Int {
    sheet.text(first, 0, "Risks", .subtitle)
    return sheet.sentences(
      first + 1, SheetWords.risks(result, evidence), columns: Self.columns, letters: Self.letters)
  }
}
