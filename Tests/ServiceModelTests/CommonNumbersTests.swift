import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("The same people in every scenario")
struct CommonNumbersTests {
  /// What is known of each referred child, by the name in the random streams.
  private func children(_ service: ServiceParameters) -> [UInt64: (birth: Int32, stage: Int64)] {
    var model = Service(ModelTables(service))
    model.forgetsNobody = true
    _ = model.run(replication: 3)
    var met: [UInt64: (birth: Int32, stage: Int64)] = [:]
    for child in 0..<model.children.count {
      let person = model.children[child]
      met[person.key] = (person.birthDay, person.referred.seconds)
    }
    return met
  }

  @Test func moreDemandMeetsTheSameChildrenAndOthersBesides() {
    var low = SmallService.plans(
      perYear: 300, duration: DurationParameters(.exponential, mean: 50), months: 24)
    low.demand.ages = Keyed(repeating: 0.2)
    low.demand.yearIndex = [1.1]
    var high = low
    high.demand.yearIndex = [1.1, 1.4]
    high.demand.growthPerYear = 0.05
    let few = children(low)
    let many = children(high)
    #expect(many.count > few.count + 50)
    for (key, child) in few {
      #expect(many[key]?.birth == child.birth)
      #expect(many[key]?.stage == child.stage)
    }
  }

  @Test func aLeversDrawsShiftNobodyElses() {
    var plain = SmallService.plans(perYear: 300, duration: DurationParameters(.exponential, mean: 50))
    plain.workforce.teams[.assessment].posts[.socialWorker] = 20
    plain.leaving.perYear = Keyed(repeating: 0.5)
    plain.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 50)
    var moved = plain
    moved.demand.direct[.unaccompanied].perYear = 30
    moved.leaving.councilYearCv = 0.2
    moved.placements.movesPerYear = Keyed(repeating: 3)
    let before = children(plain)
    let after = children(moved)
    #expect(after.count > before.count)
    for (key, child) in before { #expect(after[key]?.stage == child.stage) }
  }

  @Test func aReplicationDependsOnItsNumberAlone() {
    let service = SmallService.plans(perYear: 300, duration: DurationParameters(.exponential, mean: 50))
    let inOrder = SmallService.outcomes(service, 0..<3)
    var replicator = Replicator(ModelTables(service))
    let backwards = [2, 1, 0].map { replicator.run($0) }
    for number in 0..<3 {
      #expect(inOrder[number].events == backwards[2 - number].events)
      let (one, other) = (inOrder[number].readings, backwards[2 - number].readings)
      #expect(one.numerators.map(\.bitPattern) == other.numerators.map(\.bitPattern))
      #expect(one.denominators.map(\.bitPattern) == other.denominators.map(\.bitPattern))
    }
    #expect(inOrder[0].events != inOrder[1].events)
    var other = service
    other.run.seed += 1
    #expect(SmallService.outcomes(other)[0].events != inOrder[0].events)
  }
}
