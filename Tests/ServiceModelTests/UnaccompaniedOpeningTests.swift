import DiscreteEvents
import Parameters
import Statistics
import Testing

@testable import ServiceModel

@Suite("Unaccompanied children at the start")
struct UnaccompaniedOpeningTests {
  /// Children in care at the start and nobody else; those who came alone are 16 or 17 when they come.
  private func service(_ alone: Int, of all: Int, months: Int = 12) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.opening.children[.lookedAfter] = all
    service.opening.unaccompanied = alone
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 900)
    service.pathway.stages[.lookedAfter].exits[.returnedHome] = 1
    for band in AgeBand.allCases {
      service.opening.lookedAfterAges[band] = [0.06, 0.14, 0.2, 0.35, 0.25][band.index]
    }
    service.money.grantPerWeek[.age16or17] = 700
    service.money.grantPerWeek[.careLeaver] = 280
    return service
  }

  private func sums(_ service: ServiceParameters, _ measure: String, _ breakdown: String = "") -> Tally {
    let tables = ModelTables(service)
    var tally = Tally()
    for outcome in SmallService.outcomes(service, 0..<24) {
      tally.add(SmallService.readings(outcome, tables, measure, breakdown).reduce(0, +))
    }
    return tally
  }

  @Test(
    "All who stay to 18: three quarters turn it within the year, and the grant is for the days that are left")
  func closedForm() {
    var service = service(400, of: 400)
    service.opening.lookedAfterAges = Keyed(repeating: 0)
    service.opening.lookedAfterAges[.age16plus] = 1
    service.demand.direct[.unaccompanied].stay.to18Share = 1
    // They came evenly at 16 to 18 and all stay, so that r years are left in proportion to 2 - r.
    let ends = service.expectedCareEnds(entries: 0)
    #expect(abs(ends.at18 - 300) < 2 && ends.before18 < 1e-6, "\(ends)")
    let ended = sums(service, "cla_ceased_by_reason", "reason=\(Exit.turned18.label)")
    #expect(abs(ended.mean - 300) < 3.29 * ended.standardError && ended.standardError < 3, "\(ended.mean)")
    // The integral over the year of the chance to be under 18 still, (2 - t)^2 / 4, is 7/12.
    let grant = sums(service, "cost_gbp", "line=unaccompanied_grant")
    let wanted = -700 / 7 * 365.25 * 400 * 7 / 12
    let later = sums(service, "care_leavers")
    #expect(later.mean > 0)
    service.money.grantPerWeek[.careLeaver] = 0
    let care = sums(service, "cost_gbp", "line=unaccompanied_grant")
    #expect(
      abs(care.mean - wanted) < 3.29 * care.standardError + 0.003 * -wanted, "\(care.mean), not \(wanted)")
    #expect(grant.mean < care.mean, "the grant goes on for those who turn 18")
  }

  @Test("Where as many come as leave, their number stays, and so does the grant")
  func steady() {
    var service = service(120, of: 600, months: 36)
    service.money.grantPerWeek[.under16] = 700
    let way = service.demand.direct[.unaccompanied]
    #expect(way.stay.law == .own && way.ages == [0, 0, 0, 0, 1])
    // The mean stay: to 18 from an age even from 16, or an exponential length that may outlast it.
    let length = way.stay.duration.mean
    let outlasts = length / 730.5 * (1 - exponential(-730.5 / length))
    let stay = way.stay.to18Share * 365.25 + (1 - way.stay.to18Share) * length * (1 - outlasts)
    service.demand.direct[.unaccompanied].perYear = 120 * 365.25 / stay
    service.money.grantPerWeek[.careLeaver] = 0
    let grant = sums(service, "cost_gbp", "line=unaccompanied_grant")
    let wanted = -100.0 * 365.25 * 3 * 120
    #expect(
      abs(grant.mean - wanted) < 3.29 * grant.standardError && grant.standardError < -0.02 * wanted,
      "\(grant.mean), not \(wanted)")
  }

  @Test("Ends of the first year are those of both laws")
  func ends() {
    var service = service(150, of: 900)
    service.demand.direct[.unaccompanied].stay.to18Share = 0.6
    service.demand.direct[.unaccompanied].stay.exits[.otherEnd] = 1
    service.demand.direct[.unaccompanied].ages = [0, 0, 0, 0.3, 0.7]
    service.demand.direct[.unaccompanied].perYear = 100
    let expected = service.expectedCareEnds(entries: 100)
    let all = sums(service, "cla_ceased")
    #expect(abs(all.mean - expected.all) < 3.29 * all.standardError, "\(all.mean), not \(expected)")
    let adults = sums(service, "cla_ceased_by_reason", "reason=\(Exit.turned18.label)")
    #expect(abs(adults.mean - expected.at18) < 3.29 * adults.standardError, "\(adults.mean), not \(expected)")
    #expect(all.standardError < 0.02 * all.mean)
    // Nobody who came alone goes home: fewer do than from a stock of ordinary children.
    let home = sums(service, "cla_ceased_by_reason", "reason=\(Exit.returnedHome.label)")
    service.opening.unaccompanied = 0
    #expect(home.mean < sums(service, "cla_ceased_by_reason", "reason=\(Exit.returnedHome.label)").mean)
  }

  @Test("Ages and placements of all are as published, and of those who came alone as of those who come")
  func published() {
    var service = service(40, of: 357)
    service.opening.placements.shares = Keyed(repeating: 0)
    service.opening.placements.shares[.inHouseFostering] = 0.7
    service.opening.placements.shares[.supported] = 0.1
    service.opening.placements.shares[.residential] = 0.2
    service.placements.unaccompaniedMix.shares = Keyed(repeating: 0)
    service.placements.unaccompaniedMix.shares[.supported] = 0.6
    service.placements.unaccompaniedMix.shares[.inHouseFostering] = 0.4
    for band in AgeBand.allCases { service.placements.mix[band].shares = service.opening.placements.shares }
    var model = Service(ModelTables(service))
    model.reset(replication: 3)
    model.open()
    var ages = Flat<AgeBand, Int>()
    var alone = Flat<Placement, Int>()
    for child in 0..<model.children.count where model.children[child].stage == .lookedAfter {
      ages[model.children[child].band(at: .zero)] += 1
      guard model.children[child].isUnaccompanied else { continue }
      alone[model.children[child].placement] += 1
      #expect(model.children[child].band(at: .zero) == .age16plus)
    }
    #expect(AgeBand.allCases.map { ages[$0] } == Apportionment.whole(357, by: [0.06, 0.14, 0.2, 0.35, 0.25]))
    #expect(alone[.supported] == 24 && alone[.inHouseFostering] == 16)
    #expect(model.state.placed[.supported] == 36 && model.state.placed[.residential] == 71)
  }

  @Test("A share of the care leavers came alone, of every age alike")
  func leavers() {
    var service = SmallService.empty()
    service.opening.children[.careLeaver] = 90
    service.opening.unaccompaniedLeavers = 30
    service.money.grantPerWeek[.careLeaver] = 280
    // Those of 18 to 21 turn 21 evenly over three years: five sixths are left on average over the first.
    let grant = sums(service, "cost_gbp", "line=unaccompanied_grant")
    let wanted = -40.0 * 365.25 * 30 * 5 / 6
    // Which of the thirty draws which birthday moves it by less than a fiftieth.
    #expect(abs(grant.mean / wanted - 1) < 0.02, "\(grant.mean), not \(wanted)")
  }

  @Test("More of them than looked-after children of their ages are told")
  func ages() {
    var service = service(100, of: 400)
    #expect(service.unaccompaniedContradictions().isEmpty)
    service.opening.unaccompanied = 150
    let found = service.unaccompaniedContradictions()
    #expect(found.map(\.code) == ["unaccompanied-ages"] && found[0].severity == .warning)
    #expect(found[0].message.hasPrefix("50 of 150 "))
  }

  @Test("More unaccompanied children than children are a mistake")
  func tooMany() {
    var service = service(11, of: 10)
    service.opening.children[.careLeaver] = 3
    service.opening.unaccompaniedLeavers = 4
    let found = service.opening.contradictions().filter { $0.code == "part-above-whole" }
    #expect(found.map { $0.paths[0] } == ["opening.unaccompanied", "opening.unaccompaniedLeavers"])
    #expect(found.allSatisfy { $0.severity == .error })
  }
}
