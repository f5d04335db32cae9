import Experiments
import Parameters
import Results
import ServiceModel

/// What the cost of growth holds of the whole cost of the service, and what it leaves out: every budget line, with how far
/// it rises above its first year's cost raised by general inflation.
package struct GrowthScope: Sendable {
  package let rows: [GrowthScopeRow]

  /// - Parameter staffShare: share of what social workers cost that is counted in; 0 leaves them out.
  package init(_ readings: MonthlyReadings, staffShare: Double = 0) {
    let years = readings.financialYears
    let days = readings.days
    let heading = Set(BudgetPlan.lines(of: FinanceRow.lookedAfter))
    let counted = Set(FlatService.kinds.map(\.line))
    let staff = Set(FlatService.staffLines.map(\.label))
    func sums(_ series: Int, _ replication: Int) -> [Double] {
      let own = Array(readings.months(of: series, in: replication))
      return years.map { year in own[year.months].reduce(0) { $0 + ($1.isFinite ? $1 : 0) } }
    }
    let lengths = years.map { year in days[year.months].reduce(0, +) }
    let levels = (0..<readings.count).map { replication -> [Double] in
      guard let nominal = readings.place(Series.cost), let real = readings.place(Series.realCost) else {
        return years.map { _ in 1 }
      }
      return zip(sums(nominal, replication), sums(real, replication)).map { $1 != 0 ? $0 / $1 : 1 }
    }
    rows = BudgetPlan.codes.compactMap { code, title in
      guard code != FinanceRow.lookedAfter,
        let series = readings.place(Series.cost, code == FinanceRow.total ? "" : "line=\(code)")
      else { return nil }
      var (costs, rises): ([Double], [Double]) = ([], [])
      for replication in 0..<readings.count {
        let own = sums(series, replication)
        let first = own[0] / lengths[0] / levels[replication][0]
        costs.append(own.reduce(0, +))
        rises.append(
          years.indices.reduce(0) { $0 + own[$1] - first * lengths[$1] * levels[replication][$1] })
      }
      var row = GrowthScopeRow.blank
      (row.code, row.title, row.replications) = (code, title, costs.count)
      (row.from, row.to) = (years.first?.label ?? "", years.last?.label ?? "")
      row.share =
        code == FinanceRow.total
        ? .nan : counted.contains(code) ? 1 : staff.contains(code) ? staffShare : 0
      row.isOfHeading = heading.contains(code)
      (row.cost, row.rise) = (Spread(costs), Spread(rises))
      return row
    }
  }
}
