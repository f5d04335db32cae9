import CXlsxWriter
import Results

/// Balances and sums as formulas: each comes to zero, and their sum on top.
struct CheckSheet {
  let result: ResultSet
  let finance: FinanceSheet

  init(_ result: ResultSet, finance: FinanceSheet) {
    self.result = result
    self.finance = finance
  }

  private static let firstRow = 6

  func fill(_ sheet: XlsxSheet) {
    sheet.title("Checks", "Every check is calculated here, and is zero when it holds")
    sheet.widths([60, 20, 20, 20, 20, 16, 18])
    sheet.width(16, columns: 7...10)
    var row = CheckSheet.firstRow
    for check in result.checks {
      fill(check, row, sheet)
      row += 1
    }
    row = fillFinance(sheet, from: row)
    let rows = max(0, row - CheckSheet.firstRow)
    sheet.table(
      "tblChecks", header: 5,
      [
        "Check", "Opening or sum", "In", "Out", "Closing or simulated", "Check (live)",
        "Largest difference in any future", "Opening, per future", "In, per future", "Out, per future",
        "Closing, per future",
      ], rows: rows, isRepeated: true, numbersFrom: 1, lines: 2)
    sheet.text(2, 0, "All checks together (live; must be 0)", .bold)
    let column =
      "\(XlsxSheet.address(CheckSheet.firstRow, 5)):\(XlsxSheet.address(max(row - 1, CheckSheet.firstRow), 5))"
    let total = result.checks.reduce(0) { $0 + residual($1).magnitude }
    sheet.formula(2, 5, "=SUMPRODUCT(ABS(\(column)))", value: rows > 0 ? total : 0, .bold)
    sheet.text(3, 0, "Verdict (live)", .bold)
    sheet.formulaText(
      3, 5, "=IF(F3=0,\"all hold\",\"BROKEN: do not use\")",
      value: total == 0 ? "all hold" : "BROKEN: do not use")
    sheet.text(4, 0, "Simulated futures, over which the sums are taken", .bold)
    sheet.number(4, 5, Double(result.manifest.replicationsDone), .whole)
    sheet.printed(last: max(row, CheckSheet.firstRow), columns: 11)
  }

  private func fill(_ check: CheckRow, _ row: Int, _ sheet: XlsxSheet) {
    let isMoney = MeasureFormat(unit: check.unit) == .pounds
    let style: XlsxBook.Style = isMoney ? .pence : .whole
    sheet.text(row, 0, "\(check.balance) (\(check.unit)): opening + in - out - closing")
    let futures = Double(max(1, result.manifest.replicationsDone))
    for (column, value) in [check.opening, check.entered, check.left, check.closing].enumerated() {
      sheet.number(row, column + 1, value, style)
      sheet.formula(
        row, column + 7, "=\(XlsxSheet.address(row, column + 1))/MAX(1,$F$5)", value: value / futures,
        isMoney ? .pounds : .oneDecimal)
    }
    sheet.formula(
      row, 5, "=ROUND(B\(row + 1)+C\(row + 1)-D\(row + 1)-E\(row + 1),2)", value: residual(check), .plain)
    sheet.number(row, 6, (check.largestResidual * 1e6).rounded() / 1e6)
  }

  private func residual(_ check: CheckRow) -> Double {
    ((check.opening + check.entered - check.left - check.closing) * 100).rounded() / 100
  }

  /// The lines of each year against the total as it was simulated.
  private func fillFinance(_ sheet: XlsxSheet, from first: Int) -> Int {
    var row = first
    for (column, year) in finance.lines.years.enumerated() {
      guard finance.lines.mean("total", year) != nil, let total = finance.lines.total(year) else { continue }
      sheet.text(row, 0, "Finance \(year): sum of the lines - total as simulated (£, mean of the futures)")
      let live = "Finance!\(XlsxSheet.address(finance.totalRow, column + 1))"
      let simulated = "Finance!\(XlsxSheet.address(finance.simulatedRow, column + 1))"
      sheet.formula(row, 1, "=\(live)", value: total, .pence)
      sheet.formula(row, 4, "=\(simulated)", value: finance.lines.mean("total", year) ?? 0, .pence)
      sheet.formula(row, 5, "=ROUND(B\(row + 1)-E\(row + 1),2)", value: 0, .plain)
      row += 1
    }
    return row
  }
}

extension XlsxSheet {
  /// A live formula whose value is text.
  func formulaText(_ row: Int, _ column: Int, _ formula: String, value: String) {
    worksheet_write_formula_str(sheet, lxw_row_t(row), lxw_col_t(column), formula, book[.bold], value)
  }
}
