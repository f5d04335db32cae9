import Results

extension BudgetRow {
  /// How likely an overspend is, in a few characters; nothing without a budget.
  var overWords: String { budget == nil || over.trials == 0 ? "–" : over.short }

  /// The 95% interval of how likely an overspend is.
  var overInterval: String {
    guard budget != nil, over.trials > 0 else { return "–" }
    return
      "\(Phrase.percent(over.interval.lower, decimals: 0))–\(Phrase.percent(over.interval.upper, decimals: 0))"
  }

  /// More rows than these are shown in less room, where a line has a budget in every year.
  private static let most = 60

  /// Every line and heading with a budget, in every year that has one. Where that is more than a page, lines with a
  /// budget in every year are shown over all years together.
  static func few(_ rows: [BudgetRow]) -> [BudgetRow] {
    let set = rows.filter { $0.budget != nil }
    let headings = set.filter(\.isHeading)
    let lines = set.filter { !$0.isHeading }
    guard set.count > most else { return headings + lines }
    let whole = Set(lines.filter { $0.year == allYears }.map(\.code))
    return headings + lines.filter { !whole.contains($0.code) || $0.year == allYears }
  }

  /// Lines that cost something and have no budget in some year: their titles, with the years where it is not all.
  static func without(_ rows: [BudgetRow]) -> [String] {
    let years = rows.map(\.year).uniqued.filter { $0 != allYears }
    let open = rows.filter { !$0.isHeading && $0.budget == nil && $0.year != allYears && $0.cost.mean != 0 }
    return open.map(\.title).uniqued.map { title in
      let line = rows.filter { $0.title == title && $0.year != allYears && $0.cost.mean != 0 }
      let own = open.filter { $0.title == title }.map(\.year)
      return own.count == line.count ? title : "\(title) (\(spans(own, of: years)))"
    }
  }

  /// What is said of budgets that are missing; empty where none is.
  static func missingWords(_ rows: [BudgetRow]) -> String {
    let missing = without(rows)
    guard !missing.isEmpty else { return "" }
    let years = rows.map(\.year).uniqued.filter { $0 != allYears }
    let bare = years.filter { year in rows.contains { $0.isTotal && $0.year == year && $0.budget == nil } }
    let none =
      bare.isEmpty
      ? ""
      : bare.count == years.count
        ? " So there is none for the total."
        : " So there is none for the total in \(spans(bare, of: years))."
    return "No budget is set for: \(missing.joined(separator: ", "))." + none
  }

  /// How budgets come to be those of later years; empty where each was given with its year.
  static func raisedWords(_ rows: [BudgetRow]) -> String {
    let raised = rows.filter { $0.source.contains(BudgetRow.raised) }
    guard let one = raised.last(where: { ($0.budget ?? 0) != 0 }),
      let first = rows.first(where: { $0.code == one.code && $0.year != allYears })?.budget, first != 0,
      let last = one.budget, let from = one.source.split(separator: " ").last
    else { return "" }
    let ended = rows.contains { $0.source.hasSuffix(notExtended) }
    return
      "Budgets are nominal. One without a year is that of \(from), raised by general inflation in the later years "
      + "(by \(Phrase.percent(last / first - 1)) up to \(one.year))"
      + (ended
        ? "; those of payments and programmes are £0 in years in which the line costs less than half of the first year's."
        : ".")
  }

  /// Budgets beside costs, as a person reads them at a terminal.
  package static func text(_ rows: [BudgetRow], width: Int, colour: Bool) -> String {
    let shown = few(rows)
    guard !shown.isEmpty else {
      return Phrase.wrapped(
        "No budget is set, so the likelihood of an overspend cannot be given: give a file with --budget, or set "
          + "money.budget in the scenario. finance_budgets.csv is such a file, once its budgets are filled in.",
        width: width, indent: 0
      ).joined(separator: "\n") + "\n"
    }
    let cells = shown.map { row in
      [
        row.year == allYears ? "  all years" : "  " + row.year, Phrase.pounds(row.budget ?? .nan),
        Phrase.pounds(row.cost.mean), row.overWords, row.overInterval, Phrase.pounds(row.contingency),
        Phrase.pounds(row.shortfall),
      ]
    }
    let isCut = shown.count < rows.count { $0.budget != nil }
    let notes = [
      "Mean: cost, nominal as the budget, over \(rows.first?.replications ?? 0) replications. Over: how often more is "
        + "spent than the budget, with its 95% interval. P80-P50: contingency beyond the median; P80-budget: beyond the "
        + "budget. \(isCut ? "Lines over all years; each year" : "Every line and year") is in finance_budgets.csv, and "
        + "month by month in finance_to_date.csv.",
      raisedWords(rows), missingWords(rows),
    ].filter { !$0.isEmpty }
    let table = Phrase.table(
      [["Budget", "budget", "mean", "over", "95%", "P80-P50", "P80-budget"]] + cells, width: width,
      colour: colour)
    return (titled(table, shown.map(\.title)) + notes.flatMap { Phrase.wrapped($0, width: width) })
      .joined(separator: "\n") + "\n"
  }

  /// The lines of a table, the title of its rows above the first of each.
  private static func titled(_ lines: [String], _ titles: [String]) -> [String] {
    guard lines.count == titles.count + 1 else { return lines }
    var made = [lines[0]]
    for (place, title) in titles.enumerated() {
      if place == 0 || titles[place - 1] != title { made.append(title) }
      made.append(lines[place + 1])
    }
    return made
  }

  /// Budgets in sentences: of the total where it has one, else of the lines that are likeliest overspent.
  static func sentences(_ rows: [BudgetRow], most: Int = 3) -> [String] {
    let set = rows.filter { $0.budget != nil && $0.over.trials > 0 && $0.year != allYears }
    let totals = set.filter(\.isTotal)
    let chosen =
      totals.isEmpty
      ? set.filter { $0.year == set.first?.year }.sorted {
        ($1.over.share, $0.code) < ($0.over.share, $1.code)
      }
      : totals
    return chosen.prefix(most).map { row in
      "\(row.title), \(row.year): budget \(Phrase.pounds(row.budget ?? .nan)), mean cost "
        + "\(Phrase.pounds(row.cost.mean)), both nominal; the budget is overspent in \(inWords(row.over)) of replications. "
        + "P80 is \(Phrase.pounds(row.cost.p80)): \(Phrase.pounds(row.contingency)) above the median, "
        + "\(Phrase.pounds(abs(row.shortfall))) \(row.shortfall > 0 ? "above" : "below") the budget."
    }
  }
}

extension FinanceRow {
  /// As a row beside its budget; nil where it has none.
  var budgeted: BudgetRow? {
    guard let budget, priceBasis == "nominal", estimate.n > 0 else { return nil }
    var row = BudgetRow.blank
    (row.year, row.code, row.title, row.replications) = (financialYear, lineCode, line, estimate.n)
    (row.budget, row.cost) = (budget, Spread(estimate))
    row.cost.p80 = p80
    if let share = probabilityOverBudget { row.over = Likelihood(share: share, of: estimate.n) }
    return row
  }
}

extension ResultSet {
  /// The budgets of the run itself.
  var budgets: [BudgetRow] { finance.compactMap(\.budgeted) }
}

/// The likelihood as a number of replications: `more than 51.0%` and not `above`.
private func inWords(_ likelihood: Likelihood) -> String {
  let words = likelihood.words
  for (first, other) in [("above ", "more than "), ("below ", "fewer than ")] where words.hasPrefix(first) {
    return other + words.dropFirst(first.count)
  }
  return words
}
