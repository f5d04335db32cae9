import Dates

/// Reads what stands after `known:`, the last day of the newest figure behind a value.
enum KnownReading {
  /// The day, or why it is none.
  static func read(_ pair: Tree.Pair, _ source: SourceText) -> (date: CivilDate?, finding: Finding?) {
    if let text = pair.value.scalar?.text, let date = CivilDate(iso: text) { return (date, nil) }
    let said = pair.value.scalar.map(\.text.quoted) ?? pair.value.kindName
    return (
      nil,
      source.error(
        "wrong-type", pair.value.place, "\"known\" takes a date, not \(said).",
        help: "write year, month and day as 2015-04-01")
    )
  }
}
