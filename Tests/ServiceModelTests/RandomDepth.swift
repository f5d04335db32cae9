@testable import ServiceModel

/// Agency, absence, the supported year, promotion, work pace, overload and fostering, each on in some scenarios.
enum RandomDepth {
  static func add(to service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    agency(&service, &numbers)
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
    for kind in [\AbsenceParameters.short, \.long, \.family] {
      service.absence[keyPath: kind].perYear = numbers.uniform(0...3)
      service.absence[keyPath: kind].length = RandomScenario.duration(&numbers)
      service.absence[keyPath: kind].isCovered = numbers.chance(0.5)
      service.absence[keyPath: kind].caseloadElasticity = numbers.chance(0.5) ? numbers.uniform(0...1) : 0
    }
  }
}
