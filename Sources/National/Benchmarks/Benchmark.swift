/// A number by which councils can be laid beside one another whatever their size: one column of the national table over
/// another, or one that is a rate already.
package struct Benchmark: Sendable {
  package let name: String
  /// What a reader calls it.
  package let label: String
  package let unit: String
  /// The column that is compared; its period is the number's.
  let column: NationalMeasure
  /// The column that it is over, and what the ratio is multiplied by; nil for a rate.
  private let divisor: (column: String, factor: Double)?
  /// Paths of a scenario that set it; one that ends in a full stop stands for all that begin so.
  package let parameters: [String]

  private init?(
    _ name: String, _ label: String, _ unit: String, _ column: String,
    over divisor: (column: String, factor: Double)? = nil, _ parameters: [String] = []
  ) {
    guard let measure = NationalMeasure.named(column) else { return nil }
    (self.name, self.label, self.unit, self.column) = (name, label, unit, measure)
    (self.divisor, self.parameters) = (divisor, parameters)
  }

  /// The number, from figures by the names of their columns; nil where one is not known.
  func value(_ figure: (String) -> Double?) -> Double? {
    guard let above = figure(column.name) else { return nil }
    guard let divisor else { return above }
    guard let below = figure(divisor.column), below > 0 else { return nil }
    return above / below * divisor.factor
  }

  /// The columns that it is worked out from.
  var columns: [String] { [column.name] + (divisor.map { [$0.column] } ?? []) }

  /// Whether a value of a scenario sets it.
  package func isSet(by path: String) -> Bool {
    parameters.contains { $0.hasSuffix(".") ? path.hasPrefix($0) : $0 == path }
  }

  private static let children = (column: "population_0_17", factor: 10_000.0)
  private static let lookedAfter = (column: "children_looked_after", factor: 1.0)
  private static let per10000 = "per 10,000 children"

  /// All of them, in the order in which they are told.
  package static let all: [Benchmark] = [
    Benchmark(
      "looked_after_rate", "Children looked after", per10000, "children_looked_after", over: children,
      ["opening.children.lookedAfter"]),
    Benchmark(
      "aged_16_share", "Looked after, aged 16 and over", "share", "children_looked_after/age=16plus",
      over: lookedAfter, ["opening.lookedAfterAges.age16plus"]),
    Benchmark(
      "unaccompanied_share", "Looked after, unaccompanied", "share", "children_looked_after/uasc",
      over: lookedAfter, ["demand.unaccompanied.perYear"]),
    Benchmark(
      "in_homes_share", "Looked after, in children's homes", "share",
      "children_looked_after/placement=residential", over: lookedAfter, ["opening.placements.residential"]),
    Benchmark(
      "entries_rate", "Entries to care in the year", per10000, "cla_started", over: children,
      ["pathway.childProtectionPlan.exits.care"]),
    Benchmark(
      "exits_share", "Exits from care in the year, for each child looked after", "ratio", "cla_ceased",
      over: lookedAfter, ["pathway.lookedAfter.duration.mean"]),
    Benchmark(
      "in_need_rate", "Children in need", per10000, "children_in_need", over: children,
      ["opening.children.childInNeed"]),
    Benchmark(
      "plans_rate", "On child protection plans", per10000, "child_protection_plans", over: children,
      ["opening.children.childProtectionPlan"]),
    Benchmark(
      "referrals_rate", "Referrals in the year", per10000, "referrals", over: children,
      ["demand.referralsPerYear"]),
    Benchmark(
      "no_action_share", "Referrals without further action", "share", "referrals_no_action_rate",
      [
        "pathway.frontDoor.exits.noFurtherAction"
      ]),
    Benchmark(
      "in_post_rate", "Social workers in post, FTE", per10000, "inpost_fte", over: children,
      ["workforce.teams."]),
    Benchmark(
      "vacancy_rate", "Vacancy rate of social workers (all roles)", "share", "vacancy_rate_fte",
      ["recruitment.regionRatio"]),
    Benchmark(
      "turnover_rate", "Turnover rate of social workers (all roles)", "share", "turnover_rate_fte",
      ["leaving.roleRatio.socialWorker"]),
    Benchmark(
      "agency_rate", "Agency rate of social workers (all roles)", "share", "agency_rate_fte",
      ["agency.coverShare.socialWorker"]),
    Benchmark(
      "caseload", "Cases per FTE worker", "cases per FTE", "caseload_fte",
      ["workforce.teams."]),
    Benchmark(
      "spending_per_child", "Spending for each child looked after in the year", "£",
      "cost_gbp/line=children_looked_after", over: lookedAfter, ["money.careOverheadPerWeek"]),
    Benchmark(
      "home_week", "A week in a children's home", "£ per week", "unit_cost_residential",
      ["money.placementPerWeek.residential"]),
    Benchmark(
      "fostering_week", "A week of fostering", "£ per week", "unit_cost_fostering",
      ["money.placementPerWeek.inHouseFostering"]),
  ].compactMap { $0 }
}
