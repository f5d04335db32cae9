import DiscreteEvents

/// How many children are in each stage, how many start, and how many decisions come in time.
struct PathwayMeasure: Measure {
  private let stock, started: Int
  private let inNeed, onPlans, leavers, earlyHelp, inNeedStarted: Int
  private let assessments, assessmentsInTime, enquiries, conferences, conferencesInTime, plansStarted: Int
  private let limits: [Int]
  private var inStage: InlineArray<10, Double> = .init(repeating: 0)
  private var entered: InlineArray<10, Double> = .init(repeating: 0)
  private var assessed = 0.0
  private var assessedInTime = 0.0
  private var held = 0.0
  private var heldInTime = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    limits = Stage.allCases.map { tables.rows[$0].statutoryWorkingDays }
    inNeed = catalogue.declare("children_in_need", "children", .stock)
    onPlans = catalogue.declare("child_protection_plans", "children", .stock)
    leavers = catalogue.declare("care_leavers", "people", .stock)
    earlyHelp = catalogue.declare("early_help_children", "children", .stock)
    stock = catalogue.declare("children_in_stage", for: Stage.self, as: "stage", "children", .stock)
    started = catalogue.declare("stage_started", for: Stage.self, as: "stage", "children", .flow)
    inNeedStarted = catalogue.declare("cin_plans_started", "children", .flow)
    assessments = catalogue.declare("assessments_completed", "assessments", .flow)
    assessmentsInTime = catalogue.declare("assessments_in_45_days_rate", "share", .rate)
    enquiries = catalogue.declare("section47_enquiries", "children", .flow)
    conferences = catalogue.declare("initial_conferences", "children", .flow)
    conferencesInTime = catalogue.declare("conferences_in_15_days_rate", "share", .rate)
    plansStarted = catalogue.declare("cpp_started", "children", .flow)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .stageEntered(_, let stage, _):
      inStage[stage.index] += 1
      entered[stage.index] += 1
    case .stageLeft(_, let stage, _, _, let workingDays, let completed):
      inStage[stage.index] -= 1
      guard completed else { break }
      if stage == .assessment {
        assessed += 1
        if workingDays <= limits[stage.index] { assessedInTime += 1 }
      } else if stage == .initialConference {
        held += 1
        if workingDays <= limits[stage.index] { heldInTime += 1 }
      }
    default: break
    }
  }

  mutating func start() {
    entered = .init(repeating: 0)
    assessed = 0
    assessedInTime = 0
    held = 0
    heldInTime = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    var need = 0.0
    for stage in Stage.open {
      readings.set(stock + stage.index, month.index, inStage[stage.index])
      readings.set(started + stage.index, month.index, entered[stage.index])
      if stage.countsAsInNeed { need += inStage[stage.index] }
    }
    readings.set(inNeed, month.index, need)
    readings.set(onPlans, month.index, inStage[Stage.childProtectionPlan.index])
    readings.set(leavers, month.index, inStage[Stage.careLeaver.index])
    readings.set(earlyHelp, month.index, inStage[Stage.earlyHelp.index])
    readings.set(inNeedStarted, month.index, entered[Stage.childInNeed.index])
    readings.set(assessments, month.index, assessed)
    if limits[Stage.assessment.index] > 0 {
      readings.set(assessmentsInTime, month.index, assessedInTime, over: assessed)
    }
    readings.set(enquiries, month.index, entered[Stage.section47.index])
    readings.set(conferences, month.index, held)
    if limits[Stage.initialConference.index] > 0 {
      readings.set(conferencesInTime, month.index, heldInTime, over: held)
    }
    readings.set(plansStarted, month.index, entered[Stage.childProtectionPlan.index])
    start()
  }
}
