import Dates
import Statistics
import Testing

@testable import ServiceModel

/// A dated change reaches the children who are in a stage already.
@Suite("Changes reach children in their stages")
struct DatedChangeTests {
  /// A thousand children who come on the first day to plans of 200 days, from which they go two ways.
  private func plans(_ exit: Exit, share: Double = 0.5) -> ServiceParameters {
    var service = SmallService.empty(months: 12)
    service.pathway.endsAt18 = false
    service.demand.replay.arrivalDays = Array(repeating: 1, count: 1_000)
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.childInNeed] = 1
    service.demand.ages = SmallService.teenagers
    service.pathway.stages[.childInNeed].duration = DurationParameters(.constant, mean: 200)
    service.pathway.stages[.childInNeed].exits = Keyed(repeating: 0)
    service.pathway.stages[.childInNeed].exits[exit] = share
    service.pathway.stages[.childInNeed].exits[.stepDown] = 1 - share
    for stage in [exit.next, .closed] where stage != .closed {
      service.pathway.stages[stage].duration = DurationParameters(.constant, mean: 3_000)
    }
    return service
  }

  private func dated(
    _ service: ServiceParameters, _ influence: Influence, _ ratio: Double, from: Double,
    until: Double = .infinity
  ) -> ModelTables {
    var dated = DatedInfluences()
    let source = dated.newSource()
    let ramp = Ramp(shape: .step, from: from, until: until, riseDays: 0, halfLifeDays: 90)
    dated.add(influence, from: source, ratio: ratio, ramp, ModelTables(service).calendar)
    return ModelTables(service, dated: dated)
  }

  private func started(_ tables: ModelTables, _ stage: Stage, _ replication: Int = 0) -> Double {
    var replicator = Replicator(tables)
    let outcome = replicator.run(replication)
    for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    return SmallService.readings(outcome, tables, "stage_started", stage.breakdown).reduce(0, +)
  }

  @Test(
    "The way out is chosen as the weights are when the stage ends",
    arguments: [(Influence.earlyHelpUptake, Exit.earlyHelp), (.protection, .section47), (.careEntry, .care)])
  func tilts(influence: Influence, exit: Exit) {
    let service = plans(exit)
    // Three to one; four standard errors of a share of a thousand.
    let tilted = started(dated(service, influence, 3, from: 100), exit.next)
    #expect(abs(tilted - 750) < 4 * 187.5.squareRoot(), "\(tilted)")
    let plain = started(ModelTables(service), exit.next)
    #expect(abs(plain - 500) < 4 * 250.0.squareRoot())
    // Over again before they leave, and begun after they left: as if it had never been.
    #expect(started(dated(service, influence, 3, from: 50, until: 150), exit.next) == plain)
    #expect(started(dated(service, influence, 3, from: 250), exit.next) == plain)
    // In force on entry and off at the end is off.
    #expect(started(dated(service, influence, 3, from: 0, until: 150), exit.next) == plain)
    // One number decides: whoever goes that way at the lower weight goes that way at the higher.
    #expect(started(dated(service, influence, 0, from: 100), exit.next) == 0)
  }

  @Test("A partner who weakens while the child is in a stage refuses it early help at its end")
  func partners() {
    var service = plans(.earlyHelp, share: 1)
    service.demand.replay.arrivalDays = Array(repeating: 0, count: 1_000)
    service.partnership.partners[.schools].atStart = .adequate
    service.partnership.partners[.schools].rates[.fails] = 100
    service.partnership.partners[.schools].shares[.earlyHelp] = 1
    service.partnership.earlyHelpTakeUp.weak = 0.4
    let taken = started(ModelTables(service), .earlyHelp)
    #expect(abs(taken - 400) < 4 * 240.0.squareRoot(), "\(taken)")
  }

  /// Children on plans that do not end, who enter care in emergencies at one half a year.
  private var emergencies: ServiceParameters {
    var service = plans(.care)
    service.pathway.stages[.childInNeed].duration = DurationParameters(.constant, mean: 3_000)
    service.pathway.stages[.childInNeed].emergencyEntryPerYear = 0.5
    return service
  }

  private func expectCare(_ tables: ModelTables, years: Double) {
    var entries = Tally()
    for replication in 0..<8 { entries.add(started(tables, .lookedAfter, replication)) }
    let share = 1 - exponential(-0.5 * years)
    let error = (1_000 * share * (1 - share) / 8).squareRoot()
    #expect(abs(entries.mean - 1_000 * share) < 3.29 * error, "\(entries.mean), not \(1_000 * share)")
  }

  @Test("Emergencies follow the integrated rate", arguments: [0.0, 0.5, 1, 1.4, 3])
  func emergencies(ratio: Double) {
    let days = 365.25 - 1
    let tables = dated(emergencies, .careEntry, ratio, from: 100)
    expectCare(tables, years: (99 + ratio * (days - 99)) / 365.25)
  }

  @Test("Also where nobody could know before the run how high the rate would rise")
  func unforeseen() {
    var service = emergencies
    service.run.calendar = .uniform
    service.inspection.slots[.first].judgement = .inadequate
    service.inspection.slots[.first].date = CivilDate(2015, 4, 1)
    service.inspection.inadequate.careEntryRatio = 5
    service.inspection.inadequate.halfLifeDays = 3_650
    let tables = ModelTables(service)
    #expect(tables.emergencyCeiling == 1)
    let perDay = 0.693_147_180_559_945_3 / 3_650
    let extra = 4 * (exponential(-perDay) - exponential(-perDay * 365.25)) / perDay
    var entries = Tally()
    for replication in 0..<8 { entries.add(started(tables, .lookedAfter, replication)) }
    let share = 1 - exponential(-0.5 * (364.25 + extra) / 365.25)
    // Three standard errors and a hundredth, since the effect fades in steps.
    #expect(abs(entries.mean / 1_000 - share) < 0.03, "\(entries.mean), not \(1_000 * share)")
  }

  @Test("Emergencies follow their team's load from day to day")
  func load() {
    var service = emergencies
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.pathway.stages[.childInNeed].emergencyEntryPerYear = 1
    service.pathway.stages[.childInNeed].waitsForWorker = false
    service.workforce.teams[.protection].posts[.socialWorker] = 50
    service.workforce.teams[.protection].caseloadNorm = 20
    service.workforce.teams[.protection].caseloadCap = 40
    service.overload.escalationElasticity = 1
    // At the norm at first. The load falls with those who go: dn/dt = -n²/1000, so n = 1000 / (1 + t).
    let tables = ModelTables(service)
    var entries = Tally()
    for replication in 0..<8 { entries.add(started(tables, .lookedAfter, replication)) }
    let years = 364.25 / 365.25
    let wanted = 1_000 * (1 - 1 / (1 + years))
    #expect(abs(entries.mean - wanted) < 3.29 * entries.standardError + 2, "\(entries.mean), not \(wanted)")
    #expect(entries.standardError < 8)
  }

  @Test(
    "What is left of an assessment shrinks, whether or not it runs on its worker's clock",
    arguments: [0, 0.5])
  func assessments(paceElasticity: Double) {
    var service = plans(.assessment)
    service.demand.replay.arrivalDays = Array(repeating: 1, count: 40)
    service.demand.entry[.childInNeed] = 0
    service.demand.entry[.assessment] = 1
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 100)
    service.pathway.stages[.assessment].exits[.stepDown] = 1
    service.pathway.stages[.assessment].heldBy = .assessment
    service.workforce.teams[.assessment].posts[.socialWorker] = 4
    service.workforce.teams[.assessment].caseloadNorm = 10
    service.workforce.teams[.assessment].caseloadCap = 10
    service.overload.paceElasticity = paceElasticity
    var model = Service(dated(service, .assessmentLength, 0.5, from: 51))
    model.forgetsNobody = true
    _ = model.run(replication: 0)
    for child in 0..<40 { #expect(abs(model.children[child].enteredStage.days - 76) < 1e-3) }
  }

  @Test("A lever that lowers the rate takes emergencies away and brings none")
  func coupled() {
    for replication in 0..<4 {
      let plain = started(ModelTables(emergencies), .lookedAfter, replication)
      let lowered = started(dated(emergencies, .careEntry, 0.8, from: 100), .lookedAfter, replication)
      #expect(lowered < plain)
    }
  }
}
