import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Referrals and returns")
struct DemandTests {
  /// Children of five to nine who are at the front door for five days and are then closed.
  private func frontDoor(perYear: Double, months: Int = 24) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.demand.referralsPerYear = perYear
    service.demand.ages = Keyed(repeating: 0)
    service.demand.ages[.age5to9] = 1
    service.pathway.stages[.frontDoor].duration = DurationParameters(.constant, mean: 5)
    return service
  }

  private func readings(_ service: ServiceParameters, _ measure: String) -> [Double] {
    let tables = ModelTables(service)
    return SmallService.readings(Replicator.once(tables), tables, measure)
  }

  @Test("Families of three come in threes, and as many children in all as are published")
  func siblings() {
    var service = frontDoor(perYear: 1_500)
    service.demand.siblings = [0, 0, 1]
    var model = Service(ModelTables(service))
    model.forgetsNobody = true
    _ = model.run(replication: 0)
    var together: [SimulatedTime: Int] = [:]
    for child in 0..<model.children.count { together[model.children[child].referred, default: 0] += 1 }
    #expect(together.values.allSatisfy { $0 == 3 })
    // 1,000 families in two years; the tolerance is four standard errors.
    #expect(abs(Double(together.count) - 1_000) < 4 * 1_000.0.squareRoot())
  }

  @Test(
    "A referral counts as a return within 365.25 days of the last one, and not after", arguments: [360, 361])
  func window(interval: Int) {
    var service = frontDoor(perYear: 300)
    service.pathway.stages[.frontDoor].returnShare = 1
    service.pathway.returnInterval = DurationParameters(.constant, mean: Double(interval))
    // Five days at the front door: the second referral comes 365 or 366 days after the first.
    let returns = readings(service, "rereferral_rate").filter { !$0.isNaN }
    if interval == 360 {
      #expect(returns.prefix(11).allSatisfy { $0 == 0 } && returns.suffix(11).allSatisfy { $0 > 0.2 })
    } else {
      #expect(returns.allSatisfy { $0 == 0 })
    }
  }

  @Test("Three in ten closed children come back: three in ten referrals are theirs")
  func returnShare() {
    var service = frontDoor(perYear: 2_000)
    service.pathway.stages[.frontDoor].returnShare = 0.3
    service.pathway.returnInterval = DurationParameters(.constant, mean: 30)
    let referrals = readings(service, "referrals").suffix(18).reduce(0, +)
    let returns = readings(service, "rereferral_rate").suffix(18).reduce(0, +) / 18
    // 2,000 / (1 - 0.3) a year.
    #expect(abs(referrals - 1.5 * 2_000 / 0.7) < 4 * (referrals / 0.7).squareRoot())
    #expect(abs(returns - 0.3) < 4 * (0.21 / referrals).squareRoot())
  }

  @Test("Entries without a referral begin on their day")
  func directEntries() {
    var service = SmallService.empty(months: 24)
    service.run.calendar = .england
    service.demand.direct[.unaccompanied].perYear = 200
    service.demand.direct[.unaccompanied].from = CivilDate(2015, 10, 1)
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 10)
    let started = readings(service, "cla_started")
    #expect(started.prefix(6).allSatisfy { $0 == 0 })
    #expect(abs(started.reduce(0, +) - 300) < 4 * 300.0.squareRoot())
  }

  @Test("Replayed children come on their days and stay as long as is said")
  func replay() {
    var service = frontDoor(perYear: 0, months: 3)
    service.demand.replay.arrivalDays = [1, 2, 50]
    service.demand.replay.durationDays = [10, 70, 20]
    #expect(readings(service, "referrals") == [2, 1, 0])
    #expect(readings(service, "children_in_stage") { $0 == "stage=front_door" } == [1, 2, 0])
  }

  private func readings(
    _ service: ServiceParameters, _ measure: String, _ breakdown: (String) -> Bool
  ) -> [Double] {
    let tables = ModelTables(service)
    let found = tables.watched.first { $0.measure == measure && breakdown($0.breakdown) }
    return SmallService.readings(Replicator.once(tables), tables, measure, found?.breakdown ?? "")
  }
}

@Suite("Statutory clocks")
struct StatutoryClockTests {
  /// One child, referred on Monday 13 April 2015 at noon: assessed for 60 days, to Friday 12 June, then an enquiry of 8 days
  /// and a conference 7 days later, on Saturday 27 June.
  private func service(assessment: Int, conference: Int) -> ServiceParameters {
    var service = SmallService.empty(months: 4)
    service.run.calendar = .england
    service.demand.replay.arrivalDays = [12.5]
    for (stage, days, exit) in [
      (Stage.frontDoor, 0.0, Exit.assessment), (.assessment, 60, .section47), (.section47, 8, .conference),
      (.initialConference, 7, .protectionPlan),
    ] {
      service.pathway.stages[stage].duration = DurationParameters(.constant, mean: days)
      service.pathway.stages[stage].exits[.stepDown] = 0
      service.pathway.stages[stage].exits[exit] = 1
    }
    service.pathway.stages[.assessment].statutoryWorkingDays = assessment
    service.pathway.stages[.initialConference].statutoryWorkingDays = conference
    return service
  }

  private func inTime(_ service: ServiceParameters, _ measure: String) -> [Double] {
    let tables = ModelTables(service)
    return SmallService.readings(Replicator.once(tables), tables, measure).filter { !$0.isNaN }
  }

  @Test("An assessment's working days count from the referral, without its day and the bank holidays")
  func assessment() {
    // Eight weeks and four days have 44 working days; 4 and 25 May were bank holidays.
    #expect(inTime(service(assessment: 42, conference: 15), "assessments_in_45_days_rate") == [1])
    #expect(inTime(service(assessment: 41, conference: 15), "assessments_in_45_days_rate") == [0])
  }

  @Test("A conference's working days count from the strategy discussion")
  func conference() {
    // The discussion was on 12 June; two weeks of five days lie between.
    #expect(inTime(service(assessment: 45, conference: 10), "conferences_in_15_days_rate") == [1])
    #expect(inTime(service(assessment: 45, conference: 9), "conferences_in_15_days_rate") == [0])
  }
}
