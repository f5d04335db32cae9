import Charts
import Dates

/// The figures that every result has, so far as it has their series.
struct StandardFigures {
  let result: ResultSet

  init(_ result: ResultSet) { self.result = result }

  var all: [Figure] { children + workforce + cost }

  var children: [Figure] {
    fans(["children_looked_after", "child_protection_plans"])
      + multiples(
        "children-multiples", "Children and demand",
        headlines: ["referrals", "children_in_need", "cla_started"], beside: ChildrenPanels.all)
  }

  var workforce: [Figure] {
    fans(["vacancy_rate_fte", "caseload_fte"])
      + multiples(
        "workforce-multiples", "The workforce",
        headlines: ["inpost_fte", "turnover_rate_fte", "agency_rate_fte", "unallocated_children"],
        beside: WorkforcePanels.all) + strip
  }

  var cost: [Figure] { fans(["cost_gbp"]) + CostFigures(result).all }

  // MARK: - Kinds

  private var source: String {
    "simulated by caseload \(result.manifest.modelVersion), "
      + "\(Words.count(result.manifest.replicationsDone, "replication")), seed \(result.manifest.seed)"
  }

  private func fans(_ measures: [String]) -> [Figure] {
    measures.compactMap { measure in
      guard let headline = Headline.all.first(where: { $0.measure == measure }),
        let story = SeriesStory(besidePublished: headline, of: result)
      else { return nil }
      return Figure(
        id: measure, finding: story.finding, description: story.description,
        source: source + releases(story.observed), chart: story.fan())
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

  /// In which months a measure is likely to stand above where it started.
  private var strip: [Figure] {
    let watched = [
      "children_looked_after", "vacancy_rate_fte", "agency_rate_fte", "caseload_fte", "unallocated_children",
    ]
    let rows = watched.compactMap { measure -> BreachStrip.Row? in
      guard let headline = Headline.all.first(where: { $0.measure == measure }),
        let place = headline.place(in: result.series), place < result.opening.count,
        let start = result.opening[place], start.n > 0, !result.months.isEmpty
      else { return nil }
      let format = MeasureFormat(unit: result.series[place].unit)
      let brackets = result.monthly[place].map { estimate -> BreachStrip.Bracket? in
        guard estimate.n > 0 else { return nil }
        let reading = FanChart.Reading(estimate, on: CivilDate(dayNumber: 0))
        return BreachStrip.Bracket(ofExceeding: start.p50, quantiles: reading.quantiles)
      }
      return BreachStrip.Row(
        label: "\(headline.label): more than \(format.text(start.p50)), as at the start", brackets: brackets)
    }
    guard !rows.isEmpty else { return [] }
    let chart = BreachStrip(months: result.months.map(\.date), rows: rows)
    let ends = rows.compactMap { row in
      row.brackets.last.flatMap { $0 }.map { bracket in
        "\(row.label): " + Likelihood.phrase((bracket.lower, bracket.upper), text: bracket.text)
      }
    }
    let likely = rows.count { ($0.brackets.last.flatMap { $0 }?.lower ?? 0) >= 0.5 }
    return [
      Figure(
        id: "above-start",
        finding: "In the last month \(likely) of \(Words.count(rows.count, "measure")) more likely than not "
          + (likely == 1 ? "stands above where it" : "stand above where they") + " started",
        description:
          "A strip of months for each measure; the darker a month, the likelier the measure is above its "
          + "level at the start; a light point marks more likely than not. In the last month: "
          + ends.joined(separator: "; ") + ".",
        source: source + ". Bounds of each probability follow from the quantiles in series.csv", chart: chart)
    ]
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
