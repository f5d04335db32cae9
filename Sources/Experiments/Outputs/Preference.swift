/// Which way a service wants a measure to go.
package enum Preference: String, Sendable, Hashable {
  case less, more
  /// The number alone does not say: more referrals may be more harm or more of it seen.
  case neither

  /// Measures of which less is better.
  ///
  /// Children looked after stand here because the plan's risk is their growth: fewer is better as far as it comes from
  /// fewer children needing care, which the number alone does not show.
  static let lessIsBetter: Set<String> = [
    "absence_rate", "absence_rate_fte", "agency_fte", "agency_rate_fte", "away_fte", "caseload_fte",
    "caseload_p90",
    "children_looked_after", "children_looked_after_average", "cla_rate_per_10000", "cost_gbp",
    "cost_real_gbp",
    "failed_rounds_rate", "foster_places_missed", "leavers_fte", "notice_in_force", "placement_moves",
    "practice_manager_vacancy_rate", "recruitment_rounds", "referrals_refused", "rereferral_rate",
    "searches_waiting_average", "share_over_norm", "signoff_wait_p90_days", "span_of_control",
    "time_to_hire_p50_days", "time_to_hire_p90_days", "turnover_rate_fte", "unallocated_children",
    "unallocated_children_average", "unallocated_wait_mean_days", "unallocated_wait_p90_days",
    "unallocated_waited_long_rate", "unallocated_waited_rate", "vacancy_fte", "vacancy_rate_fte",
    "vacancy_rate_fte_average", "vacant_posts_fte_average", "worker_changes", "worker_changes_per_child",
    "working_days_lost_fte",
  ]

  /// Measures of which more is better.
  static let moreIsBetter: Set<String> = [
    "actions_delivered", "actions_on_time_rate", "assessments_in_45_days_rate", "conferences_in_15_days_rate",
    "foster_carers_in_house", "inpost_fte", "inpost_headcount", "partner_engagement", "stability_index",
    "supervision_held_rate", "vacancy_agency_cover_rate_fte",
  ]

  /// What the service wants of a measure.
  package init(of measure: String) {
    if Preference.lessIsBetter.contains(measure) {
      self = .less
    } else {
      self = Preference.moreIsBetter.contains(measure) ? .more : .neither
    }
  }
}
