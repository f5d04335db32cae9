import Charts
import Notation
import Results

/// One lever on the page of what levers are worth.
struct WorthLever {
  let name: String
  let rows: [WorthRow]
  /// Its place on the page, from 0.
  let place: Int
  let base: String
  let parts: FolderParts

  private static let all = BudgetRow.allYears

  private func only(_ item: WorthRow.Item, _ year: String = all, code: String = "") -> WorthRow? {
    rows.only(item, year, code: code)
  }

  private var years: [String] { rows.filter { $0.item == .net && $0.year != Self.all }.map(\.year) }

  /// The answer in a sentence or two.
  var answer: String {
    guard let net = only(.net) else { return "The folder says nothing of it." }
    if rows.changeNothing { return "\(name) changes nothing, in any future." }
    if net.isNothing { return "\(name) neither costs nor saves anything in any future." }
    let whole =
      net.change.isApart
      ? "Over all years the service with \(name) \(FolderParts.costs(net.change)) on average, nominal, its own cost included "
        + "(\(FolderParts.interval(net.change)))."
      : "Whether \(name) costs or saves over all years cannot be told from \(parts.futures) "
        + "(\(FolderParts.interval(net.change)), nominal, its own cost included)."
    return [whole, net.rangeSentence.map(Typeset.minus), payback].compactMap { $0 }.joined(separator: " ")
  }

  /// What else is said of a row, in this page's words.
  private func note(_ row: WorthRow) -> String { row.note.replacing("replications", with: "futures") }

  private var payback: String {
    guard let row = only(.payback) else { return "" }
    let mean =
      row.date.isEmpty
      ? "Payback of the mean: \(note(row))."
      : "Payback of the mean: \(ChangeWords.dated(row.date)); \(note(row))."
    return mean + (only(.paidBack).map { " " + $0.paidBackSentence(ChangeWords.dated) } ?? "")
  }

  func pieces(saysAnswer: Bool) -> [FolderPage.Piece] {
    var pieces: [FolderPage.Piece] = saysAnswer ? [.html(Html.paragraph(answer))] : []
    guard !rows.changeNothing else { return pieces }
    pieces.append(.html(FolderStyle.numbers(numbers)))
    pieces += [byHeading, cumulative, byYear, ranges, leavers].compactMap { $0.map { .figure($0) } }
    pieces.append(.html(paidBack + table))
    return pieces
  }

  private var numbers: [(number: String, what: String)] {
    let words = ChangeWords("£")
    func money(_ row: WorthRow?, _ what: String) -> (String, String)? {
      row.map {
        (
          words.signed($0.change.mean),
          "\(what), nominal, all years (95% interval "
            + "\(words.signed($0.change.lower)) to \(words.signed($0.change.upper)))"
        )
      }
    }
    let people = only(.leavers).map { row in
      let avoided = ChangeWords("FTE")
      return (
        avoided.signed(row.change.mean),
        "leavers, full-time equivalents, all years (95% interval "
          + "\(avoided.signed(row.change.lower)) to \(avoided.signed(row.change.upper)))"
      )
    }
    let back = only(.paidBack).map { row in
      (
        row.paidBack.short,
        "of futures have the money back by the end of the run (95% interval "
          + "\(Phrase.percent(row.change.lower)) to \(Phrase.percent(row.change.upper)))"
      )
    }
    return [
      money(only(.heading, code: "own_cost"), "programmes, payments and supplements: what it pays"),
      money(only(.net), "the whole service: what it comes to"), back, people,
    ].compactMap { $0 }
  }

  // MARK: Figures

  private var byHeading: FolderFigure? {
    guard let net = only(.net) else { return nil }
    let headings = rows.filter {
      $0.item == .heading && $0.year == Self.all && ($0.change.mean != 0 || $0.change.isApart)
    }
    let drawn = FolderParts.rows(
      headings.map { ($0.title, $0.change, false) } + [("Whole cost of the service", net.change, true)]
        + [WorthRow.Item.cashable, .avoidance].compactMap { item in
          only(item).map { ("of which " + (item == .cashable ? "cashable" : "avoidance"), $0.change, false) }
        })
    let saved = headings.filter { $0.change.isApart && $0.change.mean < 0 }
      .sorted { ($0.change.mean, $0.title) < ($1.change.mean, $1.title) }
    let finding =
      saved.isEmpty
      ? "No saving under any heading can be told from chance (nominal)"
      : "It saves "
        + saved.prefix(2).map {
          "\(Phrase.pounds(-$0.change.mean)) on \($0.title.lowercasedFirst)"
        }.joined(separator: " and ") + ", nominal, over all years"
    return figure(
      "headings", finding,
      "What each heading costs more or less over all years, £ nominal, with its 95% interval", drawn,
      "heading")
  }

  private var byYear: FolderFigure? {
    let drawn = FolderParts.rows(
      years.compactMap { year in only(.net, year).map { (year, $0.change, false) } }
        + (only(.net).map { [("All years", $0.change, true)] } ?? []))
    guard !years.isEmpty else { return nil }
    let told = years.compactMap { year in
      only(.net, year).flatMap { $0.change.isApart ? ($0.change, year) : nil }
    }
    let finding =
      told.isEmpty
      ? "In no single year can a change in the whole cost be told from chance (nominal)"
      : "Net by year, nominal: "
        + [told.first, told.count > 1 ? told.last : nil].compactMap { $0 }.map { change, year in
          "in \(year) it \(FolderParts.costs(change))"
        }.joined(separator: ", ")
    return figure(
      "years", finding, "Change in the whole cost by financial year, £ nominal, with its 95% interval", drawn,
      "year")
  }

  /// What 8 in 10 futures lie in, by year: how far one future may be from the mean.
  private var ranges: FolderFigure? {
    let told = (years + [Self.all]).compactMap { only(.net, $0) }.filter { $0.range != "–" }
    guard let whole = told.last, whole.year == Self.all else { return nil }
    let words = ChangeWords("£")
    let drawn = told.map { row in
      let change = row.change
      return IntervalChart.Row(
        label: row.year == Self.all ? "All years" : row.year, mean: change.p50, lower: change.p10,
        upper: change.p90, text: words.short(change.p50, change.p10, change.p90),
        isApart: change.p10 > 0 || change.p90 < 0, isStrong: row.year == Self.all)
    }
    return figure(
      "ranges",
      "In 8 in 10 futures the whole cost over all years changes by \(words.signed(whole.change.p10)) to "
        + "\(words.signed(whole.change.p90)), nominal",
      "Change in the whole cost, £ nominal: the middle future, and what 8 in 10 futures lie in", drawn,
      "year",
      shown: "the middle future and a line for what 8 in 10 futures lie in")
  }

  private var leavers: FolderFigure? {
    let changed = years.compactMap { only(.leavers, $0) } + [only(.leavers)].compactMap { $0 }
    guard let whole = only(.leavers), changed.contains(where: { $0.change.mean != 0 }) else { return nil }
    let words = ChangeWords("FTE")
    let drawn = changed.map { row in
      // Avoided leavers are the change with its sign turned.
      let (mean, lower, upper) = (-row.change.mean, -row.change.upper, -row.change.lower)
      return IntervalChart.Row(
        label: row.year == Self.all ? "All years" : row.year, mean: mean, lower: lower, upper: upper,
        text: words.short(mean, lower, upper), isApart: row.change.isApart, isStrong: row.year == Self.all)
    }
    let mean = -whole.change.mean
    let finding =
      whole.change.isApart
      ? "\(Phrase.number(mean.magnitude, decimals: 1)) full-time equivalents \(mean > 0 ? "fewer" : "more") leave over all years"
      : "The number of leavers cannot be told from that without it"
    return figure(
      "leavers", finding, "Leavers avoided by financial year, full-time equivalents, with the 95% interval",
      drawn, "year",
      format: ValueFormat(decimals: 1), column: "Avoided, FTE")
  }

  private func figure(
    _ id: String, _ finding: String, _ quantity: String, _ drawn: [IntervalChart.Row], _ by: String,
    format: ValueFormat? = nil, column: String = "Change, £",
    shown: String = "the mean and a line for its 95% interval"
  ) -> FolderFigure {
    let largest = drawn.flatMap { [$0.lower, $0.upper] }.map(\.magnitude).max() ?? 0
    let format = format ?? ChangeWords("£").axis(upTo: largest)
    return FolderFigure(
      id: "\(id)-\(place)", finding: finding,
      description: "A row for each \(by), with a dot for \(shown). "
        + drawn.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + ".",
      source: "\(WorthRow.table.name); \(parts.source)",
      chart: { isNarrow in
        IntervalChart(rows: drawn, format: format, quantity: quantity, column: column, isNarrow: isNarrow)
      })
  }

  private var cumulative: FolderFigure? {
    let found = years.compactMap { only(.cumulative, $0) }
    guard found.count > 1 else { return nil }
    let line = BandChart.Line(
      name: "Mean of all futures so far, and its 95% interval",
      points: found.enumerated().map { place, row in
        .init(x: Double(place), low: row.change.lower, middle: row.change.mean, high: row.change.upper)
      })
    let marks = found.enumerated().map { BandChart.Mark(x: Double($0.offset), label: $0.element.year) }
    let format = ChangeWords("£").axis(
      upTo: found.flatMap { [$0.change.lower, $0.change.upper] }.map(\.magnitude).max() ?? 0)
    return FolderFigure(
      id: "so-far-\(place)", finding: payback.isEmpty ? "What has been spent so far, nominal" : payback,
      description:
        "A line of what the service has cost more or less so far at the end of each financial year, with a band "
        + "for its 95% interval: "
        + found.map { "\($0.year) \($0.change.poundsInWords)" }.joined(separator: "; ") + ".",
      source: "\(WorthRow.table.name); \(parts.source)",
      chart: { isNarrow in
        BandChart(
          lines: [line], format: format,
          quantity: "Change in the whole cost so far, £ nominal (above 0: spent, below 0: saved)",
          horizontal: "End of the financial year", marks: marks, isNarrow: isNarrow)
      })
  }

  // MARK: Tables

  /// In how many futures the money is back, year by year.
  private var paidBack: String {
    let told = years.compactMap { only(.paidBack, $0) }
    return told.isEmpty
      ? ""
      : Html.table(
        caption:
          "Share of futures in which the money is back by the end of the year, and to the end of the run",
        columns: ["Year", "Paid back", "95% interval"],
        rows: told.map {
          [
            $0.year, $0.paidBack.short,
            "\(Phrase.percent($0.change.lower)) to \(Phrase.percent($0.change.upper))",
          ]
        }, numeric: [1, 2])
  }

  private var table: String {
    var rows: [[String]] = []
    if let row = only(.presentValue), row.change.mean.isFinite {
      let words = ChangeWords("£")
      rows.append([
        row.title, words.signed(row.change.mean),
        "\(words.signed(row.change.lower)) to \(words.signed(row.change.upper))",
        row.basis + (row.note.isEmpty ? "" : ", \(row.note)"),
      ])
    }
    for item in [WorthRow.Item.ownCostPerLeaver, .netCostPerLeaver] {
      guard let told = only(item)?.forEachLeaver else { continue }
      let note = told.note.replacing("replications", with: "futures")
      rows.append(
        told.amount.map {
          [
            told.title, Typeset.minus($0), Typeset.minus(told.interval ?? "–"),
            note.isEmpty ? "nominal" : "nominal; \(note)",
          ]
        } ?? [told.title, "–", "–", note])
    }
    return rows.isEmpty
      ? ""
      : Html.table(
        caption: "Present value, and cost for each leaver avoided",
        columns: ["What", "Mean", "95% interval", "Basis"], rows: rows,
        numeric: [1, 2])
  }
}
