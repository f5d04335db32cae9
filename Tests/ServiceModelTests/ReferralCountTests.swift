import Dates
import Testing

@testable import ServiceModel

/// What counts as a referral, and from when statutory limits count: one child at a time, on known days.
@Suite("Referrals as the Department counts them")
struct ReferralCountTests {
  /// One child who comes on day 10, a Saturday, to a stage that lasts so many days.
  private func child(at stage: Stage, days: Double, _ exit: Exit, months: Int = 24) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.run.calendar = .england
    service.pathway.endsAt18 = false
    service.demand.replay.arrivalDays = [10]
    service.demand.replay.durationDays = [days]
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[stage] = 1
    service.demand.ages = SmallService.teenagers
    leads(&service, from: stage, by: exit)
    service.pathway.stages[.assessment].statutoryWorkingDays = 45
    service.pathway.stages[.initialConference].statutoryWorkingDays = 15
    return service
  }

  private func leads(_ service: inout ServiceParameters, from stage: Stage, by exit: Exit) {
    service.pathway.stages[stage].exits = Keyed(repeating: 0)
    service.pathway.stages[stage].exits[exit] = 1
  }

  private func months(_ service: ServiceParameters, _ measure: String) -> [Double] {
    let tables = ModelTables(service)
    return SmallService.readings(Replicator.once(tables), tables, measure).filter { !$0.isNaN }
  }

  @Test(
    "A step-up from early help is a referral, and one again within twelve months of the last",
    arguments: [(60.0, true), (365, true), (366, false)])
  func stepUp(days: Double, isAgain: Bool) {
    var service = child(at: .earlyHelp, days: days, .assessment)
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 60)
    let referrals = months(service, "referrals")
    #expect(referrals.reduce(0, +) == 2 && referrals[0] == 1)
    #expect(months(service, "rereferral_rate") == [0, isAgain ? 1 : 0])
    // The 45 working days begin anew: sixty days hold at most 44.
    #expect(months(service, "assessments_in_45_days_rate") == [1])
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 75)
    #expect(months(service, "assessments_in_45_days_rate") == [0])
  }

  @Test("So is one while waiting for a place, and who is referred while waiting goes to the front door")
  func whileWaiting() {
    var service = child(at: .earlyHelp, days: 60, .stepDown)
    service.pathway.stages[.earlyHelp].places = 0
    service.pathway.stages[.earlyHelp].waiting.stepUpPerYear = 50
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 58)
    #expect(months(service, "referrals").reduce(0, +) == 2)
    // Both in one month, of which the second is one again.
    #expect(months(service, "rereferral_rate") == [0.5])
    #expect(months(service, "assessments_in_45_days_rate") == [1])
    #expect(months(service, "early_help_unserved").reduce(0, +) == 1)
    service.pathway.stages[.earlyHelp].waiting.stepUpPerYear = 0
    service.pathway.stages[.earlyHelp].waiting.referralPerYear = 50
    leads(&service, from: .frontDoor, by: .noFurtherAction)
    let story = Replicator.trace(.child(0), replication: 0, ModelTables(service)).story.map(\.sentence)
    #expect(story.prefix(3).contains("waits for a place in early help."), "\(story)")
    #expect(story.contains("is referred again, within twelve months of the last referral."))
    #expect(story.contains { $0.hasPrefix("is at the front door") })
    #expect(months(service, "assessments_completed").reduce(0, +) == 0)
  }

  @Test("An emergency out of early help is a referral; one out of an open case is not")
  func emergencies() {
    for (stage, count) in [(Stage.earlyHelp, 2.0), (.childInNeed, 1)] {
      var service = child(at: stage, days: 3_000, .stepDown)
      service.pathway.stages[stage].emergencyEntryPerYear = 50
      service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 3_000)
      #expect(months(service, "cla_started").reduce(0, +) == 1)
      #expect(months(service, "referrals").reduce(0, +) == count)
    }
  }

  @Test("A return to care is a referral where the child was closed, and none while the case is open")
  func returnToCare() {
    for (plan, count) in [(30.0, 2.0), (90, 1)] {
      var service = child(at: .lookedAfter, days: 40, .returnedHome, months: 5)
      service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 3_000)
      service.pathway.stages[.childInNeed].duration = DurationParameters(.constant, mean: plan)
      service.care.returnShare = 1
      service.care.returnInterval = DurationParameters(.constant, mean: 60)
      #expect(months(service, "cla_started").reduce(0, +) == 2)
      #expect(months(service, "referrals").reduce(0, +) == count)
    }
  }

  @Test("Children who are looked after at once are referred that day")
  func direct() {
    var service = SmallService.empty(months: 24)
    service.demand.direct[.remand].perYear = 100
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 10)
    #expect(months(service, "referrals") == months(service, "cla_started"))
    #expect(months(service, "rereferral_rate").allSatisfy { $0 == 0 })
  }

  @Test("An assessment of a child whose case is open counts from its own beginning")
  func reassessment() {
    var service = child(at: .childInNeed, days: 200, .assessment)
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 58)
    #expect(months(service, "referrals").reduce(0, +) == 1)
    #expect(months(service, "assessments_in_45_days_rate") == [1])
  }

  @Test("A conference without an enquiry before it counts from its own beginning")
  func conferenceWithoutEnquiry() {
    var service = child(at: .assessment, days: 60, .conference)
    leads(&service, from: .initialConference, by: .protectionPlan)
    service.pathway.stages[.initialConference].duration = DurationParameters(.constant, mean: 14)
    #expect(months(service, "conferences_in_15_days_rate") == [1])
    service.pathway.stages[.initialConference].duration = DurationParameters(.constant, mean: 30)
    #expect(months(service, "conferences_in_15_days_rate") == [0])
  }

  @Test("Contacts come besides referrals: as many as said, by chance alone, and referrals are as without")
  func contacts() {
    var service = SmallService.plans(perYear: 1_200, duration: DurationParameters(.constant, mean: 5))
    service.demand.siblings = [0.5, 0.5]
    service.demand.weekdayProfile = [1, 1, 1, 1, 1, 0.2, 0.2]
    let plain = SmallService.outcomes(service, 0..<40)
    let tables = ModelTables(service)
    service.demand.contactsPerReferral = 3
    var (mean, squares, count) = (0.0, 0.0, 0.0)
    for (before, after) in zip(plain, SmallService.outcomes(service, 0..<40)) {
      let referrals = SmallService.readings(after, tables, "referrals")
      #expect(referrals == SmallService.readings(before, tables, "referrals"))
      #expect(referrals == SmallService.readings(before, tables, "contacts"))
      for (all, referred) in zip(SmallService.readings(after, tables, "contacts"), referrals) {
        let others = all - referred
        count += 1
        mean += others
        squares += others * others
      }
    }
    mean /= count
    // Two for each of a hundred referrals a month, and as much variance: each within four standard errors.
    let variance = squares / count - mean * mean
    let (errorOfMean, errorOfRatio) = ((200 / count).squareRoot(), (2 / count).squareRoot())
    #expect(abs(mean - 200) < 4 * errorOfMean, "\(mean)")
    let dispersion = variance / mean
    // The months of a profile by weekday differ a little.
    #expect(abs(dispersion - 1) < 4 * errorOfRatio + 0.02, "\(dispersion)")
  }
}
