import Notation
import Results

/// Where the variance of the headlines comes from: uncertain inputs, or chance.
struct VarianceLines {
  private let result: ResultSet

  init(_ result: ResultSet) { self.result = result }

  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    guard let year = result.variance.last?.when else { return [] }
    let rows = result.variance.filter { $0.when == year }
    var table = TextTable([.left, .right, .right, .right])
    table.add(
      ["Where the variance comes from, \(year)", "inputs", "95% interval", "chance"], style: style.heading)
    for headline in result.series.headlines {
      guard let row = rows.first(where: { $0.measure == headline.measure }) else { continue }
      let isTold = row.isTold
      table.add([
        headline.name, isTold ? row.share.map(percent) ?? "–" : "cannot be told",
        row.interval.map(percents) ?? "–", isTold ? row.share.map { percent(1 - $0) } ?? "–" : "–",
      ])
    }
    let twins = rows.map(\.twins).max() ?? 0
    return table.lines(width: width)
      + Prose.wrap(
        "More replications cannot narrow the part that comes from inputs: only better evidence on them can. "
          + "\(Words.count(twins, "replication")) had a twin with the same inputs and different chance (\(Tables.variance.name)).",
        width: width, indent: 0)
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
