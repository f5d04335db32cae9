import Charts
import Dates
import Parameters
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
    let time = result.months.last.map { SeriesStory.time($0.date, isMonthly: true) } ?? "in the last month"
    let likeliest = rows.compactMap { row in row.brackets.last.flatMap { $0 }.map { (row.label, $0) } }
      .max { ($0.1.lower, $1.0) < ($1.1.lower, $0.0) }
    let finding =
      likeliest.map {
        "\($0.0): \(Likelihood.phrase(($0.1.lower, $0.1.upper), text: $0.1.text)) \(time); of "
          + "\(Words.count(rows.count, "level")) the likeliest to be exceeded"
      } ?? "No level has a reading in the last month"
    return Figure(
      id: "above-level",
      finding: finding,
      description:
        "A strip of months for each level; the darker a month, the more likely it is that the measure exceeds the level; a light "
        + "point marks more likely than not. In the last month: " + ends.joined(separator: "; ") + ".",
      source: source + ". Bounds of each chance follow from the ranges in series.csv",
      chart: BreachStrip(months: result.months.map(\.date), rows: rows))
  }

  /// The levels that risks watch.
  private var watched: [BreachStrip.Row] {
    thresholds.compactMap { threshold in
      guard let place = result.series.place(of: threshold.measure, threshold.breakdown) else { return nil }
      let headline = result.series.headlines.first { $0.measure == threshold.measure }
      let name = result.series[place].whole(headline?.label ?? Phrase.words(threshold.measure))
      return row(
        place, above: threshold.value, "\(threshold.risk), \(name.lowercasedFirst): more than ", "")
    }
  }

  private var sinceStart: [BreachStrip.Row] {
    result.series.headlines.compactMap { headline in
      let place = headline.place
      guard result.series[place].better == .less, place < result.opening.count,
        let start = result.opening[place], start.n > 0
      else { return nil }
      return row(
        place, above: start.p50, "\(result.series[place].whole(headline.label)): more than ",
        ", as at the start")
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
