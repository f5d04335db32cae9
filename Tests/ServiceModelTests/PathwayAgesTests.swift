import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Ages at which children come into care")
struct PathwayAgesTests {
  /// Children of all ages who are assessed, then helped; some come into care from either, and some in an emergency.
  private func service(months: Int = 48) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.demand.referralsPerYear = 3_000
    service.demand.entry = Keyed(repeating: 0)
    service.demand.entry[.assessment] = 1
    service.demand.ages = Keyed<AgeBand, Double> { [0.1, 0.22, 0.28, 0.3, 0.1][$0.index] }
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 40)
    service.pathway.stages[.assessment].exits = Keyed(repeating: 0)
    service.pathway.stages[.assessment].exits[.care] = 0.05
    service.pathway.stages[.assessment].exits[.childInNeed] = 0.6
    service.pathway.stages[.assessment].exits[.stepDown] = 0.35
    service.pathway.stages[.childInNeed].duration = DurationParameters(.constant, mean: 200)
    service.pathway.stages[.childInNeed].exits[.care] = 0.1
    service.pathway.stages[.childInNeed].exits[.stepDown] = 0.9
    service.pathway.stages[.childInNeed].emergencyEntryPerYear = 0.1
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 300)
    service.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 1
    service.pathway.careEntryRatio = Keyed<AgeBand, Double> { [4, 0.5, 0.8, 1, 2][$0.index] }
    return service
  }

  /// Entries of a year by age, of the years after the first.
  private func entries(_ service: ServiceParameters) -> [Tally] {
    let tables = ModelTables(service)
    var tallies = AgeBand.allCases.map { _ in Tally() }
    for outcome in SmallService.outcomes(service, 0..<12) {
      for band in AgeBand.allCases {
        let all = SmallService.readings(outcome, tables, "cla_started", "age=\(band.breakdown)")
        tallies[band.index].add(all[24...].reduce(0, +) * 12 / Double(all.count - 24))
      }
    }
    return tallies
  }

  @Test("One stage: the weight of care is multiplied, and all exits scaled to sum to 1")
  func oneStage() {
    var service = SmallService.empty()
    service.demand.referralsPerYear = 900
    service.demand.ages = SmallService.teenagers
    service.demand.entry = Keyed(repeating: 0)
    service.demand.entry[.assessment] = 1
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 0)
    service.pathway.stages[.assessment].exits[.care] = 0.2
    service.pathway.stages[.assessment].exits[.stepDown] = 0.8
    service.pathway.careEntryRatio[.age10to15] = 2
    // 0.4 / (0.4 + 0.8) of 900.
    #expect(abs(service.expectedAges().entries[AgeBand.age10to15.index] - 300) < 1e-9)
    // A stage of a constant length ages everybody by it: of those who come evenly at 10 to 16, a sixth of a year's passes 16.
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 365.25)
    let older = service.expectedAges().entries
    #expect(
      abs(older[AgeBand.age16plus.index] - 50) < 1e-9 && abs(older[AgeBand.age10to15.index] - 250) < 1e-9)
    let open = service.expectedAges().open
    #expect(abs(open.reduce(0, +) - 900) < 1e-6, "Little's law")
    // Of the 150 who come at fifteen each is sixteen for half of the year on average.
    #expect(abs(open[AgeBand.age16plus.index] - 75) < 1e-6)
    // A tenth of a year: those of the last tenth before sixteen, half of it on average, in as many days.
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 36.525)
    #expect(abs(service.expectedAges().open[AgeBand.age16plus.index] - 150 * 0.1 * 0.05) < 1e-6)
  }

  @Test("Of those closed who come back, as many come once more")
  func returns() {
    var service = SmallService.empty()
    service.demand.referralsPerYear = 1_000
    service.demand.ages = SmallService.teenagers
    service.pathway.stages[.frontDoor].duration = DurationParameters(.constant, mean: 1e-6)
    service.pathway.stages[.frontDoor].exits = Keyed(repeating: 0)
    service.pathway.stages[.frontDoor].exits[.noFurtherAction] = 0.5
    service.pathway.stages[.frontDoor].exits[.care] = 0.5
    service.pathway.stages[.frontDoor].returnShare = 0.4
    service.pathway.returnInterval = DurationParameters(.constant, mean: 1e-6)
    // 500 (1 + 0.2 + 0.04 + ...).
    #expect(abs(service.expectedAges().entries.reduce(0, +) - 625) < 0.1)
  }

  @Test("As simulated: planned and sudden entries, by age")
  func asSimulated() {
    let service = service()
    let expected = service.expectedAges().entries
    for (band, tally) in zip(AgeBand.allCases, entries(service)) {
      // Quarters of a year of age put some on the other side of a birthday: 2% at most.
      let allowed = 3.29 * tally.standardError + 0.02 * expected[band.index]
      #expect(abs(tally.mean - expected[band.index]) < allowed, "\(band): \(tally.mean), not \(expected)")
      #expect(tally.standardError < 0.1 * expected[band.index])
    }
  }

  @Test("Children who are born into care are under one for a year, others for half of it on average")
  func atBirth() {
    var service = SmallService.empty(months: 36)
    service.demand.referralsPerYear = 1_200
    service.demand.ages = Keyed(repeating: 0)
    service.demand.ages[.under1] = 1
    service.demand.entry = Keyed(repeating: 0)
    service.demand.entry[.assessment] = 1
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 0)
    service.pathway.stages[.assessment].exits = Keyed(repeating: 0)
    service.pathway.stages[.assessment].exits[.care] = 1
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_000)
    for (share, wanted) in [(0.0, 600.0), (1, 1_200), (0.5, 900)] {
      service.care.atBirthShare = share
      let tables = ModelTables(service)
      var infants = Tally()
      for outcome in SmallService.outcomes(service, 0..<16) {
        infants.add(SmallService.readings(outcome, tables, "children_looked_after", "age=under-1")[35])
      }
      #expect(abs(infants.mean - wanted) < 3.29 * infants.standardError + 2, "\(share): \(infants.mean)")
      #expect(infants.standardError < 0.03 * wanted)
    }
  }

  @Test(
    "The position at the start has as many who were born into care: the first year's ends are as expected")
  func opening() {
    var service = SmallService.empty()
    service.opening.children[.lookedAfter] = 3_000
    service.opening.lookedAfterAges = Keyed<AgeBand, Double> { [0.1, 0.2, 0.2, 0.3, 0.2][$0.index] }
    service.care.atBirthShare = 0.6
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.weibull, mean: 700)
    service.pathway.stages[.lookedAfter].duration.shape = 0.8
    service.pathway.stages[.lookedAfter].exits[.returnedHome] = 1
    let expected = service.expectedCareEnds(entries: 0)
    let tables = ModelTables(service)
    var ended = Tally()
    for outcome in SmallService.outcomes(service, 0..<8) {
      ended.add(SmallService.readings(outcome, tables, "cla_ceased").reduce(0, +))
    }
    #expect(abs(ended.mean - expected.all) < 3.29 * ended.standardError, "\(ended.mean), not \(expected)")
    // Of infants who came at birth more have been there for long than of those who came evenly, and so fewer leave.
    service.care.atBirthShare = 0
    #expect(service.expectedCareEnds(entries: 0).all != expected.all)
  }
}
