@testable import ServiceModel

extension Effect {
  static let ofStaff: [Effect] = leaving + recruitment + agency + beginners

  /// What changes the load of the opening: its effects count from the load of the scenario that it is laid over.
  static let ofOpening: [Effect] = [
    Effect(
      "workforce.teams.protection.posts.socialWorker", 10, 20, .lowers, "cla_started",
      with: ["overload.escalationElasticity": 2]),
    Effect(
      "workforce.teams.protection.vacantAtStart.socialWorker", 0, 5, .raises, "cla_started",
      with: ["overload.escalationElasticity": 2, "recruitment.perPost": false]),
    Effect(
      "workforce.teams.protection.posts.socialWorker", 10, 20, .lowers, "turnover_rate_fte",
      with: ["leaving.caseloadElasticity": 2]),
  ]

  private static let leaving: [Effect] = [
    Effect("leaving.perYear.under2Years", 0.2, 0.6, .raises, "leavers_fte"),
    Effect("leaving.perYear.years2to5", 0.2, 0.8, .raises, "leavers_fte", with: experienced),
    Effect("leaving.roleRatio.socialWorker", 0.5, 1.5, .raises, "leavers_fte role=social_worker"),
    Effect(
      "leaving.payElasticity", 0, 2, .raises, "leavers_fte", with: ["pay.againstNeighbours": [0.7]]),
    Effect(
      "leaving.payElasticity", 0, 2, .lowers, "leavers_fte", with: ["pay.againstNeighbours": [1.4]]),
    Effect(
      "leaving.managerVacantRatio", 1, 4, .raises, "leavers_fte role=social_worker", with: withoutManagers),
    Effect("leaving.managerNewRatio", 1, 4, .raises, "leavers_fte"),
    Effect(
      "leaving.managerNewDays", 10, 400, .raises, "leavers_fte", with: ["leaving.managerNewRatio": 4]),
    Effect("leaving.spanElasticity", 0, 2, .raises, "leavers_fte", with: ["leaving.spanNorm": 5]),
    Effect("leaving.spanNorm", 5, 12, .lowers, "leavers_fte", with: ["leaving.spanElasticity": 2]),
    Effect("leaving.unfilledEffect", 0, 5, .raises, "leavers_fte"),
    Effect(
      "leaving.unfilledNorm", 0, 0.3, .lowers, "leavers_fte", with: ["leaving.unfilledEffect": 5]),
    Effect("leaving.absenceEffect", 0, 5, .raises, "leavers_fte", with: longAbsence),
    Effect(
      "leaving.absenceNorm", 0, 0.3, .lowers, "leavers_fte",
      with: [
        "leaving.absenceEffect": 5, "absence.long.perYear": 1, "absence.long.length.mean": 60,
        "absence.long.isCovered": true,
      ]),
    Effect(
      "leaving.supervisionMissedRatio", 1, 3, .raises, "leavers_fte",
      with: ["managers.supervisionHours": 3, "managers.hoursPerWeek": 5]),
    Effect(
      "leaving.passingThroughShare", 0, 0.5, .raises, "leavers_fte", with: ["leaving.passingThroughRatio": 5]),
    Effect(
      "leaving.passingThroughRatio", 1, 5, .raises, "leavers_fte", with: ["leaving.passingThroughShare": 0.5]),
    Effect("leaving.noticeWeeks.socialWorker", 0, 12, .lowers, "leavers_fte"),
    Effect("inspection.inadequate.leavingHazardRatio", 1, 3, .raises, "leavers_fte", with: judged),
    Effect("inspection.inadequate.applicantsRatio", 0.2, 1, .lowers, "failed_rounds_rate", with: judged),
    Effect("inspection.inadequate.agencyDemandRatio", 0.2, 1, .raises, "agency_fte", with: judged),
    Effect(
      "notice.leavingHazardRatio", 1, 3, .raises, "leavers_fte", with: ["notice.inForceAtStart": true]),
    Effect(
      "notice.applicantsRatio", 0.2, 1, .lowers, "failed_rounds_rate",
      with: ["notice.inForceAtStart": true, "notice.reviewsNeeded": 9]),
    Effect(
      "notice.inForceAtStart", false, true, .raises, "leavers_fte",
      with: ["notice.leavingHazardRatio": 3, "notice.reviewsNeeded": 9]),
    Effect("inspection.perVacancy", 0, 20, .raises, "inadequate_judgements", with: reinspected),
    Effect(
      "workforce.teams.assessment.vacantAtStart.socialWorker", 0, 60, .raises, "inadequate_judgements",
      with: [
        "inspection.later.areDrawn": true, "inspection.later.afterInadequate.mean": 40,
        "inspection.later.afterRequiresImprovement.mean": 40, "inspection.later.afterGood.mean": 40,
        "inspection.perVacancy": 8, "inspection.inadequateShare": 0.1, "recruitment.perPost": false,
        "leaving.roleRatio.socialWorker": 0,
      ]),
    Effect(
      "notice.vacancyRateAtMost", 0, 1, .lowers, "notice_in_force", with: ["notice.inForceAtStart": true]),
  ]

  private static let recruitment: [Effect] = [
    Effect("recruitment.heldDays.socialWorker", 0, 200, .raises, "vacancy_fte"),
    Effect("recruitment.heldDays.seniorPractitioner", 0, 200, .raises, "vacancy_fte"),
    Effect("recruitment.heldDays.practiceManager", 0, 200, .raises, "practice_manager_vacancy_rate"),
    Effect(
      "recruitment.heldDays.withoutCases", 0, 200, .raises, "vacancy_fte",
      with: ["workforce.teams.frontDoor.posts.withoutCases": 40]),
    Effect("recruitment.steps.approval.mean", 0, 60, .raises, "vacancy_fte"),
    Effect("recruitment.steps.advert.mean", 20, 80, .raises, "vacancy_fte"),
    Effect("recruitment.steps.selection.mean", 5, 60, .raises, "time_to_hire_p50_days"),
    Effect("recruitment.steps.checks.mean", 10, 90, .raises, "time_to_hire_p90_days"),
    Effect("recruitment.managerStepRatio", 0.5, 4, .raises, "practice_manager_vacancy_rate"),
    Effect("recruitment.everyRoundFills", false, true, .lowers, "vacancy_fte"),
    Effect("recruitment.applicantsPerRound.socialWorker", 1, 6, .lowers, "failed_rounds_rate"),
    Effect("recruitment.regionRatio", 0.5, 3, .lowers, "failed_rounds_rate"),
    Effect(
      "recruitment.payElasticity", 0, 3, .raises, "failed_rounds_rate", with: ["pay.againstNeighbours": [0.7]]
    ),
    Effect(
      "recruitment.payElasticity", 0, 3, .lowers, "failed_rounds_rate", with: ["pay.againstNeighbours": [1.4]]
    ),
    Effect("recruitment.appointableShare", 0.2, 0.9, .lowers, "failed_rounds_rate"),
    Effect("recruitment.acceptanceShare", 0.2, 0.9, .lowers, "vacancy_fte"),
    Effect("recruitment.roundsAtOnce", 5, 60, .lowers, "searches_waiting_average"),
    Effect("recruitment.overspendDelay", 0, 200, .raises, "vacancy_fte", with: dearAgency),
    Effect("recruitment.overspendFreeze", 0, 0.001, .raises, "vacancy_fte", with: dearAgency),
    Effect(
      "recruitment.caseloadElasticity", 0, 1, .lowers, "searches_waiting_average",
      with: loaded),
    Effect("recruitment.rollingStartersPerYear", 0, 30, .raises, "starters_fte"),
    Effect("recruitment.perPost", false, true, .lowers, "vacancy_fte"),
    Effect(
      "recruitment.begins", "departure", "resignation", .lowers, "vacancy_fte",
      with: ["leaving.noticeWeeks.socialWorker": 8]),
    Effect("managers.interviewHours", 0, 100, .raises, "time_to_hire_p50_days"),
    Effect("progression.internalManagerShare", 0, 1, .raises, "promotions_fte role=practice_manager"),
    Effect("progression.internalSeniorShare", 0, 1, .raises, "promotions_fte role=senior_practitioner"),
    Effect(
      "progression.leastYears", 0, 2.5, .lowers, "promotions_fte role=practice_manager",
      with: ["progression.internalManagerShare": 1]),
    Effect("cohorts.academy.people", 0, 20, .raises, "cohort_starters route=academy"),
    Effect("cohorts.overseas.people", 0, 15, .lowers, "vacancy_fte"),
    Effect(
      "cohorts.graduateProgramme.waitDays", 0, 300, .lowers, "cohort_turned_away",
      with: ["cohorts.graduateProgramme.people": 60]),
  ]

  private static let agency: [Effect] = [
    Effect("agency.coverShare.socialWorker", 0.1, 0.9, .raises, "agency_fte role=social_worker"),
    Effect("agency.afterDays", 0, 60, .lowers, "agency_fte"),
    Effect("agency.fill.mean", 5, 60, .lowers, "agency_fte"),
    Effect("agency.assignment.mean", 15, 200, .lowers, "agency_starters_fte"),
    Effect("agency.cap", 0.02, 0.5, .raises, "agency_fte"),
    Effect("agency.aboveAtStart.assessment", 0, 20, .raises, "agency_fte", with: ["agency.renewalShare": 1]),
    Effect(
      "agency.aboveAtStart.assessment", 0, 20, .raises, "cost_gbp line=agency",
      with: ["agency.perWeek.socialWorker": 1_000]),
    Effect(
      "agency.renewalShare", 0, 1, .raises, "agency_above_establishment_fte",
      with: ["agency.aboveAtStart.assessment": 20]),
    Effect("agency.conversionShare", 0, 0.8, .lowers, "vacancy_fte"),
    Effect("agency.conversionShare", 0, 0.8, .raises, "agency_converted_fte"),
    Effect(
      "agency.leaverReturnShare", 0, 1, .raises, "agency_fte",
      with: ["leaving.reasons.resigned": 0, "leaving.reasons.movedToAgency": 1]),
    Effect(
      "agency.atStart.socialWorker", 0, 10, .raises, "agency_fte",
      with: [
        "workforce.teams.assessment.vacantAtStart.socialWorker": 10, "agency.coverShare.socialWorker": 0,
      ]),
    Effect("workforce.teams.assessment.vacantAtStart.socialWorker", 0, 30, .raises, "vacancy_fte"),
    Effect("workforce.fteValues", [0.5], [1], .raises, "inpost_fte"),
    Effect("absence.short.perYear", 1, 6, .raises, "absence_rate_fte"),
    Effect(
      "absence.short.length.mean", 2, 10, .raises, "working_days_lost_fte", with: ["absence.short.perYear": 2]
    ),
    Effect(
      "absence.family.perYear", 0.02, 0.3, .raises, "away_fte", with: ["absence.family.length.mean": 200]),
    Effect(
      "absence.long.isCovered", false, true, .raises, "agency_fte",
      with: ["absence.long.perYear": 0.5, "absence.long.length.mean": 90]),
  ]

  private static let beginners: [Effect] = [
    Effect("newlyQualified.hazardRatio", 1, 3, .raises, "leavers_fte", with: ["newlyQualified.share": 1]),
    Effect(
      "newlyQualified.share", 0, 1, .raises, "leavers_fte", with: ["newlyQualified.hazardRatio": 4]),
    Effect(
      "newlyQualified.supportMonths", 2, 30, .raises, "leavers_fte",
      with: ["newlyQualified.hazardRatio": 4, "newlyQualified.share": 1]),
    Effect("newlyQualified.atStart", 0, 80, .raises, "leavers_fte", with: ["newlyQualified.hazardRatio": 4]),
    Effect("managers.supervisionHours", 1, 5, .raises, "manager_utilisation"),
    Effect(
      "managers.hoursPerWeek", 5, 40, .raises, "supervision_held_rate", with: ["managers.supervisionHours": 2]
    ),
    Effect(
      "managers.supervisionEveryDays", [7, 7, 7], [40, 40, 40], .lowers, "manager_utilisation",
      with: ["managers.supervisionHours": 1]),
    Effect(
      "managers.supervisionUntilDays", [30, 40], [900, 1_000], .raises, "manager_utilisation",
      with: ["managers.supervisionHours": 1]),
  ]

  private static var reinspected: KeyValuePairs<String, Setting> {
    [
      "inspection.later.areDrawn": true, "inspection.later.afterInadequate.mean": 40,
      "inspection.later.afterRequiresImprovement.mean": 40, "inspection.later.afterGood.mean": 40,
      "inspection.perVacancy": 8, "inspection.inadequateShare": 0.1,
    ]
  }
  private static var judged: KeyValuePairs<String, Setting> { ["inspection.first.judgement": "inadequate"] }
  /// Agency staff at ten times what a post costs, so that they take more than all vacancies leave over.
  private static var dearAgency: KeyValuePairs<String, Setting> {
    [
      "money.salary.socialWorker": 30_000, "money.salary.seniorPractitioner": 35_000,
      "money.salary.practiceManager": 40_000, "agency.perWeek.socialWorker": 6_000,
    ]
  }
  /// A team whose workers carry three times the reference load, and few searches at once.
  private static var loaded: KeyValuePairs<String, Setting> {
    [
      "recruitment.roundsAtOnce": 5, "workforce.teams.assessment.referenceLoad": 1,
      "pathway.childInNeed.heldBy": "assessment", "opening.children.childInNeed": 360,
      "pathway.childInNeed.duration.mean": 5_000,
    ]
  }
  private static var experienced: KeyValuePairs<String, Setting> { ["workforce.tenureAtStart.years2to5": 1] }
  private static var withoutManagers: KeyValuePairs<String, Setting> {
    ["workforce.teams.assessment.vacantAtStart.practiceManager": 8, "recruitment.managerStepRatio": 10]
  }
  private static var longAbsence: KeyValuePairs<String, Setting> {
    ["absence.long.perYear": 1, "absence.long.length.mean": 60, "absence.long.isCovered": true]
  }

  /// What the load of a team moves, by its own elasticity.
  static let ofOverload: [Effect] = [
    Effect("overload.paceElasticity", 0, 0.8, .raises, "children_in_stage stage=child_in_need"),
    Effect("overload.escalationElasticity", 0, 2, .raises, "cla_started"),
    Effect("overload.returnElasticity", 0, 2, .raises, "rereferral_rate"),
    Effect("overload.driftElasticity", 0, 2, .raises, "children_looked_after"),
    Effect("overload.movesElasticity", 0, 2, .raises, "placement_moves"),
    Effect("leaving.caseloadElasticity", 0, 2, .raises, "leavers_fte"),
    Effect(
      "absence.long.caseloadElasticity", 0, 2, .raises, "absence_rate_fte",
      with: ["absence.long.perYear": 1, "absence.long.length.mean": 20]),
  ]

  /// What moves the load.
  static let ofTeam: [Effect] = [
    Effect(
      "agency.aboveAtStart.protection", 0, 4, .lowers, "caseload_fte", with: ["agency.renewalShare": 1]),
    Effect("demand.referralsPerYear", 300, 450, .raises, "unallocated_children"),
    Effect("pathway.childInNeed.weight", 0.8, 1.2, .raises, "unallocated_children"),
    Effect("pathway.childInNeed.waitsForWorker", false, true, .raises, "children_in_need"),
    Effect(
      "pathway.childInNeed.needsExperience", false, true, .raises, "unallocated_children",
      with: ["newlyQualified.atStart": 8]),
    Effect("pathway.childInNeed.signOffHours", 0, 8, .raises, "children_in_need"),
    Effect("pathway.changeOfWorkerSetbackDays", 0, 60, .raises, "children_in_need"),
    Effect("managers.signOffCv", 0, 3, .raises, "signoff_wait_mean_days", with: signedOff),
    Effect("managers.hoursPerWeek", 15, 60, .lowers, "signoff_wait_mean_days", with: signedOff),
    Effect("workforce.availability", 0.6, 1, .lowers, "children_in_need"),
    Effect(
      "workforce.inductionMonths", [1], [0.3, 0.3, 0.3, 0.3, 0.3, 0.3], .raises, "unallocated_children"),
    Effect("workforce.teams.protection.caseloadNorm", 6, 14, .lowers, "share_over_norm"),
    Effect("workforce.teams.protection.caseloadCap", 10, 20, .lowers, "unallocated_children"),
    Effect("workforce.teams.protection.posts.socialWorker", 7, 12, .lowers, "unallocated_wait_mean_days"),
    Effect("workforce.teams.protection.waitingLimit", 0, 40, .lowers, "referrals_refused"),
    Effect("leaving.perYear.under2Years", 0.1, 0.8, .raises, "worker_changes"),
    Effect(
      "leaving.handoverDays", 0, 56, .lowers, "allocated_children_average",
      with: ["leaving.noticeWeeks.socialWorker": 8]),
    Effect(
      "newlyQualified.caseloadMonths", [0.3], [1], .lowers, "unallocated_children",
      with: ["newlyQualified.atStart": 8]),
    Effect(
      "agency.capacity", 0.3, 1, .lowers, "unallocated_children",
      with: [
        "agency.coverShare.socialWorker": 1, "agency.fill.mean": 1,
        "workforce.teams.protection.vacantAtStart.socialWorker": 5, "recruitment.steps.advert.mean": 900,
      ]),
    Effect(
      "newlyQualified.mentorHours", 0, 18, .raises, "unallocated_children",
      with: ["newlyQualified.atStart": 4, "newlyQualified.supportMonths": 36]),
    Effect(
      "newlyQualified.hoursPerWeek", 30, 60, .lowers, "unallocated_children",
      with: [
        "newlyQualified.atStart": 4, "newlyQualified.supportMonths": 36, "newlyQualified.mentorHours": 18,
      ]),
    Effect("absence.long.isCovered", false, true, .raises, "worker_changes", with: ill),
    Effect("watch.waitOverDays", 2, 30, .lowers, "unallocated_waited_long_rate"),
  ]

  private static var signedOff: KeyValuePairs<String, Setting> { ["pathway.childInNeed.signOffHours": 2] }
  private static var ill: KeyValuePairs<String, Setting> {
    ["absence.long.perYear": 1, "absence.long.length.mean": 30]
  }
}
