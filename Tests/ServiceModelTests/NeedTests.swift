import Testing

@testable import ServiceModel

@Suite("Needs and placements")
struct NeedTests {
  /// Children who come into care and stay, a third of them of each need.
  private func care() -> ServiceParameters {
    var service = SmallService.empty(months: 24)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.demand.direct[.transfersIn].perYear = 300
    service.demand.direct[.transfersIn].ages = [0, 0, 0, 1, 0]
    service.placements.chosenBy = .need
    for need in Need.allCases {
      service.placements.need[need].shares = Keyed(repeating: 1.0 / 3)
      service.placements.need[need].order[.kinship] = 1
      service.placements.need[need].order[.residential] = 9
    }
    service.placements.need[.standard].found[.kinship] = 1
    service.placements.need[.high].found[.kinship] = 0.5
    service.placements.need[.complex].found[.kinship] = 0
    return service
  }

  @Test("A child of each need goes where its order leads")
  func orders() {
    var model = Service(ModelTables(care()))
    _ = model.run(replication: 0)
    var placed = Keyed<Need, [Placement: Int]>(repeating: [:])
    for child in 0..<model.children.count {
      placed[model.children[child].need][model.children[child].placement, default: 0] += 1
    }
    #expect(placed[.standard].keys.map(\.name) == ["kinship"])
    #expect(placed[.complex].keys.map(\.name) == ["residential"])
    let high = placed[.high]
    let total = Double((high[.kinship] ?? 0) + (high[.residential] ?? 0))
    // Half of about 200 children; the tolerance is four standard errors.
    #expect(total > 150 && abs(Double(high[.kinship] ?? 0) / total - 0.5) < 4 * (0.25 / total).squareRoot())
  }

  @Test("Needs at the start are those that the placement tells of, by Bayes' rule")
  func openingNeeds() {
    var service = care()
    service.placements.need[.standard].shares[.age10to15] = 0.5
    service.placements.need[.high].shares[.age10to15] = 0.3
    service.placements.need[.complex].shares[.age10to15] = 0.2
    let table = MatchingTable(service.placements, service.fostering)
    func needs(in placement: Placement) -> [Double] {
      Array(table.openingNeeds[.age10to15][placement].sums.values)
    }
    let kin = needs(in: .kinship)
    #expect(abs(kin[0] - 0.5) < 1e-12 && abs(kin[2] - 0.65) < 1e-12, "cumulative weights 0.5, 0.65, 0.65")
    let home = needs(in: .residential)
    #expect(home[0] == 0 && abs(home[1] - 0.15) < 1e-12 && abs(home[2] - 0.35) < 1e-12)
    #expect(needs(in: .secure) == Array(table.needs[.age10to15].sums.values))
  }

  @Test("Unaccompanied children are placed from their own mix, whatever their need")
  func unaccompanied() {
    var service = care()
    service.demand.direct[.unaccompanied].perYear = 100
    service.placements.unaccompaniedMix.shares[.inHouseFostering] = 0
    service.placements.unaccompaniedMix.shares[.supported] = 1
    var model = Service(ModelTables(service))
    _ = model.run(replication: 0)
    var alone = 0
    for child in 0..<model.children.count where model.children[child].isUnaccompanied {
      alone += 1
      #expect(model.children[child].placement == .supported)
    }
    #expect(alone > 100)
  }

  @Test(
    "Of three vacant places that each take two children in five, one at least takes 784 children in a thousand"
  )
  func vacantPlaces() {
    var service = SmallService.empty()
    service.fostering.places = 3
    service.fostering.takes[.standard] = 0.4
    var model = Service(ModelTables(service))
    model.open()
    let found = [0.783, 0.785].map { model.hasPlace(.standard, .age5to9, match: $0) }
    #expect(found == [true, false])
    let isFoundByOthers = model.hasPlace(.high, .age5to9, match: 0.999)
    #expect(isFoundByOthers, "every place takes those")
  }

  @Test("More in-house places never mean more children in homes, on the same children")
  func morePlaces() {
    var homes: [Double] = []
    for places in [0, 20, 60, 200] {
      var service = care()
      service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 200)
      for need in Need.allCases { service.placements.need[need].order[.inHouseFostering] = 2 }
      service.fostering.places = places
      service.fostering.takes = Keyed(repeating: 0.4)
      let tables = ModelTables(service)
      let readings = SmallService.outcomes(service, 0..<5).map {
        SmallService.readings($0, tables, "children_looked_after", "placement=residential").reduce(0, +)
      }
      homes.append(readings.reduce(0, +))
    }
    #expect(homes == homes.sorted(by: >))
  }

  @Test("Approvals of foster households follow the season and keep their mean")
  func season() {
    var service = SmallService.empty(months: 240)
    service.fostering.places = 0
    service.fostering.recruitedPerYear = 60
    service.fostering.monthProfile = [4, 4, 4] + Array(repeating: 0, count: 9)
    let tables = ModelTables(service)
    let places = SmallService.readings(SmallService.outcomes(service)[0], tables, "foster_carers_in_house")
    var spring = 0.0
    for (month, now) in places.enumerated() {
      let new = now - (month == 0 ? 0 : places[month - 1])
      if month % 12 < 3 { spring += new } else { #expect(new == 0) }
    }
    // 1,200 expected; the tolerance is four standard errors.
    #expect(abs(spring - 1_200) < 4 * 1_200.0.squareRoot())
  }
}
