import Results

extension WorthRow {
  /// Whether it costs more or saves, where the interval tells; of people, whether there are more or fewer.
  var told: String {
    if isNothing { return "no change" }
    guard change.isApart else { return "not told apart" }
    if unit == "£" { return change.mean > 0 ? "costs more" : "saves" }
    return change.mean > 0 ? "more" : "fewer"
  }

  /// Whether nothing is changed in any future.
  private var isNothing: Bool { change.mean == 0 && change.lower == 0 && change.upper == 0 }

  private func amount(_ value: Double) -> String {
    let text = unit == "FTE" ? Phrase.number(value, decimals: 1) : Phrase.pounds(value)
    // What is shown as nothing has no sign.
    let isShown = text.contains { ("1"..."9").contains($0) }
    if !isShown { return text.replacing("-", with: "") }
    return value > 0 ? "+" + text : text
  }

  var interval: String { "\(amount(change.lower)) to \(amount(change.upper))" }
  var mean: String { amount(change.mean) }

  /// What one overlay is worth, as a person reads it at a terminal.
  ///
  /// - Parameter reason: why it changes nothing, where it does not and that can be told.
  package static func text(
    _ rows: [WorthRow], width: Int, colour: Bool, reason: String? = nil
  ) -> String {
    if let first = rows.first, rows.allSatisfy({ $0.isNothing || $0.change.mean.isNaN }) {
      let why = reason.map { ": \($0)" } ?? ""
      let words =
        "\(first.overlay): no difference in cost or leavers in any of \(first.replications) futures\(why)."
      return Phrase.wrapped(words, width: width).joined(separator: "\n") + "\n"
    }
    func only(_ item: Item, _ year: String) -> WorthRow? {
      rows.first { $0.item == item && $0.year == year }
    }
    let headings = rows.filter { $0.item == .heading && $0.year == BudgetRow.allYears && $0.change.mean != 0 }
    let shown =
      headings.map { ($0.title, $0) }
      + [
        (only(.net, BudgetRow.allYears), "Whole cost of the service"),
        (only(.cashable, BudgetRow.allYears), "  cashable"),
        (only(.avoidance, BudgetRow.allYears), "  avoidance"),
        (only(.presentValue, BudgetRow.allYears), "Present value of the whole cost"),
        (only(.leavers, BudgetRow.allYears), "Leavers, FTE"),
      ].compactMap { row, title in row.map { (title, $0) } }
    let cells = shown.map { [$0.0, $0.1.mean, $0.1.interval, $0.1.told] }
    let years = rows.filter { $0.item == .net && $0.year != BudgetRow.allYears }
    let byYear = years.map { row -> [String] in
      let sum = only(.cumulative, row.year)
      return [row.year, row.mean, row.interval, sum?.mean ?? "–", sum?.interval ?? "–"]
    }
    let one = rows.first ?? .blank
    var lines = Phrase.table(
      [["\(one.overlay): change, all years", "mean", "95% interval", ""]] + cells, width: width,
      colour: colour)
    lines += [""]
    lines += Phrase.table(
      [["Whole cost, by year", "mean", "95% interval", "so far", "95% interval"]] + byYear, width: width,
      colour: colour)
    lines += [""]
    lines += sentences(
      only, count: one.replications, basis: only(.presentValue, BudgetRow.allYears)?.basis ?? ""
    ).flatMap {
      Phrase.wrapped($0, width: width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func sentences(
    _ only: (Item, String) -> WorthRow?, count: Int, basis: String
  ) -> [String] {
    let all = BudgetRow.allYears
    var sentences: [String] = []
    if let net = only(.net, all) {
      sentences.append(
        net.change.isApart
          ? "Over all years it \(net.change.mean > 0 ? "costs" : "saves") "
            + "\(Phrase.pounds(net.change.mean.magnitude)) net (95% interval of the change \(net.interval))."
          : net.isNothing
            ? "Over all years it neither costs nor saves anything, in any future."
            : "Whether it costs or saves over all years cannot be told from \(count) pairs of replications "
              + "(95% interval of the change \(net.interval)).")
    }
    if let payback = only(.payback, all) {
      sentences.append(
        payback.date.isEmpty ? "Payback: \(payback.note)." : "Payback: \(payback.date); \(payback.note).")
    }
    for item in [Item.ownCostPerLeaver, .netCostPerLeaver] {
      guard let row = only(item, all) else { continue }
      sentences.append(
        row.change.mean.isFinite
          ? "\(row.title): \(Phrase.pounds(row.change.mean)) (95% interval \(Phrase.pounds(row.change.lower)) to "
            + "\(Phrase.pounds(row.change.upper)))."
          : "\(row.title): cannot be given, since \(row.note).")
    }
    return sentences + [
      "With the overlay less without it, in the same \(count) futures: + costs more, - saves. Nominal, but for the "
        + "present value (\(basis), \(only(.presentValue, all)?.note ?? "")). Cashable is what lies below the first year's "
        + "cost raised by general inflation, which a budget holds; avoidance lies above it, which none holds; together "
        + "they are the whole."
    ]
  }
}
