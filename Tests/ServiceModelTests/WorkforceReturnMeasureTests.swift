import Testing

@testable import ServiceModel

@Suite("People beside full-time equivalents")
struct WorkforceReturnMeasureTests {
  @Test("With full-time posts alone, people and FTE are the same numbers")
  func fullTime() {
    let service = busy()
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    for (people, fte) in [
      ("starters_headcount", "starters_fte"), ("leavers_headcount", "leavers_fte"),
      ("agency_headcount", "agency_fte"), ("agency_rate_headcount", "agency_rate_fte"),
    ] {
      let heads = SmallService.readings(outcome, tables, people)
      #expect(heads == SmallService.readings(outcome, tables, fte), "\(people)")
      #expect(heads.contains { $0 > 0 }, "\(people) is never above 0")
    }
    let turnover = SmallService.readings(outcome, tables, "turnover_rate_headcount")[23]
    #expect(turnover == SmallService.readings(outcome, tables, "turnover_rate_fte")[23] && turnover > 0)
  }

  @Test("Agency staff who cover a vacancy are at most all of them, and caseload is cases over holders")
  func cover() {
    let service = busy()
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    func read(_ measure: String) -> [Double] { SmallService.readings(outcome, tables, measure) }
    for month in 0..<24 {
      #expect(read("agency_cover_fte")[month] <= read("agency_fte")[month] + 1e-9)
      let caseload = read("cases_held")[month] / read("case_holders_fte")[month]
      #expect(abs(caseload - read("caseload_fte")[month]) < 1e-9)
    }
    #expect(read("agency_cover_fte").contains { $0 > 0 })
  }

  private func busy() -> ServiceParameters {
    var service = SmallService.plans(
      perYear: 300, duration: DurationParameters(.exponential, mean: 60), months: 24, open: 50)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.workforce.teams[.protection].posts[.socialWorker] = 20
    service.leaving.perYear = Keyed(repeating: 0.6)
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 90)
    service.agency.coverShare[.socialWorker] = 0.8
    service.agency.afterDays = 5
    service.agency.fill = DurationParameters(.exponential, mean: 10)
    service.agency.assignment = DurationParameters(.exponential, mean: 120)
    return service
  }
}
