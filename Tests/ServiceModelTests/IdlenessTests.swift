import Dates
import Parameters
import Testing

@testable import ServiceModel

/// Something that is set, and can change nothing where something else is missing.
struct Idle: Sendable, CustomTestStringConvertible {
  let path: String
  let set: @Sendable (inout ServiceParameters) -> Void
  /// Takes away what it needs.
  let take: @Sendable (inout ServiceParameters) -> Void

  init(
    _ path: String, _ set: @escaping @Sendable (inout ServiceParameters) -> Void,
    without take: @escaping @Sendable (inout ServiceParameters) -> Void
  ) {
    self.path = path
    self.set = set
    self.take = take
  }

  var testDescription: String { path }

  private static func noAgency(_ service: inout ServiceParameters) {
    service.agency.coverShare = Keyed(repeating: 0)
  }
  private static func nobody(_ service: inout ServiceParameters) {
    for team in Team.allCases { service.workforce.teams[team].posts = Keyed(repeating: 0) }
  }
  private static func noPlan(_ service: inout ServiceParameters) {
    for slot in ActionSlot.allCases { service.plan.actions[slot].isPlanned = false }
  }
  private static func everyRoundFills(_ service: inout ServiceParameters) {
    service.recruitment.everyRoundFills = true
  }
  private static func still(_ service: inout ServiceParameters) {
    service.partnership.partners[.health].rates = Keyed(repeating: 0)
  }

  static let all: [Idle] = [
    Idle("levers.retentionPayment.pounds", { $0.levers.retentionPayment.pounds = 9 }, without: nobody),
    Idle(
      "levers.retentionPayment.leavingHazardRatio", { retain(&$0) },
      without: {
        $0.leaving.perYear = Keyed(repeating: 0)
      }),
    Idle(
      "levers.retentionPayment.leavingHazardRatio", { retain(&$0) },
      without: {
        $0.levers.retentionPayment.tieInMonths = 0
      }),
    Idle("levers.paySupplement.share", { $0.levers.paySupplement.share = 0.1 }, without: nobody),
    Idle(
      "levers.paySupplement.share", { $0.levers.paySupplement.share = 0.1 },
      without: {
        $0.leaving.payElasticity = 0
      }),
    Idle(
      "levers.recruitmentCampaign.applicantsRatio", { $0.levers.recruitmentCampaign.applicantsRatio = 2 },
      without: everyRoundFills),
    Idle(
      "levers.recruitmentCampaign.acceptanceRatio", { $0.levers.recruitmentCampaign.acceptanceRatio = 2 },
      without: everyRoundFills),
    Idle(
      "levers.fasterRecruitment.stepsRatio", { $0.levers.fasterRecruitment.stepsRatio = 0.5 },
      without: {
        $0.recruitment.perPost = false
      }),
    Idle(
      "levers.recruitmentTeam.capacityRatio", { $0.levers.recruitmentTeam.capacityRatio = 2 },
      without: {
        $0.recruitment.roundsAtOnce = 0
      }),
    Idle(
      "levers.reunification.returnRatio", { $0.levers.reunification.returnRatio = 2 },
      without: {
        $0.pathway.stages[.lookedAfter].exits[.returnedHome] = 0
      }),
    Idle(
      "levers.permanence.guardianshipRatio", { $0.levers.permanence.guardianshipRatio = 2 },
      without: {
        $0.pathway.stages[.lookedAfter].exits[.specialGuardianship] = 0
      }),
    Idle(
      "levers.agencyConversion.conversionRatio", { $0.levers.agencyConversion.conversionRatio = 2 },
      without: noAgency),
    Idle(
      "levers.agencyConversion.conversionRatio", { $0.levers.agencyConversion.conversionRatio = 2 },
      without: {
        $0.agency.conversionShare = 0
      }),
    Idle("levers.agencyLimit.capRatio", { $0.levers.agencyLimit.capRatio = 0.5 }, without: noAgency),
    Idle("levers.agencyLimit.demandRatio", { $0.levers.agencyLimit.demandRatio = 0.5 }, without: noAgency),
    Idle(
      "levers.agencyLimit.priceRatio", { $0.levers.agencyLimit.priceRatio = 0.5 },
      without: {
        $0.agency.perWeek = Keyed(repeating: 0)
      }),
    Idle(
      "levers.extraPosts.posts.socialWorker", { $0.levers.extraPosts.posts[.socialWorker] = 2 },
      without: {
        $0.levers.extraPosts.team = .leavingCare
      }),
    Idle(
      "levers.extraPosts.posts.practiceManager", { $0.levers.extraPosts.posts[.practiceManager] = 2 },
      without: {
        $0.levers.extraPosts.team = .leavingCare
      }),
    Idle(
      "levers.managerSupport.hoursRatio", { $0.levers.managerSupport.hoursRatio = 2 },
      without: {
        $0.pathway.stages[.childInNeed].signOffHours = 0
        noPlan(&$0)
      }),
    Idle(
      "levers.managerSupport.hoursRatio", { $0.levers.managerSupport.hoursRatio = 2 },
      without: {
        $0.workforce.teams[.protection].posts[.practiceManager] = 0
      }),
    Idle(
      "levers.earlyHelpExpansion.placesRatio", { $0.levers.earlyHelpExpansion.placesRatio = 2 },
      without: {
        $0.pathway.stages[.earlyHelp].places = -1
      }),
    Idle(
      "levers.earlyHelpExpansion.uptakeRatio", { $0.levers.earlyHelpExpansion.uptakeRatio = 2 },
      without: {
        $0.pathway.stages[.childInNeed].exits[.earlyHelp] = 0
      }),
    Idle(
      "levers.edgeOfCare.careEntryRatio", { $0.levers.edgeOfCare.careEntryRatio = 0.5 },
      without: {
        $0.pathway.stages[.childInNeed].exits[.care] = 0
      }),
    Idle(
      "levers.fosteringDrive.approvalsRatio", { $0.levers.fosteringDrive.approvalsRatio = 2 },
      without: {
        $0.fostering.places = -1
      }),
    Idle(
      "levers.priceNegotiation.priceRatio", { $0.levers.priceNegotiation.priceRatio = 0.9 },
      without: {
        $0.money.placementPerWeek = Keyed(repeating: 0)
      }),
    Idle(
      "levers.partnershipProgramme.engagementRatio", { $0.levers.partnershipProgramme.engagementRatio = 2 },
      without: still),
    Idle("levers.planResourcing.hoursRatio", { $0.levers.planResourcing.hoursRatio = 2 }, without: noPlan),
    Idle(
      "levers.caseloadPolicy.capRatio", { $0.levers.caseloadPolicy.capRatio = 1.2 },
      without: {
        $0.pathway.stages[.childInNeed].heldBy = nil
      }),
    Idle("levers.stepDown.perChildYear", { $0.levers.stepDown.perChildYear = 1 }, without: { _ in }),
    Idle(
      "shocks.payCompetition.neighboursPayRatio", { $0.shocks.payCompetition.neighboursPayRatio = 2 },
      without: {
        $0.leaving.payElasticity = 0
      }),
    Idle(
      "shocks.priceShock.agencyPriceRatio", { $0.shocks.priceShock.agencyPriceRatio = 2 }, without: noAgency),
    Idle(
      "shocks.priceShock.placementPriceRatio", { $0.shocks.priceShock.placementPriceRatio = 2 },
      without: {
        $0.money.placementPerWeek = Keyed(repeating: 0)
      }),
    Idle(
      "shocks.managerLoss.managers", { $0.shocks.managerLoss.managers = 2 },
      without: {
        $0.workforce.teams[.protection].posts[.practiceManager] = 0
      }),
    Idle(
      "shocks.hiringFreeze.isInForce", { $0.shocks.hiringFreeze.isInForce = true },
      without: {
        $0.recruitment.perPost = false
      }),
    Idle(
      "shocks.demandSurge.referralsRatio", { $0.shocks.demandSurge.referralsRatio = 2 },
      without: {
        $0.demand.referralsPerYear = 0
      }),
    Idle(
      "shocks.partnerWithdrawal.engagementRatio", { $0.shocks.partnerWithdrawal.engagementRatio = 0.5 },
      without: still),
    Idle(
      "plan.actions.council2.effect", { act(&$0, .fosterApprovals) },
      without: {
        $0.fostering.recruitedPerYear = 0
      }),
    Idle("plan.actions.council2.effect", { act(&$0, .absence) }, without: { _ in }),
    Idle("plan.actions.council2.effect", { act(&$0, .assessmentLength) }, without: { _ in }),
    Idle("plan.actions.council2.effect", { act(&$0, .moves) }, without: { _ in }),
    Idle("inspection.inadequate", { $0.inspection.inadequate.applicantsRatio = 0.5 }, without: { _ in }),
    Idle("notice", { $0.notice.applicantsRatio = 0.5 }, without: { _ in }),
    Idle("cohorts.academy.people", { $0.cohorts[.academy].people = 3 }, without: nobody),
  ]

  private static func retain(_ service: inout ServiceParameters) {
    service.levers.retentionPayment.leavingHazardRatio = 0.5
  }

  private static func act(_ service: inout ServiceParameters, _ effect: ActionEffect) {
    service.plan.actions[.council2].isPlanned = true
    service.plan.actions[.council2].effect = effect
    service.plan.actions[.council2].ratio = 1.2
  }

  /// The service of the levers, with partners who move and a plan at desks.
  static var service: ServiceParameters {
    var service = LeverTests.service()
    service.partnership.partners[.health].rates[.recovers] = 1
    service.plan.actions[.council1].isPlanned = true
    service.plan.doneBy = .desks
    service.recruitment.roundsAtOnce = 10
    service.pathway.stages[.earlyHelp].waiting.givingUpPerYear = 4
    service.pathway.stages[.lookedAfter].exits[.returnedHome] = 0.2
    service.pathway.stages[.lookedAfter].exits[.specialGuardianship] = 0.2
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 0.6
    return service
  }
}

@Suite("What can change nothing is named")
struct IdlenessTests {
  private func found(_ service: ServiceParameters) -> [Contradiction] {
    service.contradictions().filter { $0.code == "nothing-to-move" }
  }

  @Test("A lever, a shock or an effect without what it needs is a warning at its place", arguments: Idle.all)
  func idle(_ idle: Idle) {
    var service = Idle.service
    #expect(found(service).isEmpty)
    idle.take(&service)
    #expect(!found(service).contains { $0.paths.first == idle.path })
    idle.set(&service)
    let named = found(service)
    #expect(named.contains { $0.paths.first == idle.path && $0.severity == .warning }, "\(named)")
    let paths = ServiceParameters.table.map(\.path)
    for path in named.flatMap(\.paths) {
      #expect(paths.contains { $0 == path || $0.hasPrefix(path + ".") }, "there is no \(path)")
    }
  }

  @Test("Where it has what it needs nothing is said of it")
  func busy() {
    for idle in Idle.all where idle.path.hasPrefix("levers.") || idle.path.hasPrefix("shocks.") {
      guard !["levers.stepDown.perChildYear", "levers.retentionPayment.pounds"].contains(idle.path) else {
        continue
      }
      var service = Idle.service
      idle.set(&service)
      #expect(found(service).isEmpty, "\(idle.path)")
    }
  }

  @Test("Every lever and shock is among them")
  func complete() {
    let named = Set(Idle.all.map { $0.path.split(separator: ".").prefix(2).joined(separator: ".") })
    let service = ServiceParameters()
    for (name, _) in service.levers.all where name != "caseloadPolicy" {
      #expect(named.contains("levers.\(name)"))
    }
    for (name, _) in service.shocks.all { #expect(named.contains("shocks.\(name)")) }
  }

  @Test("A lever that costs and changes nothing is named, and one outside the run only as such")
  func costsOnly() {
    var service = Idle.service
    service.levers.fosteringDrive.dates.poundsPerYear = 5_000
    let found = service.contradictions()
    #expect(Set(found.map(\.code)) == ["costs-only", "no-dates"])
    #expect(found.first { $0.code == "costs-only" }?.paths.first == "levers.fosteringDrive.poundsPerYear")
    service.levers.fosteringDrive.dates.from = CivilDate(2030, 1, 1)
    #expect(service.contradictions().map(\.code) == ["outside-run"])
    service.levers.fosteringDrive = FosteringDrive()
    service.levers.retentionPayment.pounds = 100
    #expect(
      service.contradictions().contains { $0.paths.first == "levers.retentionPayment.pounds" },
      "nobody stays for it")
  }
}
