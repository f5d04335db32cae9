import Reports
import Results
import Statistics

extension GrowthCost {
  /// `finance_growth.csv`: by year and over all years, nominal and in the prices of the first year.
  package var growthTable: EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.growth,
      columns: [
        "fy", "price_basis", "n_reps", "children_start", "children_average", "actual_mean", "flat_mean",
        "growth_mean", "mc_se", "ci_lo", "ci_hi", "p10", "p50", "p80", "p90", "contingency_p80_p50", "budget",
        "prob_over_budget", "prob_over_budget_lo", "prob_over_budget_hi",
      ])
    for isReal in [false, true] {
      let basis = isReal ? "real \(labels.first ?? "")" : "nominal"
      let actual = stream(\.actual, isReal: isReal)
      let flat = stream(\.flat, isReal: isReal)
      let growth = stream(\.growth, isReal: isReal)
      for (year, label) in labels.enumerated() {
        let children = averages.map { $0[year] }
        table.add(
          row(
            label, basis, children, actual[year], flat[year], growth[year],
            budget: isReal ? nil : budgets?[year]))
      }
      table.add(
        row(
          "all", basis, averages.map { $0.reduce(0, +) / Double(max($0.count, 1)) },
          totals(\.actual, isReal: isReal), totals(\.flat, isReal: isReal), totals(\.growth, isReal: isReal),
          budget: isReal ? nil : budgets?.reduce(0, +)))
    }
    return table
  }

  private func row(
    _ label: String, _ basis: String, _ children: [Double], _ actual: [Double], _ flat: [Double],
    _ growth: [Double], budget: Double?
  ) -> [EvidenceTable.Cell] {
    let spread = Spread(growth)
    var over: [EvidenceTable.Cell] = [.empty, .empty, .empty]
    if let budget {
      let share = Proportion(successes: actual.count { $0 > budget }, trials: actual.count)
      over = [.number(share.estimate), .number(share.wilson().lower), .number(share.wilson().upper)]
    }
    return [
      .text(label), .text(basis), .whole(count), .number(Spread(start).mean), .number(Spread(children).mean),
      .pounds(Spread(actual).mean), .pounds(Spread(flat).mean), .pounds(spread.mean),
      .pounds(spread.estimate.standardError), .pounds(spread.lower), .pounds(spread.upper),
      .pounds(spread.p10),
      .pounds(spread.p50), .pounds(spread.p80), .pounds(spread.p90), .pounds(spread.p80 - spread.p50),
      budget.map { .pounds($0) } ?? .empty,
    ] + over
  }

  /// `finance_pvm.csv`: growth of each year, nominal, in its parts, by type of placement; to the penny.
  package var bridgeTable: EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.bridge,
      columns: ["fy", "driver", "placement", "gbp", "ci_lo", "ci_hi", "residual_check"])
    for (year, label) in labels.enumerated() {
      let growth = Spread(years.map { $0[year].growth })
      let cells = Driver.allCases.map { driver in
        kinds.indices.map { kind in Spread(years.map { $0[year].parts[driver.rawValue][kind] }) }
      }
      let flat = cells.flatMap { $0.map(\.mean) }
      let pence = Pennies.parts(flat, total: growth.mean)
      let residual = Int(((growth.mean - flat.reduce(0, +)) * 100).rounded())
      for driver in Driver.allCases {
        for (kind, one) in kinds.enumerated() {
          let spread = cells[driver.rawValue][kind]
          table.add([
            .text(label), .text(driver.label), .text(one.line),
            .pence(pence[driver.rawValue * kinds.count + kind]),
            .pounds(spread.lower), .pounds(spread.upper), .pence(residual),
          ])
        }
        let whole = Spread(years.map { $0[year].parts[driver.rawValue].reduce(0, +) })
        let sum = kinds.indices.reduce(0) { $0 + pence[driver.rawValue * kinds.count + $1] }
        table.add([
          .text(label), .text(driver.label), .text("all"), .pence(sum), .pounds(whole.lower),
          .pounds(whole.upper),
          .pence(residual),
        ])
      }
      table.add([
        .text(label), .text("total"), .text("all"), .pence(pence.reduce(0, +)), .pounds(growth.lower),
        .pounds(growth.upper), .pence(residual),
      ])
    }
    return table
  }

  /// `finance_npv.csv`: real streams discounted to the first year at the dated rates of the Green Book.
  package func presentValueTable(_ discount: DiscountTable = .greenBook) -> EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.presentValue,
      columns: [
        "stream", "price_basis", "base_year", "years", "discount_table", "n_reps", "npv_mean", "mc_se",
        "ci_lo",
        "ci_hi", "p10", "p50", "p80", "p90", "undiscounted_mean",
      ])
    let streams: [(String, (Year) -> Double)] = [
      ("actual", \.actual), ("flat", \.flat), ("growth", \.growth),
    ]
    for (name, value) in streams {
      let stream = stream(value, isReal: true)
      let values = years.indices.map { replication in discount.presentValue(stream.map { $0[replication] }) }
      let spread = Spread(values)
      table.add([
        .text(name), .text("real \(labels.first ?? "")"), .text(labels.first ?? ""), .whole(labels.count),
        .text(discount.name), .whole(count), .pounds(spread.mean), .pounds(spread.estimate.standardError),
        .pounds(spread.lower), .pounds(spread.upper), .pounds(spread.p10), .pounds(spread.p50),
        .pounds(spread.p80), .pounds(spread.p90), .pounds(Spread(totals(value, isReal: true)).mean),
      ])
    }
    return table
  }

  /// What a person reads at a terminal.
  package func text(width: Int, colour: Bool) -> String {
    var cells = [["Growth beyond a flat number, nominal", "children", "mean", "80% range", "P80 - P50"]]
    let growth = stream(\.growth, isReal: false)
    for (year, label) in labels.enumerated() {
      let spread = Spread(growth[year])
      cells.append([
        label, Phrase.number(Spread(averages.map { $0[year] }).mean), Phrase.pounds(spread.mean),
        "\(Phrase.pounds(spread.p10)) to \(Phrase.pounds(spread.p90))",
        Phrase.pounds(spread.p80 - spread.p50),
      ])
    }
    let total = Spread(totals(\.growth, isReal: false))
    cells.append([
      "All years", "", Phrase.pounds(total.mean),
      "\(Phrase.pounds(total.p10)) to \(Phrase.pounds(total.p90))",
      Phrase.pounds(total.p80 - total.p50),
    ])
    var lines = Phrase.table(cells, width: width, colour: colour)
    let parts = Driver.allCases.map { driver in
      let pounds = years.map { $0.reduce(0) { $0 + $1.parts[driver.rawValue].reduce(0, +) } }
      return "\(driver.label.replacing("_", with: " ")) \(Phrase.pounds(Spread(pounds).mean))"
    }
    lines += Phrase.wrapped(
      "Over all years: \(parts.joined(separator: ", ")); they add up exactly.", width: width)
    let discount = DiscountTable.greenBook
    let real = stream(\.growth, isReal: true)
    let value = Spread(
      years.indices.map { replication in discount.presentValue(real.map { $0[replication] }) })
    lines += Phrase.wrapped(
      "Present value of growth, \(labels.first ?? "") prices: \(Phrase.pounds(value.mean)) (80% range "
        + "\(Phrase.pounds(value.p10)) to \(Phrase.pounds(value.p90))), \(discount.name).", width: width)
    lines += Phrase.wrapped(
      "Flat is the number and the placements of the first day (\(Phrase.number(Spread(start).mean)) children) at the "
        + "prices of \(labels.first ?? "") raised by general inflation; \(count) replications.", width: width)
    return lines.joined(separator: "\n") + "\n"
  }
}
