import Charts
import Dates
import Parameters
import Results

/// The figures that every result has, so far as it has their series.
struct StandardFigures {
  let result: ResultSet
  /// Levels that risks watch.
  let thresholds: [RiskThreshold]

  init(_ result: ResultSet, thresholds: [RiskThreshold] = []) {
    self.result = result
    self.thresholds = thresholds
  }

  var children: [Figure] {
    fans(of: .children) + multiples("children-multiples", "Children and demand", of: .children)
  }

  var workforce: [Figure] {
    fans(of: .staff) + multiples("workforce-multiples", "The workforce", of: .staff)
  }

  var cost: [Figure] { fans(of: .money) + CostFigures(result).chances }

  /// What the cost grew by.
  var drivers: [Figure] { CostFigures(result).growth }

  /// In which months levels are exceeded.
  var levels: [Figure] {
    [StripFigure(result, thresholds: thresholds, source: source).figure].compactMap { $0 }
  }

  // MARK: - Kinds

  private var source: String {
    "simulated by caseload \(result.manifest.modelVersion), "
      + "\(Words.futures(result.manifest.replicationsDone)), seed \(result.manifest.seed)"
  }

  private func fans(of subject: Series.Subject) -> [Figure] {
    result.series.headlines.filter { $0.hasFan && $0.subject == subject }.compactMap { headline in
      guard let story = SeriesStory(besidePublished: headline, of: result) else { return nil }
      return Figure(
        id: headline.measure, finding: story.finding, description: story.description,
        source: source + releases(story.observed) + story.fanCaution,
        chart: story.fan(thresholds: watched(story)))
    }
  }

  private func releases(_ points: [FanChart.Point]) -> String {
    guard let last = points.last else { return "" }
    return "; published figures: \(last.source)"
      + (Set(points.map(\.source)).count > 1 ? " and earlier releases" : "")
  }

  /// The headlines that no fan is drawn of, and what has a label and stands beside them.
  private func multiples(_ id: String, _ title: String, of subject: Series.Subject) -> [Figure] {
    let series = result.series
    let others = series.indices.filter {
      series[$0].headline == nil && !series[$0].label.isEmpty && series[$0].subject == subject
    }
    let stories = (series.headlines.filter { !$0.hasFan && $0.subject == subject }.map(\.place) + others)
      .compactMap { SeriesStory(place: $0, label: series[$0].label, of: result) }
    guard !stories.isEmpty else { return [] }
    let told = stories.max { ($0.width, $1.place) < ($1.width, $0.place) }
    let finding =
      (told?.finding ?? title)
      + (stories.count > 1 ? "; of \(Words.count(stories.count, "measure")) here the least certain" : "")
      + stories.filter { $0.place != told?.place && !$0.besidePublished.isEmpty }.prefix(2).map { story in
        story.besidePublished.replacing("published figures", with: "published \(story.name.lowercasedFirst)")
      }.joined()
    return [
      Figure(
        id: id, finding: finding,
        description: "Small charts side by side: "
          + stories.map { "\($0.dated) \($0.range)" }.joined(separator: "; ")
          + "; each in 8 of 10 simulated futures. All have the same years across.",
        source: source + releases(stories.flatMap(\.observed)),
        chart: SmallMultiples(
          panels: stories.map {
            SmallMultiples.Panel(
              title: $0.name, readings: $0.readings, observed: $0.observed, format: $0.format)
          }))
    ]
  }

  /// The levels that risks watch this series against; those of one height have one name.
  private func watched(_ story: SeriesStory) -> [FanChart.Threshold] {
    let own = thresholds.filter {
      $0.measure == story.series.measure && $0.breakdown == story.series.breakdown
    }
    return own.map(\.value).uniqued.map { value in
      let risks = own.filter { $0.value == value }.map(\.risk).uniqued
      return FanChart.Threshold(
        value: value, label: "\(risks.joined(separator: ", ")): \(story.format.text(value))")
    }
  }
}
