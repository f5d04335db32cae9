import Dates
import Parameters
import Results
import ServiceModel

/// Turns the outcomes of replications into plain results.
package struct ResultAssembly {
  private let tables: ModelTables
  private let outcomes: [ReplicationOutcome]
  private let watched: [Series]
  private let gathered: Gathered
  /// Each financial year with its months.
  private let financialYears: [(label: String, months: Range<Int>)]

  package init(_ outcomes: [ReplicationOutcome], tables: ModelTables) {
    self.tables = tables
    self.outcomes = outcomes
    watched = tables.watched
    gathered = Gathered(outcomes, watched: watched)
    financialYears = FinancialYear.spans(of: tables.calendar.monthLastDays).map { ($0.label, $0.places) }
  }

  /// The result, but for what only the caller knows: the manifest, the parameters and what was observed.
  ///
  /// - Parameter budgets: what cost is held against; that of the scenario unless given.
  package func result(manifest: Manifest, budgets: BudgetPlan? = nil) -> ResultSet {
    var result = readings(manifest: manifest)
    result.finance =
      FinanceTable(
        tables: tables, gathered: gathered, years: financialYears, plan: budgets ?? BudgetPlan(tables)
      ).rows
    result.fans = FanRows(outcomes, tables: tables, gathered: gathered).rows(
      result.months, years: financialYears)
    result.checks = checks()
    result.manifest.checksHold = result.checks.allSatisfy(\.holds)
    return result
  }

  /// The readings alone, by month and by year.
  func readings(manifest: Manifest) -> ResultSet {
    var result = ResultSet(manifest: manifest)
    result.series = watched
    let calendar = tables.calendar
    result.months = calendar.monthLastDays.indices.map { month in
      MonthEnd(
        date: calendar.monthLastDays[month],
        financialYear: FinancialYear(containing: calendar.monthLastDays[month]).label)
    }
    result.opening = watched.indices.map { series in
      let estimate = Estimate(outcomes.map { $0.opening[series] })
      return estimate.n > 0 ? estimate : nil
    }
    result.monthly = watched.indices.map { series in
      (0..<calendar.months).map { Estimate(gathered.month(series, $0)) }
    }
    result.years = years(result.months)
    return result
  }

  private func years(_ months: [MonthEnd]) -> [YearRow] {
    var rows: [YearRow] = []
    for series in watched.indices {
      for year in financialYears {
        rows.append(
          YearRow {
            ($0.series, $0.financialYear) = (series, year.label)
            $0.estimate = Estimate(gathered.span(series, year.months))
          })
      }
      guard watched[series].hasWorkforceYear else { continue }
      for (index, month) in months.enumerated()
      where month.date.civil.month == 9 && index >= 11 || index == 5 && month.date.civil.month == 9 {
        // The first September ends a part year: stocks can be read, flows over twelve months cannot.
        let isWhole = index >= 11
        guard isWhole || watched[series].gathering.isReadAtDate else { continue }
        rows.append(
          YearRow {
            ($0.series, $0.workforceYear) = (series, month.date.civil.year)
            $0.estimate = Estimate(gathered.span(series, max(0, index - 11)..<(index + 1)))
          })
      }
    }
    return rows
  }

  private func checks() -> [CheckRow] {
    guard let first = outcomes.first else { return [] }
    return first.balances.indices.map { index in
      var row = CheckRow {
        ($0.balance, $0.unit) = (first.balances[index].balance, first.balances[index].unit)
        $0.tolerance = first.balances[index].tolerance
        $0.monthsChecked = outcomes.count * tables.calendar.months
      }
      for outcome in outcomes {
        let balance = outcome.balances[index]
        row.opening += balance.opening
        row.entered += balance.entered
        row.left += balance.left
        row.closing += balance.closing
        row.largestResidual = max(row.largestResidual, balance.largestResidual)
      }
      return row
    }
  }
}
