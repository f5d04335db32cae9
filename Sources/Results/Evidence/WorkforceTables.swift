/// One measure of the workforce at one month end, whole or in a part.
package struct WorkforceMonthRow: TableRow {
  package var measure = ""
  package var role = "", team = "", reason = ""
  package var unit = "", monthEnd = "", year = ""
  package var replications = 0
  package var reading = Spread()

  package static let blank = WorkforceMonthRow()

  package static let table = Table<WorkforceMonthRow>(
    "hr_kpis.csv", "Each workforce measure at each month end, by role, team and reason.",
    [
      Column("measure", \.measure, "The measure."), Column("role", \.role, "Role; empty for all."),
      Column("team", \.team, "Team; empty for all."), Column("reason", \.reason, "Reason; empty for all."),
      Column("unit", \.unit, "Unit."), Column("month_end", \.monthEnd, "Last day of the month."),
      Column("fy", \.year, "Financial year."), Column("n_reps", \.replications, "Replications with a value."),
      .spread(
        \.reading, "Reading",
        [
          "mean": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p25": .p25,
          "p50": .p50, "p75": .p75, "p90": .p90,
        ]),
    ])
}

/// The share of workers still with the council after a length of service.
package struct RetentionRow: TableRow {
  package var role = ""
  package var years = 0.0
  package var replications = 0, spells = 0, atRisk = 0, ended = 0
  package var survival = 1.0, error = 0.0, lower = 1.0, upper = 1.0
  package var single = Spread()
  /// Whether anybody had left by then.
  package var isBegun = true

  package static let blank = RetentionRow()

  package static let table = Table<RetentionRow>(
    "hr_survival.csv", "The share of workers still with the council after each length of service, by role.",
    [
      Column("role", \.role, "Role; empty for all."), Column("years", \.years, "Years of service."),
      Column("n_reps", \.replications, "Replications."), Column("spells", \.spells, "Spells in the role."),
      Column("at_risk", \.atRisk, "Spells under observation at that length."),
      Column("ended", \.ended, "Spells that ended since the row before."),
      Column("survival", \.survival, "Share still there, by Kaplan and Meier."),
      Column("se", \.error, "Greenwood's standard error."),
      Column("ci_lo", \.lower, "Lower end of the 95% interval."),
      Column("ci_hi", \.upper, "Upper end of it."),
      .spread(
        \.single, "Share in single replications", ["rep_p10": .p10, "rep_p50": .p50, "rep_p90": .p90]),
    ])
}

/// How many posts of a role stand empty, by the closed form and as simulated, and what a budgeted share needs.
package struct VacancyRow: TableRow {
  package var role = ""
  package var from = "", to = ""
  package var replications = 0
  package var turnover = Spread(), weeks = Spread(), closedForm = Spread(), simulated = Spread()
  package var factor = Double.nan
  /// Weeks in which posts must be filled for the budgeted factor to hold at the mean turnover; nil where nobody leaves.
  package var weeksNeeded: Double?

  package static let blank = VacancyRow()

  package static let table = Table<VacancyRow>(
    "vacancy_factor.csv", "A budgeted vacancy factor against turnover and time to fill, by role.",
    [
      Column("role", \.role, "Role; empty for all."), Column("from", \.from, "First month end."),
      Column("to", \.to, "Last month end."), Column("n_reps", \.replications, "Replications."),
      .spread(
        \.turnover,
        "Posts left for each filled post and year, by leavers and by promotion out of the role (mean: pooled over replications)",
        ["turnover_per_year": .mean, "turnover_p10": .p10, "turnover_p90": .p90]),
      .spread(
        \.weeks, "Weeks that a post stands empty (mean: pooled over replications)",
        ["weeks_to_fill": .mean, "weeks_to_fill_p10": .p10, "weeks_to_fill_p90": .p90]),
      .spread(
        \.closedForm, "Share of posts empty, by the closed form (mean: of the pooled turnover and weeks)",
        ["closed_form_vacancy": .mean, "closed_form_p10": .p10, "closed_form_p90": .p90]),
      .spread(
        \.simulated,
        "Share of post-days empty from the first day to the last, the opening among them, as simulated",
        [
          "simulated_vacancy": .mean, "simulated_ci_lo": .lower, "simulated_ci_hi": .upper,
          "simulated_p10": .p10, "simulated_p90": .p90,
        ]),
      Column("budgeted_factor", \.factor, "Budgeted share of posts empty."),
      Column("weeks_needed", \.weeksNeeded, "Weeks to fill at which the budgeted share would hold."),
    ])
}
