import Dates
import Notation
import Parameters
import Results

/// Published figures beside the simulated ones: the latest of each headline, and how many of all lie inside.
struct ObservedSection {
  private let result: ResultSet
  /// Those after the start that have a simulated partner.
  let pairs: [ObservedComparison]

  init(_ result: ResultSet) {
    self.result = result
    let start = CivilDate(iso: result.manifest.startDate)
    // The start is put in from published figures: agreeing with it proves nothing.
    pairs = ObservedComparison.pairs(in: result).filter { pair in
      pair.simulated != nil && start.map { pair.figure.date > $0 } ?? true
    }
  }

  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    guard !pairs.isEmpty else { return [] }
    var table = TextTable([.left, .left, .right, .right, .left])
    table.add(
      ["Published beside simulated", "date", "published", "P10–P50–P90", "lies"], style: style.heading)
    for headline in result.series.headlines {
      guard let pair = latest(of: headline), let simulated = pair.simulated else { continue }
      let figure = pair.figure
      let format = MeasureFormat(unit: figure.unit)
      let range = [simulated.p10, simulated.p50, simulated.p90].map { format.bare($0) }.joined(separator: "–")
      let verdict =
        pair.isInside == true ? "inside" : figure.value > simulated.p90 ? "ABOVE" : "BELOW"
      let cells = [
        name(of: pair, headline) + format.labelEnding, figure.date.description, format.bare(figure.value),
        range,
        verdict,
      ]
      table.add(cells) { pair.isInside == true ? $0 : style.warning($0) }
    }
    let total = Prose.wrap(coverage("the simulated 80% range"), width: width)
    return (table.rows.count > 1 ? table.lines(width: width) : []) + total
  }

  /// How many lie inside: of all, and of those that are shown where that is fewer.
  ///
  /// - Parameter range: what the range is called where it stands.
  func coverage(_ range: String) -> String {
    func inside(_ pairs: [ObservedComparison]) -> String {
      Phrase.number(pairs.count { $0.isInside == true })
    }
    let shown = latest.map(\.pair)
    let all = Words.count(pairs.count, "published figure")
    guard shown.count < pairs.count, !shown.isEmpty else {
      return "\(inside(pairs)) of \(all) after the start lie inside \(range)."
    }
    return
      "\(inside(shown)) of the \(shown.count) shown, the latest of each headline, and \(inside(pairs)) of all \(all) after the "
      + "start lie inside \(range)."
  }

  /// The latest pair of each headline, as pages call it.
  var latest: [(label: String, pair: ObservedComparison)] {
    result.series.headlines.compactMap { headline in
      latest(of: headline).map { (part(of: $0, headline).whole(headline.label), $0) }
    }
  }

  /// What the pair's figure is called: of the part for which it was published, and of a share of the staff always whose.
  private func name(of pair: ObservedComparison, _ headline: Headline) -> String {
    part(of: pair, headline).whole(headline.label)
  }

  private func part(of pair: ObservedComparison, _ headline: Headline) -> Series {
    let place = headline.places.first { result.series[$0].breakdown == pair.figure.breakdown }
    return result.series[place ?? headline.place]
  }

  private func latest(of headline: Headline) -> ObservedComparison? {
    for place in headline.places {
      let breakdown = result.series[place].breakdown
      let found = pairs.filter { $0.figure.measure == headline.measure && $0.figure.breakdown == breakdown }
      if let last = found.max(by: { $0.figure.date < $1.figure.date }) { return last }
    }
    return nil
  }
}
