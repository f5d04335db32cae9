import Results

extension Sequence<WorthRow> {
  /// The row of one thing that is told, over all years unless a year is named.
  func only(
    _ item: WorthRow.Item, _ year: String = BudgetRow.allYears, code: String = ""
  ) -> WorthRow? {
    first { $0.item == item && $0.year == year && (code.isEmpty || $0.code == code) }
  }

  /// Whether nothing differs in any future; no where there is no row.
  var changeNothing: Bool {
    let told = filter { $0.item != .paidBack }
    return !told.isEmpty && told.allSatisfy { $0.isNothing || $0.change.mean.isNaN }
  }
}

extension WorthRow {
  /// Whether nothing is changed in any future.
  var isNothing: Bool { change.mean == 0 && change.lower == 0 && change.upper == 0 }

  /// An amount of its unit with its sign; what is shown as nothing has none.
  func amount(_ value: Double) -> String {
    let text = unit == "FTE" ? Phrase.number(value, decimals: 1) : Phrase.pounds(value)
    let isShown = text.contains { ("1"..."9").contains($0) }
    if !isShown { return text.replacing("-", with: "") }
    return value > 0 ? "+" + text : text
  }

  var interval: String { "\(amount(change.lower)) to \(amount(change.upper))" }
  var mean: String { amount(change.mean) }

  /// What 8 in 10 futures lie in; a dash where an earlier program did not say.
  var range: String {
    change.p10.isFinite && change.p90.isFinite ? "\(amount(change.p10)) to \(amount(change.p90))" : "–"
  }

  /// `In 8 in 10 futures the change is between -£2.1m and +£0.3m.`; nil where an earlier program did not say.
  var rangeSentence: String? {
    guard change.p10.isFinite, change.p90.isFinite, !isNothing else { return nil }
    return "In 8 in 10 futures the change is between \(amount(change.p10)) and \(amount(change.p90))."
  }

  // MARK: The chance that it pays back

  /// In how many futures the money is back.
  var paidBack: Likelihood { Likelihood(share: change.mean, of: replications) }

  /// `The money is back by the end of the run: likely (…); in half of the futures by 31 March 2028.`
  ///
  /// - Parameter dated: a date as the page writes it.
  func paidBackSentence(_ dated: (String) -> String = { $0 }) -> String {
    let half =
      date.isEmpty ? "in fewer than half of the futures at any time" : "in half of them by \(dated(date))"
    return "The money is back by the end of the run: \(paidBack.phrase); \(half)."
  }

  // MARK: Cost for each leaver avoided

  /// What a cost for each leaver avoided comes to: its name, which says saving where it is one, and the amount with its
  /// interval; why there is none where there is none.
  var forEachLeaver: (title: String, amount: String?, interval: String?, note: String) {
    guard change.mean.isFinite else { return (title, nil, nil, "cannot be given, since \(note)") }
    let isSaving = change.upper < 0
    func text(_ value: Double) -> String { Phrase.pounds(isSaving ? -value : value) }
    let ends = isSaving ? (change.upper, change.lower) : (change.lower, change.upper)
    let isOpen = change.lower < 0 && !isSaving
    return (
      isSaving ? title.replacing("Net cost", with: "Net saving") : title, text(change.mean),
      "\(text(ends.0)) to \(text(ends.1))",
      isOpen ? "whether it is a cost or a saving (below 0) cannot be told" : ""
    )
  }
}
