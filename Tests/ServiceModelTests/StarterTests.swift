import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Starters, waits and absences, counted by hand")
struct StarterTests {
  /// A team whose posts are left and filled again.
  private func team(months: Int = 24) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.workforce.teams[.assessment].posts[.socialWorker] = 60
    service.leaving.perYear = Keyed(repeating: 0.8)
    service.recruitment.steps[.advert] = DurationParameters(.constant, mean: 30)
    return service
  }

  /// Calls `check` with each starter and the whole months since the first day.
  private func starters(_ service: ServiceParameters, _ check: (Worker, Int) -> Void) {
    var model = Service(ModelTables(service))
    _ = model.run(replication: 0)
    var count = 0
    for place in 0..<model.workers.count where model.workers[place].joined > .zero {
      let worker = model.workers[place]
      guard !worker.isGone else { continue }
      count += 1
      let days = model.tables.calendar.end.days - worker.joined.days
      check(worker, Int(days / (365.25 / 12)))
    }
    #expect(count > 30)
  }

  @Test("A starter carries the part of a caseload that belongs to the month, and then all of it")
  func induction() {
    var service = team()
    service.workforce.inductionMonths = [0.3, 0.5, 0.7]
    starters(service) { worker, month in
      #expect(worker.ramp == (month < 3 ? [0.3, 0.5, 0.7][month] : 1))
    }
  }

  @Test("The supported year lasts the months that it is said to, at the caseload of each")
  func supportedYear() {
    var service = team()
    service.newlyQualified.share = 1
    service.newlyQualified.supportMonths = 9
    service.newlyQualified.caseloadMonths = [0.4, 0.6]
    starters(service) { worker, month in
      #expect(worker.isNewlyQualified == (month < 9))
      #expect(worker.ramp == (month == 0 ? 0.4 : month < 9 ? 0.6 : 1))
    }
  }

  @Test("With one search at a time the second begins when the first is over")
  func searchesInTurn() {
    var service = team(months: 6)
    service.leaving.perYear = Keyed(repeating: 0)
    service.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 4
    service.recruitment.roundsAtOnce = 1
    var model = Service(ModelTables(service))
    _ = model.run(replication: 0)
    let joined = (0..<model.workers.count).map { model.workers[$0].joined.days }.filter { $0 > 0 }.sorted()
    #expect(joined.count == 4)
    #expect(joined.first ?? 31 <= 30)
    for (one, next) in zip(joined, joined.dropFirst()) { #expect(abs(next - one - 30) < 1e-4) }
  }

  @Test("Those away at the start are as many as a renewal process has away")
  func awayAtStart() {
    var service = SmallService.empty()
    service.workforce.teams[.assessment].posts[.socialWorker] = 5_000
    service.absence.kinds[.short].perYear = 2
    service.absence.kinds[.short].length = DurationParameters(.constant, mean: 50)
    var model = Service(ModelTables(service))
    model.open()
    let away = (0..<model.workers.count).count { model.workers[$0].isAway }
    // 50 days away for each 182.625 at work.
    let share = 50 / (50 + 182.625)
    #expect(abs(Double(away) / 5_000 - share) < 4 * (share * (1 - share) / 5_000).squareRoot())
  }

  @Test("Time with the council at the start lies evenly in its band")
  func tenureAtStart() {
    var service = SmallService.empty()
    service.workforce.teams[.assessment].posts[.socialWorker] = 2_000
    service.workforce.tenureAtStart[.years10to20] = 1
    var model = Service(ModelTables(service))
    model.open()
    var years = Tally()
    for worker in 0..<model.workers.count { years.add(model.workers[worker].tenure(at: .zero)) }
    #expect(years.min >= 10 && years.max < 20)
    #expect(abs(years.mean - 15) < 4 * years.standardError)
  }

  @Test(
    "Of those who wait the stage of the first priority comes first",
    arguments: [Stage.assessment, .childInNeed])
  func priority(first: Stage) {
    let second = first == .assessment ? Stage.childInNeed : .assessment
    var service = SmallService.empty(months: 12)
    service.pathway.endsAt18 = false
    for stage in [first, second] {
      service.pathway.stages[stage].heldBy = .protection
      service.pathway.stages[stage].duration = DurationParameters(.constant, mean: 60)
      service.pathway.stages[stage].priority = stage == first ? 1 : 2
      service.opening.children[stage] = 5
    }
    service.workforce.teams[.protection].posts[.socialWorker] = 1
    service.workforce.teams[.protection].caseloadNorm = 1
    service.workforce.teams[.protection].caseloadCap = 1
    let tables = ModelTables(service)
    let outcome = Replicator.once(tables)
    let counts = [first, second].map {
      SmallService.readings(outcome, tables, "children_in_stage", "stage=\($0.label)")
    }
    // One child may have had the worker before there was a list.
    for (ahead, behind) in zip(counts[0], counts[1]) where ahead > 0 { #expect(behind >= 4) }
    #expect(counts[0].contains { $0 > 0 && $0 < 5 } && counts[1].last ?? 5 < 4)
  }

  @Test("A closed list holds as many as its limit says, and the others are refused")
  func waitingLimit() {
    var service = SmallService.plans(perYear: 500, duration: DurationParameters(.constant, mean: 36_525))
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.workforce.teams[.protection].posts[.socialWorker] = 1
    service.workforce.teams[.protection].caseloadNorm = 10
    service.workforce.teams[.protection].caseloadCap = 10
    service.workforce.teams[.protection].waitingLimit = 7
    let tables = ModelTables(service)
    let outcome = Replicator.once(tables)
    func sum(_ measure: String) -> Double {
      SmallService.readings(outcome, tables, measure).reduce(0, +)
    }
    #expect(SmallService.readings(outcome, tables, "unallocated_children").last == 7)
    #expect(SmallService.readings(outcome, tables, "cases_held").last == 10)
    #expect(sum("referrals_refused") == sum("referrals") - 17)
  }

  @Test(
    "Signatures wait as in a queue with one server: 1 / (6 - 2) of a day, and it is busy a third of the time")
  func signatures() {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.assessment].posts[.socialWorker] = 30
    service.workforce.teams[.assessment].posts[.practiceManager] = 1
    service.workforce.teams[.assessment].caseloadCap = 1_000
    service.demand.referralsPerYear = 2 * 365.25
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.assessment] = 1
    service.pathway.endsAt18 = false
    service.pathway.stages[.assessment].heldBy = .assessment
    service.pathway.stages[.assessment].duration = DurationParameters(.exponential, mean: 3)
    service.pathway.stages[.assessment].signOffHours = 4
    service.managers.hoursPerWeek = 168
    service.managers.signOffCv = 1
    let tables = ModelTables(service)
    var waits = Tally()
    var busy = Tally()
    for outcome in SmallService.outcomes(service, 0..<12) {
      func mean(_ measure: String) -> Double {
        SmallService.readings(outcome, tables, measure).dropFirst(2).reduce(0, +) / 22
      }
      waits.add(mean("signoff_wait_mean_days"))
      busy.add(mean("manager_utilisation"))
    }
    #expect(abs(waits.mean - 0.25) < 4 * waits.standardError && waits.standardError < 0.01)
    #expect(abs(busy.mean - 1.0 / 3) < 4 * busy.standardError && busy.standardError < 0.01)
  }
}
