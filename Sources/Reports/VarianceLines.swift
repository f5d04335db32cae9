import Notation
import Results

/// Where the variance of the headlines comes from: uncertain inputs, or chance.
struct VarianceLines {
  private let result: ResultSet

  init(_ result: ResultSet) { self.result = result }

  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    guard let story = VarianceStory(result, \.name) else { return [] }
    let heading = "Where the variance comes from, \(story.year)"
    guard !story.told.isEmpty else {
      return [style.heading(heading)] + Prose.wrap(story.gap ?? "Nothing varies.", width: width, indent: 0)
    }
    var table = TextTable([.left, .right, .right, .right])
    table.add([heading, "inputs", "95% interval", "chance"], style: style.heading)
    for (name, row) in story.told {
      let words = VarianceWords(row)
      table.add([name, words.inputs, words.interval, words.chance])
    }
    return table.lines(width: width)
      + (story.gap.map { Prose.wrap($0, width: width, indent: 0) } ?? [])
      + Prose.wrap(
        "More replications cannot narrow the part that comes from inputs: only better evidence on them can "
          + "(\(Tables.variance.name)).", width: width, indent: 0)
  }

  /// The one line that stands in place of the table.
  func gap(_ width: Int) -> [String] {
    result.varianceGap.map { Prose.wrap($0.sentence, width: width) } ?? []
  }
}
