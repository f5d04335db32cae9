import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Leaving and recruitment")
struct LeavingTests {
  /// 200 workers who each hold two children for good; a leaver's children wait, so nobody's load moves.
  private func constantLoad(_ load: Double, elasticity: Double, perYear: Double) -> ServiceParameters {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.constant, mean: 36_525), months: 24, open: 400)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.pathway.stages[.childInNeed].weight = load / 2
    service.workforce.teams[.protection].posts[.socialWorker] = 200
    service.workforce.teams[.protection].caseloadNorm = 1
    service.workforce.teams[.protection].caseloadCap = load
    service.workforce.teams[.protection].referenceLoad = 1
    service.leaving.perYear = Keyed(repeating: perYear)
    service.leaving.caseloadElasticity = elasticity
    service.recruitment.perPost = false
    return service
  }

  @Test(
    "Survival under a constant load is exp(-h t) with h = w (load / reference)^elasticity",
    arguments: [(2.0, 1.0, 2.0), (2, 0.5, 1.414_214), (1.6, 0.42, 1.218_218), (2, 0, 1)])
  func survival(load: Double, elasticity: Double, ratio: Double) {
    let perYear = 0.3
    let service = constantLoad(load, elasticity: elasticity, perYear: perYear)
    let tables = ModelTables(service)
    var left = [Tally(), Tally()]
    for outcome in SmallService.outcomes(service, 0..<25) {
      let inPost = SmallService.readings(outcome, tables, "inpost_headcount")
      for (place, month) in [6, 24].enumerated() { left[place].add(inPost[month - 1]) }
    }
    for (tally, years) in zip(left, [0.5, 2]) {
      let wanted = 200 * exponential(-perYear * ratio * years)
      #expect(abs(tally.mean - wanted) < 3.29 * tally.standardError, "\(tally.mean), not \(wanted)")
      #expect(tally.standardError < 0.025 * wanted)
    }
  }

  @Test func loadBelowAQuarterOfTheReferenceLowersTheHazardNoFurther() {
    var service = constantLoad(1, elasticity: 1, perYear: 1)
    service.opening.children[.childInNeed] = 0
    let tables = ModelTables(service)
    var left = Tally()
    for outcome in SmallService.outcomes(service, 0..<20) {
      left.add(SmallService.readings(outcome, tables, "inpost_headcount")[23])
    }
    #expect(abs(left.mean - 200 * exponential(-0.25 * 2)) < 3.29 * left.standardError)
  }

  @Test("The hazard follows the band of tenure") func tenureBands() {
    var service = constantLoad(1, elasticity: 0, perYear: 0)
    service.run.ends = SmallService.empty(months: 72).run.ends
    service.opening.children[.childInNeed] = 0
    service.leaving.perYear[.under2Years] = 0.5
    service.leaving.perYear[.years2to5] = 0.1
    service.leaving.perYear[.years5to10] = 1
    let tables = ModelTables(service)
    var tallies = [24: Tally(), 60: Tally(), 72: Tally()]
    for outcome in SmallService.outcomes(service, 0..<25) {
      let inPost = SmallService.readings(outcome, tables, "inpost_headcount")
      for month in [24, 60, 72] { tallies[month]?.add(inPost[month - 1]) }
    }
    for (month, exposure) in [24: 1.0, 60: 1.3, 72: 2.3] {
      let tally = tallies[month] ?? Tally()
      #expect(abs(tally.mean - 200 * exponential(-exposure)) < 3.29 * tally.standardError)
    }
  }

  @Test func aCouncilsYearIsSharedByAll() {
    var service = constantLoad(1, elasticity: 0, perYear: 0.3)
    service.opening.children[.childInNeed] = 0
    service.leaving.councilYearCv = 0.5
    let tables = ModelTables(service)
    var leavers = Tally()
    for outcome in SmallService.outcomes(service, 0..<120) {
      leavers.add(SmallService.readings(outcome, tables, "leavers_fte").prefix(12).reduce(0, +))
    }
    // The shared multiplier adds about (0.5 x 50)^2 to a binomial variance of less than 50.
    #expect(leavers.variance > 150)
    #expect(abs(leavers.mean - 52) < 8)
  }

  @Test func recruitmentBySteps() {
    var service = SmallService.empty(months: 240)
    service.workforce.teams[.assessment].posts[.socialWorker] = 300
    service.workforce.teams[.assessment].posts[.practiceManager] = 20
    service.leaving.perYear = Keyed(repeating: 0.5)
    service.leaving.noticeWeeks = Keyed(repeating: 4)
    service.recruitment.begins = .resignation
    service.recruitment.steps[.approval] = DurationParameters(.constant, mean: 10)
    service.recruitment.steps[.advert] = DurationParameters(.constant, mean: 20)
    service.recruitment.steps[.selection] = DurationParameters(.constant, mean: 5)
    service.recruitment.steps[.checks] = DurationParameters(.constant, mean: 30)
    service.recruitment.everyRoundFills = false
    service.recruitment.applicantsPerRound = Keyed(repeating: 2)
    service.recruitment.appointableShare = 0.5
    service.recruitment.acceptanceShare = 0.7
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    let rounds = SmallService.readings(outcome, tables, "recruitment_rounds").reduce(0, +)
    let hires = SmallService.readings(outcome, tables, "hires").reduce(0, +)
    // A Poisson number of acceptances, mean 0.7: a round fails when there is none.
    let succeeds = 1 - exponential(-0.7)
    #expect(abs(hires / rounds - succeeds) < 3.29 * (succeeds * (1 - succeeds) / rounds).squareRoot())
    // The search begins four weeks before the post falls vacant.
    let failures = 1 / succeeds - 1
    let lag = (10 + 25 + 30 + 25 * failures - 28) / 365.25
    let vacancy = SmallService.readings(outcome, tables, "vacancy_rate_fte_average").suffix(180)
    let mean = vacancy.reduce(0, +) / 180
    let filled = 1 / 0.5 + 28 / 365.25
    #expect(abs(mean - lag / (lag + filled)) < 0.006)
    #expect(outcome.balances.allSatisfy { $0.largestResidual == 0 })
  }

  @Test func aHireReadyBeforeThePostIsVacantStartsAtOnce() {
    var service = SmallService.empty(months: 60)
    service.workforce.teams[.assessment].posts[.socialWorker] = 50
    service.leaving.perYear = Keyed(repeating: 1)
    service.leaving.noticeWeeks = Keyed(repeating: 12)
    service.recruitment.begins = .resignation
    service.recruitment.steps[.advert] = DurationParameters(.constant, mean: 30)
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    #expect(SmallService.readings(outcome, tables, "vacancy_fte").allSatisfy { $0 == 0 })
    #expect(SmallService.readings(outcome, tables, "leavers_fte").reduce(0, +) > 100)
  }

  @Test func aStarterFromTheOpenAdvertIsTurnedAwayWhereNothingIsVacant() {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.assessment].posts[.socialWorker] = 5
    service.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 2
    service.recruitment.perPost = false
    service.recruitment.rollingStartersPerYear = 12
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    #expect(SmallService.readings(outcome, tables, "inpost_fte").last == 5)
    #expect(SmallService.readings(outcome, tables, "starters_fte").reduce(0, +) == 2)
    #expect(SmallService.readings(outcome, tables, "starters_turned_away").reduce(0, +) > 8)
  }
}
