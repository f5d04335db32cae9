import Parameters
import Testing

@testable import ServiceModel

@Suite("Uncertain inputs")
struct UncertainInputsTests {
  private let pace = "overload.paceElasticity"

  private func service() -> ServiceParameters {
    var service = SmallService.plans(
      perYear: 300, duration: DurationParameters(.exponential, mean: 50), open: 20)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.workforce.teams[.protection].posts[.socialWorker] = 6
    service.workforce.teams[.protection].caseloadNorm = 8
    service.workforce.teams[.protection].caseloadCap = 20
    service.leaving.perYear = Keyed(repeating: 0.4)
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 50)
    service.overload.paceElasticity = 0.5
    return service
  }

  @Test("Replication 0 has the point values, and the others their own")
  func replications() {
    let uncertain = UncertainInputs(service(), [pace: .pert(low: 0, mode: 0.5, high: 1)])
    #expect(uncertain.draw(0).values == [0.5])
    let drawn = (1...400).map { uncertain.draw($0).values[0] }
    #expect(drawn.allSatisfy { $0 > 0 && $0 < 1 } && Set(drawn).count == 400)
    // The law's standard deviation is 0.189; the mean of 400 lies within 3.29 standard errors.
    let mean: Double = drawn.reduce(0, +) / 400
    #expect(abs(mean - 0.5) < 0.0311)
    let again = UncertainInputs(service(), [pace: .pert(low: 0, mode: 0.5, high: 1)])
    #expect(uncertain.draw(17).values == again.draw(17).values)
  }

  @Test("Another uncertain input shifts none of the others")
  func independence() {
    let alone = UncertainInputs(service(), [pace: .uniform(low: 0, high: 1)])
    let other = "leaving.caseloadElasticity"
    let both = UncertainInputs(
      service(), [pace: .uniform(low: 0, high: 1), other: .uniform(low: 0, high: 1)])
    #expect(both.inputs.map(\.path) == [pace, other])
    for number in 1...20 {
      let drawn = both.draw(number).values
      #expect(drawn[0] == alone.draw(number).values[0])
      #expect(drawn[0] != drawn[1])
    }
  }

  @Test("A draw keeps to its parameter's range, and is whole where the parameter is")
  func ranges() {
    let places = "fostering.places"
    var service = service()
    service.fostering.places = 4
    let uncertain = UncertainInputs(
      service,
      [
        pace: .normal(mean: 0.5, standardDeviation: 10), places: .uniform(low: 1, high: 8),
      ])
    let drawn = (1...200).map { uncertain.draw($0) }
    #expect(drawn.allSatisfy { $0.values[0] == $0.values[0].rounded() && (1...8).contains($0.values[0]) })
    #expect(drawn.allSatisfy { $0.values[1] >= 0 })
    #expect(drawn.contains { $0.values[1] == 0 }, "nothing was held at the end of its range")
    #expect(drawn.allSatisfy { Double($0.parameters.fostering.places) == $0.values[0] })
  }

  @Test("The other shares of a group give way to the one that is drawn")
  func shares() {
    var service = service()
    service.pathway.stages[.childInNeed].exits[.stepDown] = 0.6
    service.pathway.stages[.childInNeed].exits[.earlyHelp] = 0.3
    service.pathway.stages[.childInNeed].exits[.care] = 0.1
    let uncertain = UncertainInputs(service, ["pathway.childInNeed.exits.care": .uniform(low: 0, high: 0.4)])
    for number in 1...50 {
      let draw = uncertain.draw(number)
      let exits = draw.parameters.pathway.stages[.childInNeed].exits
      #expect(draw.isConsistent && exits[.care] == draw.values[0])
      #expect(abs(exits.sum - 1) < 1e-9)
      #expect(abs(exits[.stepDown] / exits[.earlyHelp] - 2) < 1e-9)
    }
    let beside = ServiceParameters.sharesBeside("pathway.childInNeed.exits.care").map(\.path)
    #expect(beside.count == Exit.allCases.count && beside.contains("pathway.childInNeed.exits.stepDown"))
    #expect(ServiceParameters.sharesBeside(pace).isEmpty)
    #expect(ServiceParameters.sharesBeside("agency.coverShare.socialWorker").isEmpty)
  }

  @Test("Values that contradict each other are drawn again, and at the last the point values stand")
  func contradictions() {
    var service = service()
    service.pathway.stages[.childInNeed].duration = DurationParameters(.uniform, mean: 50)
    service.pathway.stages[.childInNeed].duration.minimum = 10
    service.pathway.stages[.childInNeed].duration.maximum = 20
    let (low, high) = ("pathway.childInNeed.duration.minimum", "pathway.childInNeed.duration.maximum")
    let often = UncertainInputs(
      service, [low: .uniform(low: 5, high: 20), high: .uniform(low: 10, high: 25)])
    for number in 1...100 {
      let draw = often.draw(number)
      #expect(draw.isConsistent && draw.values[0] < draw.values[1])
    }
    let never = UncertainInputs(service, [low: .uniform(low: 30, high: 40)])
    #expect(!never.draw(1).isConsistent && never.draw(1).values == [10])
  }

  @Test("A replicator that is given other values is as a new one of those values")
  func reuse() {
    let service = service()
    let law: [String: Uncertainty] = [
      pace: .uniform(low: 0, high: 1), "leaving.perYear.under2Years": .uniform(low: 0.1, high: 3),
      "workforce.teams.protection.posts.socialWorker": .uniform(low: 3, high: 12),
      "workforce.teams.protection.caseloadCap": .uniform(low: 9, high: 30),
    ]
    let uncertain = UncertainInputs(service, law)
    var reused = Replicator(ModelTables(service), uncertain: uncertain)
    for number in [3, 0, 1, 2, 3] {
      var fresh = Replicator(ModelTables(uncertain.draw(number).parameters))
      let (one, other) = (fresh.run(number), reused.run(number))
      #expect(one.events == other.events && one.events > 100)
      #expect(one.readings.numerators.map(\.bitPattern) == other.readings.numerators.map(\.bitPattern))
      #expect(one.readings.denominators.map(\.bitPattern) == other.readings.denominators.map(\.bitPattern))
    }
  }
}
