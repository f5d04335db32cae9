import Dates
import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("The improvement plan")
struct PlanTests {
  /// One hour a day goes into an action, so that hours are days.
  private func plan(months: Int = 12, _ actions: [(ActionSlot, ClosedRange<Double>, [Double])])
    -> ServiceParameters
  {
    var service = SmallService.empty(months: months)
    service.plan.hoursPerWeek = 7
    for (slot, hours, after) in actions {
      service.plan.actions[slot].isPlanned = true
      service.plan.actions[slot].leastHours = hours.lowerBound
      service.plan.actions[slot].likelyHours = (hours.lowerBound + hours.upperBound) / 2
      service.plan.actions[slot].mostHours = hours.upperBound
      service.plan.actions[slot].after = after
    }
    return service
  }

  /// The days on which actions were delivered, by the story of the plan.
  private func days(_ service: ServiceParameters, replication: Int = 0) -> [Double] {
    Replicator.trace(.plan, replication: replication, ModelTables(service)).story
      .filter { $0.sentence.contains("is delivered") }.map { ($0.day * 1_000).rounded() / 1_000 }
  }

  private func sample(_ service: ServiceParameters, _ count: Int) -> [Double] {
    (0..<count).map { days(service, replication: $0).last ?? .nan }
  }

  @Test("Constant efforts take the longest path, found by going through all paths")
  func longestPath() {
    let service = plan([
      (.council1, 10...10, []), (.council2, 20...20, []), (.council3, 15...15, [1]),
      (.council4, 4...4, [1, 2]), (.council5, 1...1, [3, 4]),
    ])
    #expect(days(service) == [10, 20, 24, 25, 26])
    let paths = [[10.0, 15, 1], [10, 4, 1], [20, 4, 1]].map { $0.reduce(0, +) }
    #expect(days(service).last == paths.max())
  }

  @Test("Actions in a row take the sum of their PERT efforts: mean and variance")
  func row() {
    let service = plan([
      (.council1, 10...70, []), (.council2, 20...50, [1]), (.board1, 0...60, [2]),
    ])
    let laws = [(10.0, 70.0), (20.0, 50.0), (0.0, 60.0)].map {
      Distribution.pert(minimum: $0.0, mode: ($0.0 + $0.1) / 2, maximum: $0.1)
    }
    let found = sample(service, 400)
    let mean = laws.reduce(0) { $0 + $1.mean }
    let variance = laws.reduce(0) { $0 + $1.variance }
    let average = found.reduce(0, +) / 400
    #expect(abs(average - mean) < 4 * (variance / 400).squareRoot())
    let spread = found.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 399
    // The standard error of a variance of 400 values is about variance x sqrt(2 / 399).
    #expect(abs(spread - variance) < 4 * variance * (2.0 / 399).squareRoot())
  }

  @Test("Actions side by side take the longest of them, found by going through a fine grid of both efforts")
  func sideBySide() {
    // With the mode in the middle the PERT law is a beta with both shapes 3: density 30 x^2 (1 - x)^2.
    let cells = (0..<400).map { (Double($0) + 0.5) / 400 }
    let weights = cells.map { 30 * $0 * $0 * (1 - $0) * (1 - $0) / 400 }
    var mean = 0.0
    var square = 0.0
    for (x, p) in zip(cells, weights) {
      for (y, q) in zip(cells, weights) {
        let days = max(20 + 60 * x, 10 + 90 * y)
        mean += days * p * q
        square += days * days * p * q
      }
    }
    let found = sample(plan([(.council1, 20...80, []), (.council2, 10...100, [])]), 400)
    let error = ((square - mean * mean) / 400).squareRoot()
    #expect(abs(found.reduce(0, +) / 400 - mean) < 4 * error)
  }

  @Test("Managers' time is shared among the actions under way, and stops with the managers")
  func sharedTime() {
    var service = plan([(.council1, 10...10, []), (.council2, 20...20, [])])
    service.workforce.teams[.protection].posts[.practiceManager] = 1
    service.plan.hoursPerManagerWeek = 7
    service.recruitment.steps[.advert] = DurationParameters(.constant, mean: 36_525)
    // Half an hour each until the first is done after 20 days, then one hour: 10 hours are left.
    #expect(days(service) == [20, 30])
    service.workforce.teams[.protection].vacantAtStart[.practiceManager] = 1
    #expect(days(service).isEmpty, "nobody is there to do it")
    service.workforce.teams[.protection].posts[.practiceManager] = 4
    service.workforce.teams[.protection].vacantAtStart[.practiceManager] = 2
    #expect(days(service) == [10, 20], "two managers, one for each")
  }

  @Test("At their desks managers do one action after another, behind what is more urgent")
  func desks() {
    var service = plan([(.council1, 10...10, []), (.council2, 20...20, [])])
    service.plan.doneBy = .desks
    service.managers.hoursPerWeek = 7
    service.workforce.teams[.protection].posts[.practiceManager] = 1
    #expect(days(service) == [10, 30])
    service.workforce.teams[.protection].posts[.practiceManager] = 2
    #expect(days(service) == [10, 20], "one on each desk")
    service.workforce.teams[.protection].posts[.practiceManager] = 1
    service.workforce.teams[.protection].posts[.socialWorker] = 1
    service.managers.supervisionHours = 1
    service.managers.supervisionEveryDays = [2]
    service.managers.supervisionUntilDays = []
    let delayed = days(service)
    #expect(
      delayed.count == 2 && delayed[0] >= 18 && delayed[0] <= 20, "half of the time goes to supervision")
    #expect(delayed[1] >= 58 && delayed[1] <= 60)
  }

  @Test("A weak partner slows the actions that need it")
  func jointActions() {
    var service = plan([(.council1, 10...10, []), (.council2, 20...20, [])])
    service.plan.actions[.council1].partner = .police
    service.partnership.partners[.police].atStart = .weak
    service.partnership.jointPace.weak = 0.25
    #expect(days(service) == [20, 40])
  }

  @Test("Delivery is held against the planned dates, costs its money and moves what it is to move")
  func delivery() {
    var service = plan(months: 6, [(.council1, 40...40, []), (.board8, 50...50, [1])])
    service.plan.actions[.council1].due = CivilDate(2015, 4, 30)
    service.plan.actions[.council1].pounds = 500
    service.plan.actions[.board8].from = CivilDate(2015, 5, 1)
    service.plan.actions[.board8].due = CivilDate(2015, 7, 31)
    service.plan.actions[.board8].effect = .engagement
    service.plan.actions[.board8].ratio = 2
    let tables = ModelTables(service)
    var model = Service(tables)
    let outcome = model.run(replication: 0)
    func readings(_ measure: String, _ breakdown: String = "") -> [Double] {
      SmallService.readings(outcome, tables, measure, breakdown)
    }
    #expect(readings("actions_delivered") == [0, 1, 2, 2, 2, 2])
    #expect(readings("actions_delivered", "owner=board") == [0, 0, 1, 1, 1, 1])
    #expect(readings("actions_due") == [1, 1, 1, 1, 2, 2])
    #expect(readings("actions_on_time_rate").suffix(2) == [0.5, 0.5])
    #expect(readings("plan_complete") == [0, 0, 1, 1, 1, 1])
    // The first was due at the end of day 30 and came on day 40.
    #expect(readings("plan_slippage_days").last == 5)
    #expect(readings("cost_gbp", "line=programmes").reduce(0, +) == 500)
    #expect(model.influences[.engagement] == 2)
  }

  @Test("A plan whose actions move nothing changes no other reading by a bit")
  func noEffects() {
    let team = SmallService.plans(
      perYear: 400, duration: DurationParameters(.gamma, mean: 60, cv: 0.7), months: 12, open: 50)
    var planned = team
    planned.plan = plan([(.council1, 10...70, []), (.council2, 20...50, [1])]).plan
    planned.plan.actions[.council1].theme = .courtWork
    let bits = [team, planned].map { service in
      let watched = ModelTables(service).watched
      let outcome = SmallService.outcomes(service, 3..<4)[0]
      return zip(outcome.readings.numerators.indices, outcome.readings.numerators).filter { place, _ in
        let measure = watched[place % watched.count].measure
        return !measure.hasPrefix("action") && !measure.hasPrefix("plan")
      }.map(\.1.bitPattern)
    }
    #expect(bits[0] == bits[1])
  }

  @Test("Mistakes in a plan are named with their place")
  func mistakes() {
    func codes(_ change: (inout ServiceParameters) -> Void) -> [String] {
      var service = plan([(.council1, 10...70, []), (.council2, 20...50, [1])])
      change(&service)
      return service.contradictions().map(\.code)
    }
    #expect(codes { _ in }.isEmpty)
    #expect(codes { $0.plan.actions[.council1].after = [2] } == ["circle"])
    #expect(codes { $0.plan.actions[.council1].after = [7] } == ["unknown-action"])
    #expect(codes { $0.plan.actions[.council1].after = [1.5] } == ["unknown-action"])
    #expect(codes { $0.plan.actions[.council1].due = CivilDate(2015, 3, 1) } == ["ends-before-start"])
    #expect(codes { $0.plan.actions[.council1].leastHours = 60 } == ["effort"])
    #expect(codes { $0.plan.actions[.council1].ratio = 2 } == ["effect-of-nothing"])
    #expect(codes { $0.plan.doneBy = .desks } == ["plan-without-managers"])
    #expect(codes { $0.plan.hoursPerManagerWeek = 3 } == ["plan-without-managers"])
  }
}
