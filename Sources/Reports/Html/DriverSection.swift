import Notation
import Results

/// What drives the result: how much of its spread comes from inputs that are not well known, and how much from chance.
struct DriverSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    guard let story = VarianceStory(result, { result.series[$0.place].whole($0.label) }) else {
      return result.varianceGap.map { Html.paragraph(Words.plain($0.sentence), "soft") } ?? ""
    }
    let gap = story.gap.map { Html.paragraph(Words.plain($0)) } ?? ""
    guard let first = story.told.first else {
      return Html.paragraph(
        "Uncertain inputs or chance may make the ranges of \(story.year) as wide as they are.")
        + gap
    }
    let words = VarianceWords(first.row)
    let interval = first.row.interval == nil ? "" : " (95% interval \(words.interval))"
    return Html.paragraph(
      "\(words.inputs.capitalisedFirst)\(interval) of the spread of \(first.name.lowercasedFirst) in \(story.year) comes from inputs that are not well "
        + "known, the rest from chance. More simulated futures cannot narrow the part of the inputs: only better evidence "
        + "on them can.")
      + Html.table(
        caption: "Where the spread comes from, \(story.year)",
        columns: ["Measure", "From inputs", "95% interval", "From chance"],
        rows: story.told.map { name, row in
          let words = VarianceWords(row)
          return [name, words.inputs, words.interval, words.chance]
        }, numeric: [1, 2, 3]) + gap
  }
}
