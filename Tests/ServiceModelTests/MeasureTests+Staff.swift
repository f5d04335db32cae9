import DiscreteEvents

@testable import ServiceModel

extension MeasureStory {
  static let ofStaff: [MeasureStory] = [
    caseload, year, span, managers, agency, absence, recruitment, responses,
  ]

  /// A social worker's post of the protection team.
  static func worker(_ post: Int, _ fte: Double = 1, _ team: Team = .protection) -> Placing {
    Placing(post: post, role: .socialWorker, team: team, fte: fte)
  }

  private static func post(_ number: Int, _ role: Role) -> Placing {
    Placing(post: number, role: role, team: .protection, fte: 1)
  }

  /// Room for so many posts.
  private static func posts(_ number: Int) -> @Sendable (inout ServiceParameters) -> Void {
    { $0.workforce.teams[.protection].posts[.socialWorker] = number }
  }

  private static func holds(_ fte: Double, cases: Int, load: Double, norm: Double) -> Dated {
    (
      30,
      .workerAtCensus(worker(0, fte), cases: cases, load: load, norm: norm, joined: .zero, isAgency: false)
    )
  }

  private static let caseload = MeasureStory(
    title: "One worker at the norm, one above it, and one without cases",
    facts: [
      holds(1, cases: 10, load: 12, norm: 12), holds(0.5, cases: 6, load: 6.5, norm: 6),
      holds(1, cases: 0, load: 0, norm: 12),
    ],
    // 10 and 12 cases for each FTE.
    wanted: [
      "caseload_fte": 16 / 1.5, "caseload_fte team=protection": 16 / 1.5, "caseload_p90": 11.8,
      "share_over_norm": 0.5, "cases_held": 16, "case_holders_fte": 1.5,
    ])

  private static func starts(_ worker: Int, _ post: Placing, atStart: Bool = false) -> Fact {
    .workerStarted(worker: worker, post, atStart: atStart)
  }

  private static func left(_ worker: Int, _ post: Placing, _ reason: LeavingReason) -> Fact {
    .workerLeft(worker: worker, post, tenureYears: 3, reason: reason)
  }

  private static let senior = post(2, .seniorPractitioner)
  private static let manager = post(3, .practiceManager)
  private static let assessor = worker(4, 1, .assessment)
  private static let secondManager = post(5, .practiceManager)

  private static func census(_ post: Placing, joined day: Double) -> Dated {
    (
      366,
      .workerAtCensus(
        post, cases: 0, load: 0, norm: 12, joined: SimulatedTime(days: day), isAgency: false)
    )
  }

  /// Posts: 1 and 0.5 FTE of social workers, a senior practitioner and two managers in one team, a social worker in another.
  private static let year = MeasureStory(
    title: "A year of staff", months: 12, set: posts(6),
    opening: [
      .postOpened(worker(0)), .postOpened(worker(1, 0.5)), .postOpened(senior), .postOpened(manager),
      .postOpened(assessor), .postOpened(secondManager), starts(0, worker(0), atStart: true),
      starts(1, worker(1, 0.5), atStart: true), starts(2, manager, atStart: true),
    ],
    facts: [
      (10, starts(3, assessor)), (100, left(0, worker(0), .resigned)), (340, starts(4, worker(0))),
      (345, left(1, worker(1, 0.5), .retired)),
      (350, .workerPromoted(worker: 3, from: assessor, to: senior)), (355, .starterTurnedAway),
      census(worker(0), joined: 340), census(senior, joined: 10),
      (366, .workerWithoutCasesAtCensus(manager, joined: SimulatedTime(days: -200))),
    ],
    // At the end three people are in post, for 3 of 5.5 FTE. In the year 1 and 0.5 FTE left, both of them social workers,
    // of whom 1 FTE is in post. Only the manager has been there for a year: 566 days. In March 3 FTE are vacant for 5 days,
    // 2 for 5 days and 2.5 for 21.
    wanted: [
      "inpost_fte": 3, "inpost_fte role=social_worker": 1, "inpost_fte team=protection": 3,
      "inpost_fte team=assessment": 0, "inpost_headcount": 3, "establishment_fte": 5.5, "vacancy_fte": 2.5,
      "vacancy_rate_fte": 2.5 / 5.5, "vacancy_rate_fte role=social_worker": 1.5 / 2.5,
      "vacancy_rate_fte team=assessment": 1, "starters_fte": 1, "starters_fte role=social_worker": 1,
      "starters_fte team=protection": 1, "starters_fte team=assessment": 0, "leavers_fte": 0.5,
      "leavers_fte reason=retired": 0.5, "leavers_fte reason=resigned": 0,
      "leavers_fte role=social_worker": 0.5, "leavers_fte team=protection": 0.5,
      "promotions_fte role=senior_practitioner": 1, "promotions_fte role=practice_manager": 0,
      "turnover_rate_fte": 1.5 / 3, "turnover_rate_fte role=social_worker": 1.5,
      "starters_headcount": 1, "leavers_headcount": 1, "turnover_rate_headcount": 2.0 / 3,
      "stability_index": 1.0 / 3, "stability_index months=24": 0,
      "stability_index role=practice_manager": 1, "stability_index role=social_worker": 0,
      "practice_manager_vacancy_rate": 0.5,
      "span_of_control": 2, "vacant_posts_fte_average": 77.5 / 31,
      "vacancy_rate_fte_average": 77.5 / 31 / 5.5,
      "starters_turned_away": 1,
    ])

  private static let span = MeasureStory(
    title: "Who is led: those with cases and those without", set: posts(4),
    opening: [
      .postOpened(worker(0)), .postOpened(post(1, .withoutCases)), .postOpened(senior), .postOpened(manager),
      starts(0, worker(0), atStart: true), starts(1, post(1, .withoutCases), atStart: true),
      starts(2, senior, atStart: true), starts(3, manager, atStart: true),
    ],
    facts: [], wanted: ["span_of_control": 3])

  private static let managers = MeasureStory(
    title: "Two managers, one of them from the middle of the month",
    opening: [.managerThere(true)],
    facts: [
      (2, .signOffAsked(child: 1)), (3, .managerBusy(true, kind: .signOff)),
      (6, .managerBusy(false, kind: .signOff)), (6, .signOffGiven(child: 1, waitedDays: 4)),
      (7, .managerBusy(true, kind: .improvement)), (9, .managerBusy(false, kind: .improvement)),
      (10, .signOffAsked(child: 2)), (13, .signOffWithdrawn(child: 2)), (15, .managerThere(true)),
      (20, .signOffAsked(child: 3)), (22, .signOffGiven(child: 3, waitedDays: 2)),
      (24, .managerBusy(true, kind: .supervision)), (27, .managerBusy(false, kind: .supervision)),
      (27, .supervisionEnded(worker: 1, held: true)), (28, .supervisionEnded(worker: 2, held: false)),
      (29, .supervisionEnded(worker: 3, held: true)),
    ],
    // Waits of 4, 3 and 2 days, of which 2 and 4 end in a signature; busy for 6 of 45 days; improvement is not counted.
    wanted: [
      "signoffs": 2, "signoff_wait_mean_days": 3, "signoff_wait_p90_days": 3.8,
      "signoffs_waiting_average": 9.0 / 30, "supervision_held_rate": 2.0 / 3, "manager_utilisation": 6.0 / 45,
    ])

  /// One vacant post is covered, one is not; one agency worker covers an absence; one has taken the post for good.
  private static let agency = MeasureStory(
    title: "Agency staff", set: posts(4),
    opening: [
      .postOpened(worker(0)), .postOpened(worker(1, 0.5)), .postOpened(worker(2)), .postOpened(worker(3)),
      starts(0, worker(0), atStart: true),
    ],
    facts: [
      (5, .agencyStarted(worker: 10, worker(1, 0.5))), (6, .agencyStarted(worker: 11, worker(0))),
      (8, .agencyStarted(worker: 12, worker(2))), (20, starts(13, worker(2))),
      (20, .agencyEnded(worker: 12, worker(2), converted: true)),
    ],
    // At the end 1.5 FTE are at work beside 2 in post; of 1.5 vacant FTE a half is covered.
    wanted: [
      "agency_fte": 1.5, "agency_fte role=social_worker": 1.5, "agency_fte role=practice_manager": 0,
      "agency_rate_fte": 1.5 / 3.5, "vacancy_agency_cover_rate_fte": 0.5 / 1.5, "agency_cover_fte": 0.5,
      "agency_cover_rate_fte": 0.5 / 1.5, "agency_starters_fte": 2.5, "agency_converted_fte": 1,
      "agency_headcount": 2, "agency_rate_headcount": 0.5,
    ])

  /// Overtime in two teams from the tenth and the sixteenth day to the twenty-fifth and the end; two come above
  /// establishment, of whom one goes; three children are lent, of whom one is back.
  private static let responses = MeasureStory(
    title: "Management responds",
    set: {
      $0.responses.overtime.terms.isOn = true
      $0.workforce.teams[.caredFor].caseloadNorm = 20
      $0.workforce.teams[.protection].caseloadNorm = 10
    },
    facts: [
      (10, .responseChanged(.overtime, team: .assessment, inForce: true)),
      (12, .agencyAbove(worker(0), there: true)), (12, .agencyAbove(worker(1, 0.5), there: true)),
      (13, .caseLent(child: 1, of: .assessment, to: .caredFor, begins: true)),
      (13, .caseLent(child: 2, of: .assessment, to: .caredFor, begins: true)),
      (14, .caseLent(child: 3, of: .assessment, to: .protection, begins: true)),
      (16, .responseChanged(.overtime, team: .protection, inForce: true)),
      (18, .responseChanged(.signOff, team: nil, inForce: true)),
      (20, .caseLent(child: 1, of: .assessment, to: .caredFor, begins: false)),
      (21, .agencyAbove(worker(0), there: false)),
      (25, .responseChanged(.overtime, team: .assessment, inForce: false)),
    ],
    wanted: [
      "responses_in_force": 32.0 / 30, "responses_in_force response=overtime": 20.0 / 30,
      "responses_in_force response=sign_off": 12.0 / 30, "responses_in_force response=lending": 0,
      "agency_above_establishment_fte": 0.5, "lent_fte": 1.0 / 20 + 1.0 / 10,
    ])

  private static let absence = MeasureStory(
    title: "Six days of sickness, a leave that goes on, and a manager ill for three days", set: posts(4),
    opening: [
      .postOpened(worker(0)), .postOpened(worker(1, 0.5)), starts(0, worker(0), atStart: true),
      starts(1, worker(1, 0.5), atStart: true), .postOpened(manager),
    ],
    facts: [
      (0, starts(2, manager)), (6, .absenceBegan(worker: 0, worker(0), kind: .short)),
      (10, .absenceBegan(worker: 1, worker(1, 0.5), kind: .family)),
      (12, .absenceEnded(worker: 0, worker(0), kind: .short)),
      (20, .absenceBegan(worker: 2, manager, kind: .long)),
      (23, .absenceEnded(worker: 2, manager, kind: .long)),
    ],
    // 6 of the social workers' 45 FTE-days and 3 of the manager's 30.
    wanted: [
      "absence_rate_fte": 9.0 / 75, "absence_rate_fte role=social_worker": 6.0 / 45,
      "absence_rate_fte role=practice_manager": 0.1, "working_days_lost_fte": 9 * 253 / 365.25,
      "away_fte": 0.5,
    ])

  private static let recruitment = MeasureStory(
    title: "Three hires of four rounds, and a cohort",
    facts: [
      (1, .roundStarted(post: 0)), (1, .roundStarted(post: 1)), (1, .roundStarted(post: 2)),
      (4, .roundFailed(post: 0)), (4, .roundStarted(post: 0)), (10, .searchWaits(post: 3, waits: true)),
      (16, .searchWaits(post: 3, waits: false)), (20, .hired(worker(0), days: 100, waitedDays: 30)),
      (21, .hired(worker(1), days: 40)), (22, .hired(worker(2), days: 60)),
      (23, .cohortArrived(route: .academy, people: 4, pounds: 0)), (23, .cohortStarted(route: .academy)),
      (23, .cohortWaits(true)), (23, .cohortWaits(true)), (23, .cohortWaits(true)),
      (25, .cohortWaits(false)), (25, .cohortTurnedAway(route: .academy)),
    ],
    // 40, 60 and 70 days in hand, and 100 of these last with the wait: the 90th percentiles lie eight tenths of the way
    // from 60 to the longest.
    wanted: [
      "time_to_hire_p50_days": 60, "time_to_hire_p90_days": 68,
      "time_to_fill_p50_days": 60, "time_to_fill_p90_days": 92, "hires": 3, "recruitment_rounds": 4,
      "failed_rounds_rate": 0.25, "searches_waiting_average": 6.0 / 30, "cohort_starters route=academy": 1,
      "cohort_starters route=overseas": 0, "cohort_waiting": 2, "cohort_turned_away": 1,
    ])
}
