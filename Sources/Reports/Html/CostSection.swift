import Notation
import Results

/// Cost by year, and by year and line.
struct CostSection {
  let result: ResultSet
  let evidence: EvidenceTables

  init(_ result: ResultSet, evidence: EvidenceTables) { (self.result, self.evidence) = (result, evidence) }

  var html: String {
    let lines = FinanceLines(result)
    guard !lines.years.isEmpty else { return "" }
    let format = ValueFormat(multiplier: 1e-6, decimals: 2)
    let used = lines.parts.filter { line in lines.years.contains { lines.mean(line.code, $0) ?? 0 != 0 } }
    var text = Html.table(
      caption: "Mean cost by line and financial year, nominal, £m",
      columns: ["Line"] + lines.years,
      rows: used.map { line in
        [line.title] + lines.years.map { format.text(lines.mean(line.code, $0) ?? .nan) }
      } + [["Total"] + lines.years.map { format.text(lines.total($0) ?? .nan) }],
      numeric: Set(1...lines.years.count))
    let unused = lines.parts.count - used.count
    if unused > 0 {
      text += Html.paragraph("Omitted: \(Words.count(unused, "line")) without any cost.", "soft")
    }
    text += budgets
    return text
  }

  /// Budgets that `finance` held costs against, or else those of the run itself.
  private var budgets: String {
    let rows = evidence.budgets.isEmpty ? result.budgets : evidence.budgets
    let set = BudgetRow.few(rows)
    guard !set.isEmpty else {
      return Html.paragraph("No budgets are set, so the likelihood of an overspend cannot be given.", "soft")
    }
    let format = ValueFormat.millions.with(decimals: 2)
    let notes = [BudgetRow.raisedWords(rows), BudgetRow.missingWords(rows)].filter { !$0.isEmpty }
    return Html.table(
      caption:
        "Budgets and how likely they are to be exceeded, nominal; what would be enough in 8 of 10 simulated futures",
      columns: [
        "Line", "Year", "Budget", "Mean cost", "Enough in 8 of 10", "That less the median",
        "That less the budget",
        "More than the budget",
      ],
      rows: set.map { row in
        [row.title, row.year]
          + [row.budget ?? .nan, row.cost.mean, row.cost.p80, row.contingency, row.shortfall].map(format.text)
          + [row.over.trials > 0 ? row.over.phrase : "–"]
      }, numeric: [2, 3, 4, 5, 6])
      + notes.map { Html.paragraph(Words.plain($0), "soft") }.joined()
  }
}
