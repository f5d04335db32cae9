import Testing

@testable import ServiceModel

@Suite("What the council's own demand is counted from")
struct KeptReferencesTests {
  /// Children in agency fostering who neither come nor go, at prices that answer to how many the council places.
  private func market(_ children: Int) -> ServiceParameters {
    var service = SmallService.empty(months: 12)
    service.opening.children[.lookedAfter] = children
    service.opening.placements.shares = Keyed(repeating: 0)
    service.opening.placements.shares[.agencyFostering] = 1
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_000)
    service.pathway.endsAt18 = false
    service.money.placementPerWeek[.agencyFostering] = 800
    service.money.market.ownElasticity[.agencyFostering] = 0.5
    return service
  }

  private func cost(_ service: ServiceParameters) -> Double {
    SmallService.readings(
      SmallService.outcomes(service)[0], ModelTables(service), "cost_gbp", "line=agency_fostering"
    ).reduce(0, +)
  }

  @Test("Children whom an overlay adds at the start make placements dearer from the first day")
  func added() {
    let original = market(100)
    var varied = market(200)
    #expect(abs(cost(varied) / cost(original) - 2) < 1e-6, "a scenario of its own has its own prices")
    let kept = varied.kept(of: original)
    #expect(kept.map(\.path) == ["money.market.openingRatio.agencyFostering"])
    for (path, value) in kept { varied.set(path, to: value) }
    // Twice as many, each at the square root of two times the price.
    #expect(abs(cost(varied) / cost(original) - 2 * 2.0.squareRoot()) < 1e-6)
    // Varied once more, it is still the scenario's own number from which the rise is counted.
    var again = market(400)
    again.money.market.openingRatio = varied.money.market.openingRatio
    for (path, value) in again.kept(of: varied) { again.set(path, to: value) }
    #expect(abs(again.money.market.openingRatio[.agencyFostering] - 0.25) < 1e-12)
  }

  @Test("Without an answer of prices, and with a ratio that is given, nothing is kept")
  func nothing() {
    let original = market(100)
    var varied = market(200)
    varied.money.market.openingRatio[.agencyFostering] = 0.8
    #expect(varied.kept(of: original).isEmpty)
    varied = market(200)
    varied.money.market.ownElasticity[.agencyFostering] = 0
    #expect(varied.kept(of: original).isEmpty)
  }
}
