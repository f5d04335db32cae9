/// The budget of one line or heading in one financial year, beside what it costs.
package struct BudgetRow: TableRow {
  /// The year that stands for all years together.
  package static let allYears = "all"

  package var year = "", code = "", title = "", basis = "nominal"
  package var replications = 0
  /// Pounds of the year; nil where none is set. Below 0: income.
  package var budget: Double?
  /// Where the budget comes from, in a few words.
  package var source = ""
  package var cost = Spread()
  /// How often the cost is above the budget.
  package var over = Likelihood()

  package static let blank = BudgetRow()

  /// What would have to be set aside beyond the median, and beyond the budget, to be enough in four futures of five.
  package var contingency: Double { cost.p80 - cost.p50 }
  package var shortfall: Double { budget.map { cost.p80 - $0 } ?? .nan }

  package var isTotal: Bool { code == FinanceRow.total }
  /// Whether it is the sum of several lines.
  package var isHeading: Bool { isTotal || code == FinanceRow.lookedAfter }

  /// What is added to the source of a budget that was raised by general inflation, before the year it was raised from; and
  /// to that of one that ended.
  package static let raised = ", raised by general inflation from "
  package static let notExtended = ", not extended: the line costs less than half of the first year's"

  /// Years in a few words: `2016-17, 2018-19 to 2020-21`, from one to another where they follow each other.
  package static func spans(_ years: [String], of all: [String]) -> String {
    var spans: [(first: String, last: String, place: Int)] = []
    for (place, year) in all.enumerated() where years.contains(year) {
      if let before = spans.last, before.place == place - 1 {
        spans[spans.count - 1] = (before.first, year, place)
      } else {
        spans.append((year, year, place))
      }
    }
    return spans.map { $0.first == $0.last ? $0.first : "\($0.first) to \($0.last)" }.joined(separator: ", ")
  }

  package static let table = Table<BudgetRow>(
    "finance_budgets.csv",
    "Each budget line and heading, by financial year and over all years, beside its budget. The file, with budgets filled "
      + "in, can be given to --budget.",
    [
      Column("fy", \.year, "Financial year, or `all`."),
      Column("line_code", \.code, "The line or heading."), Column("line", \.title, "Its name for people."),
      Column("price_basis", \.basis, "`nominal`: prices of the day, of cost and budget alike."),
      Column("n_reps", \.replications, "Replications."), .unitOfMoney,
      Column(["budget": "Budget, pounds; empty where none is set, negative for income."]) { row, text in
        if let budget = row.budget { text.cell(pounds: budget) } else { text.cell("") }
      } read: { cells, row throws(ReadFailure) in
        let budget = try cells.number("budget")
        row.budget = budget.isFinite ? budget : nil
      },
      Column(
        "budget_from", \.source,
        "Where the budget comes from, and whether it was raised by general inflation from the first year's."),
      .spread(
        \.cost, "Cost", inPounds: true,
        [
          "mean": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p50": .p50,
          "p80": .p80, "p90": .p90,
        ]),
      Column(["contingency_p80_p50": "P80 less the median, pounds."]) { row, text in
        text.cell(pounds: row.contingency)
      },
      Column(["p80_less_budget": "P80 less the budget, pounds."]) { row, text in
        text.cell(pounds: row.shortfall)
      },
      Column(["breaches": "Replications that cost more than the budget; empty without one."]) { row, text in
        text.cell(row.budget == nil ? "" : String(row.over.breaches))
      } read: { cells, row throws(ReadFailure) in
        guard row.budget != nil else { return }
        row.over = Likelihood(
          try Int(cells.text("breaches"), in: "breaches", of: cells), of: row.replications)
      },
      .share(
        \.over, "How often the budget is overspent", "prob_over_budget", "prob_over_budget_lo",
        "prob_over_budget_hi"),
    ])
}

/// What a line or heading has cost in the financial year so far at a month end, beside its budget for those days.
package struct ToDateRow: TableRow {
  package var monthEnd = "", year = "", code = "", title = ""
  package var replications = 0
  /// Pounds of the year so far; the budget is the same for each day of the year.
  package var budget = Double.nan
  package var cost = Spread(), over = Spread()
  package var chance = Likelihood()

  package static let blank = ToDateRow()

  package static let table = Table<ToDateRow>(
    "finance_to_date.csv",
    "What each line and heading with a budget has cost in the financial year so far, month by month.",
    [
      Column("month_end", \.monthEnd, "Last day of the month."),
      Column("fy", \.year, "Financial year."), Column("line_code", \.code, "The line or heading."),
      Column("line", \.title, "Its name for people."), Column("n_reps", \.replications, "Replications."),
      .unitOfMoney,
      Column("budget_to_date", pounds: \.budget, "Budget for the days of the year that are over."),
      .spread(
        \.cost, "Cost of the year so far", inPounds: true,
        ["cost_to_date_mean": .mean, "p10": .p10, "p50": .p50, "p80": .p80, "p90": .p90]),
      .spread(
        \.over, "Cost less budget so far", inPounds: true,
        ["over_to_date_mean": .mean, "ci_lo": .lower, "ci_hi": .upper]),
      .share(
        \.chance, "How often more has been spent than was budgeted", "prob_over", "prob_over_lo",
        "prob_over_hi"),
    ])
}
