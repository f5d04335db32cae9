import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Who is allocated next, and what a change of worker is")
struct AllocationTests {
  /// Two workers with room for two children each, of whom the second is newly qualified, and an open service.
  private func team() -> Service {
    var service = SmallService.empty(months: 12)
    service.pathway.endsAt18 = false
    for stage in [Stage.section47, .childInNeed] {
      service.pathway.stages[stage].heldBy = .protection
      service.pathway.stages[stage].duration = DurationParameters(.constant, mean: 3_000)
    }
    service.pathway.stages[.section47].needsExperience = true
    service.pathway.stages[.section47].priority = 1
    service.pathway.stages[.childInNeed].priority = 3
    service.workforce.teams[.protection].posts[.socialWorker] = 2
    service.workforce.teams[.protection].caseloadNorm = 2
    service.workforce.teams[.protection].caseloadCap = 2
    service.newlyQualified.atStart = 1
    service.newlyQualified.supportMonths = 60
    service.newlyQualified.caseloadMonths = [1]
    var model = Service(ModelTables(service))
    model.reset(replication: 0)
    model.open()
    return model
  }

  private func join(_ model: inout Service, _ number: Int, _ stage: Stage) -> Int {
    let ages = model.tables.ages.sums.values
    let child = model.newChild(key: EntityKey.replayed(number), ages: ages, purpose: .arrival)
    model.enter(child, stage)
    return child
  }

  private func isNewlyQualified(_ model: inout Service, workerOf child: Int) -> Bool? {
    let worker = Int(model.children[child].worker)
    return worker >= 0 ? model.workers[worker].isNewlyQualified : nil
  }

  @Test("A child whom nobody with room may take does not hold up one whom the newly qualified may")
  func lookPast() {
    var model = team()
    let enquiries = (0..<3).map { join(&model, $0, .section47) }
    #expect(isNewlyQualified(&model, workerOf: enquiries[0]) == false)
    #expect(isNewlyQualified(&model, workerOf: enquiries[1]) == false)
    #expect(model.children[enquiries[2]].isOnList)
    // At once, past the enquiry that waits.
    let plans = (3..<7).map { join(&model, $0, .childInNeed) }
    #expect(isNewlyQualified(&model, workerOf: plans[0]) == true)
    #expect(isNewlyQualified(&model, workerOf: plans[1]) == true)
    #expect(model.children[plans[2]].isOnList && model.children[plans[3]].isOnList)
    // From the list, in order, when the newly qualified has room again.
    model.leave(plans[0], by: .stepDown)
    #expect(isNewlyQualified(&model, workerOf: plans[2]) == true)
    #expect(model.children[plans[3]].isOnList && model.children[enquiries[2]].isOnList)
    // The room of the experienced is for those who need it, first.
    model.leave(enquiries[0], by: .stepDown)
    #expect(isNewlyQualified(&model, workerOf: enquiries[2]) == false)
    #expect(model.children[plans[3]].isOnList)
    // And for the others when nobody needs it.
    model.leave(enquiries[1], by: .stepDown)
    #expect(isNewlyQualified(&model, workerOf: plans[3]) == false)
    #expect(model.teams.waiting(.protection) == 0)
  }

  @Test("An ordinary child who waits is not passed by a later one of the same priority who needs experience")
  func order() {
    var service = SmallService.empty(months: 12)
    for stage in [Stage.section47, .childInNeed] {
      service.pathway.stages[stage].heldBy = .protection
      service.pathway.stages[stage].duration = DurationParameters(.constant, mean: 3_000)
      service.pathway.stages[stage].priority = 2
    }
    service.pathway.stages[.section47].needsExperience = true
    service.workforce.teams[.protection].posts[.socialWorker] = 1
    service.workforce.teams[.protection].caseloadCap = 1
    var model = Service(ModelTables(service))
    model.reset(replication: 0)
    model.open()
    let first = join(&model, 0, .section47)
    let ordinary = join(&model, 1, .childInNeed)
    model.children[ordinary].waitingSince = SimulatedTime(seconds: -5)
    let later = join(&model, 2, .section47)
    model.leave(first, by: .stepDown)
    #expect(model.children[ordinary].worker >= 0 && model.children[later].isOnList)
  }

  /// One child who is assessed for 20 days in one team and then on a plan for 30 in another.
  private func moving() -> ServiceParameters {
    var service = SmallService.empty(months: 4)
    service.pathway.endsAt18 = false
    service.demand.replay.arrivalDays = [10]
    service.demand.ages = SmallService.teenagers
    for (stage, days, exit) in [
      (Stage.frontDoor, 1.0, Exit.assessment), (.assessment, 20, .childInNeed), (.childInNeed, 30, .stepDown),
    ] {
      service.pathway.stages[stage].duration = DurationParameters(.constant, mean: days)
      service.pathway.stages[stage].exits = Keyed(repeating: 0)
      service.pathway.stages[stage].exits[exit] = 1
    }
    for (stage, team) in [(Stage.assessment, Team.assessment), (.childInNeed, .protection)] {
      service.pathway.stages[stage].heldBy = team
      service.workforce.teams[team].posts[.socialWorker] = 3
    }
    return service
  }

  private func lived(_ service: ServiceParameters) -> (closed: Double, changes: Double, transfers: Double) {
    var model = Service(ModelTables(service))
    model.forgetsNobody = true
    let outcome = model.run(replication: 0)
    let sums = ["worker_changes", "worker_transfers"].map {
      SmallService.readings(outcome, model.tables, $0).reduce(0, +)
    }
    return (model.children[0].enteredStage.days, sums[0], sums[1])
  }

  @Test(
    "A move to another team is a change of worker, and costs the child time only where a scenario says so")
  func transfers() {
    var service = moving()
    service.pathway.changeOfWorkerSetbackDays = 7
    #expect(lived(service) == (61, 1, 1))
    service.pathway.transferSetbackDays = 10
    #expect(lived(service) == (71, 1, 1))
    // Held by one team throughout, the child keeps its worker.
    service.pathway.stages[.childInNeed].heldBy = .assessment
    #expect(lived(service) == (61, 0, 0))
    // A case that was closed to a team in between begins afresh.
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.pathway.stages[.assessment].exits = Keyed(repeating: 0)
    service.pathway.stages[.assessment].exits[.earlyHelp] = 1
    service.pathway.stages[.earlyHelp].exits = Keyed(repeating: 0)
    service.pathway.stages[.earlyHelp].exits[.childInNeed] = 1
    #expect(lived(service) == (61, 0, 0))
  }

  @Test("The longest wait is that of the child who has waited longest, of any team")
  func longestWait() {
    var service = moving()
    service.workforce.teams[.assessment].posts[.socialWorker] = 0
    service.workforce.teams[.assessment].posts[.withoutCases] = 1
    let tables = ModelTables(service)
    let outcome = Replicator.once(tables)
    let ends = tables.calendar.monthEnds.map(\.days)
    for (part, factor) in [("", 1.0), ("team=assessment", 1), ("team=protection", 0)] {
      let waits = SmallService.readings(outcome, tables, "longest_wait", part)
      for (wait, end) in zip(waits, ends) { #expect(abs(wait - factor * (end - 11)) < 1e-4) }
    }
    // Nobody was allocated: the 90th percentile is that of the wait so far, where there was none to tell of before.
    let waits = SmallService.readings(outcome, tables, "unallocated_wait_p90_days")
    for (wait, end) in zip(waits, ends) { #expect(abs(wait - (end - 11)) < 1e-4) }
  }

  @Test("What is under way counts at its month's end and in the year so far, and not again later")
  func underWay() {
    var records = Records()
    func month(_ index: Int, endsYear: Bool) -> Month {
      Month(index: index, end: .zero, days: 30, financialYear: 0, endsYear: endsYear)
    }
    records.add(4)
    records.addUnderWay(10)
    expect(&records, 1, month: 10, year: 10)
    expect(&records, 0, month: 4, year: 4)
    records.forget(month(0, endsYear: false))
    records.add(6)
    records.addUnderWay(8)
    // The year so far: 4 and 6 done, 8 under way; the 10 of the month before is no longer so.
    expect(&records, 1, month: 8, year: 8)
    expect(&records, 0, month: 6, year: 4)
    expect(&records, 0.5, month: 7, year: 6)
    records.forget(month(1, endsYear: true))
    records.add(1)
    expect(&records, 1, month: 1, year: 1)
  }

  private func expect(_ records: inout Records, _ p: Double, month: Double, year: Double) {
    let found = records.quantile(p)
    #expect(found.month == month)
    #expect(found.year == year)
  }
}
