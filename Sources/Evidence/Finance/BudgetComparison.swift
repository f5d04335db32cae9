import Experiments
import Parameters
import Results

/// What each budget line and heading costs beside its budget, by financial year, over all years, and month by month.
package struct BudgetComparison: Sendable {
  private let readings: MonthlyReadings
  private let budgets: Budgets

  package init(_ readings: MonthlyReadings, _ budgets: Budgets) {
    (self.readings, self.budgets) = (readings, budgets)
  }

  /// What it reads.
  @Sendable package static func isWanted(_ measure: String, _ breakdown: String) -> Bool {
    measure == Series.cost
  }

  private var lines: [(code: String, title: String, series: Int)] {
    BudgetPlan.codes.compactMap { code, title in
      readings.place(Series.cost, code == FinanceRow.total ? "" : "line=\(code)").map { (code, title, $0) }
    }
  }

  /// Each line and heading in each year, then over all years.
  package var rows: [BudgetRow] {
    let years = readings.financialYears
    return lines.flatMap { line in
      let budgets = years.map { self.budgets.budget(line.code, year: $0.label) }
      let costs = years.map { sums(line.series, $0.months) }
      let single = years.indices.map { row(line, years[$0].label, costs[$0], budgets[$0]) }
      let whole = budgets.contains { $0 == nil } ? nil : budgets.reduce(0) { $0 + ($1 ?? 0) }
      let all = (0..<readings.count).map { replication in costs.reduce(0) { $0 + $1[replication] } }
      return years.count > 1 ? single + [row(line, BudgetRow.allYears, all, whole)] : single
    }
  }

  private func row(
    _ line: (code: String, title: String, series: Int), _ year: String, _ costs: [Double], _ budget: Double?
  ) -> BudgetRow {
    var row = BudgetRow.blank
    (row.year, row.code, row.title) = (year, line.code, line.title)
    (row.replications, row.cost, row.budget) = (costs.count, Spread(costs), budget)
    if let budget {
      row.source = budgets.source(line.code, year: year == BudgetRow.allYears ? nil : year)
      row.over = Likelihood(costs.count { $0 > budget + 0.005 }, of: costs.count)
    }
    return row
  }

  /// Lines and headings with a budget, at each month end.
  package var toDate: [ToDateRow] {
    let shares = shares
    return lines.flatMap { line -> [ToDateRow] in
      readings.financialYears.flatMap { year -> [ToDateRow] in
        guard let budget = budgets.budget(line.code, year: year.label) else { return [] }
        return year.months.map { month in
          let costs = sums(line.series, year.months.lowerBound..<(month + 1))
          let due = budget * shares[month]
          var row = ToDateRow.blank
          (row.monthEnd, row.year) = (readings.months[month].description, year.label)
          (row.code, row.title, row.replications) = (line.code, line.title, costs.count)
          (row.budget, row.cost, row.over) = (due, Spread(costs), Spread(costs.map { $0 - due }))
          row.chance = Likelihood(costs.count { $0 > due + 0.005 }, of: costs.count)
          return row
        }
      }
    }
  }

  /// Share of its financial year that is over at each month end, from the start of the run on.
  private var shares: [Double] {
    let days = readings.days
    var shares = Array(repeating: 0.0, count: days.count)
    for year in readings.financialYears {
      let last = readings.months[year.months.upperBound - 1].civil
      // The year ends in March: a leap year has 366 days.
      let ends = last.month <= 3 ? last.year : last.year + 1
      let length = ends % 4 == 0 && (ends % 100 != 0 || ends % 400 == 0) ? 366.0 : 365.0
      var sum = 0.0
      for month in year.months {
        sum += days[month]
        shares[month] = sum / length
      }
    }
    return shares
  }

  private func sums(_ series: Int, _ months: Range<Int>) -> [Double] {
    (0..<readings.count).map { replication in
      let own = Array(readings.months(of: series, in: replication))
      return own[months].reduce(0) { $0 + ($1.isFinite ? $1 : 0) }
    }
  }
}
