/// The dozen measures that a reader meets first, in the order in which they are shown.
package struct Headline: Sendable {
  package let measure: String
  /// What it is called on a page, without its unit.
  package let label: String
  /// Breakdowns in order of preference; the whole service where none is named.
  package var breakdowns = [""]
  /// Whether it tells how well the work is staffed, which a policy changes while it is on.
  package var isOfStaff = false

  package init(measure: String, label: String, breakdowns: [String] = [""], isOfStaff: Bool = false) {
    self.measure = measure
    self.label = label
    self.breakdowns = breakdowns
    self.isOfStaff = isOfStaff
  }

  package static let all = [
    Headline(measure: "children_looked_after", label: "Children looked after"),
    Headline(measure: "child_protection_plans", label: "On child protection plans"),
    Headline(measure: "children_in_need", label: "Children in need"),
    Headline(measure: "referrals", label: "Referrals in the year"),
    Headline(measure: "cla_started", label: "Entries to care in the year"),
    Headline(measure: "inpost_fte", label: "In post, FTE", isOfStaff: true),
    Headline(
      measure: "vacancy_rate_fte", label: "Vacancy rate", breakdowns: ["role=social_worker", ""],
      isOfStaff: true),
    Headline(measure: "turnover_rate_fte", label: "Turnover rate", isOfStaff: true),
    Headline(measure: "agency_rate_fte", label: "Agency rate", isOfStaff: true),
    Headline(measure: "caseload_fte", label: "Cases per FTE worker", isOfStaff: true),
    Headline(measure: "unallocated_children", label: "Children without a worker", isOfStaff: true),
    Headline(measure: "cost_gbp", label: "Cost in the year"),
  ]

  /// Those of them that a report draws as fans, in its order.
  package static let fans = [
    "children_looked_after", "child_protection_plans", "vacancy_rate_fte", "caseload_fte", "cost_gbp",
  ]

  /// The place of the preferred series of this measure; nil when there is none.
  package func place(in series: [SeriesDefinition]) -> Int? {
    for breakdown in breakdowns {
      if let place = series.firstIndex(where: { $0.measure == measure && $0.breakdown == breakdown }) {
        return place
      }
    }
    return nil
  }
}
