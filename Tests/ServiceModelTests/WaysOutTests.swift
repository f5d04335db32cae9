import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Dated changes reach children who are already there")
struct WaysOutTests {
  private func tables(_ service: ServiceParameters, _ influence: Influence, ratio: Double, from: Double)
    -> ModelTables
  {
    var dated = DatedInfluences()
    let source = dated.newSource()
    let ramp = Ramp(shape: .step, from: from, until: .infinity, riseDays: 0, halfLifeDays: 90)
    dated.add(influence, from: source, ratio: ratio, ramp, ModelCalendar(service.run))
    return ModelTables(service, dated: dated)
  }

  private func outcomes(_ tables: ModelTables, _ replications: Range<Int> = 0..<6) -> [ReplicationOutcome] {
    var replicator = Replicator(tables)
    return replications.map { replicator.run($0) }
  }

  /// Children who all come into care on the first day.
  private func cohort(_ children: Int = 1_500) -> ServiceParameters {
    var service = SmallService.empty(months: 24)
    service.pathway.endsAt18 = false
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.lookedAfter] = 1
    service.demand.replay.arrivalDays = (0..<children).map { Double($0) * 1e-4 }
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.weibull, mean: 500)
    service.pathway.stages[.lookedAfter].duration.shape = 0.7
    service.pathway.stages[.lookedAfter].ageRatio = Keyed(repeating: 1.4)
    service.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
    service.pathway.stages[.lookedAfter].exits[.specialGuardianship] = 0.3
    service.pathway.stages[.lookedAfter].exits[.returnedHome] = 0.2
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 0.5
    return service
  }

  static let changes: [(Influence, Exit, Double, Double, Double)] = [
    (.permanence, .specialGuardianship, 0.3, 2.5, 0), (.permanence, .specialGuardianship, 0.3, 1.3, 200),
    (.permanence, .specialGuardianship, 0.3, 0.2, 200), (.reunification, .returnedHome, 0.2, 6, 100),
    (.reunification, .returnedHome, 0.2, 0, 100),
  ]

  @Test(
    "The hazard of one way out is multiplied from its day on, whatever the law of the stay",
    arguments: changes)
  func hazard(influence: Influence, exit: Exit, share: Double, ratio: Double, from: Double) {
    let service = cohort()
    let tables = tables(service, influence, ratio: ratio, from: from)
    let law = tables.lengths[.lookedAfter]
    func survival(_ day: Double) -> Double { 1 - law.cdf(day / 1.4) }
    var left = Tally()
    var byExit = Tally()
    for outcome in outcomes(tables) {
      left.add(SmallService.readings(outcome, tables, "children_looked_after")[23] / 1_500)
      let ended = SmallService.readings(outcome, tables, "cla_ceased_by_reason", "reason=\(exit.label)")
      byExit.add(ended.reduce(0, +) / 1_500)
    }
    let power = 1 + share * (ratio - 1)
    let end = 730.5
    let wanted = survival(from) * ServiceModel.power(survival(end) / survival(from), power)
    #expect(abs(left.mean - wanted) < 3.29 * left.standardError, "\(left.mean), not \(wanted)")
    let before = share * (1 - survival(from))
    let after = share * ratio / power * (survival(from) - wanted)
    #expect(
      abs(byExit.mean - before - after) < 3.29 * byExit.standardError, "\(byExit.mean), not \(before + after)"
    )
    #expect(left.standardError < 0.012)
  }

  @Test("Nothing changes before the day, and a higher ratio keeps fewer, on the same children")
  func common() {
    let service = cohort(600)
    let plain = ModelTables(service)
    let base = SmallService.readings(outcomes(plain, 0..<1)[0], plain, "children_looked_after")
    var before = base
    for ratio in [1.2, 1.5, 1.9] {
      let changed = tables(service, .permanence, ratio: ratio, from: 304)
      let now = SmallService.readings(outcomes(changed, 0..<1)[0], changed, "children_looked_after")
      #expect(now[..<9] == base[..<9])
      #expect(zip(now, before).allSatisfy { $0 <= $1 } && now[23] < before[23])
      before = now
    }
  }

  @Test("Proceedings, remands and unaccompanied children are not hurried")
  func others() {
    var service = cohort(300)
    service.care.orderShare = 1
    service.care.proceedings = DurationParameters(.constant, mean: 900)
    service.demand.direct[.unaccompanied].perYear = 200
    service.demand.direct[.unaccompanied].stay.to18Share = 1
    service.pathway.endsAt18 = true
    service.demand.ages = Keyed(repeating: 0)
    service.demand.ages[.age5to9] = 1
    let changed = tables(service, .reunification, ratio: 20, from: 0)
    let outcome = outcomes(changed, 0..<1)[0]
    let home = SmallService.readings(outcome, changed, "cla_ceased_by_reason", "reason=returned_home")
    #expect(home.reduce(0, +) == 0)
  }

  @Test("A lever costs what it says for each child who would not have left otherwise")
  func cost() {
    var service = cohort()
    service.levers.permanence.dates.from = service.run.starts
    service.levers.permanence.guardianshipRatio = 2
    let tables = ModelTables(service)
    let base = ModelTables(cohort())
    func guardians(_ tables: ModelTables) -> Double {
      SmallService.readings(
        outcomes(tables, 0..<1)[0], tables, "cla_ceased_by_reason", "reason=special_guardianship"
      ).reduce(0, +)
    }
    service.levers.permanence.poundsEach = 1_000
    let paid = ModelTables(service)
    let spent = SmallService.readings(outcomes(paid, 0..<1)[0], paid, "cost_gbp", "line=programmes").reduce(
      0, +)
    // Some of those who leave sooner would have left by the same way later.
    #expect(spent >= 1_000 * (guardians(tables) - guardians(base)) && spent > 100_000)
    service.levers.permanence.guardianshipRatio = 1
    service.levers.reunification.dates.from = service.run.starts
    service.levers.reunification.returnRatio = 2
    service.levers.reunification.poundsEach = 500
    let other = ModelTables(service)
    #expect(
      SmallService.readings(outcomes(other, 0..<1)[0], other, "cost_gbp", "line=programmes").reduce(0, +)
        > 20_000)
  }

  @Test("Moves come at the rate of the day for those already placed", arguments: [3.0, 0.25, 0])
  func moves(ratio: Double) {
    var service = SmallService.empty(months: 24)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.opening.children[.lookedAfter] = 1_200
    service.opening.lookedAfterAges = SmallService.teenagers
    service.placements.movesPerYear[.inHouseFostering] = 1
    let tables = tables(service, .moves, ratio: ratio, from: 365.25)
    let moves = SmallService.readings(outcomes(tables, 0..<1)[0], tables, "placement_moves")
    #expect(abs(moves[..<12].reduce(0, +) - 1_200) < 4 * 1_200.0.squareRoot())
    // The first month after the change and the whole year: nobody waits for a next placement to feel it.
    #expect(abs(moves[12] - 100 * ratio) <= 4 * (100 * ratio).squareRoot())
    #expect(abs(moves[12...].reduce(0, +) - 1_200 * ratio) <= 4 * (1_200 * ratio).squareRoot())
  }

  @Test("Moves that had stopped begin again")
  func resumed() {
    var service = SmallService.empty(months: 24)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.opening.children[.lookedAfter] = 1_200
    service.opening.lookedAfterAges = SmallService.teenagers
    service.placements.movesPerYear[.inHouseFostering] = 1
    var dated = DatedInfluences()
    let source = dated.newSource()
    let ramp = Ramp(shape: .step, from: -1, until: 365.25, riseDays: 0, halfLifeDays: 90)
    dated.add(.moves, from: source, ratio: 0, ramp, ModelCalendar(service.run))
    let tables = ModelTables(service, dated: dated)
    let moves = SmallService.readings(outcomes(tables, 0..<1)[0], tables, "placement_moves")
    #expect(moves[..<12].allSatisfy { $0 == 0 })
    #expect(abs(moves[12...].reduce(0, +) - 1_200) < 4 * 1_200.0.squareRoot())
  }

  @Test(
    "Exits to care are weighed as they stand when a stage ends, and emergencies come at the rate of the day")
  func careEntry() {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.constant, mean: 365.25), months: 12, open: 2_000)
    service.pathway.stages[.childInNeed].exits[.stepDown] = 0.7
    service.pathway.stages[.childInNeed].exits[.care] = 0.3
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    let weighed = tables(service, .careEntry, ratio: 4, from: 182.625)
    let started = SmallService.readings(outcomes(weighed, 0..<1)[0], weighed, "cla_started")
    // A thousand end in each half: 0.3 of them, and then 1.2 / 1.9.
    #expect(abs(started[..<6].reduce(0, +) - 300) < 4 * 300.0.squareRoot())
    #expect(abs(started[6...].reduce(0, +) - 1_000 * 1.2 / 1.9) < 4 * 632.0.squareRoot())
    service.pathway.stages[.childInNeed].duration = DurationParameters(.constant, mean: 36_525)
    service.pathway.stages[.childInNeed].exits[.stepDown] = 1
    service.pathway.stages[.childInNeed].exits[.care] = 0
    service.pathway.stages[.childInNeed].emergencyEntryPerYear = 0.2
    let hastened = tables(service, .careEntry, ratio: 4, from: 182.625)
    let entered = SmallService.readings(outcomes(hastened, 0..<1)[0], hastened, "cla_started")
    let first = 2_000 * (1 - exponential(-0.1))
    let second = (2_000 - first) * (1 - exponential(-0.4))
    // About one in 200 of them ends a stage of a hundred years in the year.
    #expect(abs(entered[..<6].reduce(0, +) - first) < 4 * first.squareRoot())
    #expect(abs(entered[6...].reduce(0, +) - second) < 4 * second.squareRoot())
  }
}
