import Parameters
import Results
import ServiceModel
import Statistics

/// The finance rows: each budget line in each financial year, nominal and in the first year's prices.
struct FinanceTable {
  let tables: ModelTables
  let gathered: Gathered
  let years: [(label: String, months: Range<Int>)]
  let plan: BudgetPlan
  /// Lines that cost nothing in any replication.
  private let idle: Set<String>

  init(
    tables: ModelTables, gathered: Gathered, years: [(label: String, months: Range<Int>)], plan: BudgetPlan
  ) {
    (self.tables, self.gathered, self.years) = (tables, gathered, years)
    self.plan = plan.ending { code, label in
      guard let series = gathered.watched.place(of: Series.cost, "line=\(code)"),
        let year = years.first(where: { $0.label == label })
      else { return 0 }
      return Tally(gathered.span(series, year.months)).mean
    }
    idle =
      plan.isEmpty
      ? []
      : Set(
        BudgetLine.allCases.map(\.label).filter { code in
          guard let series = gathered.watched.place(of: Series.cost, "line=\(code)") else { return true }
          return years.allSatisfy { gathered.span(series, $0.months).allSatisfy { $0 == 0 } }
        })
  }

  /// The lines and the headings that sum them.
  private var lines: [(code: String, title: String, breakdown: String, line: BudgetLine?)] {
    BudgetPlan.codes.map { code, title in
      (
        code, title, code == FinanceRow.total ? "" : "line=\(code)",
        BudgetLine.allCases.first { $0.label == code }
      )
    }
  }

  var rows: [FinanceRow] {
    years.indices.flatMap { year in
      lines.flatMap { line in
        ["nominal", "real \(years[0].label)"].compactMap { basis in
          row(line, year: year, basis: basis)
        }
      }
    }
  }

  private func row(
    _ line: (code: String, title: String, breakdown: String, line: BudgetLine?), year: Int, basis: String
  ) -> FinanceRow? {
    let isNominal = basis == "nominal"
    let measure = isNominal ? Series.cost : Series.realCost
    guard let series = gathered.watched.place(of: measure, line.breakdown) else { return nil }
    let values = gathered.span(series, years[year].months)
    let sorted = values.sorted()
    let budget = isNominal ? plan.budget(line.code, year: years[year].label, idle: idle) : nil
    let bought = activity(line.breakdown, year: year)
    return FinanceRow {
      ($0.financialYear, $0.priceBasis) = (years[year].label, basis)
      ($0.lineCode, $0.line) = (line.code, line.title)
      $0.estimate = Estimate(values)
      $0.p80 = Sample.quantile(sorted: sorted, 0.8)
      $0.expectedShortfall95 = Sample.expectedShortfall(sorted: sorted, 0.95)
      $0.budget = budget
      $0.probabilityOverBudget = budget.map { budget in
        Double(values.count { $0 > budget }) / Double(max(values.count, 1))
      }
      ($0.activity, $0.activityUnit) = (bought, line.line?.activityUnit ?? "")
    }
  }

  private func activity(_ breakdown: String, year: Int) -> Double? {
    guard !breakdown.isEmpty, let series = gathered.watched.place(of: Series.activity, breakdown) else {
      return nil
    }
    return Tally(gathered.span(series, years[year].months)).mean
  }
}
