import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Care that is likelier at some birthdays of an age band than at others")
struct EntryStepTests {
  /// Children of all ages who are referred at an even rate; few come into care at once, and some in an emergency.
  private func service(months: Int, seed: Int = 7, sudden: Double = 0) -> ServiceParameters {
    var service = SmallService.empty(months: months, seed: seed)
    service.demand.referralsPerYear = sudden > 0 ? 4_000 : 8_000
    service.demand.entry = Keyed(repeating: 0)
    service.demand.entry[.assessment] = 1
    service.demand.ages = Keyed<AgeBand, Double> { [0.1, 0.2, 0.3, 0.3, 0.1][$0.index] }
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: sudden > 0 ? 30 : 0)
    service.pathway.stages[.assessment].exits = Keyed(repeating: 0)
    service.pathway.stages[.assessment].exits[.care] = sudden > 0 ? 0 : 0.06
    service.pathway.stages[.assessment].exits[.stepDown] = sudden > 0 ? 1 : 0.94
    service.pathway.stages[.assessment].emergencyEntryPerYear = sudden
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.weibull, mean: 900)
    service.pathway.stages[.lookedAfter].duration.shape = 0.7
    for (band, ratio) in zip(AgeBand.allCases, [0.6, 0.3, 1.3, 1.9, 2]) {
      service.pathway.stages[.lookedAfter].ageRatio[band] = ratio
    }
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 1
    service.pathway.careEntryStep[.age5to9] = 0.6
    service.pathway.careEntryStep[.age10to15] = 1.2
    service.pathway.careEntryStep[.age16plus] = 0.4
    return service
  }

  @Test("the band's mean stays, and each birthday is a step; without steps nothing is different")
  func ratios() {
    var pathway = PathwayParameters()
    pathway.careEntryRatio[.age5to9] = 3
    pathway.careEntryStep[.age5to9] = 0.5
    let years = YearOfAge.allCases.filter { $0.band == .age5to9 }
    let ratios = years.map { pathway.careRatio(at: $0) }
    #expect(years.map(\.rawValue) == [5, 6, 7, 8, 9])
    #expect(abs(ratios.reduce(0, +) / 5 - 3) < 1e-12)
    for (before, after) in zip(ratios, ratios.dropFirst()) { #expect(abs(after / before - 0.5) < 1e-12) }
    for age in YearOfAge.allCases where age.band != .age5to9 { #expect(pathway.careRatio(at: age) == 1) }
    pathway.careEntryStep[.age5to9] = 1
    #expect(years.allSatisfy { pathway.careRatio(at: $0) == 3 })
  }

  @Test("a day on the wrong side of a birthday is of the band that is asked for")
  func edges() {
    #expect(YearOfAge(days: 5 * 365.25 - 0.5, within: .age5to9).rawValue == 5)
    #expect(YearOfAge(days: 10 * 365.25, within: .age5to9).rawValue == 9)
    #expect(YearOfAge(days: -3, within: .under1).rawValue == 0)
    #expect(YearOfAge(days: 18 * 365.25 + 2, within: .age16plus).rawValue == 17)
    #expect(YearOfAge(rawValue: 18) == nil && YearOfAge.allCases.count == 18)
  }

  @Test("The law of stays under way: how long those who enter at 5 to 9 are there, in closed form")
  func law() {
    var terms = StayTerms(
      length: .constant(36_525), ratios: AgeBand.allCases.map { _ in 1 }, endsAt18: true)
    terms.entrySteps[.age5to9] = 0.5
    // Of 31 who enter, 16 are five, 8 six, 4 seven, 2 eight and 1 nine: 4.5, 3.5, 2.5, 1.5 and 0.5 years are left to ten.
    let years = (16 * 4.5 + 8 * 3.5 + 4 * 2.5 + 2 * 1.5 + 0.5) / 31
    let ages = StayLaw.agesNow(terms, entering: [0, 0, 1, 0, 0])
    for (share, wanted) in zip(ages, [0, 0, years, 6, 2]) {
      #expect(abs(share - wanted / (years + 8)) < 2e-4, "\(ages)")
    }
    let mean = terms.entryAges(.age5to9, 60).reduce(0) { $0 + $1.age * $1.share } / 365.25
    #expect(abs(mean - (10 - years)) < 1e-9)
    let streams = RandomStreams(seed: 3, replication: 0)
    var drawn = Tally()
    var fives = Tally()
    for number in 0..<20_000 {
      let age = terms.drawEntry(streams.stream(.stage, entity: UInt64(number)), .age5to9) / 365.25
      #expect(5..<10.001 ~= age)
      drawn.add(age)
      fives.add(age < 6 ? 1 : 0)
    }
    #expect(abs(drawn.mean - (10 - years)) < 3.29 * drawn.standardError)
    #expect(abs(fives.mean - 16.0 / 31) < 3.29 * fives.standardError)
  }

  @Test("As simulated: planned and sudden entries by year of age", arguments: [0.0, 2])
  func entries(_ sudden: Double) {
    // Whoever came is still there at the end.
    var service = service(months: 36, sudden: sudden)
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.pathway.endsAt18 = false
    var counts = YearOfAge.allCases.map { _ in 0.0 }
    var model = Service(ModelTables(service))
    for replication in 0..<12 {
      _ = model.run(replication: replication)
      for child in 0..<model.children.count where model.children[child].careSpells > 0 {
        counts[model.children[child].year(at: model.children[child].careStarted).index] += 1
      }
    }
    for band in [AgeBand.age5to9, .age10to15, .age16plus] {
      let years = YearOfAge.allCases.filter { $0.band == band }
      let all = years.reduce(0) { $0 + counts[$1.index] }
      let ratios = years.map { service.pathway.careRatio(at: $0) }
      for (age, ratio) in zip(years, ratios) {
        // Planned: 0.06 of all by its weight, which other ways out share in.
        func weight(_ ratio: Double) -> Double {
          sudden > 0 ? 1 - exponential(-sudden * ratio * 30 / 365.25) : 0.06 * ratio / (0.06 * ratio + 0.94)
        }
        let share = weight(ratio) / ratios.reduce(0) { $0 + weight($1) }
        let error = (share * (1 - share) / all).squareRoot()
        // A stage of thirty days takes a twelfth of some children over a birthday.
        let allowed = 3.29 * error + (sudden > 0 ? 0.02 : 0.002)
        #expect(abs(counts[age.index] / all - share) < allowed, "\(age.spoken): \(counts[age.index] / all)")
        #expect(error < 0.03)
      }
    }
    // What the pathway leads to in expectation knows it too.
    let expected = service.expectedAges().entries
    let children = counts.reduce(0, +)
    for band in AgeBand.allCases {
      let own = YearOfAge.allCases.filter { $0.band == band }.reduce(0) { $0 + counts[$1.index] } / children
      #expect(abs(own - expected[band.index] / expected.reduce(0, +)) < 0.012, "\(band): \(own)")
    }
  }

  @Test("A service opened with the numbers by age that it comes to by itself keeps them")
  func restarted() {
    func stocks(_ service: ServiceParameters, _ replications: Int) -> [Tally] {
      let tables = ModelTables(service)
      var tallies = AgeBand.allCases.map { _ in Tally() }
      for outcome in SmallService.outcomes(service, 0..<replications) {
        for band in AgeBand.allCases {
          let all = SmallService.readings(
            outcome, tables, "children_looked_after", "age=\(band.breakdown)")
          tallies[band.index].add(all[all.count - 1])
        }
      }
      return tallies
    }
    let steady = stocks(service(months: 264), 24)
    let total = steady.reduce(0) { $0 + $1.mean }
    var even = 0.0
    for months in [12, 36] {
      var again = service(months: months, seed: 100 + months)
      again.opening.children[.lookedAfter] = Int(total.rounded())
      for band in AgeBand.allCases {
        again.opening.lookedAfterAges[band] = steady[band.index].mean / total
      }
      let later = stocks(again, 24)
      for band in AgeBand.allCases {
        let (before, after) = (steady[band.index], later[band.index])
        let error = (before.variance / 24 + after.variance / 24).squareRoot()
        #expect(
          abs(after.mean - before.mean) < 3.29 * error + 1,
          "\(band) after \(months) months: \(after.mean) against \(before.mean)")
        #expect(error < 0.09 * before.mean)
      }
      // Were entries even within bands at the opening, those at 16 and 17 would be others.
      var terms = again.stayTerms(of: .lookedAfter, availability: 1)
      let stepped = StayLaw(terms, agesNow: again.opening.lookedAfterAges.elements).entries
      terms.entrySteps = Keyed(repeating: 1)
      let plain = StayLaw(terms, agesNow: again.opening.lookedAfterAges.elements).entries
      even += abs(stepped[AgeBand.age16plus.index] / plain[AgeBand.age16plus.index] - 1)
    }
    #expect(even / 2 > 0.05, "steps tell: \(even / 2)")
  }
}
