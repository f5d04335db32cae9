import Dates
import Statistics
import Testing

@testable import ServiceModel

@Suite("What drift does to the service")
struct DriftedServiceTests {
  private func readings(
    _ service: ServiceParameters, _ measure: String, _ breakdown: String = "",
    _ replications: Range<Int> = 0..<1
  ) -> [[Double]] {
    let tables = ModelTables(service)
    return SmallService.outcomes(service, replications).map { outcome in
      for balance in outcome.balances {
        #expect(balance.largestResidual <= balance.tolerance, "\(balance.balance)")
      }
      return SmallService.readings(outcome, tables, measure, breakdown)
    }
  }

  // MARK: Lengths

  @Test("A length ends when the clock of its hazard has run down, whenever it began", arguments: [0.5, -0.5])
  func clock(trend: Double) throws {
    // Fixed lengths of a year, from empty: the number after a year and a half is what came since the clock stood a
    // year back.
    var service = SmallService.plans(
      perYear: 4_000, duration: DurationParameters(.constant, mean: 365.25), months: 36)
    service.drift.drivers[.needEnds].trend = trend
    let exact = try DriftingMultiplier(sd: 0, persistence: 0, trend: trend)
    var clock = [0.0]
    for month in 0..<36 { clock.append(clock[month] + exact.mean(month: month) / 12) }
    for month in [18, 30] {
      let began = clock[month] - 1
      let before = clock.lastIndex { $0 <= began } ?? 0
      let part = (began - clock[before]) / (clock[before + 1] - clock[before])
      let years = (Double(month) - Double(before) - part) / 12
      var tally = Tally()
      for one in readings(service, "children_in_need", "", 0..<12) { tally.add(one[month - 1]) }
      #expect(abs(tally.mean - 4_000 * years) < 4 * (4_000 * years / 12).squareRoot(), "\(month)")
    }
  }

  /// Children in care at one age who leave at one hazard, and a hazard that is e^0.5 of it all the time.
  @Test("Children leave care at the hazard of their age", arguments: [AgeBand.age5to9, .age16plus])
  func exits(band: AgeBand) {
    var service = SmallService.empty(months: 12)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 365.25)
    service.opening.children[.lookedAfter] = 3_000
    service.opening.lookedAfterAges = Keyed { $0 == band ? 1 : 0 }
    let driver: DriftDriver = band == .age16plus ? .careExit16plus : .careExitUnder16
    let other: DriftDriver = band == .age16plus ? .careExitUnder16 : .careExit16plus
    for (drifting, level) in [(driver, 0.5), (other, 0.0)] {
      var drifted = service
      drifted.drift.drivers[drifting].opening = 0.5
      drifted.drift.drivers[drifting].persistence = 0.999_999
      let stay = exponential(-exponential(level))
      let left = readings(drifted, "children_looked_after")[0][11]
      // Of 5 to 9 year olds nobody becomes sixteen within the year.
      #expect(abs(left - 3_000 * stay) < 4 * (3_000 * stay * (1 - stay)).squareRoot(), "\(drifting)")
    }
  }

  @Test("A stay on the clock of one age goes on with that of the next")
  func sixteenth() {
    var service = SmallService.empty(months: 60)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 365.25)
    service.opening.children[.lookedAfter] = 3_000
    service.opening.lookedAfterAges = SmallService.teenagers
    // Nobody leaves before sixteen, so to say, and everybody then.
    for (driver, level) in [(DriftDriver.careExitUnder16, -2.0), (.careExit16plus, 2.0)] {
      service.drift.drivers[driver].opening = level
      service.drift.drivers[driver].persistence = 0.999_999
    }
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    let (young, old) = (exponential(-2), exponential(2))
    // Ages at the start are even over 10 to 16: of those who are x years under 16, so many are there after four years.
    var expected = 0.0
    for step in 0..<6_000 {
      let until = (Double(step) + 0.5) / 1_000
      expected += exponential(-young * min(until, 4) - old * max(0, 4 - until)) * 0.5
    }
    let left = SmallService.readings(outcome, tables, "children_looked_after")[47]
    #expect(abs(left - expected) < 4 * expected.squareRoot() + 4)
  }

  // MARK: Ways out

  @Test("The chance of a way out is multiplied, and the others give way")
  func chances() {
    var service = SmallService.empty(months: 24)
    service.demand.referralsPerYear = 6_000
    service.demand.ages = SmallService.teenagers
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.assessment] = 1
    var exits = Keyed<Exit, Double>(repeating: 0)
    for (exit, share) in [(Exit.care, 0.1), (.section47, 0.2), (.childInNeed, 0.3), (.stepDown, 0.4)] {
      exits[exit] = share
    }
    service.pathway.stages[.assessment].exits = exits
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 0.01)
    for (driver, level) in [
      (DriftDriver.careEntryUnder16, 1.5), (.planStarts, 0.5), (.needStarts, 1.2), (.careEntry16plus, 3),
    ] {
      service.drift.drivers[driver].opening = logarithm(level)
      service.drift.drivers[driver].persistence = 0.999_999
    }
    let sum = { (measure: String, breakdown: String) in
      readings(service, measure, breakdown)[0].reduce(0, +)
    }
    let all = sum("referrals", "")
    for (measure, breakdown, share) in [
      ("cla_started", "", 0.15), ("section47_enquiries", "", 0.1),
      ("stage_started", "stage=child_in_need", 0.36),
    ] {
      let found = sum(measure, breakdown)
      #expect(abs(found - all * share) < 4 * (all * share * (1 - share)).squareRoot(), "\(measure)")
    }
  }

  @Test("Ways out of care, and of support after it, are not those that are multiplied")
  func careKeepsItsWays() {
    var service = SmallService.empty(months: 24)
    service.demand.direct[.unaccompanied].perYear = 200
    service.demand.direct[.unaccompanied].stay.law = .own
    service.demand.direct[.unaccompanied].stay.exits[.otherEnd] = 0.5
    service.demand.direct[.unaccompanied].stay.exits[.independence] = 0.5
    service.demand.direct[.transfersIn].perYear = 200
    service.care.adoptionPlacement = DurationParameters(.constant, mean: 60)
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 200)
    service.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
    for (exit, share) in [(Exit.adoption, 0.5), (.specialGuardianship, 0.5)] {
      service.pathway.stages[.lookedAfter].exits[exit] = share
    }
    service.opening.children[.lookedAfter] = 100
    let bits = { (service: ServiceParameters) in
      SmallService.outcomes(service, 2..<3)[0].readings.numerators.map(\.bitPattern)
    }
    let plain = bits(service)
    for driver in [DriftDriver.careEntryUnder16, .careEntry16plus, .planStarts, .needStarts] {
      service.drift.drivers[driver].sd = 0.3
    }
    #expect(bits(service) == plain)
    service.drift.drivers[.careExit16plus].sd = 0.3
    #expect(bits(service) != plain)
  }

  // MARK: Posts

  @Test("An establishment that grows has as many posts as it is to have, month by month")
  func grows() {
    var service = SignService.staff
    service.drift.drivers[.establishment].trend = 0.1
    let established = readings(service, "establishment_fte")[0]
    for month in 0..<36 {
      #expect(established[month] == 10 + (120 * exponential(0.1 * Double(month) / 12)).rounded(), "\(month)")
    }
  }

  @Test("An establishment that shrinks dismisses nobody, and loses posts as they fall vacant")
  func shrinks() {
    var service = SignService.staff
    service.drift.drivers[.establishment].trend = -0.2
    service.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 10
    let established = readings(service, "establishment_fte")[0]
    // The 10 practice managers' posts stay.
    for month in 0..<24 {
      #expect(established[month] >= 10 + (120 * exponential(-0.2 * Double(month) / 12)).rounded())
      #expect(month == 0 || established[month] <= established[month - 1])
    }
    #expect(established[0] == 130 && established[23] < 115)
    var still = service
    still.leaving.perYear = Keyed(repeating: 0)
    still.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 0
    #expect(readings(still, "establishment_fte")[0].allSatisfy { $0 == 130 })
  }

  @Test("Posts that a lever adds are its own: drift neither opens nor closes them")
  func besideLevers() {
    var service = SignService.staff
    service.levers.extraPosts.team = .assessment
    service.levers.extraPosts.posts[.socialWorker] = 12
    service.levers.extraPosts.dates.from = CivilDate(2015, 10, 1)
    service.drift.drivers[.establishment].trend = 0.1
    let established = readings(service, "establishment_fte")[0]
    for month in [4, 8, 12] {
      let own = 10 + (120 * exponential(0.1 * Double(month) / 12)).rounded()
      #expect(established[month] == own + (month < 6 ? 0 : 12))
    }
  }

  // MARK: Prices

  @Test("Every placement costs so many times what it would")
  func prices() throws {
    var service = SmallService.empty(months: 24)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.opening.children[.lookedAfter] = 50
    service.opening.lookedAfterAges = SmallService.teenagers
    service.money.placementPerWeek = Keyed(repeating: 700)
    let line = "line=children_looked_after"
    let plain = readings(service, "cost_gbp", line)[0]
    service.drift.drivers[.placementPrices].trend = 0.06
    service.drift.drivers[.placementPrices].opening = 0.05
    service.drift.drivers[.placementPrices].persistence = 0.5
    let exact = try DriftingMultiplier(sd: 0, persistence: 0.5, opening: 0.05, trend: 0.06)
    for (month, cost) in readings(service, "cost_gbp", line)[0].enumerated() {
      #expect(abs(cost / plain[month] - exact.mean(month: month)) < 1e-9)
    }
  }
}
