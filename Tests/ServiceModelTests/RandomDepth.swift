@testable import ServiceModel

/// Agency, absence, the supported year, promotion, work pace, overload and fostering, each on in some scenarios.
enum RandomDepth {
  static func add(to service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    agency(&service, &numbers)
    placements(&service, &numbers)
    partnersAndPlan(&service, &numbers)
    absence(&service, &numbers)
    if numbers.chance(0.4) {
      service.newlyQualified.share = numbers.uniform(0...1)
      service.newlyQualified.caseloadMonths = [0.4, 0.6, 0.8]
      service.newlyQualified.supportMonths = numbers.whole(1...12)
      service.newlyQualified.atStart = numbers.whole(0...4)
      service.newlyQualified.salaryRatio = numbers.uniform(0.5...1)
    }
    for stage in Stage.open { service.pathway.stages[stage].needsExperience = numbers.chance(0.2) }
    if numbers.chance(0.4) {
      service.progression.internalManagerShare = numbers.uniform(0...1)
      service.progression.internalSeniorShare = numbers.uniform(0...1)
      service.progression.leastYears = numbers.uniform(0...1)
    }
    if numbers.chance(0.4) { service.leaving.managerVacantRatio = numbers.uniform(0.5...3) }
    RandomStaff.add(to: &service, &numbers)
    if numbers.chance(0.4) { service.overload.paceElasticity = numbers.uniform(0.1...1) }
    if numbers.chance(0.3) {
      service.overload.escalationElasticity = numbers.uniform(0...1)
      service.overload.returnElasticity = numbers.uniform(0...1)
      service.overload.driftElasticity = numbers.uniform(0...1)
      service.overload.movesElasticity = numbers.uniform(0...1)
    }
    if numbers.chance(0.4) {
      service.fostering.places = service.opening.children[.lookedAfter] + numbers.whole(0...10)
      service.fostering.recruitedPerYear = numbers.uniform(0...20)
      service.fostering.lostPerYear = numbers.uniform(0...3)
      service.fostering.placesPerHousehold = numbers.whole(1...3)
      service.fostering.overflowToAgency = numbers.uniform(0...1)
    }
  }

  /// Partners who move and matter, and a plan of some actions in managers' time.
  private static func partnersAndPlan(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    if numbers.chance(0.4) {
      for partner in Partner.allCases {
        service.partnership.partners[partner].atStart = [.strong, .adequate, .weak][numbers.whole(0...2)]
        for step in EngagementStep.allCases {
          service.partnership.partners[partner].rates[step] = numbers.uniform(0...6)
        }
        service.partnership.partners[partner].shares = Keyed(repeating: numbers.uniform(0...0.14))
      }
      service.partnership.contacts.weak = numbers.uniform(0...2)
      service.partnership.contacts.strong = numbers.uniform(0...2)
      service.partnership.noActionShare.weak = numbers.uniform(0...1)
      service.partnership.earlyHelpTakeUp.weak = numbers.uniform(0...1)
      service.partnership.informationDays.weak = numbers.uniform(0...20)
      service.partnership.notQuorateShare.weak = numbers.uniform(0...1)
      service.partnership.jointPace.weak = numbers.uniform(0...1)
      service.partnership.progressEffect = numbers.chance(0.5) ? numbers.uniform(0...2) : 0
    }
    guard numbers.chance(0.4) else { return }
    for slot in ActionSlot.allCases where numbers.chance(0.3) {
      let earlier = ActionSlot.allCases.prefix(slot.index).filter { service.plan.actions[$0].isPlanned }
      service.plan.actions[slot].isPlanned = true
      service.plan.actions[slot].likelyHours = numbers.uniform(0...60)
      service.plan.actions[slot].mostHours = service.plan.actions[slot].likelyHours + numbers.uniform(0...60)
      service.plan.actions[slot].after = earlier.suffix(numbers.whole(0...2)).map { Double($0.number) }
      service.plan.actions[slot].partner = ([nil] + Partner.allCases)[numbers.whole(0...7)]
      service.plan.actions[slot].effect = ActionEffect.allCases[numbers.whole(1...12)]
      service.plan.actions[slot].ratio = numbers.uniform(0.5...1.5)
    }
    if numbers.chance(0.3) { service.plan.hoursPerManagerWeek = numbers.uniform(0...10) }
    if numbers.chance(0.3) { service.plan.doneBy = .desks }
  }

  /// Needs, choosy carers, the market, pay scales and grants.
  private static func placements(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    if numbers.chance(0.5) {
      service.placements.chosenBy = numbers.chance(0.7) ? .need : .mix
      for band in AgeBand.allCases {
        for (need, share) in zip(Need.allCases, numbers.shares(3)) {
          service.placements.need[need].shares[band] = share
        }
        for placement in Placement.allCases {
          service.placements.foundAtAge[band].chances[placement] = numbers.uniform(0...1)
        }
      }
      for need in Need.allCases {
        let sought = Placement.allCases.filter { $0 != .residential }.shuffled(using: &numbers)
          .prefix(numbers.whole(0...9))
        for (place, placement) in sought.enumerated() {
          service.placements.need[need].order[placement] = place + 1
        }
        service.placements.need[need].order[.residential] = 10
        for placement in Placement.allCases {
          service.placements.need[need].found[placement] = numbers.uniform(0...1)
        }
        service.placements.need[need].moveRatio = numbers.uniform(0...3)
        service.fostering.takes[need] = numbers.uniform(0.01...1)
      }
      service.placements.riseOnMove = numbers.uniform(0...1)
    }
    if numbers.chance(0.3) { service.fostering.monthProfile = (0..<12).map { _ in numbers.uniform(0.1...2) } }
    if numbers.chance(0.3) {
      service.money.market.nationalDemand = [1, numbers.uniform(0.5...2)]
      for placement in Placement.allCases {
        service.money.market.nationalElasticity[placement] = numbers.uniform(0...1)
        service.money.market.ownElasticity[placement] = numbers.uniform(0...1)
      }
    }
    for role in Role.allCases where numbers.chance(0.5) {
      service.money.salary[role] = numbers.uniform(20_000...50_000)
      service.money.payScale[role].increment = numbers.uniform(0...2_000)
      service.money.payScale[role].points = numbers.whole(2...6)
      service.money.payScale[role].entryPoint = numbers.whole(0...2)
      service.money.marketSupplement[role] = numbers.uniform(0...3_000)
    }
    if numbers.chance(0.5) { service.money.grantPerWeek = Keyed(repeating: numbers.uniform(0...800)) }
  }

  private static func agency(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    guard numbers.chance(0.5) else { return }
    for role in Role.allCases { service.agency.coverShare[role] = numbers.uniform(0...1) }
    service.agency.afterDays = numbers.uniform(0...40)
    service.agency.fill = RandomScenario.duration(&numbers)
    service.agency.assignment = RandomScenario.duration(&numbers)
    service.agency.cap = numbers.uniform(0.02...1)
    service.agency.capacity = numbers.uniform(0.5...1.2)
    service.agency.conversionShare = numbers.uniform(0...0.5)
    service.agency.perWeek = Keyed(repeating: 1500)
    service.agency.atStart[.socialWorker] = numbers.whole(0...3)
  }

  private static func absence(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    guard numbers.chance(0.5) else { return }
    for kind in AbsenceKind.allCases {
      service.absence.kinds[kind].perYear = numbers.uniform(0...3)
      service.absence.kinds[kind].length = RandomScenario.duration(&numbers)
      service.absence.kinds[kind].isCovered = numbers.chance(0.5)
      service.absence.kinds[kind].caseloadElasticity = numbers.chance(0.5) ? numbers.uniform(0...1) : 0
    }
  }
}
