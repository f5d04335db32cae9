import Dates
import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("What delays a plan, and what becomes of it")
struct PlanDelayTests {
  /// Constant efforts, in a pool that gives each action an hour a day, so that hours are days.
  private func plan(months: Int = 12, _ hours: [Double]) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.plan.hoursPerWeek = 7
    for (slot, hours) in zip(ActionSlot.allCases, hours) {
      service.plan.actions[slot].isPlanned = true
      service.plan.actions[slot].leastHours = hours
      service.plan.actions[slot].likelyHours = hours
      service.plan.actions[slot].mostHours = hours
    }
    return service
  }

  /// The same at the desk of one manager, who has an hour a day.
  private func atDesk(_ hours: [Double]) -> ServiceParameters {
    var service = plan(hours)
    service.plan.doneBy = .desks
    service.managers.hoursPerWeek = 7
    service.workforce.teams[.protection].posts[.practiceManager] = 1
    return service
  }

  private func story(_ service: ServiceParameters, _ words: String, replication: Int = 0) -> [Double] {
    Replicator.trace(.plan, replication: replication, ModelTables(service)).story
      .filter { $0.sentence.contains(words) }.map { ($0.day * 1_000).rounded() / 1_000 }
  }

  private func days(_ service: ServiceParameters, replication: Int = 0) -> [Double] {
    story(service, "is delivered", replication: replication)
  }

  @Test("Resources for the plan do their part at desks too, for the work in hand as for what comes")
  func resources() {
    var service = atDesk([10, 20])
    #expect(days(service) == [10, 30])
    service.levers.planResourcing.hoursRatio = 2
    #expect(days(service) == [5, 15])
    service.levers.planResourcing.dates.from = service.run.starts.adding(days: 4)
    service.levers.planResourcing.dates.until = service.run.starts.adding(days: 8)
    // Four hours in four days, ten in the next five, and the other sixteen at an hour a day.
    #expect(days(service) == [7, 25])
  }

  @Test("At desks too an action gets on as its partner now is, and lies aside while that brings it nowhere")
  func partnerAtDesks() {
    var service = atDesk([10, 20])
    service.plan.actions[.council1].partner = .police
    service.partnership.partners[.police].atStart = .weak
    service.partnership.jointPace.weak = 0.25
    #expect(days(service) == [40, 60])
    service.partnership.jointPace.weak = 0
    #expect(days(service) == [20], "the other is done, and this one never")
    service.partnership.partners[.police].rates[.recovers] = 12
    var early = 0
    for replication in 0..<20 {
      guard let recovers = story(service, "engagement becomes adequate", replication: replication).first,
        recovers < 300
      else { continue }
      let (first, second) = (
        days(service, replication: replication)[0], days(service, replication: replication)[1]
      )
      #expect(first == 20 && abs(second - (max(20, recovers) + 10)) < 0.002)
      if recovers < 20 { early += 1 }
    }
    #expect((1..<20).contains(early))
    service.partnership.jointPace.weak = 0.5
    for replication in 0..<20 {
      guard let recovers = story(service, "engagement becomes adequate", replication: replication).first
      else {
        continue
      }
      // Half an hour a day until the partner is adequate, then an hour.
      let wanted = recovers >= 20 ? 20 : 10 + recovers / 2
      #expect(abs(days(service, replication: replication)[0] - wanted) < 0.002)
    }
  }

  @Test("An action that fails is done again, with that part of its effort, as often as the chance says")
  func failures() {
    for service in [plan(months: 36, [10]), atDesk([10])] {
      var service = service
      service.run.ends = CivilDate(2018, 3, 31)
      service.plan.failureShare = 0.5
      service.plan.repeatEffort = 0.4
      var found = Tally()
      for replication in 0..<400 {
        let failed = story(service, "has not worked", replication: replication).count
        let day = days(service, replication: replication)[0]
        #expect(day == 10 + 4 * Double(failed))
        found.add(Double(failed))
      }
      // Failures before the first success: geometric, with mean 1 and variance 2.
      #expect(abs(found.mean - 1) < 4 * (2.0 / 400).squareRoot())
    }
  }

  @Test("What a theme, a partner or the whole plan delays together varies together: means and variances")
  func delays() {
    var service = plan(months: 36, [10, 20])
    service.plan.actions[.council1].theme = .courtWork
    service.plan.actions[.council2].theme = .courtWork
    service.plan.actions[.council1].partner = .courts
    service.plan.actions[.council2].partner = .courts
    let delays: [@Sendable (inout ServiceParameters) -> Void] = [
      { $0.plan.commonDelayCv = 0.5 }, { $0.plan.themeDelayCv = 0.5 }, { $0.plan.partnerDelayCv = 0.5 },
    ]
    for (number, delay) in delays.enumerated() {
      var delayed = service
      delay(&delayed)
      var found = Tally()
      for replication in 0..<400 {
        let both = days(delayed, replication: replication)
        #expect(abs(both[1] - 2 * both[0]) < 0.01, "one factor for both")
        found.add(both[1])
      }
      #expect(abs(found.mean - 20) < 4 * (10.0 / 20))
      // Of a lognormal law with a cv of 0.5 the kurtosis is 8.9: the standard error of the variance is about 14.
      let error = 100 * (7.9 / 400).squareRoot()
      #expect(abs(found.variance - 100) < 4 * error)
      delayed.plan.actions[.council2].theme = .data
      delayed.plan.actions[.council2].partner = .police
      let both = days(delayed)
      #expect((abs(both[1] - 2 * both[0]) < 0.01) == (number == 0), "others have a factor of their own")
    }
    #expect(days(service) == [10, 20], "no delay without a spread")
  }

  @Test("An effect halves in each half-life after delivery, month by month at its mean")
  func fades() {
    var service = plan(months: 6, [10])
    service.plan.actions[.council1].effect = .applicants
    service.plan.actions[.council1].ratio = 3
    func last() -> Double {
      var model = Service(ModelTables(service))
      _ = model.run(replication: 0)
      return model.influences[.applicants]
    }
    #expect(last() == 3, "it lasts")
    service.plan.actions[.council1].halfLifeDays = 60
    let month = 365.25 / 12
    let perDay = 0.693_147_180_559_945_3 / 60
    let mean =
      (exponential(-perDay * (5 * month - 10)) - exponential(-perDay * (6 * month - 10))) / (perDay * month)
    #expect(abs(last() - (1 + 2 * mean)) < 1e-9)
    service.run.ends = CivilDate(2015, 4, 30)
    let first = (1 - exponential(-perDay * (month - 10))) / (perDay * (month - 10))
    #expect(abs(last() - (1 + 2 * first)) < 1e-9)
  }
}
