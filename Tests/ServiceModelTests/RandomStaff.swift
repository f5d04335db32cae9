import Dates

@testable import ServiceModel

/// Managers' work, the effects of team and manager, cohorts and seasons, each on in some scenarios.
enum RandomStaff {
  static func add(to service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    managers(&service, &numbers)
    if numbers.chance(0.3) {
      service.leaving.managerNewRatio = numbers.uniform(0.5...3)
      service.leaving.managerNewDays = numbers.uniform(0...200)
    }
    if numbers.chance(0.3) {
      service.leaving.spanElasticity = numbers.uniform(0...2)
      service.leaving.spanNorm = numbers.uniform(1...5)
    }
    if numbers.chance(0.3) {
      service.leaving.unfilledEffect = numbers.uniform(0...3)
      service.leaving.absenceEffect = numbers.uniform(0...3)
    }
    if numbers.chance(0.3) { service.pay.againstNeighbours = [numbers.uniform(0.8...1.2)] }
    service.leaving.payElasticity = numbers.uniform(0...2)
    service.recruitment.payElasticity = numbers.uniform(0...2)
    if numbers.chance(0.3) {
      service.recruitment.applicantsByMonth = (0..<12).map { _ in numbers.uniform(0.1...2) }
      service.newlyQualified.shareByMonth = (0..<12).map { _ in numbers.uniform(0.1...2) }
    }
    for route in CohortRoute.allCases where numbers.chance(0.3) {
      service.cohorts[route].people = numbers.whole(1...6)
      service.cohorts[route].month = numbers.whole(1...12)
      service.cohorts[route].day = numbers.whole(1...28)
      service.cohorts[route].role = numbers.chance(0.7) ? .socialWorker : .seniorPractitioner
      service.cohorts[route].areNewlyQualified = numbers.chance(0.5)
      service.cohorts[route].waitDays = numbers.chance(0.5) ? numbers.uniform(0...400) : 0
      service.cohorts[route].poundsEach = numbers.uniform(0...10_000)
    }
    if numbers.chance(0.3) { service.agency.leaverReturnShare = numbers.uniform(0...1) }
    if numbers.chance(0.3) { service.newlyQualified.mentorHours = numbers.uniform(0...20) }
    if numbers.chance(0.3) { service.recruitment.caseloadElasticity = numbers.uniform(0...1) }
    if numbers.chance(0.3) {
      service.recruitment.overspendDelay = numbers.uniform(0...20)
      service.recruitment.overspendFreeze = numbers.uniform(0...0.2)
    }
    for team in Team.allCases where numbers.chance(0.3) {
      service.workforce.teams[team].referenceLoad = numbers.uniform(1...30)
    }
    responses(&service, &numbers)
  }

  /// Management's responses, some standing and some at small triggers.
  private static func responses(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    service.responses.reviewEveryDays = numbers.uniform(1...40)
    for response in Response.allCases where numbers.chance(0.3) {
      let path = "responses.\(response.name)"
      let trigger = numbers.chance(0.4) ? 0 : numbers.uniform(0.01...0.5)
      service.set("\(path).isOn", to: .flag(true))
      service.set("\(path).triggerAt", to: .number(trigger))
      service.set("\(path).endsBelow", to: .number(trigger / 2))
      service.set("\(path).delayDays", to: .number(numbers.chance(0.5) ? 0 : numbers.uniform(0...30)))
      service.set("\(path).leastDays", to: .number(numbers.uniform(0...30)))
      service.set("\(path).mostDays", to: .number(numbers.chance(0.5) ? 0 : numbers.uniform(30...90)))
    }
    service.responses.signOff.weightWhileWaiting = numbers.uniform(0...1)
    service.responses.agencyAbove.windDownDays = numbers.uniform(0...60)
    service.responses.agencyAbove.mostWorkers = numbers.whole(1...6)
    service.responses.lending.mostChildren = numbers.whole(0...30)
    service.responses.overtime.leavingHazardRatio = numbers.uniform(0.5...2)
  }

  private static func managers(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    service.managers.hoursPerWeek = numbers.uniform(2...60)
    service.managers.signOffCv = numbers.uniform(0...2)
    if numbers.chance(0.4) {
      for stage in Stage.open {
        service.pathway.stages[stage].signOffHours = numbers.chance(0.5) ? numbers.uniform(0...10) : 0
      }
      for team in Team.allCases where service.workforce.teams[team].posts[.practiceManager] == 0 {
        service.workforce.teams[team].posts[.practiceManager] = 1
      }
    }
    if numbers.chance(0.4) { service.managers.interviewHours = numbers.uniform(0...40) }
    if numbers.chance(0.4) {
      service.managers.supervisionHours = numbers.uniform(0...3)
      service.leaving.supervisionMissedRatio = numbers.uniform(0.5...2)
    }
  }
}
