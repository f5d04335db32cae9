import Experiments
import Parameters
import Testing

@testable import ServiceModel

@Suite("Values gathered from replications")
struct GatheredTests {
  /// Three months of one series of each kind, in one replication: numerators and denominators.
  private static let readings: [Series.Gathering: (numerators: [Double], denominators: [Double])] = [
    .flow: ([1, 2, 4], [1, 1, 1]), .stock: ([10, 20, 40], [1, 1, 1]), .rate: ([1, 0, 5], [2, 0, 8]),
    .stockRate: ([3, 6, 5], [4, 8, 20]), .distribution: ([7, 8, 9], [7, 7.5, 8.5]),
  ]
  private static let kinds: [Series.Gathering] = [.flow, .stock, .rate, .stockRate, .distribution]

  private func gathered() -> Gathered {
    var readings = Readings(months: 3, series: 5)
    for (series, kind) in Self.kinds.enumerated() {
      guard let values = Self.readings[kind] else { continue }
      for month in 0..<3 {
        readings.set(series, month, values.numerators[month], over: values.denominators[month])
      }
    }
    let outcome = ReplicationOutcome(
      replication: 0, readings: readings, opening: [], balances: [], events: 0, staleEvents: 0, spells: [])
    let watched = Self.kinds.map { Series(measure: $0.rawValue, unit: .none, gathering: $0) }
    return Gathered([outcome, outcome], watched: watched)
  }

  private func values(_ take: (Gathered, Int) -> [Double]) -> [Double] {
    let gathered = gathered()
    return Self.kinds.indices.map { series in
      let both = take(gathered, series)
      #expect(both.count == 2)
      return both[0]
    }
  }

  @Test func aMonth() {
    #expect(values { $0.month($1, 2) } == [4, 40, 0.625, 0.25, 9])
    #expect(gathered().month(2, 1)[0].isNaN, "a rate of nothing")
  }

  @Test func aSpan() { #expect(values { $0.span($1, 0..<3) } == [7, 40, 0.6, 0.25, 8.5]) }

  @Test func theLongRun() {
    #expect(values { $0.longRun($1, 1..<3) } == [3, 30, 0.625, 11.0 / 28, 8.5])
  }
}
