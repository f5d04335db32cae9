import Parameters

/// One budget line in one financial year and one price basis.
package struct FinanceRow: TableRow {
  /// The codes of the headings that sum others: everything, and all spending on children looked after.
  package static let total = "total", lookedAfter = Series.lookedAfter

  package var financialYear = "", lineCode = "", line = ""
  /// `nominal` or `real 2015-16`.
  package var priceBasis = ""
  /// Pounds over the year.
  package var estimate = Estimate.none
  package var p80 = Double.nan
  /// Mean of the worst 5% of replications, pounds.
  package var expectedShortfall95 = Double.nan
  package var budget: Double?
  package var probabilityOverBudget: Double?
  /// What the money bought, for example child-weeks; nil where the line has no activity.
  package var activity: Double?
  package var activityUnit = ""

  package static let blank = FinanceRow()

  /// Pounds per unit of what the money bought; nil where it bought nothing countable.
  package var unitCost: Double? {
    guard let activity, activity > 0, estimate.n > 0 else { return nil }
    return estimate.mean / activity
  }
}

extension Tables {
  package static let finance = Table<FinanceRow>(
    "finance.csv", "Each budget line in each financial year; money in pounds.",
    [
      Column("fy", \.financialYear, "The financial year."),
      Column("line_code", \.lineCode, "The budget line's name in files."),
      Column("line", \.line, "Its name for people."),
      Column("price_basis", \.priceBasis, "`nominal`, or `real` and the year whose prices it is in."),
      .unitOfMoney, Column("mean", \.estimate.mean, "Mean over replications."),
      Column("mc_se", \.estimate.standardError, "Standard error of the mean."),
      Column("p10", \.estimate.p10, "10th percentile over replications."),
      Column("p50", \.estimate.p50, "Median."), Column("p80", \.p80, "80th percentile."),
      Column("p90", \.estimate.p90, "90th percentile."),
      Column("es95", \.expectedShortfall95, "Mean of the worst 5% of replications."),
      Column("budget", \.budget, "The budget that the scenario states."),
      Column("prob_over_budget", \.probabilityOverBudget, "Share of the replications that cost more."),
      .interval(\.estimate.interval),
      Column("activity", \.activity, "How much the money bought."),
      Column("activity_unit", \.activityUnit, "In what that is counted."),
      Column("unit_cost", from: { $0.unitCost }, "Pounds for one of them."),
    ])
}
