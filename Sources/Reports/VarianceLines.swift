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
      table.add([
        name, row.share.map(percent) ?? "–", row.interval.map(percents) ?? "–",
        row.share.map { percent(1 - $0) } ?? "–",
      ])
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

  private func bounded(_ share: Double) -> Double { min(1, max(0, share)) }

  private func percent(_ share: Double) -> String {
    Phrase.percent(bounded(share), decimals: 0)
  }

  private func percents(_ range: ClosedRange<Double>) -> String {
    let low = Phrase.number(bounded(range.lowerBound) * 100, decimals: 0)
    return low + "–" + percent(range.upperBound)
  }
}
