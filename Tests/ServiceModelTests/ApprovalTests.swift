import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Money that crowds out posts")
struct ApprovalTests {
  /// Ten posts at £36,525 with on-costs; two of them are vacant for good, one with an agency worker at £109,575 a year.
  private var service: ServiceParameters {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.workforce.teams[.protection].vacantAtStart[.socialWorker] = 2
    service.money.salary[.socialWorker] = 29_220
    service.money.onCostShare = 0.25
    service.agency.atStart[.socialWorker] = 1
    service.agency.perWeek[.socialWorker] = 2_100
    service.agency.assignment = DurationParameters(.constant, mean: 36_525)
    service.recruitment.steps[.approval] = DurationParameters(.constant, mean: 36_525)
    service.recruitment.overspendDelay = 5
    return service
  }

  @Test("The overspend is agency cost less what vacancies leave over, and begins anew with the year")
  func overspend() {
    for (months, counted) in [(3, 3), (11, 11), (13, 1), (15, 3)] {
      let share = 0.1 * Double(counted) / 12
      let ratio = 1 + 5 * share
      var service = service
      service.run.ends = SmallService.empty(months: months).run.ends
      var model = Service(ModelTables(service))
      _ = model.run(replication: 0)
      // One FTE of agency takes three times what a post does, and two vacant posts pay for two.
      #expect(abs(model.overspendShare() - share) < 1e-9, "\(months): \(model.overspendShare())")
      #expect(abs(model.approvalRatio() - ratio) < 1e-8)
    }
  }

  @Test("Permission waits for the next year from the month in which the limit is passed")
  func freeze() {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.protection].posts[.socialWorker] = 200
    service.levers.extraPosts.posts[.socialWorker] = 200
    service.money.salary[.socialWorker] = 36_525
    service.agency.perWeek[.socialWorker] = 1_400
    service.agency.coverShare[.socialWorker] = 1
    service.agency.assignment = DurationParameters(.constant, mean: 36_525)
    service.recruitment.steps[.approval] = DurationParameters(.exponential, mean: 300)
    service.recruitment.steps[.checks] = DurationParameters(.constant, mean: 36_525)
    service.recruitment.overspendFreeze = 0.2
    let tables = ModelTables(service)
    let rounds = SmallService.readings(SmallService.outcomes(service)[0], tables, "recruitment_rounds")
    // 200 vacancies at twice the price of 400 posts are half of the budget a year: a fifth is passed with the fifth month.
    #expect(rounds.prefix(5).allSatisfy { $0 > 5 })
    #expect(rounds[5..<12].allSatisfy { $0 == 0 })
    // Those who waited go on with the new year, until the money is gone again.
    #expect(rounds[12] > 50)
    #expect(rounds[13..<17].allSatisfy { $0 > 0 })
    #expect(rounds[17..<24].allSatisfy { $0 == 0 })
  }

  @Test("Where vacancies leave more over than agency staff take, nothing changes")
  func underspend() {
    var saving = service
    saving.agency.perWeek[.socialWorker] = 1_000
    saving.leaving.perYear = Keyed(repeating: 0.5)
    saving.recruitment.steps[.approval] = DurationParameters(.constant, mean: 30)
    var off = saving
    off.recruitment.overspendDelay = 0
    func bits(_ service: ServiceParameters) -> [UInt64] {
      SmallService.outcomes(service, 1..<2)[0].readings.numerators.map(\.bitPattern)
    }
    #expect(bits(saving) == bits(off))
  }
}
