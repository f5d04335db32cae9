import Dates
import DiscreteEvents

@testable import ServiceModel

extension MeasureStory {
  static let ofChildren: [MeasureStory] = [
    demand, pathway, care, stays, allocation, changes, occupancy, partners, plan, inspection,
    notices,
  ]

  private static let demand = MeasureStory(
    title: "Four referrals, one of them again, and one refused",
    facts: [
      (1, .referred(child: 1, again: false)), (2, .referred(child: 2, again: false)),
      (3, .referred(child: 3, again: true)), (4, .referred(child: 4, again: false)),
      (4, .refused(child: 4, team: .protection)), (30, .contactsWithoutReferral(7)),
    ],
    wanted: ["contacts": 11, "referrals": 4, "rereferral_rate": 0.25, "referrals_refused": 1])

  private static func enters(_ day: Double, _ child: Int, _ stage: Stage) -> Dated {
    (day, .stageEntered(child: child, stage: stage, band: .age5to9))
  }

  private static func leaves(
    _ day: Double, _ child: Int, _ stage: Stage, _ exit: Exit, workingDays: Int = 0, completed: Bool = true
  ) -> Dated {
    (
      day,
      .stageLeft(
        child: child, stage: stage, exit: exit, days: 1, workingDays: workingDays, completed: completed)
    )
  }

  /// Child 1 is assessed on the last day in time, child 2 a day late, child 3 not to the end.
  private static let pathway = MeasureStory(
    title: "From the front door to plans and care",
    set: {
      $0.pathway.stages[.assessment].statutoryWorkingDays = 45
      $0.pathway.stages[.initialConference].statutoryWorkingDays = 15
    },
    facts: [
      enters(1, 1, .assessment), enters(1, 2, .assessment), enters(1, 3, .assessment),
      leaves(2, 1, .assessment, .section47, workingDays: 45), enters(2, 1, .section47),
      leaves(2, 2, .assessment, .section47, workingDays: 46), enters(2, 2, .section47),
      leaves(2, 3, .assessment, .care, workingDays: 10, completed: false), enters(2, 3, .lookedAfter),
      leaves(3, 1, .section47, .conference), enters(3, 1, .initialConference),
      leaves(3, 2, .section47, .conference), enters(3, 2, .initialConference),
      leaves(4, 1, .initialConference, .protectionPlan, workingDays: 15), enters(4, 1, .childProtectionPlan),
      leaves(4, 2, .initialConference, .childInNeed, workingDays: 16), enters(4, 2, .childInNeed),
      enters(5, 4, .careLeaver), enters(5, 5, .earlyHelp), enters(5, 6, .frontDoor), enters(5, 7, .frontDoor),
      (5, .placeAwaited(child: 5, stage: .earlyHelp)),
      (6, .placeTaken(child: 5, stage: .earlyHelp, waitedDays: 1)),
      enters(6, 8, .earlyHelp), (6, .placeAwaited(child: 8, stage: .earlyHelp)), enters(6, 9, .earlyHelp),
      (6, .placeAwaited(child: 9, stage: .earlyHelp)),
      (9, .placeNotFound(child: 9, stage: .earlyHelp, waitedDays: 3)),
      leaves(9, 9, .earlyHelp, .noFurtherAction),
    ],
    // In need: on a protection plan, on a child in need plan and in care, a care leaver, and two at the front door.
    wanted: [
      "children_in_need": 6, "child_protection_plans": 1, "care_leavers": 1, "early_help_children": 2,
      "early_help_waiting": 1, "early_help_unserved": 1,
      "children_in_stage stage=front_door": 2, "children_in_stage stage=assessment": 0,
      "stage_started stage=assessment": 3, "cin_plans_started": 1, "assessments_completed": 2,
      "assessments_in_45_days_rate": 0.5, "section47_enquiries": 2, "initial_conferences": 2,
      "conferences_in_15_days_rate": 0.5, "cpp_started": 1,
    ])

  private static func starts(_ child: Int, _ band: AgeBand) -> Fact { .careStarted(child: child, band: band) }

  private static func placed(_ child: Int, _ placement: Placement, first: Bool = true) -> Fact {
    .placed(child: child, placement: placement, first: first)
  }

  private static func moved(_ child: Int, from placement: Placement) -> Fact {
    .placementEnded(child: child, placement: placement, since: .zero)
  }

  private static func census(_ child: Int, _ band: AgeBand, _ placement: Placement, _ need: Need) -> Dated {
    (30, .childAtCensus(child: child, band: band, placement: placement, need: need))
  }

  private static let care = MeasureStory(
    title: "One child in care at the start, three who come and one who goes",
    set: {
      $0.demand.population = 60_000
      $0.fostering.placesPerHousehold = 2
    },
    opening: [starts(1, .age10to15), placed(1, .kinship), .fosterPlaces(6)],
    facts: [
      (10, starts(2, .under1)), (10, placed(2, .inHouseFostering)), (12, moved(1, from: .kinship)),
      (12, placed(1, .residential, first: false)), (15, .fosterPlaceMissed), (15, starts(3, .age16plus)),
      (15, placed(3, .supported)), (20, moved(2, from: .inHouseFostering)),
      (20, .careEnded(child: 2, exit: .adoption, band: .under1, days: 10)),
      (21, .homeAwaited(child: 3, begins: true)), (22, .homeAwaited(child: 4, begins: true)),
      (23, .homeAwaited(child: 4, begins: false)), (25, starts(4, .age5to9)),
      (25, placed(4, .inHouseFostering)), census(1, .age10to15, .residential, .complex),
      census(3, .age16plus, .supported, .standard), census(4, .age5to9, .inHouseFostering, .standard),
    ],
    // 30 + 10 + 15 + 5 days in care; 3 children of 60,000; four placements begun in the month.
    wanted: [
      "children_looked_after": 3, "children_looked_after placement=residential": 1,
      "children_looked_after placement=foster": 1,
      "children_looked_after placement=residential_and_semi_independent": 2,
      "children_looked_after age=10-15": 1, "children_looked_after age=under-1": 0,
      "children_looked_after need=standard": 2, "children_looked_after need=complex": 1,
      "children_looked_after_average": 2, "cla_rate_per_10000": 0.5, "cla_started": 3,
      "cla_started age=16-17": 1, "cla_ceased": 1, "cla_ceased age=under-1": 1, "cla_ceased age=5-9": 0,
      "home_waits": 1, "cla_ceased_by_reason reason=adoption": 1, "placements": 4,
      "placement_moves": 1, "foster_carers_in_house": 3, "foster_occupancy": 1.0 / 6,
      "foster_places_missed": 1,
    ])

  /// Load made stays 1.2 and 1.4 times as long in the first year, so 1.3 times afterwards. May 2016 is days 396 to 427.
  private static let stays = MeasureStory(
    title: "Stays as they would have been, two months into the second year",
    months: 14,
    opening: [.stayDrawn(child: 1, DrawnStay(days: 400))],
    facts: [
      (100, .stayDrawn(child: 2, DrawnStay(days: 100, ratio: 1.2))),
      (200, .stayDrawn(child: 3, DrawnStay(days: 10, ratio: 1.4))),
      (380, .stayDrawn(child: 4, DrawnStay(days: 20, ratio: 2))),
      (390, .stayDrawn(child: 5, DrawnStay(days: 10, least: 50))),
      (390, .stayDrawn(child: 6, DrawnStay(days: 100, most: 8))),
    ],
    // To day 400, to day 406, all of May, to day 398.
    wanted: ["children_looked_after_at_first_stay": (4.0 + 10 + 31 + 2) / 31])

  private static func allocated(
    _ child: Int, worker: Int = 1, waited: Double = 0, fromList: Bool = false, change: Bool = false
  ) -> Fact {
    .allocated(
      child: child, worker: worker, team: .protection, waitedDays: waited, fromList: fromList, change: change)
  }

  private static func joins(_ child: Int) -> Fact { .joinedList(child: child, team: .protection) }

  /// Child 1 has a worker at once, and later another one; child 2 waits for 12 days; child 3 leaves the list without one;
  /// child 4 is still on it.
  private static let allocation = MeasureStory(
    title: "The unallocated list",
    set: { $0.watch.waitOverDays = 11 },
    facts: [
      enters(3, 1, .childInNeed), (3, allocated(1)), enters(6, 2, .childInNeed), (6, joins(2)),
      enters(9, 3, .childInNeed), (9, joins(3)), (18, allocated(2, waited: 12, fromList: true)),
      (18, .transferred(child: 2, worker: 1, team: .protection)),
      (21, .leftList(child: 3, team: .protection)), leaves(21, 3, .childInNeed, .stepDown),
      (24, .caseReleased(child: 1, worker: 1, team: .protection)),
      (24, allocated(1, worker: 2, change: true)),
      enters(27, 4, .childInNeed), (27, joins(4)),
      (30, .waitingAtCensus(child: 4, team: .protection, days: 3, isFirst: true)),
      (30, .waitingAtCensus(child: 6, team: .caredFor, days: 20, isFirst: false)),
    ],
    // On the list for 12, 12 and 3 days; open for 27, 24, 12 and 3; with a worker for 27 and 12. Waits of 0 and 12 days,
    // and of 3 so far: the 90th percentile lies four fifths of the way from 3 to 12.
    wanted: [
      "unallocated_children": 1, "unallocated_children team=protection": 1,
      "unallocated_children team=assessment": 0, "unallocated_children_average": 27.0 / 30,
      "open_children_average": 66.0 / 30, "allocated_children_average": 39.0 / 30,
      "unallocated_wait_mean_days": 6, "unallocated_wait_p90_days": 10.2, "unallocated_waited_rate": 0.5,
      "unallocated_waited_long_rate": 0.5, "worker_changes": 2, "worker_transfers": 1, "longest_wait": 20,
      "longest_wait team=protection": 3, "longest_wait team=cared_for": 20, "longest_wait team=assessment": 0,
    ])

  private static let changes = MeasureStory(
    title: "Three changes of worker in a year, with two children allocated at its end", months: 13,
    facts: [
      (3, allocated(1)), (4, allocated(2)), (5, allocated(3)),
      (20, .caseReleased(child: 3, worker: 1, team: .protection)), (20, allocated(3, change: true)),
      (100, .caseReleased(child: 1, worker: 1, team: .protection)), (100, allocated(1, change: true)),
      (200, .caseReleased(child: 1, worker: 1, team: .protection)), (200, allocated(1, change: true)),
      (300, .caseReleased(child: 2, worker: 1, team: .protection)), (300, allocated(2, change: true)),
      (350, .caseReleased(child: 3, worker: 1, team: .protection)),
    ],
    // The thirteenth month ends twelve months that began on day 30: the first change lies before them.
    wanted: ["worker_changes": 0, "worker_changes_per_child": 1.5])

  private static let occupancy = MeasureStory(
    title: "Shares of time at each level",
    set: {
      $0.watch.occupancyUpTo = 2
      $0.workforce.teams[.protection].posts[.socialWorker] = 1
    }, opening: [.postOpened(MeasureStory.worker(0))],
    facts: [
      enters(6, 1, .childInNeed), (10, .workerStarted(worker: 0, MeasureStory.worker(0), atStart: false)),
      enters(12, 2, .childInNeed), (15, joins(2)), enters(18, 3, .childInNeed), enters(21, 4, .childInNeed),
    ],
    wanted: [
      "time_share open=0": 0.2, "time_share open=1": 0.2, "time_share open=2": 0.2,
      "time_share open=more": 0.4, "time_share unallocated=0": 0.5, "time_share unallocated=1": 0.5,
      "time_share vacant=1": 1.0 / 3, "time_share vacant=0": 2.0 / 3,
    ])

  private static let partners = MeasureStory(
    title: "Seven adequate partners, of whom one becomes strong and one weak",
    set: { $0.partnership.partners[.police].rates[.strengthens] = 1 },
    opening: Partner.allCases.map { .engagementSet(partner: $0, engagement: .adequate, before: nil) },
    facts: [
      (10, .engagementSet(partner: .police, engagement: .strong, before: .adequate)),
      (15, .engagementSet(partner: .health, engagement: .weak, before: .adequate)),
    ],
    // 1 + 0 + five halves, over seven; 210 days of partners.
    wanted: [
      "partner_engagement": 0.5, "partner_engagement partner=police": 1,
      "partner_engagement partner=health": 0, "partner_engagement partner=courts": 0.5,
      "partner_time_share state=strong": 20.0 / 210, "partner_time_share state=adequate": 175.0 / 210,
      "partner_time_share state=weak": 15.0 / 210,
    ])

  private static let plan = MeasureStory(
    title: "Of four actions one is early, one late, one overdue and one not due",
    set: {
      for (slot, due) in [
        (ActionSlot.council1, CivilDate(2015, 4, 10)), (.council2, CivilDate(2015, 4, 20)),
        (.board1, CivilDate(2015, 4, 25)), (.board2, CivilDate(2016, 4, 25)),
      ] {
        $0.plan.actions[slot].isPlanned = true
        $0.plan.actions[slot].due = due
      }
    },
    facts: [
      (5, .actionFailed(action: .council1)), (8, .actionDelivered(action: .council1, daysLate: -2)),
      (25, .actionDelivered(action: .council2, daysLate: 5)),
    ],
    // The overdue one was due at the end of day 25: five days late so far; the early one counts as 0.
    wanted: [
      "actions_delivered": 2, "actions_delivered owner=council": 2, "actions_delivered owner=board": 0,
      "actions_due": 3, "actions_on_time_rate": 1.0 / 3, "plan_slippage_days": 10.0 / 3, "plan_complete": 0,
      "actions_failed": 1,
    ])

  private static let inspection = MeasureStory(
    title: "Three judgements and a notice",
    facts: [
      (3, .inspected(.inadequate)), (3, .noticeChanged(inForce: true)), (10, .inspected(.good)),
      (20, .inspected(.requiresImprovement)),
    ],
    // Days 3 to 30 of a month of 30.
    wanted: [
      "notice_in_force": 1, "notice_months": 27 / 30.4375, "first_notice_months": 27 / 30.4375,
      "first_notice_lifted": 0, "inspections": 3, "adverse_judgements": 2, "inadequate_judgements": 1,
    ])

  private static let notices = MeasureStory(
    title: "A notice that was in force at the start and is lifted, and another", months: 2,
    opening: [.noticeChanged(inForce: true)],
    facts: [(20, .noticeChanged(inForce: false)), (41, .noticeChanged(inForce: true))],
    // The second month is days 30 to 61.
    wanted: [
      "notice_in_force": 1, "notice_months": 20 / 30.4375, "first_notice_months": 20 / 30.4375,
      "first_notice_lifted": 1, "inspections": 0,
    ])
}
