import Results

extension Spread {
  /// `£294k to £1.6m`: what 80% of the replications lie in, pounds.
  var range: String { "\(Phrase.pounds(p10)) to \(Phrase.pounds(p90))" }
}

extension GrowthRow {
  /// The cost of growth as a person reads it at a terminal.
  package static func text(
    _ growth: [GrowthRow], _ parts: [GrowthPartRow], _ values: [PresentValueRow], width: Int, colour: Bool
  ) -> String {
    let nominal = growth.filter { $0.basis == "nominal" }
    let cells = nominal.map { row in
      let isAll = row.year == "all"
      return [
        isAll ? "All years" : row.year, isAll ? "" : Phrase.number(row.average),
        Phrase.pounds(row.growth.mean), row.growth.range, Phrase.pounds(row.contingency),
      ]
    }
    let wholes = parts.filter { $0.placement == "all" && $0.driver != "total" }
    let sums = wholes.map(\.driver).uniqued.map { driver in
      let sum = wholes.reduce(0) { $1.driver == driver ? $0 + $1.part.mean : $0 }
      return "\(driver.replacing("_", with: " ")) \(Phrase.pounds(sum))"
    }
    let all = nominal.last ?? .blank
    let value = values.first { $0.stream == "growth" } ?? .blank
    return Phrase.text(
      [["Cost of growth against no growth, nominal", "children", "mean", "80% range", "P80 - P50"]] + cells,
      "Over all years: \(sums.joined(separator: ", ")); they add up exactly.",
      "Present value of growth, \(value.baseYear) prices: \(Phrase.pounds(value.value.mean)) (80% range "
        + "\(value.value.range)), \(value.discountTable).",
      "No growth means the number and the placements of the first day (\(Phrase.number(all.start)) children) at the prices of "
        + "\(value.baseYear) raised by general inflation; \(all.replications) replications.",
      width: width, colour: colour)
  }
}

extension GrowthDriverRow {
  /// The drivers of growth as a person reads them at a terminal.
  package static func text(_ drivers: [GrowthDriverRow], width: Int, colour: Bool) -> String {
    let short = ["opening_position": "Opening position and other prices", "total": "All growth"]
    let cells = drivers.map { row in
      [
        short[row.driver] ?? row.title, Phrase.pounds(row.part.mean),
        "\(Phrase.pounds(row.part.lower)) to \(Phrase.pounds(row.part.upper))",
      ]
    }
    return Phrase.text(
      [["Cost of growth by what drove it", "mean", "95% interval"]] + cells,
      "\(drivers.last?.replications ?? 0) replications of each combination; the parts add up exactly.",
      width: width, colour: colour)
  }
}

extension SavingRow {
  /// What one overlay saves over all years, a row for each class, as a person reads it at a terminal.
  package static func text(_ classes: [SavingRow], width: Int, colour: Bool) -> String {
    let cells = classes.map { row in
      [row.kind.replacing("_", with: " "), Phrase.pounds(row.saving.mean), row.saving.range]
    }
    return Phrase.text(
      [["Savings of \(classes.first?.overlay ?? ""), all years", "mean", "80% range"]] + cells,
      "The classes are different things and must not be added together.", width: width, colour: colour)
  }
}
