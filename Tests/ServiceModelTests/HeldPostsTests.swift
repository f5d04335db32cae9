import Dates
import Statistics
import Testing

@testable import ServiceModel

@Suite("Posts that are held vacant before anybody is asked to fill them")
struct HeldPostsTests {
  private static let months = 24
  private static let replications = 60

  /// Posts that fall vacant at a rate that nothing moves, are held and then sought in a search of fixed length.
  private static func service(
    vacant: Int, held: Double, search: Double, begins: RecruitmentParameters.Beginning = .departure,
    hazard: Double = 0
  ) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.workforce.teams[.assessment].posts[.socialWorker] = 200
    service.workforce.teams[.assessment].vacantAtStart[.socialWorker] = vacant
    service.leaving.perYear = Keyed(repeating: hazard)
    service.leaving.noticeWeeks = Keyed(repeating: 8)
    service.recruitment.begins = begins
    service.recruitment.heldDays[.socialWorker] = held
    service.recruitment.steps[.checks] = DurationParameters(.constant, mean: search)
    return service
  }

  private static func readings(_ service: ServiceParameters, _ measure: String) -> [[Double]] {
    let tables = ModelTables(service)
    return SmallService.outcomes(service, 0..<replications).map {
      SmallService.readings($0, tables, measure)
    }
  }

  @Test("Posts vacant at the start are filled as the rest of an exponential and a constant is")
  func start() {
    let (held, search) = (120.0, 90.0)
    let readings = Self.readings(Self.service(vacant: 200, held: held, search: search), "hires")
    for months in [6, 12, 18] {
      var found = Tally()
      for values in readings { found.add(values.prefix(months).reduce(0, +) / 200) }
      let end = CivilDate(2015 + (months + 3) / 12, (months + 3) % 12 + 1, 1)
      let day = end.dayNumber - CivilDate(2015, 4, 1).dayNumber
      let wanted = 1 - held / (held + search) * exponential(-(Double(day) - search) / held)
      #expect(
        abs(found.mean - wanted) < 3.29 * found.standardError, "\(months): \(found.mean) against \(wanted)")
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let begins: RecruitmentParameters.Beginning
    var testDescription: String { "begins at \(begins)" }
  }

  @Test(
    "Vacancies are the renewals of a post that is held for an exponential time, then sought",
    arguments: [Case(begins: .departure), Case(begins: .resignation)])
  func renewal(_ one: Case) {
    let (held, search, notice, hazard) = (250.0, 90.0, 56.0, 0.3)
    let begins = one.begins
    let vacant = held + search - (begins == .resignation ? notice : 0)
    let share = vacant / (vacant + notice + 365.25 / hazard)
    let service = Self.service(
      vacant: Int((200 * share).rounded()), held: held, search: search, begins: begins, hazard: hazard)
    var found = Tally()
    for values in Self.readings(service, "vacancy_fte") {
      found.add(values.reduce(0, +) / Double(Self.months))
    }
    // The start has whole posts; what that differs by wears off over the length of a vacancy.
    #expect(
      abs(found.mean / 200 - share) < 3.29 * found.standardError / 200 + 0.0025,
      "\(one): \(found.mean / 200) against \(share)")
  }

  @Test(
    "Time to hire counts from the day on which the search is taken in hand, time to fill from the vacancy")
  func times() {
    let service = Self.service(vacant: 0, held: 100, search: 30, hazard: 0.5)
    let tables = ModelTables(service)
    var (hire, fill) = (Tally(), Tally())
    for outcome in SmallService.outcomes(service, 0..<20) {
      for day in SmallService.readings(outcome, tables, "time_to_hire_p50_days") where day.isFinite {
        hire.add(day)
      }
      for day in SmallService.readings(outcome, tables, "time_to_fill_p50_days") where day.isFinite {
        #expect(day > 30)
        fill.add(day)
      }
    }
    #expect(abs(hire.mean - 30) < 1e-6)
    // The median of an exponential of 100 days is 69; those who were held for long come late in the run.
    #expect(fill.mean > 75, "\(fill.mean)")
  }

  @Test("Posts that are newly established are not held")
  func new() {
    var service = Self.service(vacant: 0, held: 3_000, search: 30)
    service.levers.extraPosts.team = .assessment
    service.levers.extraPosts.posts[.socialWorker] = 10
    service.levers.extraPosts.dates.from = CivilDate(2015, 6, 1)
    for values in Self.readings(service, "hires") { #expect(values.prefix(4).reduce(0, +) == 10) }
  }

  @Test("Of posts that are held each role has its own time")
  func roles() {
    var service = Self.service(vacant: 100, held: 1_000, search: 30)
    service.workforce.teams[.assessment].posts[.practiceManager] = 20
    service.workforce.teams[.assessment].vacantAtStart[.practiceManager] = 20
    for values in Self.readings(service, "practice_manager_vacancy_rate") { #expect(values[1] == 0) }
  }
}
