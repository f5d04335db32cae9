import Testing

@testable import ServiceModel

@Suite("Lists of keys, and the state that they key")
struct KeyTests {
  @Test("Every list of keys fits the room of a flat value, and its places count from 0")
  func room() {
    fits(AbsenceKind.self)
    fits(ActionSlot.self)
    fits(AgeBand.self)
    fits(BudgetLine.self)
    fits(CohortRoute.self)
    fits(DeskTask.Kind.self)
    fits(DirectEntry.self)
    fits(EngagementStep.self)
    fits(Exit.self)
    fits(GrantKind.self)
    fits(Influence.self)
    fits(InspectionSlot.self)
    fits(LeavingReason.self)
    fits(Need.self)
    fits(Partner.self)
    fits(PartnerTask.self)
    fits(Placement.self)
    fits(RecruitmentStep.self)
    fits(Response.self)
    fits(Role.self)
    fits(Stage.self)
    fits(SurgeSlot.self)
    fits(Team.self)
    fits(TenureBand.self)
  }

  private func fits<Key: ParameterKey>(_: Key.Type) {
    let places = Key.allCases.map(\.index)
    #expect(places == Array(0..<places.count), "\(Key.self)")
    #expect(places.count <= Flat<Key, Int>.room, "\(Key.self)")
    #expect(places.map { Key.at($0).index } == places, "\(Key.self)")
  }

  /// As many keys as there is room for.
  private enum Full: UInt8, ParameterKey {
    case a0, a1, a2, a3, a4, a5, a6, a7, b0, b1, b2, b3, b4, b5, b6, b7
    case c0, c1, c2, c3, c4, c5, c6, c7, d0, d1, d2, d3, d4, d5, d6, d7
  }

  @Test("A flat value and a table keep a value for each key, to the last that there is room for")
  func values() {
    #expect(Full.allCases.count == Flat<Full, Int>.room)
    var flat = Flat<Full, Int>()
    for key in Full.allCases { flat[key] += key.index + 1 }
    #expect(Full.allCases.map { flat[$0] } == Array(1...32))
    #expect(flat.sum == 32 * 33 / 2)
    let table = PlainTable<Full, PlainTable<Need, Int>> { key in PlainTable { key.index * 10 + $0.index } }
    #expect(table[.a0][.standard] == 0)
    #expect(table[.c3][.high] == 191)
    #expect(table[.d7][.complex] == 312)
  }

  @Test("A child counts its visits to each of sixteen stages apart, and numbers the last ones alike")
  func visits() {
    #expect(Stage.allCases.count <= Stage.Numbers.count)
    var child = Child(key: 1, birthDay: 0)
    for stage in Stage.allCases {
      for visit in 0..<(70 + stage.index) { #expect(child.countVisit(stage) == UInt32(min(visit, 63))) }
    }
    #expect(Stage.allCases.allSatisfy { child.visits[$0.index] == 64 && child.visit($0) == 63 })
  }

  @Test("Keys in the random streams are what they always were")
  func entityKeys() {
    #expect(EntityKey.family(month: 3, candidate: 5) == 0x0100_0003_0000_0050)
    #expect(EntityKey.direct(.transfersIn, number: 7) == 0x0200_0200_0000_0070)
    #expect(EntityKey.opening(9) == 0x0300_0000_0000_0090)
    #expect(EntityKey.worker(post: 2, occupant: 1) == 0x0400_0000_0200_0001)
    #expect(EntityKey.replayed(4) == 0x0500_0000_0000_0040)
    #expect(EntityKey.agency(post: 2, cover: 1) == 0x0600_0000_0200_0001)
    #expect(EntityKey.replayedNumber(EntityKey.replayed(4)) == 4)
    #expect(EntityKey.replayedNumber(EntityKey.opening(4)) == nil)
  }

  @Test(
    "Cases whose numbers are in the names of streams stand where they always stood: new ones come after them")
  func order() {
    #expect(
      Stage.allCases.prefix(9).map(\.name) == [
        "frontDoor", "earlyHelp", "assessment", "section47", "initialConference", "childInNeed",
        "childProtectionPlan", "lookedAfter", "careLeaver",
      ])
    #expect(
      Partner.allCases.prefix(7).map(\.name) == [
        "police", "health", "schools", "probation", "housing", "voluntary", "courts",
      ])
    #expect(RecruitmentStep.allCases.map(\.name) == ["approval", "advert", "selection", "checks"])
    #expect(DirectEntry.allCases.map(\.name) == ["unaccompanied", "remand", "transfersIn"])
  }

  @Test("A replication leaves nothing behind for the next, in scenarios at random")
  func reset() {
    var numbers = TestNumbers(16)
    var run = 0
    while run < 40 {
      var service = RandomScenario.make(&numbers)
      service.demand.monthlyNoiseCv = 0.3
      service.leaving.councilYearCv = 0.4
      guard !service.contradictions().contains(where: { $0.severity == .error }) else { continue }
      run += 1
      let alone = SmallService.outcomes(service, 3..<4)[0]
      let after = SmallService.outcomes(service, 0..<4)[3]
      #expect(alone.events == after.events)
      #expect(alone.readings.numerators.map(\.bitPattern) == after.readings.numerators.map(\.bitPattern))
      #expect(alone.opening.map(\.bitPattern) == after.opening.map(\.bitPattern))
    }
  }
}
