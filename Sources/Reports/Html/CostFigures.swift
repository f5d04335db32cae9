import Charts
import Notation
import Parameters
import Results

/// Figures of money: what the total grew by, line by line, and how likely each amount of the last year is.
struct CostFigures {
  let result: ResultSet

  init(_ result: ResultSet) { self.result = result }

  /// What the cost grew by, line by line.
  var growth: [Figure] { [bridge].compactMap { $0 } }
  /// How likely each amount is.
  var chances: [Figure] { [exceedance].compactMap { $0 } }

  private var source: String {
    "finance.csv and years.csv of this result, \(Words.futures(result.manifest.replicationsDone)), "
      + "seed \(result.manifest.seed)"
  }

  /// From the mean cost of the first year to that of the last: means add up, quantiles do not.
  private var bridge: Figure? {
    let lines = FinanceLines(result)
    guard let first = lines.years.first, let last = lines.years.last, first != last,
      let start = lines.total(first), let end = lines.total(last)
    else { return nil }
    let changes = lines.parts.map { line in
      WaterfallChart.Step(
        label: line.title, change: (lines.mean(line.code, last) ?? 0) - (lines.mean(line.code, first) ?? 0))
    }.sorted { ($1.change, $0.label) < ($0.change, $1.label) }
    // Small changes would each be a bar too thin to see; together they are one.
    let large = changes.filter { abs($0.change) >= 0.01 * abs(end - start) }
    var steps = large
    let rest = changes.count - large.count
    if rest > 0 {
      let sum = changes.reduce(0) { $0 + $1.change } - large.reduce(0) { $0 + $1.change }
      steps.append(WaterfallChart.Step(label: "\(Words.count(rest, "smaller line"))", change: sum))
    }
    let format = ValueFormat.money(upTo: max(start, end))
    let chart = WaterfallChart(
      startLabel: first, start: start, steps: steps, endLabel: last, format: format,
      quantity: "Mean cost, nominal")
    var finding =
      "The mean cost, nominal, goes from \(format.text(start)) in \(first) to \(format.text(end)) in \(last)"
    if let most = changes.max(by: { abs($0.change) < abs($1.change) }), most.change != 0 {
      finding += "; the largest change is in \(most.label.lowercasedFirst) (\(format.signed(most.change)))"
    }
    return Figure(
      id: "cost-bridge", finding: finding,
      description: "A waterfall from the first year's mean cost to the last year's: "
        + steps.map { "\($0.label) \(format.signed($0.change))" }.joined(separator: ", ") + ".",
      source: source + ". Means, because only means add up", chart: chart)
  }

  private var exceedance: Figure? {
    guard let place = result.series.place(of: Series.cost),
      let year = Horizon.financialYears(of: result).last,
      let estimate = Horizon.reading(of: place, in: year, of: result), estimate.n > 1,
      estimate.p95 > estimate.p05
    else { return nil }
    let points = [
      (estimate.p05, 0.95), (estimate.p10, 0.9), (estimate.p25, 0.75), (estimate.p50, 0.5),
      (estimate.p75, 0.25), (estimate.p90, 0.1), (estimate.p95, 0.05),
    ].map { ExceedanceChart.Point(value: $0.0, probability: $0.1) }
    let budgets = result.finance.filter { $0.financialYear == year && $0.priceBasis == "nominal" }.compactMap(
      \.budget)
    let total = FinanceLines(result).budget(year)
    let format = ValueFormat.money(upTo: estimate.p95)
    let marks = total.map { [ExceedanceChart.Mark(value: $0, label: "budget \(format.text($0))")] } ?? []
    return Figure(
      id: "cost-exceedance",
      finding:
        "Cost in \(year), nominal: in 1 of 10 simulated futures more than \(format.text(estimate.p90)), "
        + "in 1 of 10 less than \(format.text(estimate.p10))",
      description:
        "A falling curve through seven known points: the chance that the year costs more than an "
        + "amount, from 95% for \(format.text(estimate.p05)) to 5% for \(format.text(estimate.p95))."
        + (budgets.isEmpty ? " The scenario sets no budget." : ""),
      source: source + ". The line between the seven points is drawn straight",
      chart: ExceedanceChart(
        points: points, marks: marks, format: format, quantity: "Cost in \(year), nominal"))
  }
}

/// The budget lines of a result, without the headings that sum them.
struct FinanceLines {
  /// The headings of `finance.csv` that sum others.
  static let sums: Set = [FinanceRow.total, FinanceRow.lookedAfter]

  let result: ResultSet
  let years: [String]
  let parts: [(code: String, title: String)]
  private let nominal: [String: FinanceRow]

  init(_ result: ResultSet) {
    self.result = result
    let whole = Set(Horizon.financialYears(of: result))
    let rows = result.finance.filter { $0.priceBasis == "nominal" && whole.contains($0.financialYear) }
    years = rows.map(\.financialYear).uniqued
    parts = rows.filter {
      $0.financialYear == rows.first?.financialYear && !FinanceLines.sums.contains($0.lineCode)
    }
    .map { ($0.lineCode, $0.line) }
    nominal = Dictionary(
      rows.map { ("\($0.lineCode) \($0.financialYear)", $0) }, uniquingKeysWith: { first, _ in first })
  }

  func row(_ code: String, _ year: String) -> FinanceRow? { nominal["\(code) \(year)"] }
  func mean(_ code: String, _ year: String) -> Double? { row(code, year)?.estimate.mean }

  /// The sum of the lines' means; nil where there are none.
  func total(_ year: String) -> Double? {
    let means = parts.compactMap { mean($0.code, year) }
    return means.isEmpty ? nil : means.reduce(0, +)
  }

  /// The whole budget of a year; nil where any line has none.
  func budget(_ year: String) -> Double? {
    if let budget = row("total", year)?.budget { return budget }
    let budgets = parts.map { row($0.code, year)?.budget }
    return budgets.isEmpty || budgets.contains { $0 == nil } ? nil : budgets.compactMap { $0 }.reduce(0, +)
  }
}

extension String {
  /// The text as it stands inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
