import DiscreteEvents
import Testing

@testable import ServiceModel

/// Facts, and what measures must make of them by their definitions.
///
/// The year is England's from 1 April 2015: its first month has 30 days, its last one, March 2016, is days 335 to 366.
struct MeasureStory: Sendable, CustomTestStringConvertible {
  typealias Dated = (day: Double, fact: Fact)

  let title: String
  var months = 1
  var set: @Sendable (inout ServiceParameters) -> Void = { _ in }
  /// What was so at the start.
  var opening: [Fact] = []
  /// What happens, each on its day, in order.
  let facts: [Dated]
  /// The readings of the last month, each by its measure and after a space its breakdown.
  let wanted: KeyValuePairs<String, Double>

  var testDescription: String { title }

  var service: ServiceParameters {
    var service = SmallService.empty(months: months)
    service.run.calendar = .england
    set(&service)
    return service
  }

  /// Tells the story to a service in which nothing else happens.
  func readings() -> Readings {
    var model = Service(ModelTables(service))
    model.reset(replication: 0)
    var ledger = Ledger()
    for fact in opening {
      model.scoreboard.hear(fact, at: .zero)
      ledger.hear(fact)
    }
    model.scoreboard.endOpening(stageCounts: ledger.stages, counts: ledger.counts)
    var next = 0
    for (month, end) in model.tables.calendar.monthEnds.enumerated() {
      while next < facts.count, SimulatedTime(days: facts[next].day) <= end {
        model.scoreboard.hear(facts[next].fact, at: SimulatedTime(days: facts[next].day))
        ledger.hear(facts[next].fact)
        next += 1
      }
      model.scoreboard.closeMonth(month, at: end, stageCounts: ledger.stages, counts: ledger.counts)
    }
    precondition(next == facts.count, "The facts of a story are in order, and within its months.")
    for balance in model.scoreboard.balances.results {
      #expect(balance.largestResidual <= balance.tolerance, "\(title): \(balance.balance)")
    }
    return model.scoreboard.takeReadings()
  }

  /// The children and the staff that the facts tell of, for the balances.
  private struct Ledger {
    private(set) var stages = Flat<Stage, Int>()
    private(set) var counts = StateCount()

    mutating func hear(_ fact: Fact) {
      switch fact {
      case .stageEntered(_, let stage, _): stages[stage] += 1
      case .stageLeft(_, let stage, _, _, _, _): stages[stage] -= 1
      case .postOpened: counts[.vacant] += 1
      case .workerStarted:
        counts[.inPost] += 1
        counts[.vacant] -= 1
      case .workerLeft:
        counts[.inPost] -= 1
        counts[.vacant] += 1
      case .agencyStarted: counts[.agency] += 1
      case .agencyEnded: counts[.agency] -= 1
      case .signOffAsked: counts[.unsigned] += 1
      case .signOffGiven, .signOffWithdrawn: counts[.unsigned] -= 1
      case .cohortWaits(let begins): counts[.cohorts] += begins ? 1 : -1
      default: break
      }
    }
  }
}

@Suite("Measures are what their definitions say")
struct MeasureTests {
  static let stories = MeasureStory.ofChildren + MeasureStory.ofStaff + MeasureStory.ofMoney

  @Test("Facts in, numbers out", arguments: stories)
  func reads(_ story: MeasureStory) {
    let tables = ModelTables(story.service)
    let readings = story.readings()
    let outcome = ReplicationOutcome(
      replication: 0, readings: readings, opening: [], balances: [], events: 0, staleEvents: 0, spells: [])
    for (series, wanted) in story.wanted {
      let words = series.split(separator: " ", maxSplits: 1).map(String.init)
      let found =
        SmallService.readings(outcome, tables, words[0], words.count > 1 ? words[1] : "").last ?? .nan
      #expect(abs(found - wanted) < 1e-9 * max(1, abs(wanted)), "\(series) is \(found), not \(wanted)")
    }
  }

  @Test("Every measure is in a story")
  func complete() {
    var service = ServiceParameters()
    service.watch.occupancyUpTo = 1
    service.watch.waitOverDays = 1
    let told = Set(Self.stories.flatMap { $0.wanted.map { String($0.key.prefix { $0 != " " }) } })
    for measure in Set(ModelTables(service).watched.map(\.measure)).sorted() {
      #expect(told.contains(measure), "\(measure) is in no story")
    }
  }
}
