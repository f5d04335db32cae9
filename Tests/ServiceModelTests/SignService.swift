@testable import ServiceModel

/// Small services in which every effect has something to move.
enum SignService {
  /// Children of every age on the whole pathway, held by nobody.
  static var children: ServiceParameters {
    var service = SmallService.empty(months: 24)
    service.run.calendar = .england
    service.demand.referralsPerYear = 1_000
    for (stage, duration, exits) in pathway {
      service.pathway.stages[stage].duration = duration
      service.pathway.stages[stage].exits = Keyed(repeating: 0)
      for (exit, share) in exits { service.pathway.stages[stage].exits[exit] = share }
      service.pathway.stages[stage].returnShare = 0.2
    }
    service.pathway.stages[.assessment].statutoryWorkingDays = 30
    service.pathway.stages[.initialConference].statutoryWorkingDays = 10
    service.pathway.returnInterval = DurationParameters(.exponential, mean: 200)
    service.opening.children[.childInNeed] = 60
    service.opening.children[.lookedAfter] = 40
    service.opening.children[.careLeaver] = 40
    for band in AgeBand.allCases { service.placements.mix[band].shares = placements }
    service.opening.placements.shares = placements
    service.care.orderShare = 0.5
    return service
  }

  private static let pathway: [(Stage, DurationParameters, [(Exit, Double)])] = [
    (.frontDoor, DurationParameters(.constant, mean: 1), [(.assessment, 0.9), (.earlyHelp, 0.1)]),
    (.earlyHelp, DurationParameters(.exponential, mean: 120), [(.stepDown, 0.9), (.assessment, 0.1)]),
    (
      .assessment, DurationParameters(.gamma, mean: 40, cv: 0.4),
      [(.stepDown, 0.4), (.earlyHelp, 0.1), (.section47, 0.3), (.childInNeed, 0.15), (.care, 0.05)]
    ),
    (.section47, DurationParameters(.constant, mean: 8), [(.conference, 0.6), (.stepDown, 0.4)]),
    (
      .initialConference, DurationParameters(.gamma, mean: 8, cv: 0.5),
      [(.protectionPlan, 0.9), (.childInNeed, 0.1)]
    ),
    (.childInNeed, DurationParameters(.exponential, mean: 120), [(.stepDown, 0.9), (.care, 0.1)]),
    (.childProtectionPlan, DurationParameters(.exponential, mean: 200), [(.childInNeed, 0.8), (.care, 0.2)]),
    (
      .lookedAfter, DurationParameters(.exponential, mean: 250),
      [(.returnedHome, 0.5), (.specialGuardianship, 0.2), (.adoption, 0.1), (.independence, 0.2)]
    ),
  ]

  private static var placements: Keyed<Placement, Double> {
    var shares = Keyed<Placement, Double>(repeating: 0)
    for (placement, share) in [
      (Placement.inHouseFostering, 0.6), (.agencyFostering, 0.3), (.residential, 0.1),
    ] {
      shares[placement] = share
    }
    return shares
  }

  /// Ten pods of staff without children: people leave, posts are advertised round by round and covered by agencies.
  static var staff: ServiceParameters {
    var service = SmallService.empty(months: 36)
    service.workforce.teams[.assessment].posts[.socialWorker] = 100
    service.workforce.teams[.assessment].posts[.seniorPractitioner] = 20
    service.workforce.teams[.assessment].posts[.practiceManager] = 10
    service.workforce.teams[.assessment].pods = 10
    service.leaving.perYear = Keyed(repeating: 0.4)
    service.recruitment.steps[.approval] = DurationParameters(.constant, mean: 10)
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 40)
    service.recruitment.steps[.selection] = DurationParameters(.constant, mean: 10)
    service.recruitment.steps[.checks] = DurationParameters(.constant, mean: 30)
    service.recruitment.everyRoundFills = false
    service.recruitment.applicantsPerRound = Keyed(repeating: 2)
    service.agency.coverShare = Keyed(repeating: 0.5)
    service.agency.afterDays = 10
    service.agency.fill = DurationParameters(.constant, mean: 20)
    service.agency.assignment = DurationParameters(.exponential, mean: 90)
    return service
  }

  /// Workers who hold more children than the norm says: those who are in need, and those in care.
  static var team: ServiceParameters {
    var service = SmallService.plans(
      perYear: 400, duration: DurationParameters(.gamma, mean: 80, cv: 0.7), months: 24, open: 90)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.pathway.stages[.childInNeed].exits[.stepDown] = 0.8
    service.pathway.stages[.childInNeed].exits[.care] = 0.2
    service.pathway.stages[.childInNeed].emergencyEntryPerYear = 0.4
    service.pathway.stages[.childInNeed].returnShare = 0.3
    service.pathway.stages[.frontDoor].exits[.stepDown] = 0
    service.pathway.stages[.frontDoor].exits[.childInNeed] = 1
    service.pathway.stages[.lookedAfter].heldBy = .protection
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 200)
    service.pathway.stages[.lookedAfter].exits[.stepDown] = 0
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 1
    service.pathway.returnInterval = DurationParameters(.exponential, mean: 60)
    service.placements.movesPerYear = Keyed(repeating: 2)
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.workforce.teams[.protection].posts[.practiceManager] = 2
    service.workforce.teams[.protection].pods = 2
    service.workforce.teams[.protection].caseloadNorm = 7
    service.workforce.teams[.protection].caseloadCap = 16
    service.workforce.teams[.protection].referenceLoad = 7
    service.leaving.perYear = Keyed(repeating: 0.4)
    service.leaving.roleRatio[.practiceManager] = 0
    service.recruitment.steps[.advert] = DurationParameters(.constant, mean: 60)
    return service
  }

  /// The same children with workers enough for three times as many.
  static var lightTeam: ServiceParameters {
    var service = team
    service.workforce.teams[.protection].posts[.socialWorker] = 40
    service.workforce.teams[.protection].caseloadNorm = 15
    service.workforce.teams[.protection].caseloadCap = 30
    service.workforce.teams[.protection].referenceLoad = 15
    return service
  }

  /// The same two with the load of their own opening as reference: it is above one's norm and far below the other's.
  static var teamsByOpening: [ServiceParameters] {
    [team, lightTeam].map {
      var service = $0
      service.workforce.teams[.protection].referenceLoad = 0
      return service
    }
  }

  /// Children, staff, prices and partners, all of them on.
  static var whole: ServiceParameters {
    var service = LeverTests.service(months: 24)
    service.money.salary = Keyed(repeating: 30_000)
    service.money.placementPerWeek = Keyed(repeating: 700)
    service.opening.children[.lookedAfter] = 20
    service.opening.children[.careLeaver] = 20
    return service
  }
}
