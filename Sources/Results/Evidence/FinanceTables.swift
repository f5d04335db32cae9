/// What growth in children looked after costs beyond a flat number, in one year or all.
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
    "finance_growth.csv", "What growth costs beyond a flat number, by year and over all years.",
    [
      Column("fy", \.year, "Financial year, or `all`."),
      Column("price_basis", \.basis, "`nominal`, or `real` in the prices of a year."),
      Column("n_reps", \.replications, "Replications."),
      Column("children_start", \.start, "Children looked after on the first day, mean."),
      Column("children_average", \.average, "Children looked after on average, mean."),
      Column("actual_mean", pounds: \.actual, "Mean cost as simulated."),
      Column("flat_mean", pounds: \.flat, "Mean cost of the flat number."),
      .spread(
        \.growth, "Cost of growth", inPounds: true,
        [
          "growth_mean": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p50": .p50,
          "p80": .p80, "p90": .p90,
        ]),
      Column("contingency_p80_p50", pounds: \.contingency, "P80 less P50."),
      Column("budget", pounds: \.budget, "Budget of all these lines; empty where one has none."),
      .share(
        \.overBudget, "How often the budget is overspent", "prob_over_budget", "prob_over_budget_lo",
        "prob_over_budget_hi"),
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
      Column("title", \.title, "Its title."),
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
      Column("n_reps", \.replications, "Replications."),
      .spread(
        \.value, "Present value", inPounds: true,
        [
          "npv_mean": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p50": .p50,
          "p80": .p80, "p90": .p90,
        ]),
      Column("undiscounted_mean", pounds: \.undiscounted, "Mean without discounting."),
    ])
}

/// One class of what an overlay saves, in one year or all.
package struct SavingRow: TableRow {
  package var overlay = "", year = "", kind = "", basis = "nominal"
  package var replications = 0
  package var saving = Spread()
  package var meaning = ""

  package static let blank = SavingRow()

  package static let table = Table<SavingRow>(
    "finance_savings.csv", "What overlays save, by class; classes are never added together.",
    [
      Column("overlay", \.overlay, "The overlay."), Column("fy", \.year, "Financial year."),
      Column("class", \.kind, "`cashable`, `avoidance` or `added_cost`."),
      Column("price_basis", \.basis, "Prices of the day."), Column("n_reps", \.replications, "Replications."),
      .spread(
        \.saving, "Saving", inPounds: true,
        [
          "gbp": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p50": .p50,
          "p90": .p90,
        ]),
      Column("meaning", \.meaning, "What the class is."),
    ])
}
