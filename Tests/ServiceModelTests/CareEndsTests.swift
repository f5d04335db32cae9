import Testing

@testable import ServiceModel

@Suite("Stays in care that are expected to end in a year")
struct CareEndsTests {
  /// A service that has only children looked after, half of those who come in proceedings.
  private func care(_ duration: DurationParameters) -> ServiceParameters {
    var service = SmallService.empty(months: 12)
    service.opening.children[.lookedAfter] = 3000
    service.pathway.stages[.lookedAfter].duration = duration
    service.pathway.stages[.lookedAfter].exits[.returnedHome] = 1
    return service
  }

  private var weibull: DurationParameters {
    var duration = DurationParameters(.weibull, mean: 900)
    duration.shape = 0.7
    return duration
  }

  private func ended(_ service: ServiceParameters) -> [Double] {
    let tables = ModelTables(service)
    return SmallService.outcomes(service, 0..<4).map {
      SmallService.readings($0, tables, "cla_ceased").reduce(0, +)
    }
  }

  /// Expects the mean of the replications within four standard errors of a sum of independent ends.
  private func expectNear(_ ends: [Double], _ expected: CareEnds) {
    let mean = ends.reduce(0, +) / Double(ends.count)
    let error = (expected.all / Double(ends.count)).squareRoot()
    #expect(abs(mean - expected.all) < 4 * error, "\(mean) against \(expected)")
  }

  @Test("memoryless stays end at their rate, whatever the ages")
  func memoryless() {
    var service = care(DurationParameters(.exponential, mean: 730.5))
    service.pathway.endsAt18 = false
    let ends = service.expectedCareEnds(entries: 0)
    #expect(abs(ends.before18 - 3000 * (1 - exponential(-0.5))) < 1)
    #expect(ends.at18 == 0)
    // Those who come evenly over the year leave it by the integral of 1 - exp(-t / mean).
    let entered = service.expectedCareEnds(entries: 1000).before18 - ends.before18
    #expect(abs(entered - 1000 * (1 - 2 * (1 - exponential(-0.5)))) < 0.5)
  }

  @Test("of those who stay to eighteen, half of the 16 and 17 year olds turn it")
  func birthdays() {
    var service = care(DurationParameters(.constant, mean: 36_000))
    service.opening.lookedAfterAges = SmallService.teenagers
    #expect(service.expectedCareEnds(entries: 0).all < 1e-6)
    service.opening.lookedAfterAges[.age10to15] = 0.6
    service.opening.lookedAfterAges[.age16plus] = 0.4
    let ends = service.expectedCareEnds(entries: 0)
    #expect(ends.before18 < 1e-6)
    // Ages go on evenly from 10 to 18 where entries before ten are none, and the older the more have come: between half,
    // as with even ages, and what those who came at every age alike would be.
    #expect(ends.at18 > 0.4 * 1200 && ends.at18 < 0.7 * 1200)
    expectNear(ended(service), ends)
  }

  @Test("the model's own first year has as many ends: decreasing hazard, ages, proceedings, birthdays")
  func asSimulated() {
    var service = care(weibull)
    service.opening.lookedAfterAges = Keyed<AgeBand, Double> { [0.06, 0.13, 0.2, 0.39, 0.22][$0.index] }
    service.pathway.stages[.lookedAfter].ageRatio = Keyed<AgeBand, Double> {
      [0.42, 0.36, 1.3, 1.9, 0.9][$0.index]
    }
    expectNear(ended(service), service.expectedCareEnds(entries: 0))
    service.demand.direct[.transfersIn].perYear = 900
    service.demand.direct[.transfersIn].ages = [0, 0, 0, 1, 0]
    service.opening.lookedAfterAges = SmallService.teenagers
    expectNear(ended(service), service.expectedCareEnds(entries: 900))
  }

  @Test("longer stays have fewer ends")
  func sign() {
    var before = Double.infinity
    for mean in [200.0, 500, 1200, 3000] {
      var duration = weibull
      duration.mean = mean
      let ends = care(duration).expectedCareEnds(entries: 500).before18
      #expect(ends < before)
      before = ends
    }
  }
}
