import Notation
import Parameters
import Results

/// Published figures beside the simulated ones.
struct PublishedSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let section = ObservedSection(result)
    guard !section.pairs.isEmpty else {
      return Html.paragraph("There are no published figures to compare this result with.", "soft")
    }
    return Html.paragraph(
      section.coverage("the range that holds 8 of 10 simulated futures")
        + " If the ranges were right, about four in five would.")
      + Html.table(
        caption: "The latest published figure of each headline",
        columns: ["Measure", "Date", "Published", "8 in 10 from", "Median", "8 in 10 to", "Lies"],
        rows: section.latest.map(cells), numeric: [2, 3, 4, 5])
      + Html.details(
        "All \(section.pairs.count) published figures",
        Html.table(
          caption: "Every published figure that has a simulated counterpart",
          columns: [
            "Measure", "Date", "Published", "8 in 10 from", "Median", "8 in 10 to", "Lies", "Release",
          ],
          rows: section.pairs.map { cells((whole(of: $0), $0)) + [$0.figure.release] },
          numeric: [2, 3, 4, 5]))
  }

  private func whole(of pair: ObservedComparison) -> String {
    let figure = pair.figure
    let place = result.series.place(of: figure.measure, figure.breakdown)
    let headline = result.series.headlines.first { $0.measure == figure.measure }
    let label = place.map { result.series[$0].label }.flatMap { $0.isEmpty ? nil : $0 } ?? headline?.label
    if let place, let label { return result.series[place].whole(label) }
    return Phrase.words(figure.measure)
      + (figure.breakdown.isEmpty ? "" : " (\(Phrase.words(figure.breakdown)))")
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
