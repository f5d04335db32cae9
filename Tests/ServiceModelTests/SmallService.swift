import Dates
import DiscreteEvents
import Parameters
import Statistics

@testable import ServiceModel

/// Scenarios of the tests, made from the defaults: a service that does nothing.
enum SmallService {
  /// A run of so many months on equal months, with nothing in it.
  static func empty(months: Int = 12, seed: Int = 7) -> ServiceParameters {
    var service = ServiceParameters()
    service.run.starts = CivilDate(2015, 4, 1)
    service.run.ends = CivilDate(2015 + (3 + months) / 12, (3 + months) % 12 + 1, 1).adding(days: -1)
    service.run.calendar = .uniform
    service.run.seed = seed
    return service
  }

  /// Children on child in need plans that nobody holds, at an age at which no birthday matters.
  static func plans(
    perYear: Double, duration: DurationParameters, months: Int = 12, open: Int = 0, seed: Int = 7
  ) -> ServiceParameters {
    var service = empty(months: months, seed: seed)
    service.demand.referralsPerYear = perYear
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.childInNeed] = 1
    service.pathway.stages[.childInNeed].duration = duration
    service.pathway.endsAt18 = false
    service.opening.children[.childInNeed] = open
    service.opening.otherAges = teenagers
    return service
  }

  static var teenagers: Keyed<AgeBand, Double> {
    var ages = Keyed<AgeBand, Double>(repeating: 0)
    ages[.age10to15] = 1
    return ages
  }

  static func outcomes(_ service: ServiceParameters, _ replications: Range<Int> = 0..<1)
    -> [ReplicationOutcome]
  {
    var replicator = Replicator(ModelTables(service))
    return replications.map { replicator.run($0) }
  }

  /// Readings of a series in one replication, month by month; a rate as its ratio.
  static func readings(
    _ outcome: ReplicationOutcome, _ tables: ModelTables, _ measure: String, _ breakdown: String = ""
  ) -> [Double] {
    let watched = tables.watched
    guard let place = watched.firstIndex(where: { $0.measure == measure && $0.breakdown == breakdown }) else {
      preconditionFailure("There is no \(measure) \(breakdown).")
    }
    let series = watched[place]
    return (0..<tables.calendar.months).map { month in
      let index = month * outcome.readings.seriesCount + place
      let numerator = outcome.readings.numerators[index]
      switch series.gathering {
      case .rate, .stockRate: return numerator / outcome.readings.denominators[index]
      case .flow, .stock, .distribution: return numerator
      }
    }
  }
}

/// Numbers of a test's own, the same on every machine.
struct TestNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func uniform(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
  mutating func whole(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }
  mutating func chance(_ p: Double) -> Bool { uniform(0...1) < p }

  /// So many shares that sum to 1.
  mutating func shares(_ count: Int) -> [Double] {
    let weights = (0..<count).map { _ in uniform(0.01...1) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}
