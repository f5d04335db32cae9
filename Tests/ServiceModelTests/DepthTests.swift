import Dates
import Testing

@testable import ServiceModel

@Suite("The depth of the service")
struct DepthTests {
  /// A team under some load, with leavers and searches.
  private var team: ServiceParameters {
    var service = SmallService.plans(
      perYear: 600, duration: DurationParameters(.gamma, mean: 60, cv: 0.7), months: 36, open: 90)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.pathway.stages[.childInNeed].returnShare = 0.3
    service.pathway.stages[.childInNeed].emergencyEntryPerYear = 0.2
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 200)
    service.workforce.teams[.protection].posts[.socialWorker] = 8
    service.workforce.teams[.protection].posts[.practiceManager] = 1
    service.workforce.teams[.protection].caseloadNorm = 12
    service.workforce.teams[.protection].caseloadCap = 20
    service.leaving.perYear = Keyed(repeating: 0.5)
    service.leaving.caseloadElasticity = 0.4
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 90)
    return service
  }

  private func bits(_ service: ServiceParameters, replication: Int = 2) -> [UInt64] {
    SmallService.outcomes(service, replication..<(replication + 1))[0].readings.numerators.map(\.bitPattern)
  }

  @Test("What is set but has no effect changes no bit")
  func offIsOff() {
    var idle = team
    idle.agency.fill = DurationParameters(.gamma, mean: 30, cv: 0.5)
    idle.agency.assignment = DurationParameters(.gamma, mean: 150, cv: 0.5)
    idle.agency.afterDays = 10
    idle.agency.conversionShare = 0.5
    idle.absence.kinds[.long].length = DurationParameters(.gamma, mean: 70, cv: 0.8)
    idle.absence.kinds[.long].isCovered = true
    idle.absence.kinds[.long].caseloadElasticity = 0.5
    idle.newlyQualified.caseloadMonths = [0.2, 0.4]
    idle.newlyQualified.hazardRatio = 3
    idle.progression.leastYears = 0
    idle.fostering.recruitedPerYear = 10
    idle.fostering.lostPerYear = 1
    idle.fostering.overflowToAgency = 0.5
    idle.fostering.monthProfile = [2] + Array(repeating: 1, count: 11)
    idle.placements.need[.high].order[.residential] = 1
    idle.placements.need[.high].found[.residential] = 0.5
    idle.placements.need[.high].moveRatio = 3
    idle.placements.foundAtAge[.under1].chances[.kinship] = 0.5
    idle.fostering.takes[.high] = 0.1
    idle.money.market.nationalDemand = [1, 2, 3]
    idle.money.payScale[.socialWorker].points = 5
    idle.money.payScale[.socialWorker].entryPoint = 2
    idle.money.grantRises = [0.1]
    #expect(bits(idle) == bits(team))
  }

  @Test("Each mechanism by itself changes something, and the balances hold", arguments: 0..<14)
  func onIsOn(_ mechanism: Int) {
    var service = team
    switch mechanism {
    case 0:
      service.agency.coverShare = Keyed(repeating: 1)
      service.agency.assignment = DurationParameters(.constant, mean: 60)
    case 1: service.absence.kinds[.short].perYear = 4
    case 2: service.newlyQualified.share = 1
    case 3: service.progression.internalManagerShare = 1
    case 4: service.leaving.managerVacantRatio = 4
    case 5: service.overload.paceElasticity = 1
    case 6: service.overload.returnElasticity = 2
    case 7: service.overload.escalationElasticity = 2
    case 8: service.fostering.places = 2
    case 9: service.fostering.takes[.standard] = 0.5
    case 10:
      service.placements.movesPerYear[.inHouseFostering] = 2
      service.placements.riseOnMove = 1
    case 11: service.workforce.availability = 0.8
    case 12:
      service.money.salary[.socialWorker] = 30_000
      service.money.payScale[.socialWorker].increment = 1_000
      service.money.payScale[.socialWorker].points = 5
    default:
      service.placements.chosenBy = .need
      for need in Need.allCases { service.placements.need[need].order[.residential] = 1 }
    }
    service.progression.leastYears = 0
    #expect(bits(service) != bits(team))
    for outcome in SmallService.outcomes(service, 0..<3) {
      for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    }
  }

  @Test("Leave and training stretch the work by their share, and nothing else")
  func availability() {
    func service(days: Double, _ availability: Double) -> ServiceParameters {
      var service = SmallService.plans(
        perYear: 400, duration: DurationParameters(.constant, mean: days), months: 24)
      service.pathway.stages[.childInNeed].heldBy = .protection
      service.pathway.stages[.childInNeed].waitsForWorker = true
      service.workforce.teams[.protection].posts[.socialWorker] = 20
      service.workforce.availability = availability
      return service
    }
    func inNeed(_ service: ServiceParameters) -> [[Double]] {
      let tables = ModelTables(service)
      return SmallService.outcomes(service, 0..<3).map {
        SmallService.readings($0, tables, "children_in_need")
      }
    }
    // Nobody waits or is overloaded: 40 days of work at four days in five take the 50 days that they take without leave.
    #expect(inNeed(service(days: 40, 0.8)) == inNeed(service(days: 50, 1)))
    #expect(inNeed(service(days: 40, 0.8)) != inNeed(service(days: 40, 1)))
  }

  @Test("More staff do not raise the mean wait beyond three standard errors")
  func moreStaffWaitLess() {
    var waits: [[Double]] = []
    for posts in [6, 7, 8, 10] {
      var service = team
      service.overload.paceElasticity = 0.5
      service.workforce.teams[.protection].posts[.socialWorker] = posts
      let tables = ModelTables(service)
      waits.append(
        SmallService.outcomes(service, 0..<20).map { outcome in
          let readings = SmallService.readings(outcome, tables, "unallocated_children_average")
          return readings.reduce(0, +) / Double(readings.count)
        })
    }
    for (fewer, more) in zip(waits, waits.dropFirst()) {
      let differences = zip(more, fewer).map { $0 - $1 }
      let mean = differences.reduce(0, +) / Double(differences.count)
      let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(differences.count - 1)
      #expect(mean <= 3 * (variance / Double(differences.count)).squareRoot() + 1e-9)
    }
  }

  @Test("A cap on agency staff goes on being used, year after year")
  func capIsGivenBack() {
    var service = team
    service.run.ends = CivilDate(2025, 3, 31)
    service.leaving.perYear = Keyed(repeating: 3)
    service.agency.coverShare = Keyed(repeating: 1)
    service.agency.fill = DurationParameters(.constant, mean: 60)
    service.agency.assignment = DurationParameters(.constant, mean: 90)
    service.agency.cap = 0.25
    let tables = ModelTables(service)
    let last = SmallService.outcomes(service, 0..<3).flatMap {
      SmallService.readings($0, tables, "agency_fte").suffix(24)
    }
    // Two of nine posts may be covered; with three leavers a year for each post the cap binds for most of the time.
    #expect(last.allSatisfy { $0 <= 2.25 + 1e-9 })
    #expect(last.reduce(0, +) / Double(last.count) > 0.3)
  }

  @Test("Foster places below the opening stock are refused")
  func placesBelowStock() {
    var service = SmallService.empty()
    service.opening.children[.lookedAfter] = 20
    service.fostering.places = 10
    #expect(service.contradictions().contains { $0.code == "places-below-stock" && $0.severity == .error })
  }

  @Test("Age shares of direct entries are five and sum to 1")
  func directEntryAges() {
    var service = SmallService.empty()
    service.demand.direct[.remand].ages = [1, 0]
    #expect(service.contradictions().contains { $0.code == "list-lengths" })
    service.demand.direct[.remand].ages = [0.5, 0, 0, 0, 0]
    #expect(service.contradictions().contains { $0.code == "sum-not-one" })
  }

  @Test("A child who is referred again is no longer counted as closed")
  func reopened() {
    var service = SmallService.plans(
      perYear: 300, duration: DurationParameters(.constant, mean: 5), months: 24)
    service.pathway.stages[.childInNeed].returnShare = 1
    service.pathway.returnInterval = DurationParameters(.constant, mean: 30)
    service.pathway.stages[.frontDoor].exits[.stepDown] = 0
    service.pathway.stages[.frontDoor].exits[.childInNeed] = 1
    var model = Service(ModelTables(service))
    model.forgetsNobody = true
    _ = model.run(replication: 0)
    var closed = 0
    for child in 0..<model.children.count where model.children[child].stage == .closed { closed += 1 }
    #expect(model.state.stageCounts[.closed] == closed)
    #expect(closed < model.children.count)
  }
}
