import Charts
import Dates
import Notation
import Results

/// The figures of a comparison, for one overlay at a time.
struct ComparisonFigures {
  let stored: StoredComparison
  let names: MeasureNames
  let base: String
  let parts: FolderParts

  /// A name that may stand in an id.
  private func key(_ overlay: String) -> String {
    String(stored.rows.map(\.scenario).uniqued.firstIndex(of: overlay) ?? 0)
  }

  private func titled(_ overlay: String) -> String { stored.manifest.title(of: overlay) }
  private var baseTitle: String { stored.manifest.scenario.isEmpty ? base : stored.manifest.scenario }

  // MARK: Differences

  func differences(_ overlay: String) -> [FolderPage.Piece] {
    let own = stored.rows.filter { $0.scenario == overlay }
    let rows = own.map { row -> IntervalChart.Row in
      let scale = (row.baseMean ?? 0).magnitude
      func relative(_ value: Double?) -> Double { scale > 0 ? (value ?? .nan) / scale : .nan }
      let words = ChangeWords(row.unit).short(row.difference ?? .nan, row.lower ?? .nan, row.upper ?? .nan)
      return IntervalChart.Row(
        label: names.output(row.output), mean: relative(row.difference), lower: relative(row.lower),
        upper: relative(row.upper), text: words, isApart: row.verdict.isTold)
    }
    guard !rows.isEmpty else { return [] }
    let told = zip(own, rows).filter { $0.0.verdict.isTold && $0.1.mean.isFinite }
      .sorted { ($1.1.mean.magnitude, $0.1.label) < ($0.1.mean.magnitude, $1.1.label) }.prefix(2)
    let finding =
      told.isEmpty
      ? "With \(titled(overlay)) no difference can be told from chance"
      : "With \(titled(overlay)): "
        + told.map { row, drawn in
          "\(drawn.label) \(row.unit == "£" ? "(nominal) " : "")\(Phrase.percent(drawn.mean.magnitude)) "
            + (drawn.mean < 0 ? "lower" : "higher")
        }.joined(separator: "; ")
    return [
      .figure(
        FolderFigure(
          id: "differences-\(key(overlay))", finding: finding,
          description:
            "A row for each measure, with a dot for the mean change in percent of the mean without it and a "
            + "line for its 95% interval. "
            + rows.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + ".",
          source: "\(Tables.comparison.name); \(parts.source). Money is nominal",
          chart: { isNarrow in
            IntervalChart(
              rows: rows, format: .percent,
              quantity: "Change in % of the mean with \(baseTitle), with its 95% interval",
              column: "Change, %", isNarrow: isNarrow)
          }))
    ]
  }

  // MARK: Over time

  func fans(_ overlay: String) -> [FolderPage.Piece] {
    guard !stored.series.isEmpty else {
      return [
        .html(
          Html.paragraph(
            "The folder has no readings over time: an earlier program wrote it. The command below writes it anew."
          ))
      ]
    }
    let keys = stored.series.map { [$0.measure, $0.breakdown] }.uniqued
    return keys.compactMap { fan($0[0], $0[1], overlay) }.map { .figure($0) }
  }

  private func fan(_ measure: String, _ breakdown: String, _ overlay: String) -> FolderFigure? {
    func own(_ scenario: String) -> [ComparedSeriesRow] {
      stored.series.filter {
        $0.scenario == scenario && $0.measure == measure && $0.breakdown == breakdown && $0.estimate.n > 0
      }
    }
    let (without, with) = (own(base), own(overlay))
    guard let last = without.last, let other = with.last, without.count > 1 else { return nil }
    let name = names.series(measure, breakdown)
    let words = ChangeWords(last.unit)
    let format = words.axis(upTo: (without + with).map(\.estimate.p90).max() ?? 0)
    func range(_ row: ComparedSeriesRow) -> String {
      words.range(row.estimate.p10, row.estimate.p90)
    }
    func line(_ scenario: String, _ rows: [ComparedSeriesRow]) -> BandChart.Line {
      BandChart.Line(
        name:
          "\(scenario == base ? baseTitle : titled(scenario)): the middle future, and the band that holds 8 in 10 futures",
        points: rows.map {
          .init(
            x: Double($0.date.dayNumber), low: $0.estimate.p10, middle: $0.estimate.p50,
            high: $0.estimate.p90,
            label: $0.financialYear.isEmpty ? $0.date.inWords : $0.financialYear)
        })
    }
    let lines = [line(base, without), line(overlay, with)]
    let isYearly = !last.financialYear.isEmpty
    let marks =
      isYearly
      ? without.map { BandChart.Mark(x: Double($0.date.dayNumber), label: $0.financialYear) }
      : Self.aprils(from: without[0].date, to: last.date)
    let when = isYearly ? "in \(last.financialYear)" : "on \(last.date.inWords)"
    let money = last.unit == "£" ? ", nominal" : ""
    return FolderFigure(
      id: "fan-\(key(overlay))-\(measure)",
      finding: "\(name)\(money) \(when): \(range(last)) in 8 in 10 simulated futures with \(baseTitle), "
        + "\(range(other)) with \(titled(overlay))",
      description:
        "Two bands over one another, each with its middle line, from \(without[0].date.inWords) to "
        + "\(last.date.inWords). The middle ends at \(words.level(last.estimate.p50)) with \(baseTitle) and at "
        + "\(words.level(other.estimate.p50)) with \(titled(overlay)).",
      source: "\(Tables.comparedSeries.name); \(parts.source)",
      chart: { isNarrow in
        BandChart(
          lines: lines, format: format,
          quantity: name + money + (isYearly ? ", by financial year" : ", at month ends"),
          horizontal: isYearly ? "Financial year" : "Date", marks: marks, isNarrow: isNarrow)
      })
  }

  /// Each 1 April.
  private static func aprils(from first: CivilDate, to last: CivilDate) -> [BandChart.Mark] {
    (first.civil.year...max(first.civil.year, last.civil.year + 1)).compactMap { year in
      let date = CivilDate(year, 4, 1)
      // The last day of a run that ends in March is the day before.
      let shown = date == last.adding(days: 1) ? last : date
      guard first <= shown, shown <= last else { return nil }
      return BandChart.Mark(x: Double(shown.dayNumber), label: "April \(year)")
    }
  }

  // MARK: Money

  func money(_ overlay: String) -> [FolderPage.Piece] {
    let own = stored.money.filter { $0.scenario == overlay }
    guard let net = own.first(where: { $0.level == .net && $0.year == BudgetRow.allYears }) else {
      return [
        .html(
          Html.paragraph(
            stored.money.isEmpty
              ? "The folder has no costs by year: an earlier program wrote it. The command below writes it anew."
              : "Nothing is spent in either."))
      ]
    }
    let years = own.filter { $0.level == .net && $0.year != BudgetRow.allYears }
    let headings = own.filter {
      $0.level == .heading && $0.year == BudgetRow.allYears && ($0.change.mean != 0 || $0.change.isApart)
    }
    let byYear =
      FolderParts.rows(years.map { ($0.year, $0.change, false) } + [("All years", net.change, true)])
    let byHeading = FolderParts.rows(
      headings.map { ($0.title, $0.change, false) } + [("Whole cost of the service", net.change, true)])
    let format = ChangeWords("£").axis(
      upTo: (byYear + byHeading).flatMap { [$0.lower, $0.upper] }.map(\.magnitude).max() ?? 0)
    let told =
      net.change.isApart
      ? "With \(titled(overlay)) the service \(FolderParts.costs(net.change)) over all years, nominal"
      : "Whether \(titled(overlay)) costs or saves over all years cannot be told (nominal)"
    let largest = headings.filter(\.change.isApart)
      .max { ($0.change.mean.magnitude, $1.title) < ($1.change.mean.magnitude, $0.title) }
    func figure(_ id: String, _ finding: String, _ rows: [IntervalChart.Row], _ by: String)
      -> FolderPage.Piece
    {
      .figure(
        FolderFigure(
          id: "\(id)-\(key(overlay))", finding: finding,
          description:
            "A row for each \(by), with a dot for the mean change in cost and a line for its 95% interval. "
            + rows.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + ".",
          source: "\(Tables.comparedMoney.name); \(parts.source)",
          chart: { isNarrow in
            IntervalChart(
              rows: rows, format: format,
              quantity:
                "Change in cost by \(by), £ nominal, with its 95% interval (+ costs more, \u{2212} saves)",
              column: "Change, £", isNarrow: isNarrow)
          }))
    }
    return [
      figure("money-years", told, byYear, "financial year"),
      figure(
        "money-headings",
        largest.map {
          "The largest change is in \($0.title.lowercasedFirst): \($0.change.poundsInWords), nominal"
        }
          ?? "No heading's change can be told from chance", byHeading, "heading"),
      .html(lines(own.filter { $0.level == .line && ($0.baseMean != 0 || $0.mean != 0) })),
    ]
  }

  private func lines(_ rows: [ComparedMoneyRow]) -> String {
    Html.details(
      "Budget lines as a table",
      Html.table(
        caption: "Cost by budget line over all years, mean of \(parts.futures), nominal",
        columns: ["Line", baseTitle, "With it", "Change (95% interval)"],
        rows: rows.map {
          [
            $0.title, ChangeWords("£").level($0.baseMean), ChangeWords("£").level($0.mean),
            $0.change.poundsInWords,
          ]
        }, numeric: [1, 2, 3]))
  }
}
