import TestSupport
import Testing

@testable import Statistics

@Suite("Precision")
struct PrecisionTests {
  // Source: A. M. Law, Simulation Modeling and Analysis, section 9.4.1: the rule, worked here for ten bank delays.
  @Test func theNumberNeededIsTheSmallestThatIsEnough() throws {
    let pilot = Tally([1.53, 1.66, 1.24, 2.34, 2.0, 1.69, 2.69, 2.86, 1.7, 2.6])
    for wanted in [0.15, 0.1, 0.05, 0.01] {
      let needed = try #require(
        Precision.replicationsNeeded(relativeHalfWidth: wanted, pilot: pilot, confidence: 0.9))
      func relative(_ count: Int) -> Double {
        let reach = CriticalValue.studentT(confidence: 0.9, degreesOfFreedom: Double(count - 1))
        return reach * pilot.standardDeviation / Double(count).squareRoot() / pilot.mean
      }
      #expect(relative(needed) <= wanted && relative(needed - 1) > wanted)
    }
  }

  @Test func enoughAlreadyOrNeverEnough() {
    #expect(Precision.replicationsNeeded(relativeHalfWidth: 0.5, pilot: Tally([10, 10.1, 9.9])) == 3)
    #expect(Precision.replicationsNeeded(relativeHalfWidth: 0.05, pilot: Tally([-1, 1, 0])) == nil)
    #expect(Precision.replicationsNeeded(relativeHalfWidth: 0.05, pilot: Tally([1])) == nil)
    #expect(
      Precision.replicationsNeeded(
        relativeHalfWidth: 0.05, n: 20, mean: 1, standardDeviation: 5, limit: 20) == nil)
  }

  @Test("Each row of the table is the tally so far")
  func rows() throws {
    var random = SplitMix(seed: 31)
    let results = random.uniforms(40)
    let table = ReplicationsTable(results, confidence: 0.9)
    #expect(table.rows.map(\.count) == Array(2...40))
    for row in table.rows {
      let tally = Tally(results[..<row.count])
      #expect(row.mean == tally.mean && row.standardDeviation == tally.standardDeviation)
      #expect(row.interval == tally.meanInterval(confidence: 0.9))
    }
    #expect(ReplicationsTable([1]).rows.isEmpty)
  }

  @Test func lookAheadGrowsWithTheCount() {
    #expect(ReplicationsTable.lookAhead(after: 3) == 5)
    #expect(ReplicationsTable.lookAhead(after: 100) == 5)
    #expect(ReplicationsTable.lookAhead(after: 250) == 12)
    #expect(ReplicationsTable.lookAhead(after: 250, base: 0) == 0)
  }

  @Test("A precision that is lost again during the look-ahead does not stop the run")
  func lookAhead() {
    // Narrow at three, thrown wide at four, and then slowly narrow again.
    let results = [10.0, 10.01, 9.99, 14] + Array(repeating: 10.2, count: 60)
    let table = ReplicationsTable(results)
    #expect(table.stoppingCount(relativeHalfWidth: 0.05, lookAhead: 0) == 3)
    let stop = table.stoppingCount(relativeHalfWidth: 0.05)
    #expect((stop ?? 0) > 4)
    #expect(
      table.rows.filter { $0.count >= (stop ?? 0) }.prefix(6).allSatisfy { $0.relativeHalfWidth <= 0.05 })
    #expect(table.stoppingCount(relativeHalfWidth: 1e-9) == nil)
    #expect(table.stoppingCount(relativeHalfWidth: 0.05, minimum: 63) == nil)
  }

  // Source: the rule of K. P. White, 1997; series A and B of the verification case.
  @Test func warmUp() throws {
    var seriesA: [Double] = []
    var decay = 1.0
    for i in 1...100 {
      decay *= 0.9
      seriesA.append(10 * (1 - decay) + (i % 2 == 0 ? 0.5 : -0.5))
    }
    let found = try #require(WarmUp(seriesA + [1e9]))
    #expect(found.batches == 7 && found.observations == 35 && found.isConverged)
    #expect(near(found.statistic, 0.0008853, within: 1e-7) && near(found.mean, 9.97307001, within: 1e-8))
    #expect(found.unrestrictedBatches == 19)
    let seriesB = (1...100).map { $0 <= 15 ? 0 : ($0 % 2 == 1 ? 1.0 : 3) }
    let other = try #require(WarmUp(seriesB))
    #expect(other.batches == 3 && near(other.statistic, 0.0023447995, within: 1e-9))
  }

  @Test func aSeriesThatNeverSettlesIsSaidNotToHaveConverged() throws {
    let rising = try #require(WarmUp((0..<100).map(Double.init)))
    #expect(rising.batches == 10 && !rising.isConverged)
    let flat = try #require(WarmUp(Array(repeating: 4, count: 50)))
    #expect(flat.batches == 0 && flat.mean == 4 && flat.isConverged)
    #expect(WarmUp([1, 2, 3, 4, 5, 6]) == nil)
    #expect(WarmUp([1, 2], batchSize: 1) != nil)
  }
}
