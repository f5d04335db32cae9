import CXlsxWriter
import Results

/// Mean cost by line and year with live totals, and the uncertainty of the total.
struct FinanceSheet {
  static let firstRow = 4
  let lines: FinanceLines
  let result: ResultSet

  init(_ result: ResultSet) {
    self.result = result
    lines = FinanceLines(result)
  }

  /// The row of the live totals.
  var totalRow: Int { FinanceSheet.firstRow + lines.parts.count }
  /// The row of the totals as the simulation gave them.
  var simulatedRow: Int { totalRow + 1 }

  func fill(_ sheet: XlsxSheet) {
    sheet.title("Finance", "Mean cost in pounds, nominal, by budget line and financial year")
    guard !lines.years.isEmpty, !lines.parts.isEmpty else {
      return sheet.text(3, 0, "This result has no whole financial year of costs.", .note)
    }
    sheet.widths([42])
    sheet.width(15, columns: 1...lines.years.count)
    sheet.header(3, ["Line"] + lines.years.map { "\($0), £" })
    for (index, line) in lines.parts.enumerated() {
      sheet.text(FinanceSheet.firstRow + index, 0, line.title)
      for (column, year) in lines.years.enumerated() {
        sheet.number(FinanceSheet.firstRow + index, column + 1, lines.mean(line.code, year), .pounds)
      }
    }
    sheet.text(totalRow, 0, "Total (live)", .bold)
    sheet.text(simulatedRow, 0, "Total as simulated", .note)
    for (column, year) in lines.years.enumerated() {
      let first = XlsxSheet.address(FinanceSheet.firstRow, column + 1)
      let last = XlsxSheet.address(totalRow - 1, column + 1)
      sheet.formula(
        totalRow, column + 1, "=SUM(\(first):\(last))", value: lines.total(year) ?? 0, .totalPounds)
      sheet.number(simulatedRow, column + 1, lines.mean("total", year), .pounds)
    }
    fillUncertainty(sheet, from: simulatedRow + 3)
  }

  private func fillUncertainty(_ sheet: XlsxSheet, from row: Int) {
    sheet.text(row, 0, "The total's uncertainty, £", .subtitle)
    sheet.texts(row + 1, ["Quantile"] + lines.years, .header)
    let quantities: [(String, (FinanceRow) -> Double?)] = [
      ("P10", { $0.estimate.p10 }), ("P50", { $0.estimate.p50 }), ("P80", { $0.p80 }),
      ("P90", { $0.estimate.p90 }), ("Mean of the worst 5%", { $0.expectedShortfall95 }),
      ("Budget", { $0.budget }),
    ]
    for (index, quantity) in quantities.enumerated() {
      sheet.text(row + 2 + index, 0, quantity.0)
      for (column, year) in lines.years.enumerated() {
        sheet.number(row + 2 + index, column + 1, lines.row("total", year).flatMap(quantity.1), .pounds)
      }
    }
    let columns = 1...lines.years.count
    func series(_ name: String, _ offset: Int, _ colour: UInt32, isEdge: Bool) -> XlsxChart.Series {
      XlsxChart.Series(
        name: name, categories: sheet.range(row: row + 1, columns: columns),
        values: sheet.range(row: row + 2 + offset, columns: columns), colour: colour, isEdge: isEdge)
    }
    XlsxChart(
      kind: LXW_CHART_LINE, title: "Cost by financial year, nominal", horizontal: "Financial year",
      vertical: "Pounds", numberFormat: "£#,##0,,\"m\"",
      series: [
        series("P90", 3, 0x801650, isEdge: true), series("Median", 1, 0x12436D, isEdge: false),
        series("P10", 0, 0x28A197, isEdge: true),
      ]
    ).insert(
      on: sheet, row: row + 10, column: 0,
      alternative:
        "Lines of the P10, median and P90 of the total cost by financial year; the figures are above.")
  }
}
