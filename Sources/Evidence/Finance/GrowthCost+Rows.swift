import Experiments
import Results
import Statistics

extension GrowthCost {
  private var firstYear: String { labels.first ?? "" }

  /// By year and over all years, nominal and in the prices of the first year.
  package var rows: [GrowthRow] {
    [false, true].flatMap { isReal in
      let actual = stream(\.actual, isReal: isReal)
      let flat = stream(\.flat, isReal: isReal)
      let growth = stream(\.growth, isReal: isReal)
      let budgets = isReal ? nil : budgets
      func row(
        _ year: String, _ children: [Double], _ values: ([[Double]]) -> [Double], _ budget: Double?
      ) -> GrowthRow {
        let actual = values(actual)
        var row = GrowthRow.blank
        (row.year, row.basis) = (year, isReal ? "real \(firstYear)" : "nominal")
        row.replications = count
        (row.start, row.average) = (Spread(start).mean, Spread(children).mean)
        (row.actual, row.flat) = (Spread(actual).mean, Spread(values(flat)).mean)
        row.growth = Spread(values(growth))
        row.contingency = row.growth.p80 - row.growth.p50
        if let budget {
          row.budget = budget
          row.overBudget = Likelihood(actual.count { $0 > budget }, of: actual.count)
        }
        return row
      }
      let years = labels.indices.map { year in
        row(labels[year], averages.map { $0[year] }, { $0[year] }, budgets?[year])
      }
      let children = averages.map { $0.reduce(0, +) / Double(max($0.count, 1)) }
      return years + [row("all", children, sums, budgets?.reduce(0, +))]
    }
  }

  /// Growth of each year, nominal, in its parts, by type of placement; to the penny.
  package var parts: [GrowthPartRow] {
    labels.indices.flatMap { year in
      let growth = Spread(years.map { $0[year].growth })
      let cells = Driver.allCases.map { driver in
        kinds.indices.map { kind in Spread(years.map { $0[year].parts[driver.rawValue][kind] }) }
      }
      let flat = cells.flatMap { $0.map(\.mean) }
      let pounds = Pennies.parts(flat, total: growth.mean).map { Double($0) / 100 }
      func row(_ driver: String, _ placement: String, _ part: Spread, _ pounds: some Collection<Double>)
        -> GrowthPartRow
      {
        var row = GrowthPartRow.blank
        (row.year, row.driver, row.placement, row.part) = (labels[year], driver, placement, part)
        row.part.mean = pounds.reduce(0, +)
        row.residual = growth.mean - flat.reduce(0, +)
        return row
      }
      let drivers = Driver.allCases.flatMap { driver in
        let own = pounds[(driver.rawValue * kinds.count)...].prefix(kinds.count)
        let whole = Spread(years.map { $0[year].parts[driver.rawValue].reduce(0, +) })
        return zip(kinds, zip(cells[driver.rawValue], own)).map { row(driver.label, $0.line, $1.0, [$1.1]) }
          + [row(driver.label, "all", whole, own)]
      }
      return drivers + [row("total", "all", growth, pounds)]
    }
  }

  /// Real streams discounted to the first year at the dated rates of the Green Book.
  package func presentValues(_ discount: DiscountTable = .greenBook) -> [PresentValueRow] {
    let streams: [(String, (Year) -> Double)] = [
      ("actual", \.actual), ("flat", \.flat), ("growth", \.growth),
    ]
    return streams.map { name, value in
      let stream = stream(value, isReal: true)
      var row = PresentValueRow.blank
      (row.stream, row.basis, row.baseYear) = (name, "real \(firstYear)", firstYear)
      (row.years, row.discountTable, row.replications) = (labels.count, discount.name, count)
      row.value = Spread(
        years.indices.map { replication in discount.presentValue(stream.map { $0[replication] }) })
      row.undiscounted = Spread(sums(stream)).mean
      return row
    }
  }
}
