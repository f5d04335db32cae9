import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Influences on children and money")
struct CareInfluenceTests {
  private func tables(_ service: ServiceParameters, _ influence: Influence, ratio: Double, from: Double)
    -> ModelTables
  {
    var dated = DatedInfluences()
    let source = dated.newSource()
    let ramp = Ramp(shape: .step, from: from, until: .infinity, riseDays: 0, halfLifeDays: 90)
    dated.add(influence, from: source, ratio: ratio, ramp, ModelCalendar(service.run))
    return ModelTables(service, dated: dated)
  }

  private func readings(_ tables: ModelTables, _ measure: String, _ breakdown: String = "") -> [Double] {
    var replicator = Replicator(tables)
    return SmallService.readings(replicator.run(0), tables, measure, breakdown)
  }

  @Test("A change of placement prices counts from its day, in the middle of a month")
  func prices() {
    var service = SmallService.empty(months: 4)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.opening.children[.lookedAfter] = 10
    service.opening.lookedAfterAges = SmallService.teenagers
    service.opening.placements.shares[.inHouseFostering] = 0
    service.opening.placements.shares[.residential] = 1
    service.money.placementPerWeek[.residential] = 700
    let cost = readings(
      tables(service, .placementPrice, ratio: 1.5, from: 40), "cost_gbp", "line=residential")
    let days = 365.25 / 12
    #expect(abs(cost[0] - 1_000 * days) < 1e-6)
    #expect(abs(cost[1] - 1_000 * (days + 0.5 * (2 * days - 40))) < 1e-6)
    #expect(abs(cost[2] - 1_500 * days) < 1e-6)
  }

  @Test("Approvals of foster households come at the rate that they are influenced to, from its day on")
  func approvals() {
    var service = SmallService.empty(months: 240)
    service.fostering.places = 0
    service.fostering.recruitedPerYear = 50
    let places = readings(
      tables(service, .fosterApprovals, ratio: 3, from: 10 * 365.25), "foster_carers_in_house")
    let before = places[119]
    // 500 and 1,500 expected; the tolerances are four standard errors of a Poisson number.
    #expect(abs(before - 500) < 4 * 500.0.squareRoot())
    #expect(abs(places[239] - before - 1_500) < 4 * 1_500.0.squareRoot())
  }

  @Test("More referrals than the ceiling of thinning was made for at first come too")
  func referrals() {
    let service = SmallService.plans(
      perYear: 1_000, duration: DurationParameters(.constant, mean: 5), months: 24)
    let referred = readings(tables(service, .referrals, ratio: 3.3, from: 365.25), "referrals")
    #expect(abs(referred[..<12].reduce(0, +) - 1_000) < 4 * 1_000.0.squareRoot())
    #expect(abs(referred[12...].reduce(0, +) - 3_300) < 4 * 3_300.0.squareRoot())
  }
}
