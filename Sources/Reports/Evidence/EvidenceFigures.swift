import Charts
import Dates
import Notation
import Results

/// Figures and tables of what other verbs put into the folder, so far as it is there.
struct EvidenceFigures {
  let evidence: EvidenceTables

  init(_ evidence: EvidenceTables) { self.evidence = evidence }

  var risk: [Figure] { [RiskFigures(evidence).matrix].compactMap { $0 } }

  /// What the growth is made of.
  var drivers: [Figure] { [bridge, attribution].compactMap { $0 } }

  /// What it costs, year by year.
  var cost: [Figure] { [growthByYear].compactMap { $0 } }

  var people: [Figure] { [survival].compactMap { $0 } }

  var riskTables: String { tables(of: "risk") }
  var growthTables: String { tables(of: "finance") }
  var peopleTables: String { tables(of: "hr") + tables(of: "vacancy-factor") }

  /// Rows of a table that the page shows; a longer one is read in its file.
  private static let most = 60

  private func tables(of verb: String) -> String {
    evidence.made(by: verb).map { file, rows in
      let table = EvidenceCells(names: file.names, rows: rows)
      let shown = table.rows.prefix(EvidenceFigures.most)
      let rest = rows.count - shown.count
      return Html.details(
        "\(file.title) (\(file.name))",
        Html.table(
          caption: "\(file.title), from \(file.name)", columns: table.columns, rows: Array(shown),
          numeric: table.numeric)
          + (rest > 0 ? Html.paragraph("\(rest) more rows are in \(file.name).", "soft") : ""))
    }.joined()
  }

  // MARK: - Growth

  /// What growth costs in each year, nominal and real: means, as the terminal and the bridge have them.
  private var growthByYear: Figure? {
    let panels = evidence.growth.map(\.basis).uniqued.map { basis in
      let readings = evidence.growth.filter { $0.basis == basis }.compactMap { row in
        FinancialYear.lastDay(of: row.year).map { date in
          FanChart.Reading(
            date: date, p05: .nan, p10: row.growth.p10, p25: .nan, p50: row.growth.mean, p75: .nan,
            p90: row.growth.p90, p95: .nan)
        }
      }
      let format = ValueFormat.money(upTo: readings.map { max(abs($0.p10), abs($0.p90)) }.max() ?? 0)
      return SmallMultiples.Panel(
        title: "Beyond a flat number, mean, \(basis)", readings: readings, format: format)
    }
    guard let panel = panels.first, let last = panel.readings.last, let basis = evidence.growth.first?.basis
    else { return nil }
    let format = panel.format
    return Figure(
      id: "growth-by-year",
      finding:
        "In the year to \(last.date.inWords) \(GrowthRow.counted) cost a mean of \(format.text(last.p50)), \(basis), more "
        + "than a flat number would at the first year's prices raised by general inflation (between "
        + "\(format.text(last.p10)) and \(format.text(last.p90)) in 8 of 10 simulated futures)",
      description:
        "Small charts of the cost beyond a flat number by financial year, nominal and in the prices of the first year: "
        + "means, with the range that holds 8 of 10 simulated futures.",
      source: GrowthRow.table.name, chart: SmallMultiples(panels: panels, middle: "Mean"))
  }

  /// A part of the growth as people say it.
  private static func part(_ driver: String) -> String {
    switch driver {
    case "volume_entries": "volume: entries"
    case "volume_length_of_stay": "volume: length of stay"
    case "mix": "mix: dearer types of placement"
    case "price": "price, beyond general inflation"
    default: Phrase.words(driver)
    }
  }

  /// Volume, mix and price over all years, as a bridge from nothing to the whole.
  private var bridge: Figure? {
    let wholes = evidence.parts.filter { $0.placement == "all" && $0.driver != "total" }
    guard !wholes.isEmpty else { return nil }
    let sums = wholes.map(\.driver).uniqued.map { driver in
      (
        label: Self.part(driver),
        amount: wholes.reduce(0) { $1.driver == driver ? $0 + $1.part.mean : $0 }
      )
    }
    let format = ValueFormat.money(upTo: sums.map { abs($0.amount) }.max() ?? 0)
    let chart = WaterfallChart(
      startLabel: "Flat number", start: 0, steps: sums.map { .init(label: $0.label, change: $0.amount) },
      endLabel: "Beyond it", format: format, quantity: "Over all years, mean, nominal")
    return Figure(
      id: "growth-bridge",
      finding:
        "Over all years \(GrowthRow.counted) cost \(format.text(chart.end)) more than a flat number would (mean, nominal): "
        + sums.map { "\($0.label) \(format.signed($0.amount))" }.joined(separator: ", "),
      description:
        "A waterfall of the parts, which add up to the whole: volume is growth in children, mix dearer types of "
        + "placement, price what rises faster than general inflation.",
      source: GrowthPartRow.table.name, chart: chart)
  }

  private var attribution: Figure? {
    let drivers = evidence.drivers.filter { $0.driver != "total" }.map {
      (label: Phrase.words($0.driver), amount: $0.part.mean)
    }
    guard let largest = drivers.max(by: { abs($0.amount) < abs($1.amount) }) else { return nil }
    let format = ValueFormat.money(upTo: largest.amount)
    let told = evidence.drivers.filter { $0.driver != "total" && $0.part.isApart }
      .max { abs($0.part.mean) < abs($1.part.mean) }
    return Figure(
      id: "growth-drivers",
      finding: told.map {
        "The largest driver of the cost beyond a flat number is \(Phrase.words($0.driver)) (a mean of "
          + "\(format.signed($0.part.mean)), all years, nominal)"
      } ?? "No driver of the cost beyond a flat number can be told apart from none",
      description: "Bars of what each driver adds to or takes from the cost: "
        + drivers.map { "\($0.label) \(format.signed($0.amount))" }.joined(separator: ", ") + ".",
      source: "\(GrowthDriverRow.table.name) (Shapley values)",
      chart: TornadoChart(
        bars: drivers.map { .init(label: $0.label, low: min(0, $0.amount), high: max(0, $0.amount)) },
        baseline: 0, format: format, quantity: "Added to the cost over all years",
        lowKey: "lowers the cost", highKey: "raises the cost"))
  }

  // MARK: - People

  private var survival: Figure? {
    let groups = evidence.retention.map(\.role).uniqued.prefix(4).map { role in
      SurvivalChart.Group(
        label: role.isEmpty ? "all" : Phrase.words(role),
        steps: evidence.retention.filter { $0.role == role }.map {
          SurvivalChart.Step(
            time: $0.years, share: $0.survival, lower: $0.lower, upper: $0.upper, atRisk: $0.atRisk)
        })
    }
    guard let first = groups.first else { return nil }
    let half =
      evidence.retention.filter { $0.role == evidence.retention.first?.role }.halfLife.map {
        "half have left after \(Phrase.number($0, decimals: 1)) years"
      } ?? "fewer than half leave in the time observed"
    return Figure(
      id: "survival", finding: "How long workers stay (\(first.label)): \(half)",
      description: "Falling steps: the share still in post after each length of service, with 95% bands "
        + "(Kaplan and Meier, with Greenwood's errors), and the numbers at risk below.",
      source: RetentionRow.table.name,
      chart: SurvivalChart(groups: groups, timeUnit: "years", quantity: "Still in post"))
  }
}
