import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Whatever the scenario")
struct RandomScenarioTests {
  @Test("Balances hold and nothing is out of its range, in 500 scenarios at random")
  func balances() {
    var numbers = TestNumbers(20_151_124)
    var tried = 0
    var run = 0
    while run < 500 {
      tried += 1
      let service = RandomScenario.make(&numbers)
      guard !service.contradictions().contains(where: { $0.severity == .error }) else { continue }
      run += 1
      check(service, number: tried)
    }
    #expect(tried < 900, "most scenarios at random are valid")
  }

  private func check(_ service: ServiceParameters, number: Int) {
    let tables = ModelTables(service)
    let watched = tables.watched
    let outcome = SmallService.outcomes(service, (number % 5)..<(number % 5 + 1))[0]
    for balance in outcome.balances {
      #expect(balance.largestResidual <= balance.tolerance, "scenario \(number): \(balance.balance)")
    }
    if let first = outcome.readings.outside(watched).first {
      Issue.record("scenario \(number): \(first)")
    }
    for (place, value) in outcome.readings.numerators.enumerated() where !value.isNaN {
      let series = watched[place % watched.count]
      // A grant is income, and can be more than all that is spent.
      let isIncome =
        series.measure.hasPrefix("cost") && (series.breakdown.isEmpty || series.breakdown.contains("grant"))
        || series.measure.hasPrefix("over_budget")
      if value < -1e-6, !isIncome {
        Issue.record("scenario \(number): \(series.measure) \(series.breakdown) is \(value)")
        return
      }
    }
  }
}

/// Scenarios at random: every mechanism on in some of them, small enough to run in a moment.
enum RandomScenario {
  static func make(
    _ numbers: inout TestNumbers, withExtremes: Bool = true
  ) -> ServiceParameters {
    var service = SmallService.empty(months: numbers.whole(2...26), seed: numbers.whole(0...1_000_000))
    service.run.calendar = numbers.chance(0.5) ? .england : .uniform
    demand(&service, &numbers)
    pathway(&service, &numbers)
    care(&service, &numbers)
    workforce(&service, &numbers)
    RandomDepth.add(to: &service, &numbers)
    if withExtremes { extremes(&service, &numbers) }
    if numbers.chance(0.3) { service.watch.occupancyUpTo = numbers.whole(1...20) }
    if numbers.chance(0.3) { service.watch.waitOverDays = numbers.uniform(0.1...40) }
    return service
  }

  /// Teams and roles without posts, budgets of nothing, and shocks beyond all measure.
  private static func extremes(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    for team in Team.allCases where numbers.chance(0.1) {
      service.workforce.teams[team].posts = Keyed(repeating: 0)
      service.workforce.teams[team].vacantAtStart = Keyed(repeating: 0)
    }
    for role in Role.allCases where numbers.chance(0.1) {
      for team in Team.allCases {
        service.workforce.teams[team].posts[role] = 0
        service.workforce.teams[team].vacantAtStart[role] = 0
      }
    }
    if numbers.chance(0.2) {
      service.workforce.fteValues = [0.7, 0.2, 0.1]
      service.workforce.fteShares = [0.3, 0.4, 0.3]
    }
    if numbers.chance(0.3) {
      service.shocks.managerLoss.managers = 40
      service.shocks.managerLoss.dates.from = service.run.starts.adding(days: numbers.whole(0...40))
    }
    if numbers.chance(0.2) {
      service.shocks.demandSurge.referralsRatio = numbers.uniform(0...5)
      service.shocks.demandSurge.dates.from = service.run.starts
    }
  }

  static func duration(_ numbers: inout TestNumbers) -> DurationParameters {
    let family = DurationParameters.Family.allCases.randomElement(using: &numbers) ?? .constant
    var duration = DurationParameters(
      family, mean: numbers.uniform(0.2...150),
      cv: family == .hyperexponential ? numbers.uniform(1...3) : numbers.uniform(0.1...2))
    duration.minimum = numbers.uniform(0...20)
    duration.mode = duration.minimum + numbers.uniform(0...20)
    duration.maximum = duration.mode + numbers.uniform(0.1...50)
    duration.firstMean = numbers.uniform(1...20)
    duration.secondMean = numbers.uniform(1...200)
    duration.share = numbers.uniform(0...1)
    duration.values = (0..<numbers.whole(1...4)).map { _ in numbers.uniform(0...90) }
    return duration
  }

  private static func ages(_ numbers: inout TestNumbers) -> Keyed<AgeBand, Double> {
    var ages = Keyed<AgeBand, Double>(repeating: 0)
    for (band, share) in zip(AgeBand.allCases, numbers.shares(5)) { ages[band] = share }
    return ages
  }

  private static func demand(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    service.demand.referralsPerYear = numbers.chance(0.1) ? 0 : numbers.uniform(1...500)
    service.demand.growthPerYear = numbers.uniform(-0.2...0.2)
    service.demand.ages = ages(&numbers)
    let entries = Stage.open.shuffled(using: &numbers).prefix(numbers.whole(1...3))
    service.demand.entry[.frontDoor] = 0
    for (stage, share) in zip(entries, numbers.shares(entries.count)) { service.demand.entry[stage] = share }
    if numbers.chance(0.4) { service.demand.siblings = numbers.shares(numbers.whole(1...4)) }
    if numbers.chance(0.4) { service.demand.monthlyNoiseCv = numbers.uniform(0...1) }
    if numbers.chance(0.3) { service.demand.weekdayProfile = (0..<7).map { _ in numbers.uniform(0...2) } }
    if numbers.chance(0.3) { service.demand.monthProfile = (0..<12).map { _ in numbers.uniform(0...2) } }
    if numbers.chance(0.3) { service.demand.wave.amplitude = numbers.uniform(0...1) }
    if numbers.chance(0.3) {
      service.demand.surges[.first].shape = .pulse
      service.demand.surges[.first].ratio = numbers.uniform(0...3)
    }
    service.demand.direct[.unaccompanied].perYear = numbers.chance(0.5) ? numbers.uniform(0...20) : 0
    service.demand.direct[.remand].perYear = numbers.chance(0.3) ? numbers.uniform(0...20) : 0
    service.demand.direct[.transfersIn].perYear = numbers.chance(0.3) ? numbers.uniform(0...20) : 0
  }

  private static func pathway(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    service.pathway.endsAt18 = numbers.chance(0.8)
    service.pathway.returnInterval = duration(&numbers)
    service.pathway.changeOfWorkerSetbackDays = numbers.chance(0.5) ? numbers.uniform(0...10) : 0
    for stage in Stage.open {
      var row = StageParameters()
      row.duration = duration(&numbers)
      row.heldBy = ([nil] + Team.allCases).randomElement(using: &numbers) ?? nil
      row.waitsForWorker = numbers.chance(0.7)
      row.weight = numbers.uniform(0.1...2)
      row.priority = numbers.whole(1...8)
      if row.heldBy == nil, numbers.chance(0.5) { row.places = numbers.whole(0...20) }
      row.statutoryWorkingDays = numbers.whole(0...45)
      row.emergencyEntryPerYear = numbers.chance(0.4) ? numbers.uniform(0...3) : 0
      row.returnShare = numbers.uniform(0...0.6)
      for band in AgeBand.allCases { row.ageRatio[band] = numbers.uniform(0.2...2) }
      let exits = Exit.allCases.filter { $0.next != stage }.shuffled(using: &numbers)
        .prefix(numbers.whole(1...4))
      row.exits[.stepDown] = 0
      let shares = numbers.shares(exits.count + 1)
      for (exit, share) in zip(exits, shares) { row.exits[exit] += share }
      row.exits[.otherEnd] += shares[exits.count]
      service.pathway.stages[stage] = row
      service.opening.children[stage] = numbers.chance(0.5) ? numbers.whole(0...40) : 0
    }
    service.opening.closuresPerYear = numbers.uniform(0...200)
    service.opening.otherAges = ages(&numbers)
    service.opening.lookedAfterAges = ages(&numbers)
  }

  private static func care(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    service.care.orderShare = numbers.uniform(0...1)
    service.care.returnShare = numbers.uniform(0...1)
    service.care.returnInterval = duration(&numbers)
    service.care.extendedShare = numbers.uniform(0...1)
    for placement in Placement.allCases {
      service.placements.movesPerYear[placement] = numbers.chance(0.5) ? numbers.uniform(0...6) : 0
      service.money.placementPerWeek[placement] = numbers.uniform(0...5_000)
      service.money.placementInflation[placement] = numbers.uniform(-0.1...0.2)
    }
    service.placements.sameTypeShare = numbers.uniform(0...1)
    for band in AgeBand.allCases {
      for (placement, share) in zip(Placement.allCases, numbers.shares(Placement.allCases.count)) {
        service.placements.mix[band].shares[placement] = share
      }
    }
    service.money.allowanceShare = numbers.uniform(0...1)
    service.money.allowancePerWeek = numbers.uniform(0...200)
    service.opening.allowances = numbers.whole(0...20)
    service.money.generalInflation = [numbers.uniform(-0.05...0.1)]
    service.money.payAwards = [numbers.uniform(-0.05...0.1)]
  }

  private static func workforce(_ service: inout ServiceParameters, _ numbers: inout TestNumbers) {
    for team in Team.allCases {
      var parameters = TeamParameters()
      parameters.pods = numbers.whole(1...3)
      for role in Role.allCases {
        parameters.posts[role] = numbers.whole(role == .socialWorker ? 1...8 : 0...3)
        parameters.vacantAtStart[role] = numbers.whole(0...parameters.posts[role])
        service.money.salary[role] = numbers.uniform(0...60_000)
      }
      parameters.caseloadNorm = numbers.uniform(1...20)
      parameters.caseloadCap = parameters.caseloadNorm * numbers.uniform(1...2)
      parameters.waitingLimit = numbers.chance(0.3) ? numbers.whole(0...10) : -1
      service.workforce.teams[team] = parameters
    }
    if numbers.chance(0.5) {
      service.workforce.fteValues = [1, 0.6]
      service.workforce.fteShares = [0.7, 0.3]
    }
    if numbers.chance(0.5) { service.workforce.inductionMonths = [0.3, 0.6] }
    if numbers.chance(0.5) {
      for (band, share) in zip(TenureBand.allCases, numbers.shares(6)) {
        service.workforce.tenureAtStart[band] = share
      }
    }
    for band in TenureBand.allCases { service.leaving.perYear[band] = numbers.uniform(0...2) }
    service.leaving.caseloadElasticity = numbers.chance(0.6) ? numbers.uniform(0...2) : 0
    service.leaving.councilYearCv = numbers.uniform(0...0.5)
    service.leaving.passingThroughShare = numbers.uniform(0...0.5)
    service.leaving.passingThroughRatio = numbers.uniform(0...6)
    service.leaving.noticeWeeks = Keyed(repeating: numbers.chance(0.5) ? numbers.uniform(0...12) : 0)
    service.leaving.handoverDays = numbers.uniform(0...30)
    service.recruitment.perPost = numbers.chance(0.8)
    service.recruitment.begins = numbers.chance(0.5) ? .resignation : .departure
    for step in RecruitmentStep.allCases { service.recruitment.steps[step] = duration(&numbers) }
    service.recruitment.everyRoundFills = numbers.chance(0.5)
    service.recruitment.roundsAtOnce = numbers.chance(0.3) ? numbers.whole(1...5) : 0
    service.recruitment.rollingStartersPerYear = numbers.chance(0.3) ? numbers.uniform(0...20) : 0
  }
}
