import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Management responds")
struct ResponseTests {
  /// Every response that can be on, standing.
  static func standing(_ service: inout ServiceParameters, _ response: Response) {
    let path = "responses.\(response.name)"
    service.set("\(path).isOn", to: .flag(true))
    for name in ["triggerAt", "endsBelow", "delayDays", "leastDays", "mostDays", "restDays"] {
      service.set("\(path).\(name)", to: .number(0))
    }
  }

  private func readings(_ service: ServiceParameters, _ measure: String, _ breakdown: String = "") -> [Double]
  {
    let tables = ModelTables(service)
    return SmallService.readings(SmallService.outcomes(service)[0], tables, measure, breakdown)
  }

  // MARK: Reduced cases

  /// Assessments of 30 workers, signed off by three managers at work day and night; everything exponential.
  private func signedOff(seed: Int) -> ServiceParameters {
    var service = SmallService.empty(months: 60, seed: seed)
    service.demand.referralsPerYear = 365.25 * 2
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.assessment] = 1
    service.pathway.endsAt18 = false
    service.pathway.stages[.assessment].heldBy = .assessment
    service.pathway.stages[.assessment].duration = DurationParameters(.exponential, mean: 3)
    service.pathway.stages[.assessment].signOffHours = 1.2 * 24
    service.managers.signOffCv = 1
    service.managers.hoursPerWeek = 168
    service.workforce.teams[.assessment].pods = 3
    service.workforce.teams[.assessment].posts[.socialWorker] = 30
    service.workforce.teams[.assessment].posts[.practiceManager] = 3
    return service
  }

  @Test("Pooled sign-off at three desks is one queue with three servers (M/M/3)")
  func pooledDesks() throws {
    let queue = try ManyServerQueue(arrivalRate: 2, serviceRate: 1 / 1.2, servers: 3)
    var pooled = Tally()
    var apart = Tally()
    for seed in 1...24 {
      var service = signedOff(seed: seed)
      apart.add(mean(readings(service, "signoff_wait_mean_days")))
      Self.standing(&service, .signOff)
      pooled.add(mean(readings(service, "signoff_wait_mean_days")))
    }
    // The first of 60 months begins empty, which is far below a standard error.
    #expect(abs(pooled.mean - queue.meanTimeInSystem) < 3 * pooled.standardError)
    #expect(pooled.standardError < 0.06 * queue.meanTimeInSystem)
    // Each in its own queue waits longer: with even loads, 1.2 / (1 - 0.8) days.
    #expect(apart.mean > 1.3 * pooled.mean)
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Two teams of three and five workers, one child to a worker, with the same load on each as the three could not bear.
  private func twoTeams(seed: Int) -> ServiceParameters {
    var service = SmallService.empty(months: 120, seed: seed)
    service.demand.referralsPerYear = 365.25 * 0.64
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.assessment] = 0.5
    service.demand.entry[.childInNeed] = 0.5
    service.pathway.endsAt18 = false
    for (stage, team, workers) in [(Stage.assessment, Team.assessment, 3), (.childInNeed, .protection, 5)] {
      service.pathway.stages[stage].heldBy = team
      service.pathway.stages[stage].duration = DurationParameters(.exponential, mean: 10)
      service.workforce.teams[team].posts[.socialWorker] = workers
      service.workforce.teams[team].caseloadNorm = 1
      service.workforce.teams[team].caseloadCap = 1
    }
    return service
  }

  @Test("Two teams that help one another at once and for nothing are one pool (M/M/8)")
  func lending() throws {
    let queue = try ManyServerQueue(arrivalRate: 0.64, serviceRate: 0.1, servers: 8)
    var waiting = Tally()
    var held = Tally()
    var alone = Tally()
    for seed in 1...24 {
      var service = twoTeams(seed: seed)
      alone.add(readings(service, "unallocated_children").last ?? 0)
      Self.standing(&service, .lending)
      waiting.add(mean(readings(service, "unallocated_children_average")))
      held.add(mean(readings(service, "allocated_children_average")))
    }
    #expect(abs(waiting.mean - queue.meanWaiting) < 3 * waiting.standardError)
    #expect(abs(held.mean - queue.load) < 3 * held.standardError)
    #expect(waiting.standardError < 0.12 * queue.meanWaiting)
    // Alone, the three cannot keep up with 3.2 children at work at a time.
    #expect(alone.mean > 10 * queue.meanWaiting)
  }

  // MARK: The trap

  /// One desk that cannot sign off what its team does, beside managers of another team who have nothing to do.
  private func trap() -> ServiceParameters {
    var service = SmallService.empty(months: 36)
    service.demand.referralsPerYear = 1_000
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.assessment] = 1
    service.pathway.endsAt18 = false
    service.pathway.stages[.assessment].heldBy = .assessment
    service.pathway.stages[.assessment].duration = DurationParameters(.exponential, mean: 40)
    service.pathway.stages[.assessment].signOffHours = 2
    service.managers.hoursPerWeek = 30
    service.workforce.teams[.assessment].posts[.socialWorker] = 10
    service.workforce.teams[.assessment].posts[.practiceManager] = 1
    service.workforce.teams[.protection].posts[.practiceManager] = 3
    return service
  }

  @Test("The list behind one desk runs away when nobody responds, and does not when any manager may sign")
  func oneDesk() {
    var service = trap()
    let alone = readings(service, "unallocated_children")
    // 1,000 a year ask for 38 hours a week of the 30.
    #expect((alone.last ?? 0) > 200)
    #expect((alone.last ?? 0) > alone[17] + 80)
    Self.standing(&service, .signOff)
    #expect((readings(service, "unallocated_children").max() ?? 99) < 5)
  }

  @Test("A child who only waits for a signature leaves its worker room")
  func weightWhileWaiting() {
    var service = trap()
    service.workforce.teams[.protection].posts[.practiceManager] = 0
    Self.standing(&service, .signOff)
    let full = readings(service, "unallocated_children").last ?? 0
    service.responses.signOff.weightWhileWaiting = 0.1
    let light = readings(service, "unallocated_children").last ?? 0
    #expect(full > 100 && light < full / 2)
  }

  @Test("Another team's manager takes so many times as long")
  func elsewhere() {
    var service = trap()
    service.workforce.teams[.assessment].vacantAtStart[.practiceManager] = 1
    service.recruitment.perPost = false
    service.demand.referralsPerYear = 20
    Self.standing(&service, .signOff)
    let own = mean(readings(service, "signoff_wait_mean_days").filter { !$0.isNaN })
    service.responses.signOff.elsewhereRatio = 3
    let ratio = mean(readings(service, "signoff_wait_mean_days").filter { !$0.isNaN }) / own
    #expect(abs(ratio - 3) < 0.1)
  }

  // MARK: When

  /// A team whose posts are all vacant for good, reviewed every seven days: the signal never falls.
  private func vacant() -> ServiceParameters {
    var service = SmallService.empty(months: 3)
    service.workforce.teams[.assessment].posts[.socialWorker] = 4
    service.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 4
    service.recruitment.perPost = false
    service.responses.reviewEveryDays = 7
    service.responses.thresholds.terms.isOn = true
    service.responses.thresholds.terms.signal = .vacancyRate
    service.responses.thresholds.terms.triggerAt = 0.5
    service.responses.thresholds.terms.endsBelow = 0.4
    service.responses.thresholds.terms.delayDays = 10
    service.responses.thresholds.terms.leastDays = 0
    service.responses.thresholds.terms.mostDays = 28
    service.responses.thresholds.terms.restDays = 14
    service.responses.thresholds.terms.poundsPerWeek = 700
    return service
  }

  @Test(
    "Decided on at a review, in force after its delay, over at the review after its most time, and then at rest"
  )
  func dates() {
    // Decided on day 0, in force from day 10; 28 days are over at the review of day 42; decided on again on day 56,
    // in force from day 66.
    let month = 365.25 / 12
    let wanted = [(month - 10) / month, (42 - month) / month, (3 * month - 66) / month]
    for (found, wanted) in zip(readings(vacant(), "responses_in_force", "response=thresholds"), wanted) {
      #expect(abs(found - wanted) < 1e-6)
    }
    // 32 days at £700 a week, and then those to the review of day 91.
    let cost = readings(vacant(), "cost_gbp", "line=programmes")
    #expect(abs(cost[0] + cost[1] - 3_200) < 1e-6)
    #expect(abs(cost[2] - 2_500) < 1e-6)
  }

  @Test("It begins only at its trigger, and lasts its least time though the signal is below its end")
  func triggerAndEnd() {
    var service = vacant()
    service.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 1
    #expect(readings(service, "responses_in_force") == [0, 0, 0])
    service.responses.thresholds.terms.triggerAt = 0.25
    service.responses.thresholds.terms.endsBelow = 0.2
    service.responses.thresholds.terms.mostDays = 0
    #expect(readings(service, "responses_in_force")[2] == 1)
    // What is below its end from the first review on lasts from day 0 to the review of day 21.
    service.responses.thresholds.terms.triggerAt = 0
    service.responses.thresholds.terms.endsBelow = 1
    service.responses.thresholds.terms.delayDays = 0
    service.responses.thresholds.terms.leastDays = 20
    service.responses.thresholds.terms.restDays = 300
    #expect(abs(readings(service, "responses_in_force")[0] - 21 / (365.25 / 12)) < 1e-6)
  }

  @Test("The plan's story says when a response begins and ends")
  func story() {
    let told = Replicator.trace(.plan, replication: 0, ModelTables(vacant())).story
    #expect(told.map(\.day) == [10, 42, 66])
    #expect(
      told.first?.sentence == "Higher thresholds at the front door: in force from now on."
        && told[1].sentence == "Higher thresholds at the front door: at an end.")
  }

  // MARK: Off

  @Test("All off, nothing differs, whatever their parameters")
  func off() {
    let plain = SignService.whole
    var moved = plain
    moved.responses.reviewEveryDays = 3
    moved.responses.signOff.weightWhileWaiting = 0.1
    moved.responses.agencyAbove.mostWorkers = 30
    moved.responses.overtime.share = 0.5
    moved.responses.lending.upToLoad = 2
    moved.responses.askAgain.everyDays = 5
    moved.responses.thresholds.share = 0.9
    let (one, other) = (SmallService.outcomes(plain)[0], SmallService.outcomes(moved)[0])
    #expect(one.events == other.events)
    #expect(one.readings.numerators.map(\.bitPattern) == other.readings.numerators.map(\.bitPattern))
    #expect(!readings(plain, "lent_fte").contains { !$0.isNaN })
  }

  @Test(
    "Posts kept ready above establishment, and desks that could carry cases, change nothing while nobody needs them"
  )
  func ready() {
    let plain = SignService.whole
    var ready = plain
    ready.responses.agencyAbove.terms.isOn = true
    ready.responses.agencyAbove.terms.signal = .waitingChildren
    ready.responses.agencyAbove.terms.triggerAt = 99_999
    ready.responses.managersCarry.terms = ready.responses.agencyAbove.terms
    for measure in ["children_in_need", "inpost_fte", "vacancy_fte", "agency_fte", "cost_gbp"] {
      #expect(readings(plain, measure) == readings(ready, measure))
    }
  }

  @Test("Everything on at once: balances hold, and nothing is left behind when it ends")
  func everything() {
    var service = SignService.whole
    for response in Response.allCases { Self.standing(&service, response) }
    for balance in SmallService.outcomes(service, 0..<3).flatMap(\.balances) {
      #expect(balance.largestResidual <= balance.tolerance, "\(balance.balance)")
    }
    var model = Service(ModelTables(service))
    _ = model.run(replication: 1)
    var lent = 0
    for child in 0..<model.children.count where model.children[child].lentBy >= 0 { lent += 1 }
    #expect(Team.allCases.reduce(0) { $0 + model.state.teams[$1].lentOut } == lent)
  }

  @Test("Managers' searches go before the others in line, who keep their order")
  func bringForward() {
    var queue = SearchQueue()
    for post in [4, 0, 2, 3, 1] { queue.append(post, isManager: post % 2 == 1) }
    queue.removeFirst()
    queue.bringManagerForward()
    queue.bringManagerForward()
    var order: [Int] = []
    while let first = queue.first {
      order.append(first)
      queue.removeFirst()
    }
    #expect(order == [3, 0, 2, 1])
    queue.append(7, isManager: true)
    queue.bringManagerForward()
    #expect(queue.first == 7)
    queue.removeFirst()
    #expect(queue.first == nil)
  }
}
