import Experiments
import Parameters
import Results
import ServiceModel
import Statistics

extension Worth {
  /// Everything, by heading and line, by year and over all years.
  package var rows: [WorthRow] {
    let rows = totals + people + paybackRows + headings + lines
    return rows.filter { $0.year == BudgetRow.allYears } + rows.filter { $0.year != BudgetRow.allYears }
  }

  private func row(
    _ item: WorthRow.Item, _ title: String, _ year: String, _ values: [Double], code: String = "",
    unit: String = "£", basis: String = "nominal"
  ) -> WorthRow {
    var row = WorthRow.blank
    (row.overlay, row.item, row.code, row.title) = (overlay, item, code, title)
    (row.year, row.unit, row.basis) = (year, unit, basis)
    (row.replications, row.change) = (count, Spread(values))
    return row
  }

  /// The spans that are told: each year, and all of them.
  private var spans: [(label: String, months: Range<Int>)] {
    years.map { ($0.label, $0.months) } + [(BudgetRow.allYears, all)]
  }

  private var headings: [WorthRow] {
    WorthHeading.allCases.flatMap { heading in
      let breakdowns = heading.lines.map { "line=\($0.label)" }
      return spans.map { span in
        row(
          .heading, heading.title, span.label, changes(Series.cost, breakdowns, span.months),
          code: heading.rawValue)
      }
    }
  }

  private var lines: [WorthRow] {
    BudgetLine.allCases.flatMap { line in
      spans.map { span in
        row(
          .line, line.title, span.label, changes(Series.cost, ["line=\(line.label)"], span.months),
          code: line.label)
      }
    }
  }

  private var totals: [WorthRow] {
    let whole = "Whole cost of the service"
    var rows = spans.map { row(.net, whole, $0.label, changes(Series.cost, [""], $0.months)) }
    rows += years.map {
      row(.cumulative, "\(whole), from the start", $0.label, cumulative($0.months.upperBound - 1))
    }
    let parts = years.indices.map { classes($0) }
    for (item, title, values) in [
      (WorthRow.Item.cashable, "Cashable: below the first year's cost in real terms", parts.map(\.cashable)),
      (.avoidance, "Avoidance: above the first year's cost in real terms", parts.map(\.avoidance)),
    ] {
      rows += years.indices.map { row(item, title, years[$0].label, values[$0]) }
      rows.append(row(item, title, BudgetRow.allYears, sums(values)))
    }
    let discount = DiscountTable.greenBook
    let real = years.indices.map { realChanges($0) }
    let values = (0..<count).map { replication in discount.presentValue(real.map { $0[replication] }) }
    var value = row(
      .presentValue, "Present value of the whole cost", BudgetRow.allYears, values,
      basis: "real \(years.first?.label ?? "")")
    value.note = discount.name
    return rows + [value]
  }

  private func sums(_ years: [[Double]]) -> [Double] {
    (0..<count).map { replication in years.reduce(0) { $0 + $1[replication] } }
  }

  // MARK: Leavers

  private var people: [WorthRow] {
    let leavers = changes(Series.leavers, [""], all)
    let rows = spans.map {
      row(.leavers, "Leavers", $0.label, changes(Series.leavers, [""], $0.months), unit: "FTE")
    }
    let own = changes(Series.cost, WorthHeading.ownCost.lines.map { "line=\($0.label)" }, all)
    let net = changes(Series.cost, [""], all)
    return rows + [
      ratio(.ownCostPerLeaver, "Programmes, payments and supplements for each leaver avoided", own, leavers),
      ratio(.netCostPerLeaver, "Net cost for each leaver avoided", net, leavers),
    ]
  }

  /// Pounds for each leaver avoided; only where fewer leave, and that can be told.
  private func ratio(
    _ item: WorthRow.Item, _ title: String, _ pounds: [Double], _ leavers: [Double]
  ) -> WorthRow {
    var made = row(item, title, BudgetRow.allYears, [], unit: "£ per FTE")
    let change = Spread(leavers)
    let avoided = leavers.map { -$0 }
    guard change.upper < 0, let found = RatioOfMeans(pounds, over: avoided) else {
      made.note =
        change.lower > 0
        ? "more leave, not fewer" : "the number of leavers cannot be told from that without it"
      return made
    }
    made.change.mean = found.ratio
    (made.change.lower, made.change.upper) = (found.interval.lower, found.interval.upper)
    made.note =
      made.change.upper < 0
      ? "below 0: a saving for each leaver avoided"
      : made.change.lower < 0 ? "whether it is a cost or a saving cannot be told" : ""
    return made
  }
}
