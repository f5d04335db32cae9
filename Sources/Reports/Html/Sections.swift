import Charts
import Notation
import Results

/// The top of the report: the question, the answer's frame, and whether it may be used at all.
struct TitleSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let m = result.manifest
    var text = Html.heading(1, m.title)
    if !m.question.isEmpty { text += Html.paragraph(m.question, "lead") }
    text += Html.paragraph(
      "Simulated from \(m.startDate) to \(m.endDate), \(Words.count(m.replicationsDone, "replication")). Medians are "
        + "given with the range that holds 80% of the replications (P10 to P90). The ranges are the model's own: "
        + "they do not include what the model leaves out.", "soft")
    if m.interrupted || m.replicationsDone < m.replicationsWanted {
      text += notice(
        "Unfinished: \(m.replicationsDone) of \(m.replicationsWanted) replications were finished before the run was stopped."
      )
    }
    let broken = result.checks.filter { !$0.holds }
    if !broken.isEmpty {
      text += notice(
        "Do not use these figures: \(broken.map(\.balance).joined(separator: ", ")) does not balance.")
    }
    return text
  }

  private func notice(_ words: String) -> String {
    "<div class=\"notice\" role=\"note\">" + Html.paragraph(words) + "</div>\n"
  }
}

/// Everything that was set, the least founded on top.
struct AssumptionSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let assumptions = Assumptions(result.parameters)
    let rated = assumptions.rated.filter { $0.rating != .choice }
    var text = Html.paragraph(
      "The scenario sets \(Words.count(assumptions.rated.count, "value")), rated by their evidence: "
        + "\(assumptions.counts). \(Words.count(assumptions.defaults, "other value")) keep their defaults, most of "
        + "them switched off; parameters.csv lists them all.")
    text += Html.paragraph(AssumptionRating.explanation, "soft")
    let shown = 15
    text += table("The values with the weakest evidence", rated.prefix(shown))
    if rated.count > shown {
      text += Html.details(
        "The other \(rated.count - shown) values", table("The other values", rated.dropFirst(shown)))
    }
    return text
  }

  private func table(
    _ caption: String, _ rows: ArraySlice<(rating: AssumptionRating, row: ParameterRow)>
  ) -> String {
    Html.table(
      caption: caption, columns: ["Rating", "Value", "Set to", "Range given", "Meaning", "Source"],
      rows: rows.map { rating, row in
        [
          rating.word, row.path, shortened(row.value) + " " + row.unit,
          row.uncertain.isEmpty ? "none" : row.uncertain, row.meaning, row.source,
        ]
      })
  }

  private func shortened(_ value: String) -> String {
    value.count > 60 ? value.prefix(57) + "…" : value
  }
}

/// The dozen measures at the start and after some years.
struct HeadlineSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let table = HeadlineTable(result)
    let rows = table.cells
    guard !rows.isEmpty else { return "" }
    return Html.table(
      caption: "Median, and the range that holds 80% of the replications",
      columns: ["Measure"] + table.titles,
      rows: rows, numeric: Set(1...table.titles.count))
      + ([NoticeLine(result).sentence].compactMap { $0 }.map { Html.paragraph("Notice to improve: \($0)") })
      .joined()
      + PrecisionLines(result).lines(10_000, TextStyle(hasColour: false)).map { Html.paragraph($0, "soft") }
      .joined()
  }
}

/// Cost by year, and by year and line.
struct CostSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let lines = FinanceLines(result)
    guard !lines.years.isEmpty else { return "" }
    let format = ValueFormat(multiplier: 1e-6, decimals: 2)
    let used = lines.parts.filter { line in lines.years.contains { lines.mean(line.code, $0) ?? 0 != 0 } }
    var text = Html.table(
      caption: "Mean cost by line and financial year, nominal, £m",
      columns: ["Line"] + lines.years,
      rows: used.map { line in
        [line.title] + lines.years.map { format.text(lines.mean(line.code, $0) ?? .nan) }
      } + [["Total"] + lines.years.map { format.text(lines.total($0) ?? .nan) }],
      numeric: Set(1...lines.years.count))
    let unused = lines.parts.count - used.count
    if unused > 0 {
      text += Html.paragraph("Omitted: \(Words.count(unused, "line")) without any cost.", "soft")
    }
    text += budgets(lines)
    return text
  }

  private func budgets(_ lines: FinanceLines) -> String {
    let rows = result.finance.filter { $0.priceBasis == "nominal" && $0.budget != nil }
    guard !rows.isEmpty else {
      return Html.paragraph(
        "The scenario sets no budgets, so the likelihood of an overspend cannot be given.", "soft")
    }
    let format = ValueFormat.millions
    return Html.table(
      caption: "Budgets and how likely they are to be exceeded",
      columns: ["Line and year", "Budget", "Mean", "P80", "P90", "More than the budget"],
      rows: rows.map { row in
        [
          "\(row.line), \(row.financialYear)", format.text(row.budget ?? .nan),
          format.text(row.estimate.mean),
          format.text(row.p80), format.text(row.estimate.p90), likelihood(row),
        ]
      }, numeric: [1, 2, 3, 4])
  }

  private func likelihood(_ row: FinanceRow) -> String {
    guard let share = row.probabilityOverBudget, row.estimate.n > 0 else { return "–" }
    return Likelihood(share: share, of: row.estimate.n).phrase
  }
}

/// Published figures beside the simulated ones.
struct PublishedSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let section = ObservedSection(result)
    guard !section.pairs.isEmpty else {
      return Html.paragraph("There are no published figures to compare this result with.", "soft")
    }
    let inside = section.pairs.count { $0.isInside == true }
    return Html.paragraph(
      "\(inside) of \(Words.count(section.pairs.count, "published figure")) after the start lie inside the simulated "
        + "80% range. If the ranges were right, about four in five would.")
      + Html.table(
        caption: "The latest published figure of each headline",
        columns: ["Measure", "Date", "Published", "P10", "Median", "P90", "Lies"],
        rows: section.latest.map(cells), numeric: [2, 3, 4, 5])
      + Html.details(
        "All \(section.pairs.count) published figures",
        Html.table(
          caption: "Every published figure that has a simulated counterpart",
          columns: ["Measure", "Date", "Published", "P10", "Median", "P90", "Lies", "Release"],
          rows: section.pairs.map { cells((whole(of: $0), $0)) + [$0.figure.release] },
          numeric: [2, 3, 4, 5]))
  }

  private func whole(of pair: ObservedComparison) -> String {
    let figure = pair.figure
    return figure.measure + (figure.breakdown.isEmpty ? "" : ", " + figure.breakdown)
  }

  private func cells(_ item: (label: String, pair: ObservedComparison)) -> [String] {
    let figure = item.pair.figure
    let format = MeasureFormat(unit: figure.unit)
    let e = item.pair.simulated ?? .none
    let verdict = item.pair.isInside == true ? "inside" : figure.value > e.p90 ? "above" : "below"
    return [
      item.label, figure.date.description, format.text(figure.value), format.text(e.p10), format.text(e.p50),
      format.text(e.p90), verdict,
    ]
  }
}
