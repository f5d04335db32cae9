import Notation
import Results

/// What the result rests on: first the inputs that have a range, which are what moves it, then how all are founded.
struct InputSection {
  let result: ResultSet
  let measured: MeasuredInfluence?

  init(_ result: ResultSet, _ measured: MeasuredInfluence?) {
    (self.result, self.measured) = (result, measured)
  }

  var html: String {
    let assumptions = Assumptions(result.parameters)
    var text = Html.paragraph(
      "The scenario sets \(Words.count(assumptions.rated.count, "value")), rated by their evidence: "
        + "\(assumptions.counts). \(Words.count(assumptions.defaults, "other value")) keep their defaults, most of "
        + "them switched off; the list at the end of this page has all that were set.")
    text += Html.paragraph(AssumptionRating.explanation, "soft")
    text += ranked(assumptions.rated.filter { !$0.row.uncertain.isEmpty })
    let red = assumptions.rated.filter { $0.rating == .red && $0.row.uncertain.isEmpty }
    if !red.isEmpty {
      text += Html.details(
        "\(Words.count(red.count, "value")) without a source or a reason, taken as exactly known",
        Html.table(
          caption: "Values without a source or a reason", columns: ["Input", "Set to", "Source"],
          rows: red.map { [$0.row.meaning, InputSection.value($0.row), $0.row.source] }))
    }
    return text
  }

  private func ranked(_ rows: [(rating: AssumptionRating, row: ParameterRow)]) -> String {
    guard !rows.isEmpty else {
      return Html.paragraph(
        "No input has a range: all are taken as exactly known, so that the ranges show chance alone.")
    }
    let influence = InputInfluence(result, measured)
    let sorted = rows.map { ($0, influence.share(of: $0.row)) }.sorted {
      ($1.1, $0.0.row.path) < ($0.1, $1.0.row.path)
    }
    return Html.paragraph(influence.explanation)
      + Html.table(
        caption:
          "Inputs that are uncertain, \(influence.isMeasured ? "the most influential first" : "the widest range first")",
        columns: ["Input", "Set to", "Range given", influence.column, "Evidence", "Source"],
        rows: sorted.map { item, _ in
          [
            item.row.meaning, InputSection.value(item.row), item.row.uncertain, influence.text(item.row),
            item.rating.word, item.row.source,
          ]
        }, numeric: [3])
  }

  /// A value with its unit; long lists are cut short.
  static func value(_ row: ParameterRow) -> String {
    let value = row.value.count > 60 ? row.value.prefix(57) + "…" : row.value
    return row.unit == "-" ? value : value + " " + row.unit
  }
}

/// Everything that was set, by its path in the scenario: the last of a report.
struct ValuesSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let rated = Assumptions(result.parameters).rated
    guard !rated.isEmpty else { return "" }
    return Html.details(
      "All \(Words.count(rated.count, "value")) by their names in the scenario, the least founded first",
      Html.table(
        caption: "Values that a file or the command set",
        columns: ["Value", "Rating", "Set to", "Range given", "Meaning", "Source"],
        rows: rated.map { rating, row in
          [
            row.path, rating.word, InputSection.value(row), row.uncertain.isEmpty ? "none" : row.uncertain,
            row.meaning, row.source,
          ]
        }))
  }
}
