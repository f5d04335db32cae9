import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("With nobody left")
struct EmptyRoleTests {
  /// A team whose managers all leave on one day and whose posts nobody fills.
  private func deserted() -> ServiceParameters {
    var service = SignService.team
    service.workforce.fteValues = [0.7, 0.2, 0.1]
    service.workforce.fteShares = [0.3, 0.4, 0.3]
    for team in Team.allCases where service.workforce.teams[team].posts[.practiceManager] > 0 {
      service.workforce.teams[team].posts[.practiceManager] = 7
    }
    service.recruitment.perPost = false
    service.recruitment.rollingStartersPerYear = 0
    service.shocks.managerLoss.managers = 40
    service.shocks.managerLoss.dates.from = service.run.starts.adding(days: 100)
    return service
  }

  @Test("Turnover and span of control have no value, and what is left in post is exactly 0")
  func managers() {
    let tables = ModelTables(deserted())
    let outcome = SmallService.outcomes(deserted())[0]
    let months = tables.calendar.months
    func last(_ measure: String, _ breakdown: String = "") -> (Double, over: Double) {
      let place = tables.watched.firstIndex { $0.measure == measure && $0.breakdown == breakdown } ?? 0
      let index = (months - 1) * outcome.readings.seriesCount + place
      return (outcome.readings.numerators[index], outcome.readings.denominators[index])
    }
    #expect(last("inpost_fte", "role=practice_manager").0 == 0)
    #expect(last("turnover_rate_fte", "role=practice_manager").over == 0)
    #expect(last("span_of_control").over == 0)
    #expect(last("absence_rate_fte", "role=practice_manager").over == 0)
    #expect(last("practice_manager_vacancy_rate").0 == last("practice_manager_vacancy_rate").over)
  }

  @Test("A team that everybody has left can carry exactly nothing")
  func capacity() {
    var state = TeamState()
    for part in [0.1, 0.2, 0.3] { state.changeCapacity(from: 0, to: part) }
    for part in [0.3, 0.1, 0.2] { state.changeCapacity(from: part, to: 0) }
    #expect(state.capacity == 0)
  }

  @Test("A line of the budget with nothing on it costs nothing a day")
  func line() {
    var line = LineAccount()
    for (units, rate) in [(0.1, 10.1), (0.2, 20.7), (0.7, 3.3)] {
      line.change(units: units, rate: rate, at: 0)
    }
    for (units, rate) in [(0.7, 3.3), (0.1, 10.1), (0.2, 20.7)] {
      line.change(units: -units, rate: -rate, at: 5)
    }
    #expect(line.rate == 0)
    line.startMonth()
    line.settle(at: 40)
    #expect(line.cost == 0 && line.unitDays == 0)
  }
}

@Suite("Readings against the ranges of their measures")
struct ReadingRangeTests {
  private func outside(_ change: (inout Readings, [String: Int]) -> Void) -> (
    read: Int, outside: Int, first: String?
  ) {
    let tables = ModelTables(SmallService.empty(months: 1))
    var places: [String: Int] = [:]
    for (place, series) in tables.watched.enumerated() { places[series.name] = place }
    var readings = Readings(months: 1, series: tables.watched.count)
    change(&readings, places)
    return readings.outside(tables.watched)
  }

  @Test("What no measure can be is counted and named; no value is none")
  func ranges() throws {
    #expect(outside { _, _ in }.outside == 0)
    let wrong: [(String, Double, Double)] = [
      ("vacancy_rate_fte", 3, 2), ("vacancy_rate_fte", -1, 2), ("turnover_rate_fte", -0.5, 2),
      ("turnover_rate_fte", .infinity, 1), ("referrals", 2.5, 1), ("referrals", -1, 1),
      ("children_looked_after", 0.5, 1), ("cost_gbp", .infinity, 1), ("longest_wait", -2, 1),
    ]
    for (measure, value, denominator) in wrong {
      let found = outside { $0.set($1[measure] ?? 0, 0, value, over: denominator) }
      #expect(found.outside == 1, "\(measure) \(value)")
      #expect(found.first?.hasPrefix(measure) == true)
    }
    let right: [(String, Double, Double)] = [
      ("vacancy_rate_fte", 2, 2), ("turnover_rate_fte", 22, 0.8), ("cost_gbp", -5, 1), ("referrals", 7, 1),
      ("vacancy_rate_fte", 1, 0), ("unallocated_children_average", 15, 30),
    ]
    for (measure, value, denominator) in right {
      #expect(outside { $0.set($1[measure] ?? 0, 0, value, over: denominator) }.outside == 0, "\(measure)")
    }
  }

  @Test("It is a check of every replication, and does not hold where a reading is impossible")
  func check() throws {
    let outcome = SmallService.outcomes(SignService.whole)[0]
    let check = try #require(outcome.balances.last)
    #expect(check.unit == "readings" && check.entered > 0 && check.largestResidual == 0)
    #expect(check.opening + check.entered - check.left == check.closing)
  }
}

@Suite("A story in few lines")
struct FoldedStoryTests {
  @Test("Supervisions of a year are one sentence, where the last of them stood; all else stays as it is")
  func folded() {
    let start = CivilDate(2015, 4, 1)
    func entry(_ day: Int, _ sentence: String) -> TraceEntry {
      TraceEntry(date: start.adding(days: day), day: Double(day), sentence: sentence)
    }
    let story = [
      entry(0, "starts."), entry(20, Supervisions.held), entry(30, "takes on child 3."),
      entry(50, Supervisions.held), entry(80, Supervisions.missed), entry(90, "gives notice."),
      entry(400, Supervisions.missed),
    ].folded
    #expect(
      story.map(\.sentence) == [
        "starts.", "takes on child 3.", "has supervision 2 times in 2015, and misses it once.",
        "gives notice.",
        "misses supervision once in 2016.",
      ])
    #expect(story[2].day == 80)
  }

  @Test("Names of partners are said in words")
  func partners() {
    for partner in Partner.allCases {
      #expect(!partner.spoken.contains { $0.isUppercase || $0 == "_" }, "\(partner.spoken)")
    }
  }
}
