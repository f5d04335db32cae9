import CXlsxWriter
import Results

/// Cost by line and year with live totals, what has an 80% chance of not being passed, and budgets.
struct FinanceSheet {
  static let firstRow = 4
  let lines: FinanceLines
  let result: ResultSet

  /// Budgets beside costs.
  let budgets: [BudgetRow]

  init(_ result: ResultSet, evidence: EvidenceTables) {
    self.result = result
    lines = FinanceLines(result)
    budgets = BudgetRow.few(evidence.budgets.isEmpty ? result.budgets : evidence.budgets)
  }

  /// The row of the live totals.
  var totalRow: Int { FinanceSheet.firstRow + lines.parts.count }
  /// The row of the totals as the simulation gave them.
  var simulatedRow: Int { totalRow + 1 }
  /// The rows of the total's uncertainty: their subtitle, and the years below it.
  private var uncertaintyRow: Int { simulatedRow + 2 }
  private var linesRow: Int { uncertaintyRow + Self.quantities.count + 3 }
  private var width: Int { max(8, lines.years.count + 1) }

  func fill(_ sheet: XlsxSheet) {
    sheet.title("Finance", "Mean cost in pounds, nominal, by budget line and financial year")
    guard !lines.years.isEmpty, !lines.parts.isEmpty else {
      return sheet.text(3, 0, "This result has no whole financial year of costs.", .note)
    }
    sheet.widths([42])
    sheet.width(15, columns: 1...width)
    fillMeans(sheet)
    fillUncertainty(sheet)
    fillLines(sheet)
    let last = linesRow + 1 + lines.parts.count
    chart(on: sheet)?.insert(
      on: sheet, row: last + 2, column: 0,
      alternative:
        "Columns of the mean cost, the cost with an 80% chance of not being passed, and the budget, by year.")
    sheet.printed(last: last + 24, columns: width)
  }

  private func fillMeans(_ sheet: XlsxSheet) {
    for (index, line) in lines.parts.enumerated() {
      sheet.text(FinanceSheet.firstRow + index, 0, line.title)
      for (column, year) in lines.years.enumerated() {
        sheet.number(FinanceSheet.firstRow + index, column + 1, lines.mean(line.code, year), .pounds)
      }
    }
    sheet.table(
      "tblFinance", header: 3, ["Line"] + lines.years.map { "\($0), £" }, rows: lines.parts.count,
      isRepeated: true, numbersFrom: 1)
    sheet.text(totalRow, 0, "Total (live)", .bold)
    sheet.text(simulatedRow, 0, "Total as simulated", .note)
    for (column, year) in lines.years.enumerated() {
      let first = XlsxSheet.address(FinanceSheet.firstRow, column + 1)
      let last = XlsxSheet.address(totalRow - 1, column + 1)
      sheet.formula(
        totalRow, column + 1, "=SUM(\(first):\(last))", value: lines.total(year) ?? 0, .totalPounds)
      sheet.number(simulatedRow, column + 1, lines.mean("total", year), .pounds)
    }
  }

  // MARK: The total

  private static let quantities: [(String, @Sendable (FinanceRow) -> Double?)] = [
    (SheetWords.low, { $0.estimate.p10 }), (SheetWords.middle, { $0.estimate.p50 }),
    ("Mean", { $0.estimate.mean }),
    ("P80: an 80% chance of no more", { $0.p80 }), (SheetWords.high, { $0.estimate.p90 }),
    ("Mean of the worst 1 in 20", { $0.expectedShortfall95 }),
  ]

  private func fillUncertainty(_ sheet: XlsxSheet) {
    sheet.text(uncertaintyRow, 0, "How sure the total is, £ nominal", .subtitle)
    for (index, quantity) in Self.quantities.enumerated() {
      sheet.text(uncertaintyRow + 2 + index, 0, quantity.0)
      for (column, year) in lines.years.enumerated() {
        sheet.number(
          uncertaintyRow + 2 + index, column + 1, lines.row("total", year).flatMap(quantity.1), .pounds)
      }
    }
    let budget = uncertaintyRow + 2 + Self.quantities.count
    sheet.text(budget, 0, "Budget")
    for (column, year) in lines.years.enumerated() {
      sheet.number(budget, column + 1, self.budget(year), .pounds)
    }
    sheet.table(
      "tblFinanceTotal", header: uncertaintyRow + 1, ["Total"] + lines.years.map { "\($0), £" },
      rows: Self.quantities.count + 1, numbersFrom: 1)
  }

  /// The whole budget of a year, of the folder's own budgets or those of the run.
  private func budget(_ year: String) -> Double? {
    budgets.first { $0.isTotal && $0.year == year }?.budget ?? lines.budget(year)
  }

  // MARK: Lines

  private func fillLines(_ sheet: XlsxSheet) {
    sheet.text(
      linesRow, 0, "P80 by line: an 80% chance that the line costs no more, £ nominal (P80s do not add up)",
      .subtitle)
    for (index, line) in lines.parts.enumerated() {
      sheet.text(linesRow + 2 + index, 0, line.title)
      for (column, year) in lines.years.enumerated() {
        sheet.number(linesRow + 2 + index, column + 1, lines.row(line.code, year)?.p80, .pounds)
      }
    }
    sheet.table(
      "tblFinanceP80", header: linesRow + 1, ["Line"] + lines.years.map { "\($0), £" },
      rows: lines.parts.count,
      numbersFrom: 1)
  }

  // MARK: Chart

  /// Mean, P80 and budget of the total by year; nil where there is no whole year.
  func chart(on sheet: XlsxSheet) -> XlsxChart? {
    guard !lines.years.isEmpty, !lines.parts.isEmpty else { return nil }
    let columns = 1...lines.years.count
    func series(_ name: String, _ offset: Int, _ colour: UInt32) -> XlsxChart.Series {
      XlsxChart.Series(
        name: name, categories: sheet.range(row: uncertaintyRow + 1, columns: columns),
        values: sheet.range(row: uncertaintyRow + 2 + offset, columns: columns), colour: colour, look: .area)
    }
    let hasBudget = lines.years.contains { budget($0) != nil }
    return XlsxChart(
      kind: LXW_CHART_COLUMN,
      title: hasBudget ? "Cost against the budget, nominal" : "Cost by financial year, nominal",
      horizontal: "Financial year", vertical: "Pounds", numberFormat: "£#,##0,,\"m\"",
      series: [series("Mean cost", 2, 0x12436D), series("P80", 3, 0x28A197)]
        + (hasBudget ? [series("Budget", Self.quantities.count, 0xF46A25)] : []))
  }
}
