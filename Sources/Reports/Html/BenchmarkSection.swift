import Notation
import Results

/// The council beside others: where its published figures, and what is forecast of them, stand among theirs.
struct BenchmarkSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  /// Outside these shares of the others a figure is unlike most.
  private static let usual = 0.1...0.9

  var html: String {
    let rows = result.benchmarks
    guard let first = rows.first else { return "" }
    let unlike = rows.filter { $0.kind == .published && !Self.usual.contains($0.percentile) }
    let sentence =
      unlike.isEmpty
      ? "None of the council's published figures is outside what 8 of 10 other councils have."
      : "Unlike most of \(first.councils) other councils: "
        + unlike.map { "\($0.label.lowercasedFirst) (\($0.shown), \(Self.rank($0.percentile)))" }.joined(
          separator: "; ")
        + "."
    let kinds = rows.contains { $0.kind == .forecast }
    return Html.heading(3, "Beside other councils", id: "benchmarks") + Html.paragraph(sentence)
      + Html.details(
        "All \(rows.count { $0.kind == .published }) figures beside other councils"
          + (kinds ? ", and what is forecast of them" : ""),
        Html.table(
          caption:
            "Each figure, and how many of 100 other councils have less: in England, in \(first.region), and of the "
            + "ten most like it in children, their growth, need and unaccompanied children",
          columns: [
            "Figure", "Of", "This council", "Middle half of England's", "England", "Region", "Most like it",
          ],
          rows: rows.map(cells), numeric: [2, 3, 4, 5, 6]))
  }

  private func cells(_ row: BenchmarkRow) -> [String] {
    [
      row.label, row.kind == .published ? "\(row.year)" : "forecast \(row.year)", row.shown,
      "\(row.shown(row.p25)) to \(row.shown(row.p75))", Self.hundredths(row.percentile),
      Self.hundredths(row.regionPercentile),
      Self.hundredths(row.neighboursPercentile),
    ]
  }

  private static func hundredths(_ share: Double) -> String {
    share.isFinite ? Phrase.number(share * 100) : "–"
  }

  private static func rank(_ share: Double) -> String {
    share > 0.5
      ? "more than \(Phrase.percent(share, decimals: 0))"
      : "less than \(Phrase.percent(1 - share, decimals: 0))"
  }
}
