import Results

/// Each budget beside its cost, and how likely it is to be passed.
struct BudgetSheet {
  private static let header = 4
  let budgets: [BudgetRow]

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "Budget", "Budgets by line and year beside their costs, £ nominal, and how likely they are to be passed"
    )
    sheet.widths([42, 12])
    sheet.width(17, columns: 2...7)
    guard !budgets.isEmpty else {
      sheet.text(3, 0, "No budget is set: give a file with `caseload finance FOLDER --budget FILE`.", .note)
      return sheet.printed(last: 3, columns: 8)
    }
    for (index, budget) in budgets.enumerated() {
      let row = Self.header + 1 + index
      sheet.text(row, 0, budget.title)
      sheet.text(row, 1, budget.year == BudgetRow.allYears ? "All years" : budget.year)
      for (column, number) in [budget.budget, budget.cost.mean, budget.cost.p50, budget.cost.p80].enumerated()
      {
        sheet.number(row, column + 2, number, .pounds)
      }
      let (plan, p80) = (XlsxSheet.address(row, 2), XlsxSheet.address(row, 5))
      sheet.formula(row, 6, "=\(p80)-\(plan)", value: budget.cost.p80 - (budget.budget ?? 0), .pounds)
      if budget.over.trials > 0 { sheet.number(row, 7, budget.over.share, .share) }
    }
    sheet.table(
      "tblBudget", header: Self.header,
      [
        "Line", "Year", "Budget, £", "Mean cost, £", "Middle, £", "P80, £", "P80 less budget (live), £",
        "Chance of more than the budget",
      ], rows: budgets.count, isRepeated: true, numbersFrom: 2, lines: 2)
    sheet.printed(last: Self.header + budgets.count, columns: 8)
  }
}
