import Dates
import Parameters
import Statistics
import Testing

@testable import ServiceModel

@Suite("Later inspections, and how long a notice lasts")
struct InspectionTests {
  /// Nothing but inspections, the intervals between which follow one law whatever they find.
  private static func inspected(_ interval: DurationParameters, months: Int = 36) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.inspection.later.areDrawn = true
    service.inspection.later.afterInadequate = interval
    service.inspection.later.afterRequiresImprovement = interval
    service.inspection.later.afterGood = interval
    return service
  }

  private func readings(_ service: ServiceParameters, _ measure: String) -> [Double] {
    let tables = ModelTables(service)
    return SmallService.readings(Replicator.once(tables), tables, measure)
  }

  /// The number over a run of each of some measures, over replications.
  private func totals(_ service: ServiceParameters, _ measure: String, _ replications: Int) -> Tally {
    let tables = ModelTables(service)
    var tally = Tally()
    for outcome in SmallService.outcomes(service, 0..<replications) {
      tally.add(SmallService.readings(outcome, tables, measure).reduce(0, +))
    }
    return tally
  }

  @Test("Inspections a fixed time apart come on their days")
  func fixedIntervals() {
    let found = readings(Self.inspected(DurationParameters(.constant, mean: 300)), "inspections")
    // 300, 600 and 900 days lie in months 10, 20 and 30 of 30.4 days.
    #expect(found.enumerated().filter { $1 > 0 }.map(\.offset) == [9, 19, 29])
    #expect(found.reduce(0, +) == 3)
  }

  @Test("The expected number of inspections is the renewal function of the interval")
  func renewals() {
    let days = 36 * 365.25 / 12
    // Exponential intervals make a Poisson number ...
    let poisson = totals(Self.inspected(DurationParameters(.exponential, mean: 200)), "inspections", 600)
    #expect(abs(poisson.mean - days / 200) < 3.5 * poisson.standardError)
    // ... and Erlang intervals of two phases and mean m the number t / m - 1/4 + exp(-4 t / m) / 4.
    var interval = DurationParameters(.gamma, mean: 400)
    interval.shape = 2
    let erlang = totals(Self.inspected(interval), "inspections", 600)
    let expected = days / 400 - 0.25 + exponential(-4 * days / 400) / 4
    #expect(abs(erlang.mean - expected) < 3.5 * erlang.standardError)
    #expect(erlang.standardError < 0.06)
  }

  @Test("Where nothing depends on the service, each judgement has its share")
  func shares() {
    var service = Self.inspected(DurationParameters(.constant, mean: 60))
    service.inspection.inadequateShare = 0.3
    service.inspection.goodShare = 0.45
    let all = totals(service, "inspections", 200).mean * 200
    let inadequate = totals(service, "inadequate_judgements", 200).mean * 200
    let adverse = totals(service, "adverse_judgements", 200).mean * 200
    #expect(all == 200 * 18)
    #expect(abs(inadequate / all - 0.3) < 3.5 * (0.3 * 0.7 / all).squareRoot())
    #expect(abs(adverse / all - 0.55) < 3.5 * (0.45 * 0.55 / all).squareRoot())
  }

  @Test("The next interval is that of the last judgement, and the first that of the one that stands")
  func intervals() {
    var service = SmallService.empty(months: 12)
    service.inspection.later.areDrawn = true
    service.inspection.later.standing = .good
    service.inspection.later.afterGood = DurationParameters(.constant, mean: 50)
    service.inspection.later.afterInadequate = DurationParameters(.constant, mean: 100)
    service.inspection.inadequateShare = 1
    service.inspection.goodShare = 0
    func months() -> [Int] { readings(service, "inspections").enumerated().filter { $1 > 0 }.map(\.offset) }
    // Days 50, 150, 250 and 350.
    #expect(months() == [1, 4, 8, 11])
    service.inspection.inadequateShare = 0
    service.inspection.later.afterRequiresImprovement = DurationParameters(.constant, mean: 200)
    // Days 50 and 250.
    #expect(months() == [1, 8])
  }

  @Test("They begin after the last dated inspection")
  func afterDated() {
    var service = Self.inspected(DurationParameters(.constant, mean: 100), months: 12)
    service.run.calendar = .england
    service.inspection.slots[.third].judgement = .good
    service.inspection.slots[.third].date = CivilDate(2015, 6, 1)
    service.inspection.slots[.first].judgement = .requiresImprovement
    service.inspection.slots[.first].date = CivilDate(2015, 10, 1)
    let found = readings(service, "inspections")
    // 1 June and 1 October; then 9 January, and 18 April is beyond the run.
    #expect(found.enumerated().filter { $1 > 0 }.map(\.offset) == [2, 6, 9])
    #expect(ModelTables(service).laterInspections?.follows == .first)
  }

  @Test("A judgement does the same whether its day was fixed or drawn")
  func effects() {
    var fixed = LeverTests.service(months: 24)
    fixed.run.calendar = .england
    fixed.inspection.inadequate.leavingHazardRatio = 3
    fixed.inspection.inadequate.applicantsRatio = 0.4
    fixed.inspection.inadequate.careEntryRatio = 2
    fixed.inspection.inadequate.halfLifeDays = 150
    fixed.notice.followsInadequate = true
    fixed.notice.leavingHazardRatio = 1.5
    var drawn = fixed
    // Day 200.
    fixed.inspection.slots[.second].date = CivilDate(2015, 10, 18)
    fixed.inspection.slots[.second].judgement = .inadequate
    drawn.inspection.later.areDrawn = true
    drawn.inspection.later.afterRequiresImprovement = DurationParameters(.constant, mean: 200)
    drawn.inspection.later.afterInadequate = DurationParameters(.constant, mean: 3_000)
    drawn.inspection.inadequateShare = 1
    drawn.inspection.goodShare = 0
    func all(_ service: ServiceParameters) -> [UInt64] {
      SmallService.outcomes(service, 0..<3).flatMap { $0.readings.numerators.map(\.bitPattern) }
    }
    #expect(all(fixed) == all(drawn))
    drawn.inspection.inadequate.careEntryRatio = 1
    #expect(all(fixed) != all(drawn))
  }

  @Test("A newer judgement takes the place of the one before")
  func newerJudgement() {
    // The leaving of 4,000 months of staff, with inadequate judgements that do not fade, then with good ones.
    var service = Self.inspected(DurationParameters(.constant, mean: 90), months: 12)
    service.inspection.inadequate.leavingHazardRatio = 4
    service.inspection.inadequate.halfLifeDays = 36_525
    service.inspection.inadequateShare = 0.5
    service.inspection.goodShare = 0.5
    let tables = ModelTables(service)
    var model = Service(tables)
    for replication in 0..<20 {
      model.reset(replication: replication)
      model.open()
      for _ in 0..<4 {
        model.laterInspection(LaterInspections.place(model.state.laterInspections, isFading: false))
        let wanted = model.state.laterJudgement == .inadequate ? 4.0 : 1.0
        #expect(abs(model.influences[.leavingHazard] - wanted) < 0.01)
      }
    }
  }

  @Test(
    "A notice that is in force at the start is so from the first day, and lasts as many reviews as it needs")
  func noticeLength() {
    var service = SmallService.empty(months: 24)
    service.notice.inForceAtStart = true
    service.notice.reviewEveryDays = 91
    service.notice.reviewsNeeded = 3
    let tables = ModelTables(service)
    let outcome = Replicator.once(tables)
    let place = tables.watched.firstIndex { $0.measure == "notice_in_force" }
    #expect(place.map { outcome.opening[$0] } == 1)
    func readings(_ measure: String) -> [Double] { SmallService.readings(outcome, tables, measure) }
    let month = 365.25 / 12
    #expect(readings("notice_in_force").first == 1)
    #expect(abs(readings("notice_months").reduce(0, +) - 3 * 91 / month) < 1e-9)
    #expect(
      readings("first_notice_months").enumerated().allSatisfy {
        abs($1 - min(Double($0 + 1), 3 * 91 / month)) < 1e-9
      })
    #expect(readings("first_notice_lifted") == Array(repeating: 0, count: 8) + Array(repeating: 1, count: 16))
    service.notice.inForceAtStart = false
    #expect(self.readings(service, "first_notice_months").allSatisfy { $0.isNaN })
  }

  @Test("What cannot come or cannot end is told")
  func mistakes() {
    var service = SmallService.empty(months: 12)
    func codes() -> [String] { service.contradictions().map { "\($0.severity.rawValue) \($0.code)" } }
    #expect(codes() == [])
    service.inspection.perUndelivered = 1
    #expect(codes() == ["warning nothing-to-move"])
    service.inspection.perUndelivered = 0
    service.notice.inForceAtStart = true
    service.notice.deliveredShareAtLeast = 0.5
    #expect(codes() == ["warning notice-never-lifted"])
    service.plan.actions[.council1].isPlanned = true
    service.plan.actions[.council1].from = CivilDate(2015, 5, 1)
    service.plan.actions[.council1].due = CivilDate(2015, 6, 1)
    service.plan.doneBy = .pool
    #expect(!codes().contains("warning notice-never-lifted"))
    service.plan = PlanParameters()
    service.notice.deliveredShareAtLeast = 0
    service.notice.reviewEveryDays = 190
    #expect(codes() == ["warning notice-outlasts-run"])
    service.notice.reviewEveryDays = 100
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.workforce.teams[.protection].vacantAtStart[.socialWorker] = 4
    service.notice.vacancyRateAtMost = 0.3
    #expect(!codes().contains("warning notice-never-lifted"))
    service.recruitment.perPost = false
    #expect(codes().contains("warning notice-never-lifted"))
    service.notice = NoticeParameters()
    service.inspection.later.areDrawn = true
    #expect(codes().filter { $0 == "warning interval-beyond-run" }.count == 3)
    service.inspection.later.afterGood = DurationParameters(.constant, mean: 5)
    #expect(codes().contains("error interval-too-short"))
    service.inspection.later.afterGood = DurationParameters(.gamma, mean: 0)
    #expect(codes().contains("error duration"))
    service.inspection.later.areDrawn = false
    service.inspection.slots[.first].judgement = .good
    service.inspection.slots[.first].date = CivilDate(2016, 4, 1)
    #expect(codes().contains("warning outside-run"))
  }
}
