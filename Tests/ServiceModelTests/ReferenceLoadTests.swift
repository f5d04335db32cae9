import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("The load from which effects of load are counted")
struct ReferenceLoadTests {
  /// Ten posts, two of them vacant, one of these with an agency worker; two are newly qualified. 40 children weigh 1.5 each.
  private var team: ServiceParameters {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.constant, mean: 36_525), open: 40)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.pathway.stages[.childInNeed].weight = 1.5
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.workforce.teams[.protection].posts[.practiceManager] = 3
    service.workforce.teams[.protection].vacantAtStart[.socialWorker] = 2
    service.workforce.teams[.protection].caseloadNorm = 20
    service.workforce.teams[.protection].caseloadCap = 30
    service.recruitment.perPost = false
    service.agency.atStart[.socialWorker] = 1
    service.agency.capacity = 0.8
    service.newlyQualified.atStart = 2
    service.newlyQualified.caseloadMonths = [0.5]
    service.newlyQualified.mentorHours = 3.7
    return service
  }

  /// Eight permanent workers and 0.8 of an agency worker, less half of two and a tenth of a week for each of these.
  private let capacity = 8 + 0.8 - 2 * 0.5 - 2 * 0.1

  @Test("It is the opening's cases over the capacity at work, and there every effect is 1")
  func byHand() {
    #expect(abs(team.referenceLoads()[.protection] - 60 / capacity) < 1e-12)
    var model = Service(ModelTables(team))
    model.reset(replication: 0)
    model.open()
    #expect(abs(model.state.teams[.protection].capacity / 2_000 - capacity) < 1e-12)
    #expect(model.state.teams[.protection].load == 6_000)
    for elasticity in [0.1, 0.42, 1, 3] {
      #expect(abs(model.overload(elasticity, .protection) - 1) < 1e-12)
    }
  }

  @Test("What is laid over a scenario does not move it, whatever it makes of the opening")
  func laidOver() throws {
    let original = team
    let changes: [(inout ServiceParameters) -> Void] = [
      { $0.opening.children[.childInNeed] = 60 },
      { $0.workforce.teams[.protection].vacantAtStart[.socialWorker] = 4 },
      { $0.workforce.teams[.protection].posts[.socialWorker] = 14 },
      { $0.agency.atStart[.socialWorker] = 2 },
      { $0.pathway.stages[.childInNeed].weight = 1.8 },
    ]
    for change in changes {
      var varied = original
      change(&varied)
      let moved = varied.referenceLoads()[.protection]
      #expect(moved != original.referenceLoads()[.protection])
      let kept = varied.kept(of: original)
      #expect(kept.map(\.path) == ["workforce.teams.protection.referenceRatio"])
      varied.workforce.teams[.protection].referenceRatio = try #require(kept.first?.value.asNumber)
      #expect(abs(varied.referenceLoads()[.protection] / original.referenceLoads()[.protection] - 1) < 1e-12)
      // Laid over once more it is still that of the first, and one that is set is left alone.
      var again = varied
      again.opening.children[.childInNeed] += 10
      for (_, value) in again.kept(of: varied) {
        again.workforce.teams[.protection].referenceRatio = try #require(value.asNumber)
      }
      #expect(abs(again.referenceLoads()[.protection] / original.referenceLoads()[.protection] - 1) < 1e-12)
      varied.workforce.teams[.protection].referenceLoad = 7
      #expect(varied.kept(of: original).isEmpty && varied.referenceLoads()[.protection] == 7)
    }
    var same = original
    same.leaving.caseloadElasticity = 0.4
    #expect(same.kept(of: original).isEmpty)
  }

  @Test("The absent are left out of it as the opening leaves them out")
  func absent() {
    var service = team
    service.workforce.teams[.protection].posts[.socialWorker] = 100
    service.workforce.teams[.protection].vacantAtStart[.socialWorker] = 20
    service.workforce.fteValues = [1, 0.5]
    service.workforce.fteShares = [0.7, 0.3]
    service.newlyQualified.mentorHours = 0
    service.newlyQualified.caseloadMonths = [0.2, 0.4, 0.9]
    service.newlyQualified.atStart = 20
    service.absence.kinds[.short].perYear = 2
    service.absence.kinds[.short].length = DurationParameters(.exponential, mean: 10)
    service.absence.kinds[.long].perYear = 0.3
    service.absence.kinds[.long].length = DurationParameters(.exponential, mean: 90)
    service.absence.kinds[.long].isCovered = true
    let expected = 60 / service.referenceLoads()[.protection]
    var model = Service(ModelTables(service))
    var drawn = Tally()
    for replication in 0..<400 {
      model.reset(replication: replication)
      model.open()
      drawn.add(model.state.teams[.protection].capacity / 2_000)
    }
    #expect(abs(drawn.mean - expected) < 3.29 * drawn.standardError, "\(drawn.mean), not \(expected)")
    #expect(drawn.standardError < 0.005 * expected)
  }

  @Test("It can be set by hand, is no more than the cap, and is the norm where nothing is there to count")
  func elsewhere() {
    var service = team
    service.workforce.teams[.protection].referenceLoad = 9
    #expect(service.referenceLoads()[.protection] == 9)
    service.workforce.teams[.protection].referenceLoad = 0
    service.opening.children[.childInNeed] = 1_000
    #expect(service.referenceLoads()[.protection] == 30)
    service.opening.children[.childInNeed] = 0
    #expect(service.referenceLoads()[.protection] == 20)
    #expect(service.referenceLoads()[.assessment] == service.workforce.teams[.assessment].caseloadNorm)
  }

  /// 200 workers who each hold as many children for good as the opening gives them.
  private func unchanged(_ elasticity: Double) -> ServiceParameters {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.constant, mean: 36_525), months: 24, open: 400)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.workforce.teams[.protection].posts[.socialWorker] = 200
    service.workforce.teams[.protection].caseloadNorm = 1
    service.workforce.teams[.protection].caseloadCap = 2
    service.leaving.perYear = Keyed(repeating: 0.3)
    service.leaving.caseloadElasticity = elasticity
    service.recruitment.perPost = false
    return service
  }

  private func bits(_ service: ServiceParameters) -> [UInt64] {
    SmallService.outcomes(service, 3..<4)[0].readings.numerators.map(\.bitPattern)
  }

  @Test("While the load stays as it was, no elasticity of leaving changes a bit", arguments: [0.42, 1, 3])
  func leaving(_ elasticity: Double) {
    let isSame = bits(unchanged(elasticity)) == bits(unchanged(0))
    #expect(isSame)
    // Nor who leaves where all are in the supported year and carry half, until it is over and they are given the rest.
    func inPost(_ elasticity: Double) -> [Double] {
      var service = unchanged(elasticity)
      service.newlyQualified.atStart = 200
      service.newlyQualified.caseloadMonths = [0.5]
      let tables = ModelTables(service)
      return SmallService.readings(SmallService.outcomes(service)[0], tables, "inpost_headcount")
    }
    #expect(inPost(elasticity) == inPost(0))
  }

  /// That of emergencies changes the candidates that are thinned, and so the numbers drawn, but not how many come: it has
  /// a test of its own.
  @Test("While the load stays as it was, no other elasticity changes a bit")
  func children() {
    func service(_ elasticity: Double) -> ServiceParameters {
      var service = unchanged(0)
      service.leaving.perYear = Keyed(repeating: 0)
      service.pathway.stages[.childInNeed].waitsForWorker = true
      service.pathway.stages[.childInNeed].emergencyEntryPerYear = 0.4
      service.pathway.stages[.lookedAfter].heldBy = .protection
      service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
      service.placements.movesPerYear = Keyed(repeating: 2)
      service.overload.paceElasticity = elasticity
      service.overload.driftElasticity = elasticity
      service.overload.movesElasticity = elasticity
      return service
    }
    let isSame = bits(service(1)) == bits(service(0))
    #expect(isSame)
    var other = service(1)
    other.workforce.teams[.protection].referenceLoad = 1
    let isSameElsewhere = bits(other) == bits(service(0))
    #expect(!isSameElsewhere)
  }

  @Test("Whoever is away and has passed the cases on is neither burdened nor relieved")
  func away() {
    var service = unchanged(3)
    service.opening.children[.childInNeed] = 0
    // Away for 50 years of every 51.
    service.absence.kinds[.family].perYear = 50
    service.absence.kinds[.family].length = DurationParameters(.constant, mean: 365.25)
    service.absence.kinds[.family].isCovered = true
    let tables = ModelTables(service)
    var left = Tally()
    for outcome in SmallService.outcomes(service, 0..<25) {
      left.add(SmallService.readings(outcome, tables, "inpost_headcount")[23])
    }
    let wanted = 200 * exponential(-0.3 * 2 * (50 + 1 / 64) / 51)
    #expect(abs(left.mean - wanted) < 3.29 * left.standardError, "\(left.mean), not \(wanted)")
  }
}
