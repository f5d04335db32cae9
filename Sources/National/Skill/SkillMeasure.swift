import Dates
import ServiceModel
import Statistics

/// One measure whose forecasts are scored.
package struct SkillMeasure: Sendable {
  /// The column of the national table.
  package let column: NationalMeasure
  /// The series of a run that it stands beside.
  package let measure: String
  package let breakdown: String
  let scale: ForecastScale
  /// A smaller number is not scored: its published figure is rounded or not told.
  let least: Double
  /// The first origin from which the table's figures allow a score.
  let firstOrigin: Int
  /// What a reader calls it.
  package let label: String
  /// Whether only its change is told, from the published level: councils differ in what they count, and a run counts all.
  let keepsLevel: Bool

  /// Whether it is counted, so that it grows with the number of children.
  var isCounted: Bool { scale == .log && !keepsLevel }
  /// Whether it has a `LevelAnchor`; children looked after have a regression.
  var variesAboutLevel: Bool { column.name != "children_looked_after" }
  var isSpending: Bool { column.name.hasPrefix("cost_gbp") }
  /// The part of all councils' mean growth up to now that is held to go on: that of posts and of spending.
  var keptGrowth: Double {
    isSpending
      ? DriftDriver.placementPrices.keptGrowth
      : column.name == "inpost_fte" ? DriftDriver.establishment.keptGrowth : 0
  }

  private init?(
    _ column: String, _ label: String, _ scale: ForecastScale = .log, least: Double = 0,
    from first: Int = 2015, keepsLevel: Bool = false
  ) {
    guard let measure = NationalMeasure.named(column) else { return nil }
    self.column = measure
    let parts = column.split(separator: "/", maxSplits: 1)
    (self.measure, breakdown) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    (self.label, self.scale, self.least, firstOrigin) = (label, scale, least, first)
    self.keepsLevel = keepsLevel
  }

  /// Years ahead at which forecasts are scored.
  package static let horizons = [1, 2, 3, 5]

  /// The scored measures, in the order in which they are told.
  package static let all: [SkillMeasure] = [
    SkillMeasure("children_looked_after", "Children looked after", least: 20),
    SkillMeasure("child_protection_plans", "On child protection plans", least: 20),
    SkillMeasure("children_in_need", "Children in need", least: 20),
    SkillMeasure("cla_started", "Entries to care in the year", least: 20),
    SkillMeasure("cla_ceased", "Exits from care in the year", least: 20),
    SkillMeasure("referrals", "Referrals in the year", least: 20),
    SkillMeasure("inpost_fte", "In post, FTE"),
    SkillMeasure("caseload_fte", "Cases per FTE worker", from: 2017, keepsLevel: true),
    SkillMeasure("turnover_rate_fte", "Turnover rate", .logit),
    SkillMeasure("vacancy_rate_fte", "Vacancy rate", .logit),
    SkillMeasure("agency_rate_fte", "Agency rate", .logit),
    SkillMeasure(
      "cost_gbp/line=children_looked_after", "Spending on children looked after", from: 2016),
  ].compactMap { $0 }

  package static func named(_ column: String) -> SkillMeasure? { all.first { $0.column.name == column } }

  /// The day that the figure `horizon` years after an origin is about, or the last day of its year.
  package func date(_ origin: Int, _ horizon: Int) -> CivilDate { column.lastDay(of: origin + horizon) }
}
