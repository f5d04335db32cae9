import Experiments
import Results
import ScenarioFiles

/// Budgets in rows.
struct BudgetSheet {
  private(set) var rows: [BudgetFile.Row] = []
  private var findings: [Finding] = []
  private let table: GivenTable

  /// Every mistake is found in one pass.
  init(_ table: GivenTable) throws(ScenarioFailure) {
    self.table = table
    func place(_ names: String...) -> Int? { names.lazy.compactMap { table.place(of: $0) }.first }
    let year = place("fy", "year", "financial_year")
    guard let line = place("line_code", "line", "heading", "code"),
      let budget = place("budget", "pounds", "amount")
    else {
      complain(
        "missing-column", table.beginning,
        "The file has the columns \(table.columns.map(\.text).joined(separator: ", ")).",
        help: "name them fy (may be left out), line_code and budget")
      throw ScenarioFailure(findings: findings, kind: .invalid)
    }
    var seen: [String: Int] = [:]
    for row in table.rows where findings.count < GivenTable.mostFindings {
      guard let made = read(row, line: line, budget: budget, year: year) else { continue }
      let key = "\(made.entry.code) \(made.isOfAllYears ? BudgetRow.allYears : made.entry.year ?? "")"
      if let earlier = seen[key] {
        complain(
          "given-twice", made.place, "The same line and year have a budget in line \(earlier) already.",
          help: "leave one of the two rows out")
      }
      seen[key] = row.line
      rows.append(made)
    }
    if rows.isEmpty, findings.isEmpty {
      complain("empty-file", table.beginning, "The file states no budget.")
    }
    if findings.isEmpty, let first = rows.first, rows.allSatisfy(\.isOfAllYears) {
      complain("all-years", first.place, BudgetDoubts.allYears.message, help: BudgetDoubts.allYears.help)
    }
    guard findings.isEmpty else { throw ScenarioFailure(findings: findings, kind: .invalid) }
  }

  /// One row's budget; nil where it has none, and where it is wrong.
  private mutating func read(
    _ row: GivenTable.Row, line: Int, budget: Int, year: Int?
  ) -> BudgetFile.Row? {
    func text(_ place: Int) -> String { CSVText.original(row.cells[place].text) }
    guard !text(budget).isEmpty else { return nil }
    guard let code = BudgetFile.code(text(line)) else {
      complain(
        "unknown-line", row.cells[line].place, "There is no budget line '\(text(line))'.",
        help: BudgetFile.help(text(line)))
      return nil
    }
    let words = year.map(text) ?? ""
    let isAll = words == BudgetRow.allYears
    let label = BudgetFile.year(words)
    guard words.isEmpty || isAll || label != nil else {
      complain(
        "not-a-year", row.cells[year ?? line].place, "'\(words)' is no financial year.",
        help: "write for example 2015-16, or nothing for the first year's, raised by general inflation")
      return nil
    }
    guard let pounds = BudgetFile.pounds(text(budget)) else {
      complain(
        "not-a-number", row.cells[budget].place, "'\(text(budget))' is no amount of pounds.",
        help: BudgetFile.amountHelp)
      return nil
    }
    let place = row.cells[budget].place
    return BudgetFile.Row(
      entry: BudgetPlan.Entry(code: code, year: label, pounds: pounds), place: place,
      sourceLine: table.warning("", place, "").sourceLine, isOfAllYears: isAll)
  }

  private mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    findings.append(table.error(code, place, message, help: help))
  }
}
