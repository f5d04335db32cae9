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
    evidence.made(by: verb).map { known, table in
      let (columns, rows) = table.bare
      let shown = rows.prefix(EvidenceFigures.most)
      let numeric = columns.indices.filter { column in
        column > 0 && rows.contains { Double($0[column]) != nil }
          && rows.allSatisfy { $0[column].isEmpty || Double($0[column]) != nil }
      }
      let rest = rows.count - shown.count
      return Html.details(
        "\(known.title) (\(known.name))",
        Html.table(
          caption: "\(known.title), from \(known.name)", columns: columns.map(EvidenceFigures.words),
          rows: shown.map { row in
            row.indices.map { EvidenceFigures.shown(row[$0], isNumber: numeric.contains($0)) }
          },
          numeric: Set(numeric))
          + (rest > 0 ? Html.paragraph("\(rest) more rows stand in \(known.name).", "soft") : ""))
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
    guard let table = evidence["finance_growth.csv"], table.has("fy", "price_basis", "p10", "p50", "p90")
    else {
      return nil
    }
    let panels = table.rows.map { table.cell($0, "price_basis") }.uniqued.map { basis in
      let readings = table.rows.filter { table.cell($0, "price_basis") == basis }.compactMap {
        row -> FanChart.Reading? in
        guard let date = FinancialYear.lastDay(of: table.cell(row, "fy")), let p10 = table.number(row, "p10"),
          let p50 = table.number(row, "p50"), let p90 = table.number(row, "p90")
        else { return nil }
        return FanChart.Reading(
          date: date, p05: .nan, p10: p10, p25: .nan, p50: p50, p75: .nan, p90: p90, p95: .nan)
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
        + "a flat number would (\(format.text(last.p10)) to \(format.text(last.p90)))",
      description:
        "Small charts of the cost of growth by financial year, nominal and in the prices of the first year, with "
        + "the range that holds 80% of the replications.",
      source: "finance_growth.csv", chart: SmallMultiples(panels: panels))
  }

  /// Volume, mix and price over all years, as a bridge from nothing to the whole.
  private var bridge: Figure? {
    guard let table = evidence["finance_pvm.csv"], table.has("driver", "gbp") else { return nil }
    var sums: [(driver: String, amount: Double)] = []
    // Where the table sums over placements itself, those rows alone are taken.
    let isSummed = table.rows.contains { table.cell($0, "placement") == "all" }
    for row in table.rows where !isSummed || table.cell(row, "placement") == "all" {
      guard let amount = table.number(row, "gbp") else { continue }
      let driver = table.cell(row, "driver")
      guard !["total", "volume"].contains(driver) else { continue }
      if let place = sums.firstIndex(where: { $0.driver == driver }) {
        sums[place].amount += amount
      } else {
        sums.append((driver, amount))
      }
    }
    guard !sums.isEmpty else { return nil }
    let format = ValueFormat.money(upTo: sums.map { abs($0.amount) }.max() ?? 0)
    let chart = WaterfallChart(
      startLabel: "No growth", start: 0,
      steps: sums.map { .init(label: EvidenceFigures.words($0.driver), change: $0.amount) },
      endLabel: "Cost of growth", format: format, quantity: "Over all years")
    return Figure(
      id: "growth-bridge",
      finding: "The cost of growth over all years is \(format.text(chart.end)): "
        + sums.map { "\(EvidenceFigures.words($0.driver)) \(format.signed($0.amount))" }.joined(
          separator: ", "),
      description: "A waterfall of the parts of the cost of growth, which add up to the whole.",
      source: "finance_pvm.csv", chart: chart)
  }

  private var attribution: Figure? {
    guard let table = evidence["finance_attribution.csv"], table.has("driver", "gbp") else { return nil }
    let rows = table.rows.compactMap { row -> (String, Double)? in
      guard let amount = table.number(row, "gbp"), table.cell(row, "driver") != "total" else { return nil }
      let year = table.cell(row, "fy")
      guard year.isEmpty || year == "all" || year == "total" else { return nil }
      return (EvidenceFigures.words(table.cell(row, "driver")), amount)
    }
    guard let largest = rows.max(by: { abs($0.1) < abs($1.1) }) else { return nil }
    let format = ValueFormat.money(upTo: largest.1)
    return Figure(
      id: "growth-drivers",
      finding: "The largest driver of the cost of growth is \(largest.0) (\(format.signed(largest.1)))",
      description: "Bars of what each driver adds to or takes from the cost: "
        + rows.map { "\($0.0) \(format.signed($0.1))" }.joined(separator: ", ") + ".",
      source: "finance_attribution.csv (Shapley values)",
      chart: TornadoChart(
        bars: rows.map { .init(label: $0.0, low: min(0, $0.1), high: max(0, $0.1)) }, baseline: 0,
        format: format, quantity: "Added to the cost over all years", lowKey: "lowers the cost",
        highKey: "raises the cost"))
  }

  // MARK: - People

  private var survival: Figure? {
    guard let table = evidence["hr_survival.csv"], table.has("survival") else { return nil }
    let time = ["time_years", "years", "time_months", "months", "time_days", "days", "time"].first(
      where: table.columns.contains)
    let group = ["group", "role", "breakdown"].first(where: table.columns.contains)
    guard let time else { return nil }
    let names = group.map { name in table.rows.map { table.cell($0, name) }.uniqued } ?? [""]
    let groups = names.prefix(4).map { name in
      let rows = table.rows.filter { row in group.map { table.cell(row, $0) == name } ?? true }
      let steps = rows.compactMap { row -> SurvivalChart.Step? in
        guard let when = table.number(row, time), let share = table.number(row, "survival") else {
          return nil
        }
        return SurvivalChart.Step(
          time: when, share: share, lower: table.number(row, "ci_lo") ?? share,
          upper: table.number(row, "ci_hi") ?? share, atRisk: Int(table.number(row, "at_risk") ?? 0))
      }
      return SurvivalChart.Group(label: name.isEmpty ? "all" : EvidenceFigures.words(name), steps: steps)
    }.filter { !$0.steps.isEmpty }
    guard let first = groups.first else { return nil }
    let median = first.steps.first { $0.share <= 0.5 }?.time
    let unit = EvidenceFigures.words(time.hasPrefix("time_") ? String(time.dropFirst(5)) : time)
    let half =
      median.map { "half have left after \(Phrase.number($0, decimals: 1)) \(unit)" }
      ?? "fewer than half leave in the time observed"
    return Figure(
      id: "survival", finding: "How long workers stay (\(first.label)): \(half)",
      description: "Falling steps: the share still in post after each length of service, with 95% bands "
        + "(Kaplan and Meier, with Greenwood's errors), and the numbers at risk below.",
      source: "hr_survival.csv",
      chart: SurvivalChart(groups: groups, timeUnit: unit, quantity: "Still in post"))
  }
}
