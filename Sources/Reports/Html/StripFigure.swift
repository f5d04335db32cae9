import Charts
import Dates
import Results

/// In which months a measure is likely to stand above a level: one that a risk watches, or where it started.
struct StripFigure {
  let result: ResultSet
  let thresholds: [RiskThreshold]
  let source: String

  init(_ result: ResultSet, thresholds: [RiskThreshold], source: String) {
    (self.result, self.thresholds, self.source) = (result, thresholds, source)
  }

  /// Nil where there is nothing to compare.
  var figure: Figure? {
    let rows = watched + sinceStart
    guard !rows.isEmpty else { return nil }
    let ends = rows.compactMap { row in
      row.brackets.last.flatMap { $0 }.map { bracket in
        "\(row.label): " + Likelihood.phrase((bracket.lower, bracket.upper), text: bracket.text)
      }
    }
    let likely = rows.count { ($0.brackets.last.flatMap { $0 }?.lower ?? 0) >= 0.5 }
    return Figure(
      id: "above-level",
      finding:
        "In the last month \(likely) of \(Words.count(rows.count, "level")) \(likely == 1 ? "is" : "are") more "
        + "likely than not exceeded",
      description:
        "A strip of months for each level; the darker a month, the more likely it is that the measure exceeds the level; a light "
        + "point marks more likely than not. In the last month: " + ends.joined(separator: "; ") + ".",
      source: source + ". Bounds of each probability follow from the quantiles in series.csv",
      chart: BreachStrip(months: result.months.map(\.date), rows: rows))
  }

  /// The levels that risks watch.
  private var watched: [BreachStrip.Row] {
    thresholds.compactMap { threshold in
      guard let place = result.series.place(of: threshold.measure, threshold.breakdown) else { return nil }
      let headline = result.series.headlines.first { $0.measure == threshold.measure }
      let label = headline?.label ?? threshold.measure
      let whose = threshold.breakdown.isEmpty ? "" : " (\(Horizon.words(threshold.breakdown)))"
      return row(
        place, above: threshold.value, "\(threshold.risk), \(label.lowercasedFirst)\(whose): more than ", "")
    }
  }

  private var sinceStart: [BreachStrip.Row] {
    result.series.headlines.compactMap { headline in
      let place = headline.place
      guard result.series[place].better == .less, place < result.opening.count,
        let start = result.opening[place], start.n > 0
      else { return nil }
      return row(place, above: start.p50, "\(headline.label): more than ", ", as at the start")
    }
  }

  private func row(_ place: Int, above level: Double, _ before: String, _ after: String) -> BreachStrip.Row? {
    guard place < result.monthly.count, !result.months.isEmpty else { return nil }
    let brackets = result.monthly[place].map { estimate -> BreachStrip.Bracket? in
      guard estimate.n > 0 else { return nil }
      let reading = FanChart.Reading(estimate, on: CivilDate(dayNumber: 0))
      return BreachStrip.Bracket(ofExceeding: level, quantiles: reading.quantiles)
    }
    let words = result.series[place].unit.form.text(level)
    return BreachStrip.Row(label: before + words + after, brackets: brackets)
  }
}
