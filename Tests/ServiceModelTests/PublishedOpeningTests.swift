import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("What is published of the start is as published")
struct PublishedOpeningTests {
  @Test func theLargestRemainderIsRoundedUp() {
    #expect(Apportionment.whole(10, by: [0.44, 0.36, 0.2]) == [4, 4, 2])
    #expect(Apportionment.whole(7, by: [1, 1]) == [4, 3])
    #expect(Apportionment.whole(3, by: [0, 0]) == [3, 0])
    // What a part has no room for goes to the others, by their shares.
    #expect(Apportionment.whole(10, by: [0.6, 0.2, 0.2], atMost: [2, 9, 9]) == [2, 4, 4])
    #expect(Apportionment.whole(10, by: [1, 0, 0], atMost: [4, 3, 9]) == [4, 3, 3])
    #expect(Apportionment.whole(10, by: [1, 1], atMost: [3, -1]) == [3, 0])
    #expect(
      Apportionment.whole(357, by: [0.0476, 0.0896, 0.2381, 0.4594, 0.1653]) == [17, 32, 85, 164, 59])
  }

  @Test(
    "Posts scaled to a total add up to it, none falls as it grows, and their own total leaves them as they are"
  )
  func scaled() {
    let posts = [7, 3, 3, 1, 0, 26, 26]
    #expect(Apportionment.scaled(posts, to: 66) == posts)
    #expect(Apportionment.scaled(posts, to: 0) == [0, 0, 0, 0, 0, 0, 0])
    #expect(Apportionment.scaled(posts, to: 132) == posts.map { 2 * $0 })
    #expect(Apportionment.scaled([0, 0], to: 5) == [0, 0])
    var before = Apportionment.scaled(posts, to: 0)
    for total in 1...200 {
      let parts = Apportionment.scaled(posts, to: total)
      #expect(parts.reduce(0, +) == total)
      #expect(zip(before, parts).allSatisfy { $0 <= $1 })
      before = parts
    }
  }

  @Test("A table has both totals, each cell rounded up or down, and no cell where the seed has none")
  func tables() {
    var numbers = TestNumbers(4)
    for _ in 0..<300 {
      let (rows, columns) = (numbers.whole(2...9), numbers.whole(2...10))
      let seed = (0..<rows).map { _ in
        (0..<columns).map { _ in numbers.chance(0.2) ? 0 : numbers.uniform(0.01...1) }
      }
      let total = numbers.whole(0...400)
      let rowTotals = Apportionment.whole(total, by: numbers.shares(rows))
      let columnTotals = Apportionment.whole(total, by: numbers.shares(columns))
      let cells = Apportionment.table(seed, rows: rowTotals, columns: columnTotals)
      #expect(cells.map { $0.reduce(0, +) } == rowTotals)
      #expect(columnTotals.indices.map { column in cells.reduce(0) { $0 + $1[column] } } == columnTotals)
      #expect(cells.joined().allSatisfy { $0 >= 0 })
    }
    // Independent shares: the table is the product of the totals, each cell within one of it.
    let even = Apportionment.table(
      [[1, 1, 1], [1, 1, 1]], rows: [30, 71], columns: [11, 40, 50])
    for (row, total) in [30.0, 71].enumerated() {
      for (column, other) in [11.0, 40, 50].enumerated() {
        #expect(abs(Double(even[row][column]) - total * other / 101) < 1)
      }
    }
    #expect(Apportionment.table([[1, 0], [0, 1]], rows: [5, 3], columns: [5, 3]) == [[5, 0], [0, 3]])
  }

  private func service() -> ServiceParameters {
    var service = SmallService.empty(months: 1)
    service.opening.children[.lookedAfter] = 357
    service.opening.children[.childInNeed] = 1_081
    service.opening.children[.childProtectionPlan] = 312
    for (band, share) in zip(AgeBand.allCases, [0.0476, 0.0896, 0.2381, 0.4594, 0.1653]) {
      service.opening.lookedAfterAges[band] = share
    }
    for (band, share) in zip(AgeBand.allCases, [0.06, 0.23, 0.29, 0.32, 0.1]) {
      service.opening.otherAges[band] = share
    }
    service.opening.placements.shares = Keyed(repeating: 0)
    service.opening.placements.shares[.inHouseFostering] = 0.6
    service.opening.placements.shares[.residential] = 0.1
    service.opening.placements.shares[.agencyFostering] = 0.3
    for band in AgeBand.allCases {
      service.placements.mix[band].shares = Keyed(repeating: 0)
      service.placements.mix[band].shares[.inHouseFostering] = band.index < 2 ? 1 : 0.6
      service.placements.mix[band].shares[.residential] = band.index < 2 ? 0 : 0.4
    }
    for stage in Stage.open {
      service.pathway.stages[stage].duration = DurationParameters(.weibull, mean: 400, cv: 1.3)
    }
    return service
  }

  @Test("Ages and placements are the same in every replication, and as published")
  func exact() {
    var model = Service(ModelTables(service()))
    for replication in 0..<20 {
      model.reset(replication: replication)
      model.open()
      var ages = Flat<AgeBand, Int>()
      var others = Flat<AgeBand, Int>()
      var young = 0
      for child in 0..<model.children.count {
        let band = model.children[child].band(at: .zero)
        if model.children[child].stage == .lookedAfter {
          ages[band] += 1
          if band.index < 2, model.children[child].placement == .residential { young += 1 }
        } else {
          others[band] += 1
        }
      }
      #expect(AgeBand.allCases.map { ages[$0] } == [17, 32, 85, 164, 59])
      #expect(
        AgeBand.allCases.map { others[$0] } == Apportionment.whole(1_393, by: [0.06, 0.23, 0.29, 0.32, 0.1]))
      #expect(model.state.placed[.residential] == 36 && model.state.placed[.agencyFostering] == 107)
      #expect(young == 0, "the mix of new placements has nobody so young in a home")
    }
  }

  @Test("The first month's number in homes is no longer a matter of chance")
  func homes() {
    var service = service()
    service.placements.movesPerYear = Keyed(repeating: 0)
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 6_000)
    service.pathway.endsAt18 = false
    let tables = ModelTables(service)
    for outcome in SmallService.outcomes(service, 0..<10) {
      #expect(
        abs(SmallService.readings(outcome, tables, "children_looked_after", "placement=residential")[0] - 36)
          <= 2)
    }
    let opening = SmallService.outcomes(service, 0..<10).map { outcome in
      zip(tables.watched, outcome.opening).filter { $0.0.measure == "children_looked_after" }.map(\.1)
    }
    #expect(opening.allSatisfy { $0.filter(\.isFinite) == opening[0].filter(\.isFinite) })
  }

  @Test("Care leavers are of every age in proportion to those who stay so long")
  func careLeavers() {
    var service = SmallService.empty()
    service.opening.children[.careLeaver] = 400
    service.care.extendedShare = 0.25
    service.pathway.stages[.careLeaver].exits = Keyed(repeating: 0)
    service.pathway.stages[.careLeaver].exits[.otherEnd] = 1
    var model = Service(ModelTables(service))
    for replication in 0..<5 {
      model.reset(replication: replication)
      model.open()
      var older = 0
      for child in 0..<model.children.count {
        let age = model.children[child].age(at: .zero)
        if age > 21.003 {
          older += 1
          #expect(model.children[child].endsAt.days >= 0)
        }
        #expect(age <= 25.01)
      }
      // Three years with all of them and four with a quarter.
      #expect(abs(older - 100) <= 1)
    }
    // As many a year come of age as leave: the number falls by a third of those under 21 a year, and of the older.
    service.run.ends = service.run.starts.adding(days: 365)
    let tables = ModelTables(service)
    let left = SmallService.outcomes(service, 0..<20).map {
      SmallService.readings($0, tables, "care_leavers").last ?? 0
    }
    #expect(abs(left.reduce(0, +) / 20 - 300) < 3)
  }
}
