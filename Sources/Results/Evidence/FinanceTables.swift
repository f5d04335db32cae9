/// What placements and other services for children looked after cost beyond a flat number, in one year or all.
package struct GrowthRow: TableRow {
  package var year = ""
  package var basis = ""
  package var replications = 0
  package var start = Double.nan, average = Double.nan
  /// Mean cost as simulated and of the flat number, pounds.
  package var actual = Double.nan, flat = Double.nan
  package var growth = Spread()
  package var contingency = Double.nan
  /// Pounds; nothing where some line has no budget.
  package var budget = Double.nan
  package var overBudget = Likelihood()

  package static let blank = GrowthRow()

  package static let table = Table<GrowthRow>(
    "finance_growth.csv",
    "What placements and other services for children looked after cost beyond a flat number at the first year's prices raised "
      + "by general inflation, by year and over all years: growth in numbers, dearer placements, and prices that rise faster "
      + "(finance_pvm.csv parts them). Allowances and care leavers, which the heading `children_looked_after` of "
      + "finance_budgets.csv has as well, are not in it.",
    [
      Column("fy", \.year, "Financial year, or `all`."),
      Column("price_basis", \.basis, "`nominal`, or `real` in the prices of a year."),
      Column("n_reps", \.replications, "Replications."), .unitOfMoney,
      Column("children_start", \.start, "Children looked after on the first day, mean."),
      Column("children_average", \.average, "Children looked after on average, mean."),
      Column("actual_mean", pounds: \.actual, "Mean cost of placements and other services as simulated."),
      Column("flat_mean", pounds: \.flat, "Mean cost of the flat number."),
      .spread(
        \.growth, "Cost of growth", inPounds: true,
        [
          "growth_mean": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p50": .p50,
          "p80": .p80, "p90": .p90,
        ]),
      Column("contingency_p80_p50", pounds: \.contingency, "P80 less P50."),
      Column(
        "budget", pounds: \.budget,
        "Budget of the same lines together, nominal; empty where one of them has none."),
      .share(
        \.overBudget, "How often the budget is overspent", "prob_over_budget", "prob_over_budget_lo",
        "prob_over_budget_hi"),
    ])
}

/// One budget line over all years: whether the cost of growth holds it, and how far it rises in real terms.
package struct GrowthScopeRow: TableRow {
  package var code = "", title = ""
  package var from = "", to = ""
  package var replications = 0
  /// Whether the budgets' heading of all spending on children looked after has the line.
  package var isOfHeading = false
  /// Share of the line that the cost of growth holds: 1, 0, or that of staff; nothing for the total.
  package var share = Double.nan
  /// Pounds of the day over all years, and the same above the first year's cost raised by general inflation.
  package var cost = Spread(), rise = Spread()

  package static let blank = GrowthScopeRow()

  package static let table = Table<GrowthScopeRow>(
    "finance_growth_scope.csv", "What the cost of growth holds of each budget line, and what it leaves out.",
    [
      Column("line_code", \.code, "The line, or `total`."), Column("line", \.title, "Its name for people."),
      Column("from_fy", \.from, "First financial year."), Column("to_fy", \.to, "Last financial year."),
      Column("n_reps", \.replications, "Replications."), .unitOfMoney,
      Column("share_counted", \.share, "Share of it that the cost of growth holds; empty for the total."),
      Column(
        "in_children_looked_after", \.isOfHeading,
        "Whether the heading `children_looked_after` of the budgets has the line."),
      .spread(
        \.cost, "Cost over all years, nominal", inPounds: true,
        ["cost_mean": .mean, "cost_ci_lo": .lower, "cost_ci_hi": .upper]),
      .spread(
        \.rise, "Cost above the first year's raised by general inflation, over all years, nominal",
        inPounds: true, ["rise_mean": .mean, "rise_ci_lo": .lower, "rise_ci_hi": .upper]),
    ])
}

/// One part of the cost of growth in one year.
package struct GrowthPartRow: TableRow {
  package var year = "", driver = ""
  package var placement = ""
  /// Pounds; the means add up to the total to the penny.
  package var part = Spread()
  package var residual = 0.0

  package static let blank = GrowthPartRow()

  package static let table = Table<GrowthPartRow>(
    "finance_pvm.csv", "Growth of each year in volume, mix and price, by type of placement.",
    [
      Column("fy", \.year, "Financial year."), Column("driver", \.driver, "The part, or `total`."),
      Column("placement", \.placement, "Budget line of the placement, or `all`."),
      .unitOfMoney,
      .spread(\.part, "The part", inPounds: true, ["gbp": .mean, "ci_lo": .lower, "ci_hi": .upper]),
      Column("residual_check", pounds: \.residual, "What the unrounded parts leave unexplained."),
    ])
}

/// How much of the cost of growth one driver brought about, over all years.
package struct GrowthDriverRow: TableRow {
  package var driver = "", title = ""
  /// Pounds; the means add up to the total to the penny.
  package var part = Spread()
  package var share = Double.nan
  package var replications = 0
  package var basis = "nominal", from = "", to = ""
  package var held = ""
  package var residual = 0.0

  package static let blank = GrowthDriverRow()

  package static let table = Table<GrowthDriverRow>(
    "finance_attribution.csv", "Growth over all years, divided among its drivers by Shapley's rule.",
    [
      Column("driver", \.driver, "The driver, `opening_position` or `total`."),
      Column("title", \.title, "Its title."), .unitOfMoney,
      .spread(\.part, "Its part", inPounds: true, ["gbp": .mean, "ci_lo": .lower, "ci_hi": .upper]),
      Column("share_of_total", \.share, "Share of the total."),
      Column("n_reps", \.replications, "Replications of each combination."),
      Column("price_basis", \.basis, "Prices of the day."),
      Column("from_fy", \.from, "First financial year."), Column("to_fy", \.to, "Last financial year."),
      Column("held_by", \.held, "The values that hold the driver as it was."),
      Column("residual_check", pounds: \.residual, "What the unrounded parts leave unexplained."),
    ])
}

/// A real stream of costs discounted to its first year.
package struct PresentValueRow: TableRow {
  package var stream = ""
  package var basis = "", baseYear = ""
  package var years = 0
  package var discountTable = ""
  package var replications = 0
  package var value = Spread()
  package var undiscounted = Double.nan

  package static let blank = PresentValueRow()

  package static let table = Table<PresentValueRow>(
    "finance_npv.csv", "Real streams discounted to the first year.",
    [
      Column("stream", \.stream, "`actual`, `flat` or `growth`."),
      Column("price_basis", \.basis, "Whose year's prices."), Column("base_year", \.baseYear, "Year 0."),
      Column("years", \.years, "Financial years in the stream."),
      Column("discount_table", \.discountTable, "Whose discount rates."),
      Column("n_reps", \.replications, "Replications."), .unitOfMoney,
      .spread(
        \.value, "Present value", inPounds: true,
        [
          "npv_mean": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p50": .p50,
          "p80": .p80, "p90": .p90,
        ]),
      Column("undiscounted_mean", pounds: \.undiscounted, "Mean without discounting."),
    ])
}
