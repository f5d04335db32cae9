import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("The position at the start")
struct OpeningTests {
  @Test func theCountsAreThoseAskedFor() {
    var service = SmallService.empty()
    for (number, stage) in Stage.open.enumerated() { service.opening.children[stage] = 5 + number }
    for stage in Stage.open {
      service.pathway.stages[stage].duration = DurationParameters(.exponential, mean: 90)
    }
    service.workforce.teams[.assessment].posts[.socialWorker] = 10
    service.workforce.teams[.assessment].posts[.practiceManager] = 4
    service.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 3
    service.workforce.teams[.assessment].pods = 2
    service.recruitment.steps[.advert] = DurationParameters(.constant, mean: 30)
    let tables = ModelTables(service)
    var model = Service(tables)
    model.open()
    for (number, stage) in Stage.open.enumerated() { #expect(model.state.stageCounts[stage] == 5 + number) }
    #expect(model.inCare.count == service.opening.children[.lookedAfter])
    #expect(model.posts.count == 14 && model.stateCount()[.inPost] == 11)
    let outcome = model.run(replication: 0)
    let opening = Dictionary(
      uniqueKeysWithValues: zip(tables.watched, outcome.opening).map { ("\($0.measure) \($0.breakdown)", $1) }
    )
    #expect(opening["children_looked_after "] == 12)
    #expect(opening["children_in_stage stage=front_door"] == 5)
    #expect(opening["vacancy_fte "] == 3)
    #expect(opening["inpost_headcount "] == 11)
    #expect(opening["referrals "]?.isNaN == true, "a flow has no reading at a moment")
  }

  @Test("A position that takes for ever to make can be given up while it is made")
  func givenUp() {
    var service = SmallService.empty()
    service.opening.children[.lookedAfter] = 300
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 0)
    service.pathway.stages[.lookedAfter].exits[.returnedHome] = 1
    service.care.returnShare = 0.1
    service.care.returnInterval = DurationParameters(.exponential, mean: 300)
    var replicator = Replicator(ModelTables(service))
    var asked = 0
    let outcome = replicator.run(0) {
      asked += 1
      return asked > 10
    }
    #expect(outcome == nil && asked > 10)
  }

  @Test(
    "What is left and what is gone of a length follow the stationary law",
    arguments: [(0.5, 62.5), (1.0, 100.0), (2.0, 250.0)])
  func stationary(cv: Double, wanted: Double) {
    let service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.gamma, mean: 100, cv: cv), open: 12_000)
    var model = Service(ModelTables(service))
    model.open()
    var left = Tally()
    var gone = Tally()
    for child in 0..<model.children.count {
      left.add(model.children[child].endsAt.days)
      gone.add(-model.children[child].enteredStage.days)
    }
    // E[L^2] / (2 E[L]) for both.
    #expect(abs(left.mean - wanted) < 3.29 * left.standardError)
    #expect(abs(gone.mean - wanted) < 3.29 * gone.standardError)
    #expect(left.standardError < 0.025 * wanted)
  }

  @Test func nobodyHasBeenThereLongerThanAlive() {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.exponential, mean: 3_000), open: 3_000)
    service.opening.otherAges = Keyed(repeating: 0.2)
    var model = Service(ModelTables(service))
    model.open()
    for child in 0..<model.children.count {
      #expect(model.children[child].enteredStage.days >= Double(model.children[child].birthDay) - 1)
    }
  }

  @Test func childrenClosedBeforeComeBackAtTheSteadyRate() {
    var service = SmallService.empty(months: 12)
    service.opening.closuresPerYear = 4_000
    service.opening.otherAges = SmallService.teenagers
    service.demand.referralsPerYear = 1
    service.pathway.stages[.frontDoor].returnShare = 0.5
    service.pathway.returnInterval = DurationParameters(.exponential, mean: 365.25)
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    let referrals = SmallService.readings(outcome, tables, "referrals").reduce(0, +)
    // 2,000 a year to come in all, of which those closed before the start make 2,000 (1 - 1/e) in the first year,
    // and half of these come back again, with chance falling through the year.
    let first = 2_000 * (1 - 0.367_879)
    let again = 0.5 * 2_000 * (1 - 2 * 0.367_879)
    let second = 0.25 * 2_000 * (1 - 2.5 * 0.367_879)
    #expect(abs(referrals - (first + again + second)) < 3.29 * 60)
  }

  @Test func careLeaversAtTheStartAreAdults() {
    var service = SmallService.empty()
    service.opening.children[.careLeaver] = 200
    var model = Service(ModelTables(service))
    model.open()
    for child in 0..<model.children.count {
      #expect(model.children[child].age(at: .zero) >= 18 && model.children[child].age(at: .zero) <= 21.01)
      #expect(model.children[child].endsAt > .zero)
    }
  }

  @Test func allowancesAtTheStartRunOutEvenly() {
    var service = SmallService.empty(months: 84)
    service.opening.allowances = 27
    service.money.allowancePerWeek = 7
    let tables = ModelTables(service)
    let cost = SmallService.readings(
      SmallService.outcomes(service)[0], tables, "cost_gbp", "line=allowances")
    // The k-th of 27 ends after k/28 of fourteen years: 14 are left after half the time, the 14th ending then.
    #expect(abs(cost[0] / (365.25 / 12) - 27) < 0.3)
    #expect(abs(cost[83] / (365.25 / 12) - 14) < 0.3)
  }
}
