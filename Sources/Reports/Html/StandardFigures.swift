import Charts
import Dates
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

  var all: [Figure] { children + workforce + cost }

  var children: [Figure] {
    fans(of: ["children_looked_after", "child_protection_plans"])
      + multiples(
        "children-multiples", "Children and demand",
        headlines: ["referrals", "children_in_need", "cla_started"], beside: ChildrenPanels.all)
  }

  var workforce: [Figure] {
    fans(of: ["vacancy_rate_fte", "caseload_fte"])
      + multiples(
        "workforce-multiples", "The workforce",
        headlines: ["inpost_fte", "turnover_rate_fte", "agency_rate_fte", "unallocated_children"],
        beside: WorkforcePanels.all)
      + [StripFigure(result, thresholds: thresholds, source: source).figure].compactMap { $0 }
  }

  var cost: [Figure] { fans(of: ["cost_gbp"]) + CostFigures(result).all }

  // MARK: - Kinds

  private var source: String {
    "simulated by caseload \(result.manifest.modelVersion), "
      + "\(Words.count(result.manifest.replicationsDone, "replication")), seed \(result.manifest.seed)"
  }

  private func fans(of measures: [String]) -> [Figure] {
    measures.compactMap { measure in
      guard let headline = Headline.all.first(where: { $0.measure == measure }),
        let story = SeriesStory(besidePublished: headline, of: result)
      else { return nil }
      return Figure(
        id: measure, finding: story.finding, description: story.description,
        source: source + releases(story.observed) + story.fanCaution,
        chart: story.fan(thresholds: watched(story)))
    }
  }

  private func releases(_ points: [FanChart.Point]) -> String {
    guard let last = points.last else { return "" }
    return "; published figures: \(last.source)"
      + (Set(points.map(\.source)).count > 1 ? " and the releases of earlier years" : "")
  }

  private func multiples(
    _ id: String, _ title: String, headlines: [String], beside: [Headline]
  ) -> [Figure] {
    let stories =
      headlines.compactMap { measure in Headline.all.first { $0.measure == measure } }
      .compactMap { SeriesStory($0, of: result) } + beside.compactMap { SeriesStory($0, of: result) }
    guard !stories.isEmpty else { return [] }
    let risen = stories.count { $0.readings.count > 1 && $0.last.p10 > $0.readings[0].p50 }
    let fallen = stories.count { $0.readings.count > 1 && $0.last.p90 < $0.readings[0].p50 }
    let finding =
      "\(title): of \(Words.count(stories.count, "measure")), \(risen) clearly up and \(fallen) clearly down"
    return [
      Figure(
        id: id, finding: finding,
        description: "Small charts side by side: "
          + stories.map { "\($0.name) ends at \($0.format.text($0.last.p50))" }.joined(separator: "; ") + ".",
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

/// What stands beside the headlines in the small charts.
enum ChildrenPanels {
  static let all = [
    Headline(measure: "cla_ceased", label: "Leaving care in the year"),
    Headline(measure: "section47_enquiries", label: "Section 47 enquiries"),
    Headline(measure: "placement_moves", label: "Placement moves"),
  ]
}

enum WorkforcePanels {
  static let all = [
    Headline(measure: "leavers_fte", label: "Leavers, FTE in the year"),
    Headline(measure: "starters_fte", label: "Starters, FTE in the year"),
  ]
}
