import Dates
import Parameters
import Testing

@testable import ServiceModel

/// A mistake in a scenario, and the code under which it must be found.
struct Mistake: Sendable, CustomTestStringConvertible {
  let code: String
  let path: String
  let make: @Sendable (inout ServiceParameters) -> Void

  init(_ code: String, _ path: String, _ make: @escaping @Sendable (inout ServiceParameters) -> Void) {
    self.code = code
    self.path = path
    self.make = make
  }

  var testDescription: String { "\(code) at \(path)" }

  static let all: [Mistake] = [
    Mistake("ends-before-start", "run.ends") { $0.run.ends = CivilDate(2015, 3, 31) },
    Mistake("not-month-start", "run.starts") { $0.run.starts = CivilDate(2015, 4, 2) },
    Mistake("not-month-end", "run.ends") { $0.run.ends = CivilDate(2025, 3, 30) },
    Mistake("too-long", "run.ends") { $0.run.ends = CivilDate(2225, 3, 31) },
    Mistake("turnover", "pathway.lookedAfter.duration.mean") {
      $0.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 0)
      $0.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
      $0.pathway.stages[.lookedAfter].exits[.returnedHome] = 1
      $0.opening.children[.lookedAfter] = 300
      $0.care.returnShare = 0.1
      $0.care.returnInterval = DurationParameters(.exponential, mean: 300)
    },
    Mistake("turnover", "opening.closuresPerYear") {
      $0.opening.closuresPerYear = 1e6
      $0.pathway.returnInterval = DurationParameters(.exponential, mean: 36_000)
    },
    Mistake("warm-up", "run.warmUpMonths") { $0.run.warmUpMonths = 120 },
    Mistake("held-for-good", "recruitment.heldDays.socialWorker") {
      $0.recruitment.heldDays[.socialWorker] = 20_000
    },
    Mistake("sum-not-one", "demand.ages") { $0.demand.ages[.under1] = 0.3 },
    Mistake("sum-not-one", "demand.entry") { $0.demand.entry[.assessment] = 0.3 },
    Mistake("sum-not-one", "demand.siblings") { $0.demand.siblings = [0.5, 0.4] },
    Mistake("list-lengths", "demand.monthProfile") { $0.demand.monthProfile = [1, 2] },
    Mistake("all-zero", "demand.weekdayProfile") { $0.demand.weekdayProfile = Array(repeating: 0, count: 7) },
    Mistake("entry", "demand.entry.closed") {
      $0.demand.entry[.frontDoor] = 0
      $0.demand.entry[.closed] = 1
    },
    Mistake("ends-before-start", "demand.surges.second.until") {
      $0.demand.surges[.second].shape = .ramp
      $0.demand.surges[.second].until = CivilDate(2015, 3, 1)
    },
    Mistake("list-lengths", "demand.replay.durationDays") {
      $0.demand.replay.arrivalDays = [1, 2]
      $0.demand.replay.durationDays = [1]
    },
    Mistake("not-in-order", "demand.replay.arrivalDays") { $0.demand.replay.arrivalDays = [2, 1] },
    Mistake("sum-not-one", "pathway.assessment.exits") {
      $0.pathway.stages[.assessment].exits[.stepDown] = 0.9
    },
    Mistake("own-exit", "pathway.assessment.exits.assessment") {
      $0.pathway.stages[.assessment].exits[.stepDown] = 0.5
      $0.pathway.stages[.assessment].exits[.assessment] = 0.5
    },
    Mistake("places-and-team", "pathway.assessment.places") {
      $0.pathway.stages[.assessment].places = 3
      $0.pathway.stages[.assessment].heldBy = .assessment
    },
    Mistake("no-way-out", "pathway.assessment.exits") {
      $0.pathway.stages[.assessment].exits[.stepDown] = 0
      $0.pathway.stages[.assessment].exits[.section47] = 1
      $0.pathway.stages[.section47].exits[.stepDown] = 0
      $0.pathway.stages[.section47].exits[.assessment] = 1
    },
    Mistake("duration", "pathway.returnInterval.family") {
      $0.pathway.returnInterval = duration(.gamma) { $0.cv = 0 }
    },
    Mistake("duration", "care.proceedings.family") { $0.care.proceedings = duration(.uniform) },
    Mistake("duration", "care.returnInterval.family") { $0.care.returnInterval = duration(.triangular) },
    Mistake("sum-not-one", "placements.mix.under1") { $0.placements.mix[.under1].shares[.secure] = 0.2 },
    Mistake("sum-not-one", "placements.unaccompaniedMix") {
      $0.placements.unaccompaniedMix.shares[.secure] = 0.2
    },
    Mistake("sum-not-one", "placements.need.standard.shares.age1to4") {
      $0.placements.need[.complex].shares[.age1to4] = 0.1
    },
    Mistake("no-preference", "placements.need.standard.order.residential") { $0.placements.chosenBy = .need },
    Mistake("equal-preference", "placements.need.high.order.residential") {
      byNeed(&$0)
      $0.placements.need[.high].order[.agencyFostering] = 2
    },
    Mistake("ends-in-house", "placements.need.complex.order.inHouseFostering") {
      byNeed(&$0)
      $0.placements.need[.complex].order[.inHouseFostering] = 3
    },
    Mistake("list-lengths", "fostering.monthProfile") { $0.fostering.monthProfile = [1, 2] },
    Mistake("places-without-limit", "fostering.places") { $0.fostering.recruitedPerYear = 3 },
    Mistake("places-for-nobody", "fostering.takes.standard") {
      $0.fostering.places = 4
      $0.fostering.takes = Keyed(repeating: 0)
    },
    Mistake("scale-without-salary", "money.payScale.socialWorker.increment") {
      $0.money.payScale[.socialWorker].increment = 500
    },
    Mistake("beyond-the-scale", "money.payScale.practiceManager.entryPoint") {
      $0.money.payScale[.practiceManager].entryPoint = 2
    },
    Mistake("over-establishment", "workforce.teams.assessment.vacantAtStart.socialWorker") {
      $0.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 1
    },
    Mistake("cap-below-norm", "workforce.teams.assessment.caseloadCap") {
      $0.workforce.teams[.assessment].caseloadCap = 15
    },
    Mistake("list-lengths", "workforce.fteShares") { $0.workforce.fteValues = [1, 0.5] },
    Mistake("list-lengths", "workforce.fteValues") {
      $0.workforce.fteValues = []
      $0.workforce.fteShares = []
    },
    Mistake("sum-not-one", "workforce.fteShares") { $0.workforce.fteShares = [0.5] },
    Mistake("sum-not-one", "workforce.tenureAtStart") { $0.workforce.tenureAtStart[.under2Years] = 0.5 },
    Mistake("sum-not-one", "leaving.reasons") { $0.leaving.reasons[.retired] = 0.5 },
    Mistake("duration", "recruitment.steps.checks.family") {
      $0.recruitment.steps[.checks] = duration(.twoPhase)
    },
    Mistake("never-hires", "recruitment.applicantsPerRound.socialWorker") {
      $0.recruitment.everyRoundFills = false
    },
    Mistake("never-hires", "recruitment.applicantsPerRound.practiceManager") {
      $0.recruitment.everyRoundFills = false
      $0.recruitment.steps[.advert] = duration(.constant) { $0.mean = 20 }
      $0.recruitment.applicantsPerRound[.practiceManager] = 0
    },
    Mistake("list-lengths", "recruitment.applicantsByMonth") { $0.recruitment.applicantsByMonth = [1, 2] },
    Mistake("all-zero", "newlyQualified.shareByMonth") {
      $0.newlyQualified.shareByMonth = Array(repeating: 0, count: 12)
    },
    Mistake("protected-above-norm", "newlyQualified.caseloadMonths") {
      $0.newlyQualified.caseloadMonths = [0.6, 1.2]
    },
    Mistake("protected-falls", "newlyQualified.caseloadMonths") {
      $0.newlyQualified.caseloadMonths = [0.6, 0.5]
    },
    Mistake("ends-before-start", "cohorts.overseas.until") {
      $0.cohorts[.overseas].from = CivilDate(2017, 4, 1)
      $0.cohorts[.overseas].until = CivilDate(2016, 4, 1)
    },
    Mistake("no-such-day", "cohorts.academy.day") {
      $0.cohorts[.academy].month = 6
      $0.cohorts[.academy].day = 31
    },
    Mistake("list-lengths", "managers.supervisionEveryDays") { $0.managers.supervisionEveryDays = [7] },
    Mistake("not-in-order", "managers.supervisionUntilDays") {
      $0.managers.supervisionUntilDays = [200, 100]
    },
    Mistake("cap-below-stock", "agency.cap") {
      $0.workforce.teams[.assessment].posts[.socialWorker] = 20
      $0.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 10
      $0.agency.atStart[.socialWorker] = 6
      $0.agency.cap = 0.1
    },
    Mistake("agency-without-vacancy", "agency.atStart.socialWorker") {
      $0.workforce.teams[.assessment].posts[.socialWorker] = 20
      $0.agency.atStart[.socialWorker] = 6
    },
    Mistake("no-manager", "workforce.teams.assessment.posts.practiceManager") {
      hold(&$0, posts: 100)
      $0.pathway.stages[.assessment].signOffHours = 0.5
    },
    Mistake("managers-over-capacity", "managers.hoursPerWeek") {
      hold(&$0, posts: 100)
      $0.workforce.teams[.assessment].posts[.practiceManager] = 1
      $0.pathway.stages[.assessment].signOffHours = 6
    },
    Mistake("promotion-loop", "progression.leastYears") {
      $0.progression.internalManagerShare = 1
      $0.progression.internalSeniorShare = 1
      $0.progression.leastYears = 0
    },
    Mistake("sum-not-one", "opening.lookedAfterAges") { $0.opening.lookedAfterAges[.under1] = 0 },
    Mistake("sum-not-one", "opening.otherAges") { $0.opening.otherAges[.under1] = 0 },
    Mistake("sum-not-one", "opening.placements") { $0.opening.placements.shares[.secure] = 1 },
    Mistake("no-establishment", "workforce.teams.assessment.posts.socialWorker") {
      $0.pathway.stages[.assessment].heldBy = .assessment
      $0.opening.children[.assessment] = 3
    },
    Mistake("case-too-heavy", "workforce.teams.assessment.caseloadCap") {
      hold(&$0, posts: 100)
      $0.pathway.stages[.assessment].weight = 20
      $0.workforce.fteValues = [0.5]
    },
    Mistake("over-capacity", "workforce.teams.assessment.caseloadCap") { hold(&$0, posts: 1) },
    Mistake("care-waits", "pathway.lookedAfter.waitsForWorker") {
      $0.pathway.stages[.lookedAfter].heldBy = .caredFor
    },
  ]

  static func duration(
    _ family: DurationParameters.Family, _ change: (inout DurationParameters) -> Void = { _ in }
  ) -> DurationParameters {
    var duration = DurationParameters(family, mean: 0)
    change(&duration)
    return duration
  }

  /// Each need seeks an agency's carers and then a home.
  static func byNeed(_ service: inout ServiceParameters) {
    service.placements.chosenBy = .need
    for need in Need.allCases {
      service.placements.need[need].order[.agencyFostering] = 1
      service.placements.need[need].order[.residential] = 2
    }
  }

  /// 24 children at one time in assessments, for workers who may hold 24 each.
  static func hold(_ service: inout ServiceParameters, posts: Int) {
    service.demand.referralsPerYear = 365.25
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.assessment] = 1
    service.pathway.stages[.assessment].heldBy = .assessment
    service.pathway.stages[.assessment].duration = duration(.constant) { $0.mean = 24 }
    service.workforce.teams[.assessment].posts[.socialWorker] = posts
  }
}

@Suite("Contradictions")
struct ContradictionTests {
  @Test func theDefaultsHaveNone() { #expect(ServiceParameters().contradictions().isEmpty) }

  @Test(
    "Each is found at its place, and alone", arguments: Mistake.all + Mistake.ofResponses + Mistake.ofDrift)
  func found(_ mistake: Mistake) {
    var service = ServiceParameters()
    mistake.make(&service)
    let found = service.contradictions()
    #expect(found.contains { $0.code == mistake.code && $0.paths.first == mistake.path })
    #expect(Set(found.map(\.code)) == [mistake.code])
    #expect(found.allSatisfy { !$0.message.isEmpty })
  }

  @Test func atAndAboveCapacityAreToldApart() {
    var service = ServiceParameters()
    Mistake.hold(&service, posts: 1)
    #expect(service.contradictions().first?.message.contains("equals capacity") == true)
    service.demand.referralsPerYear *= 2
    #expect(service.contradictions().first?.message.contains("exceeds capacity") == true)
    service.demand.referralsPerYear /= 4
    #expect(service.contradictions().isEmpty)
  }

  @Test("Warnings about a run whose dates cannot be are not told: they would only hide why")
  func impossibleDates() {
    var service = ServiceParameters()
    service.notice.inForceAtStart = true
    service.notice.reviewsNeeded = 40
    #expect(service.contradictions().contains { $0.code == "notice-outlasts-run" && $0.severity == .warning })
    service.run.ends = CivilDate(1900, 1, 1)
    service.demand.ages[.under1] += 0.2
    #expect(Set(service.contradictions().map(\.code)) == ["ends-before-start", "sum-not-one"])
  }

  @Test("A duration is made from its family's own figures", arguments: DurationParameters.Family.allCases)
  func durations(family: DurationParameters.Family) throws {
    var duration = DurationParameters(family, mean: 10, cv: family == .hyperexponential ? 1.5 : 0.5)
    duration.minimum = 5
    duration.mode = 10
    duration.maximum = 15
    duration.firstMean = 4
    duration.secondMean = 16
    duration.values = [5, 10, 15]
    let law = try #require(duration.distribution)
    #expect(abs(law.mean - 10) < 1e-9)
    #expect(duration.contradictions(at: "x").isEmpty)
    var wrong = DurationParameters(family, mean: 0, cv: 0)
    wrong.minimum = 3
    wrong.maximum = 2
    if family != .constant, family != .exponential {
      #expect(wrong.distribution == nil)
      #expect(wrong.contradictions(at: "x").map(\.paths) == [["x.family"]])
    }
  }

  @Test func shapeAndScaleReplaceTheVariation() throws {
    var duration = DurationParameters(.gamma, mean: 12)
    duration.shape = 3
    #expect(abs(try #require(duration.distribution).variance - 48) < 1e-9)
    duration.scale = 5
    #expect(abs(try #require(duration.distribution).mean - 15) < 1e-9)
    duration.family = .weibull
    duration.shape = 1
    #expect(abs(try #require(duration.distribution).mean - 5) < 1e-9)
    duration.scale = nil
    #expect(abs(try #require(duration.distribution).mean - 12) < 1e-9)
    duration.mean = 0
    #expect(duration.distribution == nil)
  }
}
