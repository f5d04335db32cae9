import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("What siblings share")
struct SiblingTests {
  /// Families of three, referred to an assessment from which some enter care.
  private func families(months: Int = 24) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.demand.referralsPerYear = 1_500
    service.demand.siblings = [0, 0, 1]
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.assessment] = 1
    service.demand.ages = SmallService.teenagers
    service.pathway.endsAt18 = false
    service.pathway.stages[.assessment].duration = DurationParameters(.gamma, mean: 30, cv: 0.5)
    service.pathway.stages[.assessment].exits = Keyed(repeating: 0)
    service.pathway.stages[.assessment].exits[.care] = 0.3
    service.pathway.stages[.assessment].exits[.stepDown] = 0.7
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    for band in AgeBand.allCases {
      service.placements.mix[band].shares = Keyed(repeating: 0)
      service.placements.mix[band].shares[.inHouseFostering] = 0.6
      service.placements.mix[band].shares[.residential] = 0.4
    }
    return service
  }

  /// The children of each family whose assessment is over, in their order.
  private func run(_ service: ServiceParameters) -> [[Child]] {
    var model = Service(ModelTables(service))
    model.forgetsNobody = true
    _ = model.run(replication: 0)
    var byFamily: [UInt64: [Child]] = [:]
    for child in 0..<model.children.count where model.children[child].stage != .assessment {
      byFamily[model.children[child].key >> 4, default: []].append(model.children[child])
    }
    return byFamily.values.filter { $0.count == 3 }.sorted { $0[0].key < $1[0].key }
  }

  /// Share of the children of whom something holds, by their place in the family, and of families in which it holds for
  /// the first two.
  private func shares(_ families: [[Child]], _ holds: (Child) -> Bool) -> (each: [Double], both: Double) {
    let count = Double(families.count)
    let each = (0..<3).map { place in Double(families.count { holds($0[place]) }) / count }
    return (each, Double(families.count { holds($0[0]) && holds($0[1]) }) / count)
  }

  @Test(
    "Chances of each child stay what they are; siblings decide alike as often as asked for",
    arguments: [0.0, 0.5, 1])
  func decisions(share: Double) {
    var service = families()
    service.demand.siblingsShareDecisions = share
    let families = run(service)
    let (each, both) = shares(families) { $0.careSpells > 0 }
    let error = (0.3 * 0.7 / Double(families.count)).squareRoot()
    #expect(families.count > 700)
    for chance in each { #expect(abs(chance - 0.3) < 3.29 * error, "\(each)") }
    // Together by one draw, or each by its own.
    #expect(abs(both - share * 0.3 - (1 - share) * 0.09) < 3.29 * error, "\(both)")
    if share == 1 {
      #expect(
        families.allSatisfy {
          $0[0].careStarted == $0[1].careStarted && $0[1].careStarted == $0[2].careStarted
        })
    }
  }

  @Test("Siblings in care live alike as often as asked for, and the mix stays", arguments: [0.0, 0.5, 1])
  func placements(share: Double) {
    var service = families()
    service.pathway.stages[.assessment].exits[.care] = 1
    service.pathway.stages[.assessment].exits[.stepDown] = 0
    service.placements.siblingsTogether = share
    let families = run(service)
    let (each, both) = shares(families) { $0.placement == .residential }
    let error = (0.4 * 0.6 / Double(families.count)).squareRoot()
    for chance in each { #expect(abs(chance - 0.4) < 3.29 * error, "\(each)") }
    #expect(abs(both - share * 0.4 - (1 - share) * 0.16) < 3.29 * error, "\(both)")
  }

  @Test("Siblings share the worker as often as asked for")
  func worker() {
    func alike(_ share: Double) -> Double {
      var service = families(months: 6)
      service.demand.siblingsShareWorker = share
      service.pathway.stages[.assessment].heldBy = .assessment
      service.pathway.stages[.assessment].waitsForWorker = false
      service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 36_525)
      service.pathway.stages[.assessment].weight = 0.05
      service.workforce.teams[.assessment].posts[.socialWorker] = 40
      service.workforce.teams[.assessment].caseloadNorm = 18
      service.workforce.teams[.assessment].caseloadCap = 36
      var model = Service(ModelTables(service))
      _ = model.run(replication: 0)
      var (same, all) = (0.0, 0.0)
      for child in 0..<model.children.count where model.children[child].key & 15 == 1 {
        for other in 0..<model.children.count where model.children[other].key == model.children[child].key - 1
        {
          all += 1
          if model.children[child].worker == model.children[other].worker { same += 1 }
        }
      }
      #expect(all > 150)
      return same / all
    }
    #expect(alike(1) == 1)
    #expect(abs(alike(0.5) - 0.5) < 0.16)
    #expect(alike(0) < 0.1)
  }

  @Test("Shares of nothing change no bit, and families of one have nobody to share with")
  func neutral() {
    func bits(_ service: ServiceParameters) -> [UInt64] {
      Replicator.once(ModelTables(service)).readings.numerators.map(\.bitPattern)
    }
    var single = families()
    single.demand.siblings = [1]
    let plain = bits(single)
    single.demand.siblingsShareDecisions = 1
    single.demand.siblingsShareWorker = 1
    single.placements.siblingsTogether = 1
    #expect(bits(single) == plain)
    var sharing = families()
    let apart = bits(sharing)
    sharing.demand.siblingsShareDecisions = 0.5
    #expect(bits(sharing) != apart)
  }
}
