import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Money, to the penny")
struct MoneyTests {
  private func series(
    _ service: ServiceParameters, _ line: BudgetLine, measure: String = "cost_gbp", replication: Int = 0
  ) -> [Double] {
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service, replication..<(replication + 1))[0]
    for balance in outcome.balances {
      #expect(balance.largestResidual <= balance.tolerance, "\(balance.balance)")
    }
    return SmallService.readings(outcome, tables, measure, "line=\(line.label)")
  }

  private func near(_ found: Double, _ wanted: Double) -> Bool {
    abs(found - wanted) < 1e-6 * max(1, abs(wanted))
  }

  /// Ten children in residential care who stay.
  private func homes(months: Int = 36) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.opening.children[.lookedAfter] = 10
    service.opening.lookedAfterAges = SmallService.teenagers
    for shares in [\ServiceParameters.opening.placements, \.placements.mix[.age10to15]] {
      service[keyPath: shares].shares[.inHouseFostering] = 0
      service[keyPath: shares].shares[.residential] = 1
    }
    service.money.placementPerWeek[.residential] = 700
    return service
  }

  @Test("National demand moves the price by its elasticity, from year to year")
  func nationalMarket() {
    var service = homes()
    service.money.placementInflation[.residential] = 0.5
    service.money.market.nationalDemand = [50, 55]
    service.money.market.nationalElasticity[.residential] = 2
    let cost = series(service, .residential)
    let month = 10 * 100 * 365.25 / 12
    #expect(near(cost[11], month))
    #expect(near(cost[12], month * 1.5 * 1.21))
    #expect(near(cost[35], month * 2.25 * 1.21), "the last demand holds on")
  }

  @Test("The council's own purchases move the price from the next month on")
  func ownMarket() {
    var service = homes(months: 24)
    service.money.market.ownElasticity[.residential] = 0.5
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.lookedAfter] = 1
    service.demand.ages = SmallService.teenagers
    service.demand.replay.arrivalDays = Array(repeating: 40, count: 30)
    service.demand.replay.durationDays = Array(repeating: 36_525, count: 30)
    let cost = series(service, .residential)
    let days = 365.25 / 12
    #expect(near(cost[0], 10 * 100 * days))
    #expect(near(cost[1], 10 * 100 * days + 30 * 100 * (2 * days - 40)), "at the old price within the month")
    #expect(near(cost[2], 40 * 100 * days * 2), "four times the children at an elasticity of a half")
  }

  @Test("People move up the scale each April, and a supplement is left as it is")
  func payScale() {
    var service = SmallService.empty(months: 36)
    service.workforce.teams[.protection].posts[.socialWorker] = 4
    service.workforce.teams[.protection].posts[.practiceManager] = 1
    service.money.salary[.socialWorker] = 36_525
    service.money.payScale[.socialWorker].increment = 3_652.5
    service.money.payScale[.socialWorker].points = 1
    service.money.marketSupplement[.socialWorker] = 7_305
    service.money.payAwards = [0.1]
    service.money.onCostShare = 0.5
    let salaries = series(service, .socialWorkers)
    let month = 4 * 150 * 365.25 / 12
    #expect(near(salaries[0], month))
    #expect(near(salaries[12], month * 1.1 * 1.1))
    #expect(near(salaries[24], month * 1.1 * 1.21), "the scale has one point, and awards go on")
    #expect(near(series(service, .marketSupplements)[35], 4 * 30 * 365.25 / 12))
    #expect(near(series(service, .socialWorkers, measure: "activity")[24], 4.0 / 12), "FTE-years, not pay")
  }

  @Test(
    "Those who are there at the start stand where their years put them; starters where the council appoints")
  func payPoints() {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.workforce.tenureAtStart[.years5to10] = 1
    service.money.salary[.socialWorker] = 36_525
    service.money.payScale[.socialWorker].increment = 3_652.5
    service.money.payScale[.socialWorker].points = 4
    service.money.payScale[.socialWorker].entryPoint = 2
    service.money.perStarter = 1_000
    #expect(near(series(service, .socialWorkers)[0], 10 * 140 * 365.25 / 12))
    service.leaving.perYear = Keyed(repeating: 1)
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 30)
    var model = Service(ModelTables(service))
    let outcome = model.run(replication: 1)
    var starters = 0
    for worker in 0..<model.workers.count where model.workers[worker].joined > .zero {
      starters += 1
      let highest = model.workers[worker].joined.days < 365.25 ? 3 : 2
      #expect((2...highest).contains(Int(model.workers[worker].payPoint)))
    }
    #expect(starters > 5)
    let induction = SmallService.readings(outcome, model.tables, "cost_gbp", "line=induction").reduce(0, +)
    #expect(near(induction, 1_000 * Double(starters)))
  }

  @Test("Agency staff for the absent stand on a line of their own, beside the salary")
  func absenceCover() {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.money.salary[.socialWorker] = 36_525
    service.absence.kinds[.long].perYear = 2
    service.absence.kinds[.long].isCovered = true
    service.absence.kinds[.long].length = DurationParameters(.constant, mean: 100)
    service.agency.coverShare = Keyed(repeating: 1)
    service.agency.perWeek[.socialWorker] = 1_400
    let cover = series(service, .absenceCover)
    let fteYears = series(service, .absenceCover, measure: "activity")
    #expect(near(cover.reduce(0, +), fteYears.reduce(0, +) * 365.25 * 200))
    #expect(cover.reduce(0, +) > 0 && series(service, .agency).reduce(0, +) == 0)
    #expect(near(series(service, .socialWorkers)[5], 10 * 100 * 365.25 / 12))
  }

  @Test("The grant for each unaccompanied child is its days at each rate")
  func grant() {
    var service = SmallService.empty(months: 120)
    service.run.calendar = .england
    service.demand.direct[.unaccompanied].perYear = 30
    service.demand.direct[.unaccompanied].ages = [0, 0, 0, 1, 0]
    service.demand.direct[.unaccompanied].stay.to18Share = 1
    service.money.grantPerWeek[.under16] = 700
    service.money.grantPerWeek[.age16or17] = 70
    service.money.grantPerWeek[.careLeaver] = 7
    var model = Service(ModelTables(service))
    model.forgetsNobody = true
    let outcome = model.run(replication: 0)
    let end = model.tables.calendar.end.days
    var wanted = 0.0
    for child in 0..<model.children.count {
      let born = model.children[child].birthDay
      let (year, month, day) = model.tables.calendar.start.adding(days: Int(born)).civil
      let birthdays = [16, 18, 21].map { age in
        let isLeap = (year + age) % 4 == 0
        let date =
          month == 2 && day == 29 && !isLeap ? CivilDate(year + age, 3, 1) : CivilDate(year + age, month, day)
        return Double(date.dayNumber - model.tables.calendar.start.dayNumber)
      }
      var from = model.children[child].careStarted.days
      for (until, rate) in zip(birthdays, [100.0, 10, 1]) {
        wanted += rate * max(0, min(until, end) - from)
        from = max(from, min(until, end))
      }
    }
    let line = SmallService.readings(outcome, model.tables, "cost_gbp", "line=unaccompanied_grant")
    #expect(model.children.count > 200)
    #expect(near(line.reduce(0, +), -wanted))
    #expect(outcome.balances.allSatisfy { $0.largestResidual <= $0.tolerance })
  }

  @Test("An allowance runs from the adoption to the eighteenth birthday")
  func allowances() {
    var service = SmallService.empty(months: 60)
    service.run.calendar = .england
    service.demand.direct[.transfersIn].perYear = 60
    service.demand.direct[.transfersIn].ages = [0, 0, 0, 0.5, 0.5]
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 30)
    service.pathway.stages[.lookedAfter].exits[.stepDown] = 0
    service.pathway.stages[.lookedAfter].exits[.adoption] = 1
    service.money.allowancePerWeek = 70
    service.money.allowanceShare = 1
    var model = Service(ModelTables(service))
    model.forgetsNobody = true
    let outcome = model.run(replication: 0)
    let start = model.tables.calendar.start
    let end = model.tables.calendar.end.days
    var days = 0.0
    for child in 0..<model.children.count {
      let (year, month, day) = start.adding(days: Int(model.children[child].birthDay)).civil
      // Whoever is born on 29 February is left for 28 February: a day in some thousands.
      let eighteenth =
        CivilDate(year + 18, month, month == 2 ? min(day, 28) : day).dayNumber - start.dayNumber
      days += max(0, min(end, Double(eighteenth)) - (model.children[child].careStarted.days + 30))
    }
    let paid = SmallService.readings(outcome, model.tables, "cost_gbp", "line=allowances").reduce(0, +)
    #expect(model.children.count > 200)
    #expect(abs(paid - 10 * days) <= 10)
    #expect(outcome.balances.allSatisfy { $0.largestResidual <= $0.tolerance })
  }

  @Test("The story of a child tells what it cost in each year")
  func story() {
    let story = Replicator.trace(.child(0), replication: 0, ModelTables(homes(months: 18))).story
    let costs = story.filter { $0.sentence.hasPrefix("has cost") }
    #expect(
      costs.map(\.sentence) == [
        "has cost £36,525 in 2015-16: children's homes £36,525.",
        "has cost £18,263 in 2016-17: children's homes £18,263.",
      ])
    #expect(Pounds.text(-1_234_567.4) == "-£1,234,567" && Pounds.text(12) == "£12")
  }
}
