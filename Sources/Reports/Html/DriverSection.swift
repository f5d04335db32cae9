import Notation
import Results

/// What drives the result: how much of its spread comes from inputs that are not well known, and how much from chance.
struct DriverSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    guard let year = result.variance.last?.when else {
      return result.varianceGap.map { Html.paragraph(Words.plain($0.sentence), "soft") } ?? ""
    }
    let rows = result.variance.filter { $0.when == year }
    let told = result.series.headlines.compactMap { headline -> (name: String, row: VarianceRow)? in
      rows.first { $0.measure == headline.measure }.map {
        (result.series[headline.place].whole(headline.label), $0)
      }
    }
    guard let first = told.first(where: { $0.row.isTold && $0.row.share != nil }), let share = first.row.share
    else {
      return Html.paragraph(
        "Whether uncertain inputs or chance make the ranges of \(year) so wide cannot be told from so few futures."
      )
    }
    return Html.paragraph(
      "\(percent(share))\(first.row.interval.map { " (95% interval \(percents($0)))" } ?? "") of the spread of \(first.name.lowercasedFirst) in \(year) comes from inputs that are not well "
        + "known, the rest from chance. More simulated futures cannot narrow the part of the inputs: only better evidence "
        + "on them can.")
      + Html.table(
        caption: "Where the spread comes from, \(year)",
        columns: ["Measure", "From inputs", "95% interval", "From chance"],
        rows: told.map { name, row in
          let isTold = row.isTold
          return [
            name, isTold ? row.share.map(percent) ?? "–" : "cannot be told",
            row.interval.map(percents) ?? "–",
            isTold ? row.share.map { percent(1 - $0) } ?? "–" : "–",
          ]
        }, numeric: [1, 2, 3])
  }

  private func percent(_ share: Double) -> String { Phrase.percent(min(1, max(0, share)), decimals: 0) }

  private func percents(_ range: ClosedRange<Double>) -> String {
    "\(percent(range.lowerBound)) to \(percent(range.upperBound))"
  }
}
