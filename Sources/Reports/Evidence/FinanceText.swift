import Results

extension Spread {
  /// `£294k to £1.6m`: what 80% of the replications lie in, pounds.
  var range: String { "\(Phrase.pounds(p10)) to \(Phrase.pounds(p90))" }
  /// The 95% interval of the mean, pounds.
  var meanRange: String { "\(Phrase.pounds(lower)) to \(Phrase.pounds(upper))" }
  /// The same two where there is little room: `£0.3m–£1.6m`.
  var shortRange: String { "\(Phrase.pounds(p10))–\(Phrase.pounds(p90))" }
  var shortMeanRange: String { "\(Phrase.pounds(lower))–\(Phrase.pounds(upper))" }
}

extension GrowthRow {
  /// What is counted, as every page calls it. All spending on children looked after is more: it has allowances and care
  /// leavers too.
  static let counted = "placements and other services for children looked after"

  /// What children looked after cost beyond a flat number, as a person reads it at a terminal: first what more children
  /// cost, then what dearer placements and prices do.
  package static func text(
    _ growth: [GrowthRow], _ parts: [GrowthPartRow], _ values: [PresentValueRow], _ scope: [GrowthScopeRow],
    width: Int, colour: Bool
  ) -> String {
    let nominal = growth.filter { $0.basis == "nominal" }
    let wholes = parts.filter { $0.placement == "all" }
    func sum(_ drivers: [String], _ year: String) -> Double {
      wholes.reduce(0) {
        drivers.contains($1.driver) && (year == BudgetRow.allYears || $1.year == year)
          ? $0 + $1.part.mean : $0
      }
    }
    let volume = ["volume_entries", "volume_length_of_stay"]
    let cells = nominal.map { row in
      let isAll = row.year == BudgetRow.allYears
      return [isAll ? "All years" : row.year, Phrase.number(row.average)]
        + [volume, ["mix"], ["price"]].map { Phrase.pounds(sum($0, row.year)) }
        + [Phrase.pounds(row.growth.mean), row.growth.shortMeanRange, row.growth.shortRange]
    }
    let all = nominal.last ?? .blank
    let value = values.first { $0.stream == "growth" } ?? .blank
    func total(_ driver: String) -> String { Phrase.pounds(sum([driver], BudgetRow.allYears)) }
    let title = Phrase.wrapped(
      "What \(counted) cost beyond a flat number, nominal", width: width, indent: 0
    ).joined(separator: "\n")
    return title + "\n"
      + Phrase.text(
        [["Year", "children", "volume", "mix", "price", "in all", "95%", "80% range"]] + cells,
        "Means, nominal; the parts add up exactly. 95%: interval of the mean in all. 80% range: what 80% of the replications "
          + "lie in. Volume is what more children cost: entries "
          + "\(total("volume_entries")), length of stay \(total("volume_length_of_stay")) over all years. Mix is dearer types "
          + "of placement; price is prices that rise faster than general inflation, which is no growth in children.",
        "P80 less the median, over all years, nominal: \(Phrase.pounds(all.contingency)). Present value, \(value.baseYear) prices: mean "
          + "\(Phrase.pounds(value.value.mean)) (80% range \(value.value.range)), \(value.discountTable).",
        "A flat number is that of the first day (\(Phrase.number(all.start)) children), in the same placements, at the prices of "
          + "\(value.baseYear) raised by general inflation; \(all.replications) replications.",
        scopeWords(scope), width: width, colour: colour)
  }

  /// What is counted of the whole cost, and the largest of what is not.
  private static func scopeWords(_ scope: [GrowthScopeRow]) -> String {
    guard let total = scope.first(where: { $0.code == FinanceRow.total }) else { return "" }
    let lines = scope.filter { $0.code != FinanceRow.total }
    let held = lines.reduce(0) { $0 + $1.share * $1.cost.mean }
    let out = lines.filter { $0.share < 1 && $0.rise.lower > 0 }
      .sorted { ($1.rise.mean * (1 - $1.share), $0.code) < ($0.rise.mean * (1 - $0.share), $1.code) }
    let rest = out.reduce(0) { $0 + $1.rise.mean * (1 - $1.share) }
    let names = out.prefix(3).map {
      "\($0.title.lowercased()) \(Phrase.pounds($0.rise.mean * (1 - $0.share)))"
    }
    let span = "\(total.from) to \(total.to)"
    return
      "Counted: \(Phrase.pounds(held)) of the whole cost of \(Phrase.pounds(total.cost.mean)), \(span) (means, nominal). "
      + heading(lines)
      + (out.isEmpty
        ? ""
        : "Left out are lines that, \(span) together, cost \(Phrase.pounds(rest)) more than their first year's cost raised by "
          + "general inflation (mean, nominal): \(names.joined(separator: ", "))"
          + "\(out.count > 3 ? " and others" : ""). ")
      + "finance_growth_scope.csv has every line; --staff-share counts a share of what staff cost."
  }

  /// How what is counted differs from the heading of the budgets.
  private static func heading(_ lines: [GrowthScopeRow]) -> String {
    let care = lines.filter { $0.isOfHeading && $0.cost.mean != 0 }
    let more = care.filter { $0.share < 1 }
    guard !more.isEmpty else { return "" }
    let sum = care.reduce(0) { $0 + $1.cost.mean }
    return "The budgets' heading \"All spending on children looked after\" (\(Phrase.pounds(sum))) has "
      + more.map { "\($0.title.lowercased()) (\(Phrase.pounds($0.cost.mean)))" }.joined(separator: " and ")
      + " as well. "
  }
}

extension GrowthDriverRow {
  /// The drivers of growth as a person reads them at a terminal.
  package static func text(_ drivers: [GrowthDriverRow], width: Int, colour: Bool) -> String {
    let short = ["opening_position": "Opening position and other prices", "total": "All of it"]
    let cells = drivers.map { row in
      [
        short[row.driver] ?? row.title, Phrase.pounds(row.part.mean), row.part.meanRange,
        row.part.isApart ? "" : "not told apart from none",
      ]
    }
    return Phrase.text(
      [["Beyond a flat number, by what drove it", "mean", "95% interval", ""]] + cells,
      "In the first \(drivers.last?.replications ?? 0) futures of the result, each combination of drivers; all years, "
        + "nominal; the parts add up exactly.",
      width: width, colour: colour)
  }
}
