import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("A limited number of places in children's homes")
struct HomesTests {
  /// Children who come one by one, all need a home, and stay in care for 200 days on average: a load of ten.
  private func care(places: Int, waits: Bool = true, months: Int = 120) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.pathway.endsAt18 = false
    service.demand.direct[.transfersIn].perYear = 365.25 / 20
    service.demand.direct[.transfersIn].ages = [0, 0, 0, 1, 0]
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 200)
    service.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 1
    for band in AgeBand.allCases {
      service.placements.mix[band].shares = Keyed(repeating: 0)
      service.placements.mix[band].shares[.residential] = 1
    }
    service.placements.homes.places = places
    service.placements.homes.waits = waits
    service.placements.homes.meanwhile = .agencyFostering
    return service
  }

  /// Chances of 0, 1, 2 … of a Poisson number with mean 10.
  private var poisson: [Double] {
    var chances = [exponential(-10)]
    for number in 1..<60 { chances.append(chances[number - 1] * 10 / Double(number)) }
    return chances
  }

  private func means(_ service: ServiceParameters, _ series: String, _ breakdown: String = "") -> Tally {
    let tables = ModelTables(service)
    var tally = Tally()
    for outcome in SmallService.outcomes(service, 0..<20) {
      for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
      let readings = SmallService.readings(outcome, tables, series, breakdown)[24...]
      tally.add(readings.reduce(0, +) / Double(readings.count))
    }
    return tally
  }

  @Test("Those who wait are the ones above the places of a Poisson number")
  func waiting() {
    let service = care(places: 9)
    let homes = means(service, "children_looked_after", "placement=residential")
    let waits = means(service, "home_waits")
    let wanted = poisson.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - 9)) * $1.element }
    #expect(abs(waits.mean - wanted) < 3.29 * waits.standardError, "\(waits.mean), not \(wanted)")
    #expect(abs(homes.mean - 10 + wanted) < 3.29 * homes.standardError)
    #expect(waits.standardError < 0.2)
    let elsewhere = means(service, "children_looked_after", "placement=agency_fostering")
    #expect(abs(elsewhere.mean - waits.mean) < 1e-9)
  }

  @Test("Without waiting, homes are Erlang's loss system")
  func loss() {
    let service = care(places: 9, waits: false)
    let homes = means(service, "children_looked_after", "placement=residential")
    let chances = poisson[...9]
    let blocked = poisson[9] / chances.reduce(0, +)
    #expect(abs(homes.mean - 10 * (1 - blocked)) < 3.29 * homes.standardError, "\(homes.mean)")
    #expect(homes.standardError < 0.13)
    #expect(means(service, "home_waits").mean == 0)
  }

  @Test("Places without a limit, or for everybody, change nothing")
  func unlimited() {
    func bits(_ places: Int) -> [UInt64] {
      Replicator.once(ModelTables(care(places: places))).readings.numerators.map(\.bitPattern)
    }
    #expect(bits(-1) == bits(1_000))
    #expect(bits(-1) != bits(9))
  }

  @Test("Never more in homes than places, while children move, step down and go in and out of foster care")
  func never() {
    var service = care(places: 9)
    service.placements.movesPerYear = Keyed(repeating: 2)
    service.placements.sameTypeShare = 0.5
    service.levers.stepDown.perChildYear = 0.5
    service.levers.stepDown.dates.from = service.run.starts
    let tables = ModelTables(service)
    for outcome in SmallService.outcomes(service, 0..<10) {
      let homes = SmallService.readings(outcome, tables, "children_looked_after", "placement=residential")
      #expect(homes.allSatisfy { $0 <= 9 } && homes.contains(9))
      for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    }
  }

  @Test("Those in homes and those who wait move as all would in homes without a limit")
  func movesWhileWaiting() {
    func wanted(_ places: Int) -> Tally {
      var service = care(places: places)
      service.placements.movesPerYear = Keyed(repeating: 12)
      service.placements.movesPerYear[.residential] = 2
      service.placements.sameTypeShare = 0.5
      for band in AgeBand.allCases {
        service.placements.mix[band].shares[.residential] = 0.6
        service.placements.mix[band].shares[.kinship] = 0.4
      }
      let tables = ModelTables(service)
      var tally = Tally()
      for outcome in SmallService.outcomes(service, 0..<40) {
        let homes = SmallService.readings(outcome, tables, "children_looked_after", "placement=residential")
        let waits = SmallService.readings(outcome, tables, "home_waits")
        tally.add(zip(homes, waits).dropFirst(24).reduce(0) { $0 + $1.0 + $1.1 } / Double(homes.count - 24))
      }
      return tally
    }
    let (free, limited) = (wanted(-1), wanted(3))
    let error = (free.standardError * free.standardError + limited.standardError * limited.standardError)
      .squareRoot()
    #expect(abs(free.mean - limited.mean) < 3.29 * error, "\(limited.mean), not \(free.mean)")
    #expect(error < 0.05 * free.mean)
  }

  @Test("A child without a place costs the premium, and scarcity makes homes dearer")
  func prices() {
    var service = care(places: 0, months: 48)
    service.money.placementPerWeek[.agencyFostering] = 700
    service.placements.homes.meanwhilePriceRatio = 3
    let dear = means(service, "cost_gbp", "line=agency_fostering").mean
    service.placements.homes.meanwhilePriceRatio = 1
    #expect(abs(dear - 3 * means(service, "cost_gbp", "line=agency_fostering").mean) < 1e-6 * dear)
    var scarce = care(places: 5, months: 60)
    scarce.money.placementPerWeek[.residential] = 700
    let before = means(scarce, "cost_gbp", "line=residential")
    scarce.placements.homes.scarcityElasticity = 1
    let after = means(scarce, "cost_gbp", "line=residential")
    // Twice as many want a home as there are places; all places are taken nearly all of the time.
    #expect(abs(after.mean / before.mean - 2) < 0.2)
  }

  @Test("A premium placement that is limited itself, and fewer places than children in them, are refused")
  func mistakes() {
    var service = care(places: 9)
    #expect(!service.contradictions().contains { $0.paths.contains { $0.contains("homes") } })
    service.placements.homes.meanwhile = .inHouseFostering
    service.opening.children[.lookedAfter] = 20
    service.opening.placements.shares = Keyed(repeating: 0)
    service.opening.placements.shares[.residential] = 1
    let found = service.contradictions()
    #expect(found.contains { $0.code == "meanwhile-limited" && $0.severity == .error })
    #expect(found.contains { $0.code == "homes-below-stock" && $0.severity == .error })
  }
}
