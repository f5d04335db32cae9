extension NationalMeasure {
  /// The columns of the national table, in its order.
  package static let all: [NationalMeasure] = lookedAfter + need + timeliness + workforce + population + money

  /// The files of a panel, each once.
  static let themes = all.map(\.theme).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }

  private static let lookedAfter: [NationalMeasure] = {
    let theme = "looked_after"
    func stock(_ part: String, is breakdown: String? = nil) -> NationalMeasure {
      NationalMeasure(
        theme, "children_looked_after/\(part)", "children", .march,
        is: breakdown.map { _ in "children_looked_after" }, breakdown ?? "")
    }
    func flow(_ name: String, is series: String? = nil) -> NationalMeasure {
      NationalMeasure(theme, name, "children", .march, is: series)
    }
    return [
      NationalMeasure(
        theme, "children_looked_after", "children", .march, is: "children_looked_after"),
      stock("age=under1", is: "age=under-1"), stock("age=1to4", is: "age=1-4"),
      stock("age=5to9", is: "age=5-9"),
      stock("age=10to15", is: "age=10-15"), stock("age=16plus", is: "age=16-17"),
      stock("placement=foster", is: "placement=foster"), stock("placement=with_parents"),
      stock("placement=for_adoption"), stock("placement=residential_school"),
      stock("placement=homes_secure_and_semi_independent"),
      stock("placement=residential", is: "placement=residential"),
      stock("placement=semi_independent", is: "placement=semi_independent"), stock("placement=other"),
      stock("provider=own_council"),
      stock("provider=private"), stock("provider=voluntary"), stock("uasc"),
      flow("cla_started", is: "cla_started"), flow("cla_started/age=under1"), flow("cla_started/age=1to4"),
      flow("cla_started/age=5to9"), flow("cla_started/age=10to15"), flow("cla_started/age=16plus"),
      flow("cla_ceased", is: "cla_ceased"), flow("cla_ceased/age=16"), flow("cla_ceased/age=17"),
      flow("cla_ceased/age=18plus"), flow("cla_ceased/reason=adopted"),
      flow("cla_ceased/reason=special_guardianship"),
      NationalMeasure(theme, "care_leavers_19_to_21", "young people", .march),
      NationalMeasure(theme, "cla_three_or_more_placements_rate", "share", .march),
    ]
  }()

  private static let need: [NationalMeasure] = {
    let theme = "need_and_protection"
    func count(_ name: String, _ unit: String = "children", is series: String? = nil) -> NationalMeasure {
      NationalMeasure(theme, name, unit, .march, is: series)
    }
    return [
      count("referrals", "referrals", is: "referrals"),
      count("rereferral_rate", "share", is: "rereferral_rate"),
      count("referrals_no_action_rate", "share"), count("assessed_not_in_need_rate", "share"),
      count("section47_enquiries", "enquiries", is: "section47_enquiries"),
      count("initial_conferences", "conferences", is: "initial_conferences"),
      count("cpp_started", is: "cpp_started"), count("cpp_ended"),
      count("child_protection_plans", is: "child_protection_plans"),
      count("children_in_need", is: "children_in_need"), count("cin_started"), count("cin_ended"),
      count("cin_awaiting_assessment"),
    ]
  }()

  private static let timeliness: [NationalMeasure] = [
    NationalMeasure(
      "timeliness", "assessments_in_45_days_rate", "share", .march, is: "assessments_in_45_days_rate"),
    NationalMeasure(
      "timeliness", "conferences_in_15_days_rate", "share", .march, is: "conferences_in_15_days_rate"),
  ]

  private static let workforce: [NationalMeasure] = {
    func count(_ name: String, _ unit: String, is series: String? = nil) -> NationalMeasure {
      NationalMeasure("workforce", name, unit, .september, is: series)
    }
    func both(_ name: String, _ unit: String) -> NationalMeasure { count(name, unit, is: name) }
    return [
      both("inpost_fte", "FTE"), count("inpost_fte/role=case_holder", "FTE"),
      count("inpost_fte/role=senior_practitioner", "FTE"), count("inpost_fte/role=first_line_manager", "FTE"),
      count("inpost_fte/role=middle_manager", "FTE"), count("inpost_fte/role=senior_manager", "FTE"),
      count("inpost_fte/role=qualified_without_cases", "FTE"), count("inpost_fte/tenure=lt2y", "FTE"),
      count("inpost_fte/tenure=2to5y", "FTE"), count("inpost_fte/tenure=5to10y", "FTE"),
      count("inpost_fte/tenure=10to20y", "FTE"), count("inpost_fte/tenure=20to30y", "FTE"),
      count("inpost_fte/tenure=30yplus", "FTE"), both("vacancy_fte", "FTE"),
      both("vacancy_rate_fte", "share"),
      both("starters_fte", "FTE"), both("leavers_fte", "FTE"), both("turnover_rate_fte", "share"),
      both("agency_fte", "FTE"), both("agency_rate_fte", "share"), count("agency_cover_fte", "FTE"),
      both("absence_rate_fte", "share"), both("caseload_fte", "cases per FTE"), both("cases_held", "cases"),
    ]
  }()

  private static let population: [NationalMeasure] = [
    NationalMeasure("population", "population_0_17", "children", .midYear)
  ]

  private static let money: [NationalMeasure] = {
    func pounds(_ name: String, _ unit: String, line: String? = nil) -> NationalMeasure {
      NationalMeasure(
        "money", name, unit, .financial, is: line.map { _ in "cost_gbp" }, line.map { "line=\($0)" } ?? "")
    }
    return [
      pounds("cost_gbp/line=children_looked_after", "£", line: "children_looked_after"),
      pounds("cost_gbp/line=safeguarding_social_work", "£"),
      pounds("cost_gbp/line=children_and_young_people", "£"), pounds("cost_gbp/line=leaving_care", "£"),
      pounds("unit_cost_residential", "£ per week"), pounds("unit_cost_fostering", "£ per week"),
      pounds("unit_cost_social_work", "£ per week"),
    ]
  }()
}
