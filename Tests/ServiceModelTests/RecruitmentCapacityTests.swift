import Dates
import Statistics
import Testing

@testable import ServiceModel

@Suite("How many searches can run at once")
struct RecruitmentCapacityTests {
  /// Far more vacant posts than searches that can run, and next to them a team that carries four times its reference load.
  private var service: ServiceParameters {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.constant, mean: 36_525), months: 24, open: 400)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.workforce.teams[.protection].caseloadCap = 100
    service.workforce.teams[.protection].referenceLoad = 10
    service.workforce.teams[.frontDoor].posts[.withoutCases] = 1_000
    service.workforce.teams[.frontDoor].vacantAtStart[.withoutCases] = 1_000
    service.recruitment.roundsAtOnce = 20
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 91.3125)
    return service
  }

  /// Hires in 24 months, added up over 20 replications.
  private func hires(_ service: ServiceParameters) -> Double {
    let tables = ModelTables(service)
    return SmallService.outcomes(service, 0..<20).reduce(0) {
      $0 + SmallService.readings($1, tables, "hires").reduce(0, +)
    }
  }

  private func isPoisson(_ hires: Double, mean: Double) -> Bool {
    abs(hires - mean) < 3.29 * mean.squareRoot()
  }

  @Test("Behind a long line, hires are a Poisson stream of rate limit / length of a search")
  func rate() {
    #expect(isPoisson(hires(service), mean: 20 * 2 * 20 * 4))
  }

  @Test("A larger recruitment team lets more searches run from its first day to its last")
  func team() {
    var service = service
    service.levers.recruitmentTeam.capacityRatio = 2
    #expect(isPoisson(hires(service), mean: 20 * 2 * 40 * 4))
    service.levers.recruitmentTeam.dates.from = CivilDate(2016, 4, 1)
    let years: (before: Double, after: Double) = (366 / 365.25, 364.5 / 365.25)
    #expect(isPoisson(hires(service), mean: 20 * 4 * (20 * years.before + 40 * years.after)))
    service.recruitment.roundsAtOnce = 0
    let found = service.contradictions().filter { $0.code == "nothing-to-move" }
    #expect(found.count == 1 && found[0].severity == .warning)
  }

  @Test("Extra posts with a campaign of their own take nothing from the searches that the limit counts")
  func campaign() {
    var service = service
    service.levers.extraPosts.team = .frontDoor
    service.levers.extraPosts.posts[.withoutCases] = 500
    service.levers.extraPosts.dates.from = CivilDate(2015, 4, 1)
    #expect(isPoisson(hires(service), mean: 20 * 2 * 20 * 4))
    service.levers.extraPosts.ownCampaign = true
    // Two years outlast eight mean lengths of a search.
    #expect(isPoisson(hires(service), mean: 20 * (2 * 20 * 4 + 500 * (1 - exponential(-8)))))
  }

  @Test(
    "A council whose workers carry four times as much hires 4^elasticity times as many",
    arguments: [
      0.5, 1,
    ])
  func answer(_ elasticity: Double) {
    var service = service
    service.recruitment.caseloadElasticity = elasticity
    // The opening counts at the reference load; the line comes to the new limit when the first of 20 searches ends.
    let limit = power(4, elasticity)
    let wanted = 20 * 20 * 4 * (2 * limit - (limit - 1) / 80)
    let found = hires(service)
    #expect(isPoisson(found, mean: wanted), "\(found), not \(wanted)")
  }

  @Test("At the reference load an answer to load changes no bit")
  func neutral() {
    var service = service
    service.workforce.teams[.protection].referenceLoad = 0
    let plain = SmallService.outcomes(service, 1..<2)[0].readings.numerators.map(\.bitPattern)
    service.recruitment.caseloadElasticity = 2
    #expect(SmallService.outcomes(service, 1..<2)[0].readings.numerators.map(\.bitPattern) == plain)
  }
}
