import Results

extension WorthRow {
  /// Whether it costs more or saves, where the interval tells; of people, whether there are more or fewer.
  var told: String {
    if isNothing { return "no change" }
    guard change.isApart else { return "not told apart" }
    if unit == "£" { return change.mean > 0 ? "costs more" : "saves" }
    return change.mean > 0 ? "more" : "fewer"
  }

  /// What one overlay is worth, as a person reads it at a terminal.
  ///
  /// - Parameters:
  ///   - title: what people call the overlay; its name in tables where nothing else is said.
  ///   - reason: why it changes nothing, where it does not and that can be told.
  package static func text(
    _ rows: [WorthRow], width: Int, colour: Bool, title: String? = nil, reason: String? = nil
  ) -> String {
    let title = title ?? rows.first?.overlay ?? ""
    if let first = rows.first, rows.changeNothing {
      let why = reason.map { ": \($0)" } ?? ""
      let words =
        "\(title): no difference in cost or leavers in any of \(first.replications) futures\(why)."
      return Phrase.wrapped(words, width: width).joined(separator: "\n") + "\n"
    }
    let headings = rows.filter { $0.item == .heading && $0.year == BudgetRow.allYears && $0.change.mean != 0 }
    let shown =
      headings.map { ($0.title, $0) }
      + [
        (rows.only(.net), "Whole cost of the service"),
        (rows.only(.cashable), "  cashable"),
        (rows.only(.avoidance), "  avoidance"),
        (rows.only(.presentValue), "Present value of the whole cost"),
        (rows.only(.leavers), "Leavers, FTE"),
      ].compactMap { row, title in row.map { (title, $0) } }
    let cells = shown.map { [$0.0, $0.1.mean, $0.1.interval, $0.1.told] }
    let byYear = rows.filter { $0.item == .net && $0.year != BudgetRow.allYears }.map { row -> [String] in
      let sum = rows.only(.cumulative, row.year)
      let back = rows.only(.paidBack, row.year)
      return [row.year, row.mean, row.interval, row.range, sum?.mean ?? "–", back?.paidBack.short ?? "–"]
    }
    let whole = rows.only(.net).map {
      ["All years", $0.mean, $0.interval, $0.range, $0.mean, rows.only(.paidBack)?.paidBack.short ?? "–"]
    }
    var lines = Phrase.table(
      [["\(title): change, all years", "mean", "95% interval", ""]] + cells, width: width,
      colour: colour)
    lines += [""]
    lines += Phrase.table(
      [["Net", "mean", "95% interval", "8 in 10 futures", "so far", "paid back"]] + byYear
        + [whole].compactMap { $0 }, width: width, colour: colour)
    lines += [""]
    lines += sentences(rows).flatMap { Phrase.wrapped($0, width: width) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func sentences(_ rows: [WorthRow]) -> [String] {
    var sentences: [String] = []
    let count = rows.first?.replications ?? 0
    if let net = rows.only(.net) {
      let mean =
        net.change.isApart
        ? "Over all years it \(net.change.mean > 0 ? "costs" : "saves") "
          + "\(Phrase.pounds(net.change.mean.magnitude)) net on average (95% interval of the mean change \(net.interval))."
        : net.isNothing
          ? "Over all years it neither costs nor saves anything, in any future."
          : "Whether it costs or saves over all years cannot be told from \(count) pairs of replications "
            + "(95% interval of the mean change \(net.interval))."
      sentences.append([mean, net.rangeSentence].compactMap { $0 }.joined(separator: " "))
    }
    if let payback = rows.only(.payback) {
      let mean = payback.date.isEmpty ? payback.note : "\(payback.date); \(payback.note)"
      let chance = rows.only(.paidBack).map { " " + $0.paidBackSentence() } ?? ""
      sentences.append("Payback of the mean: \(mean).\(chance)")
    }
    for item in [Item.ownCostPerLeaver, .netCostPerLeaver] {
      guard let told = rows.only(item)?.forEachLeaver else { continue }
      guard let amount = told.amount, let interval = told.interval else {
        sentences.append("\(told.title): \(told.note).")
        continue
      }
      let open = told.note.isEmpty ? "" : "; \(told.note)"
      sentences.append("\(told.title): \(amount) (95% interval \(interval)\(open)).")
    }
    let value = rows.only(.presentValue)
    return sentences + [
      "With the overlay less without it, in the same \(count) futures: + costs more, - saves. Nominal, but for the "
        + "present value (\(value?.basis ?? ""), \(value?.note ?? "")). Paid back: the share of futures in which, from "
        + "that year's end to the end of the run, no more has been spent than without it. Cashable is what lies below the "
        + "first year's cost raised by general inflation, which a budget holds; avoidance lies above it, which none "
        + "holds; together they are the whole."
    ]
  }
}
