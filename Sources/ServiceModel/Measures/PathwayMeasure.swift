import DiscreteEvents
import Parameters

/// How many children are in each stage, how many start, and how many decisions come in time.
struct PathwayMeasure: Measure {
  static let subject = Series.Subject.children
  private let limits: [Int]
  private var inStage = Flat<Stage, Double>()
  private var entered = Flat<Stage, Double>()
  /// Assessments and conferences that came to their own end, and those in time.
  private var done = Flat<Stage, Double>()
  private var inTime = Flat<Stage, Double>()
  /// Children who wait for a place in early help, and those who left without one.
  private var waiting = 0.0
  private var unserved = 0.0

  init(_ tables: ModelTables) { limits = Stage.allCases.map { tables.rows[$0].statutoryWorkingDays } }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .stageEntered(_, let stage, _):
      inStage[stage] += 1
      entered[stage] += 1
    case .stageLeft(_, let stage, _, _, let workingDays, let completed):
      inStage[stage] -= 1
      guard completed, stage == .assessment || stage == .initialConference else { break }
      done[stage] += 1
      if workingDays <= limits[stage.index] { inTime[stage] += 1 }
    case .placeAwaited(_, .earlyHelp): waiting += 1
    case .placeTaken(_, .earlyHelp, _): waiting -= 1
    case .placeNotFound(_, .earlyHelp, _):
      waiting -= 1
      unserved += 1
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    let inNeed = Stage.open.reduce(0) { $1.countsAsInNeed ? $0 + inStage[$1] : $0 }
    r.stock(
      "children_in_need", .children, inNeed,
      "Children in need as the Department counts them: referred and not yet decided on, in assessment or enquiry, "
        + "waiting for a conference, on a child in need or protection plan, looked after, and care leavers who are "
        + "still supported.",
      .neither.headline(3, "Children in need"))
    r.stock(
      "child_protection_plans", .children, inStage[.childProtectionPlan],
      "Children on a child protection plan.",
      .neither.headline(2, "On child protection plans").fan)
    r.stock("care_leavers", .people, inStage[.careLeaver], "Care leavers who are supported.")
    r.stock(
      "early_help_children", .children, inStage[.earlyHelp],
      "Children in early help, including those waiting for a place.")
    r.stock("early_help_waiting", .children, waiting, "Children who wait for a place in early help.", .less)
    r.flow(
      "early_help_unserved", .children, &unserved,
      "Children who left the wait for a place in early help without one: stepped up, referred again, closed without help, "
        + "in care or adult.",
      .less)
    for stage in Stage.allCases {
      let count = stage == .closed ? .nan : inStage[stage]
      r.line("children_in_stage", .children, .stock, of: stage.breakdown, count, "Children in each stage.")
    }
    for stage in Stage.allCases {
      let count = stage == .closed ? .nan : entered[stage]
      r.line("stage_started", .children, .flow, of: stage.breakdown, count, "Entries to each stage.")
    }
    r.flow(
      "cin_plans_started", .children, entered[.childInNeed],
      "Child in need plans begun, including those after a return home.")
    r.flow(
      "assessments_completed", "assessments", done[.assessment],
      "Assessments completed in the normal way: not those cut short by an emergency, the eighteenth "
        + "birthday or a refusal.")
    r.rate(
      "assessments_in_45_days_rate", .share, share(.assessment), over: done[.assessment],
      "Share of completed assessments within the stage's statutory working days, counted from the "
        + "referral; the day of the referral is day 0.",
      .more)
    r.flow(
      "section47_enquiries", .children, entered[.section47], "Section 47 enquiries begun.",
      .neither.labelled("Section 47 enquiries"))
    r.flow(
      "initial_conferences", .children, done[.initialConference],
      "Initial conferences held, not counting children who left first because of an emergency or the eighteenth birthday."
    )
    r.rate(
      "conferences_in_15_days_rate", .share, share(.initialConference), over: done[.initialConference],
      "Share of initial conferences within the stage's statutory working days, counted from the strategy discussion.",
      .more
    )
    r.flow("cpp_started", .children, entered[.childProtectionPlan], "Child protection plans begun.")
    r.forget(&entered)
    r.forget(&done)
    r.forget(&inTime)
  }

  /// Those in time; not a number where the stage has no limit.
  private func share(_ stage: Stage) -> Double { limits[stage.index] > 0 ? inTime[stage] : .nan }
}
