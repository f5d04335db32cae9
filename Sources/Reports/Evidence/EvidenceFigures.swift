import Charts
import Dates
import Notation
import Results

/// Figures and tables of what other verbs put into the folder, so far as it is there.
struct EvidenceFigures {
  let evidence: EvidenceTables

  init(_ evidence: EvidenceTables) { self.evidence = evidence }

  var all: [Figure] { risk + growth + people }

  var risk: [Figure] { [RiskFigures(evidence).matrix].compactMap { $0 } }

  var growth: [Figure] { [growthByYear, bridge, attribution].compactMap { $0 } }

  var people: [Figure] { [survival].compactMap { $0 } }

  var riskTables: String { tables(of: "risk") }
  var growthTables: String { tables(of: "finance") }
  var peopleTables: String { tables(of: "hr") + tables(of: "vacancy-factor") }

  /// Rows of a table that the page shows; a longer one is read in its file.
  private static let most = 60

  private func tables(of verb: String) -> String {
    evidence.made(by: verb).map { file, rows in
      let columns = file.names
      let shown = rows.prefix(EvidenceFigures.most)
      let numeric = columns.indices.filter { column in
        column > 0 && rows.contains { Double($0[column]) != nil }
          && rows.allSatisfy { $0[column].isEmpty || Double($0[column]) != nil }
      }
      let rest = rows.count - shown.count
      return Html.details(
        "\(file.title) (\(file.name))",
        Html.table(
          caption: "\(file.title), from \(file.name)", columns: columns.map(EvidenceFigures.words),
          rows: shown.map { row in
            row.indices.map { EvidenceFigures.shown(row[$0], isNumber: numeric.contains($0)) }
          },
          numeric: Set(numeric))
          + (rest > 0 ? Html.paragraph("\(rest) more rows are in \(file.name).", "soft") : ""))
    }.joined()
  }

  /// `p_ci_lo` as words.
  private static func words(_ column: String) -> String {
    column.split(separator: "_").joined(separator: " ")
  }

  private static func shown(_ cell: String, isNumber: Bool) -> String {
    guard isNumber, let number = Double(cell) else { return cell }
    if number == number.rounded() { return cell }
    return Phrase.number(number, decimals: abs(number) >= 100 ? 0 : 3)
  }

  // MARK: - Growth

  /// What growth costs in each year, nominal and real.
  private var growthByYear: Figure? {
    let panels = evidence.growth.map(\.basis).uniqued.map { basis in
      let readings = evidence.growth.filter { $0.basis == basis }.compactMap { row in
        FinancialYear.lastDay(of: row.year).map { date in
          FanChart.Reading(
            date: date, p05: .nan, p10: row.growth.p10, p25: .nan, p50: row.growth.p50, p75: .nan,
            p90: row.growth.p90, p95: .nan)
        }
      }
      let format = ValueFormat.money(upTo: readings.map { max(abs($0.p10), abs($0.p90)) }.max() ?? 0)
      return SmallMultiples.Panel(title: "Cost of growth, \(basis)", readings: readings, format: format)
    }
    guard let panel = panels.first, let last = panel.readings.last else { return nil }
    let format = panel.format
    return Figure(
      id: "growth-by-year",
      finding:
        "In the year to \(last.date.inWords) growth in children looked after costs \(format.text(last.p50)) more than "
        + "no growth would (\(format.text(last.p10)) to \(format.text(last.p90)))",
      description:
        "Small charts of the cost of growth by financial year, nominal and in the prices of the first year, with "
        + "the range that holds 80% of the replications.",
      source: GrowthRow.table.name, chart: SmallMultiples(panels: panels))
  }

  /// Volume, mix and price over all years, as a bridge from nothing to the whole.
  private var bridge: Figure? {
    let wholes = evidence.parts.filter { $0.placement == "all" && $0.driver != "total" }
    guard !wholes.isEmpty else { return nil }
    let sums = wholes.map(\.driver).uniqued.map { driver in
      (
        label: EvidenceFigures.words(driver),
        amount: wholes.reduce(0) { $1.driver == driver ? $0 + $1.part.mean : $0 }
      )
    }
    let format = ValueFormat.money(upTo: sums.map { abs($0.amount) }.max() ?? 0)
    let chart = WaterfallChart(
      startLabel: "No growth", start: 0, steps: sums.map { .init(label: $0.label, change: $0.amount) },
      endLabel: "Cost of growth", format: format, quantity: "Over all years")
    return Figure(
      id: "growth-bridge",
      finding: "The cost of growth over all years is \(format.text(chart.end)): "
        + sums.map { "\($0.label) \(format.signed($0.amount))" }.joined(separator: ", "),
      description: "A waterfall of the parts of the cost of growth, which add up to the whole.",
      source: GrowthPartRow.table.name, chart: chart)
  }

  private var attribution: Figure? {
    let drivers = evidence.drivers.filter { $0.driver != "total" }.map {
      (label: EvidenceFigures.words($0.driver), amount: $0.part.mean)
    }
    guard let largest = drivers.max(by: { abs($0.amount) < abs($1.amount) }) else { return nil }
    let format = ValueFormat.money(upTo: largest.amount)
    return Figure(
      id: "growth-drivers",
      finding:
        "The largest driver of the cost of growth is \(largest.label) (\(format.signed(largest.amount)))",
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
        label: role.isEmpty ? "all" : EvidenceFigures.words(role),
        steps: evidence.retention.filter { $0.role == role }.map {
          SurvivalChart.Step(
            time: $0.years, share: $0.survival, lower: $0.lower, upper: $0.upper, atRisk: $0.atRisk)
        })
    }
    guard let first = groups.first else { return nil }
    let half =
      first.steps.first { $0.share <= 0.5 }.map {
        "half have left after \(Phrase.number($0.time, decimals: 1)) years"
      } ?? "fewer than half leave in the time observed"
    return Figure(
      id: "survival", finding: "How long workers stay (\(first.label)): \(half)",
      description: "Falling steps: the share still in post after each length of service, with 95% bands "
        + "(Kaplan and Meier, with Greenwood's errors), and the numbers at risk below.",
      source: RetentionRow.table.name,
      chart: SurvivalChart(groups: groups, timeUnit: "years", quantity: "Still in post"))
  }
}
