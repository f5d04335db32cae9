import TestSupport
import Testing

@testable import Statistics

@Suite("Comparisons")
struct ComparisonTests {
  // Source: A. M. Law, Simulation Modeling and Analysis, chapter 10: 4.98, [1.65, 8.31]; Welch 7.99 and [2.66, 7.30].
  let first = [126.97, 124.31, 126.68, 122.66, 127.23]
  let second = [118.21, 120.22, 122.45, 122.68, 119.4]

  @Test func lawsInventory() throws {
    let paired = try #require(PairedComparison(first, second))
    #expect(near(paired.meanDifference, 4.978))
    let interval = paired.interval(confidence: 0.9)
    #expect(near(interval.lower, 1.64912687, within: 1e-8) && near(interval.upper, 8.30687313, within: 1e-8))
    #expect(near(paired.unpaired.degreesOfFreedom, 7.99238593, within: 1e-8))
    let unpaired = paired.unpaired.interval(confidence: 0.9)
    #expect(near(unpaired.lower, 2.66078562, within: 1e-8) && near(unpaired.upper, 7.29521438, within: 1e-8))
    #expect(paired.shareFirstAbove == 0.8)
    #expect(paired.varianceReduction < 1)
  }

  @Test("The reduction in variance follows from the correlation")
  func reduction() throws {
    var random = SplitMix(seed: 5)
    let common = random.uniforms(500)
    let one = zip(common, random.uniforms(500)).map { 3 * $0 + $1 }
    let two = zip(common, random.uniforms(500)).map { 3 * $0 + $1 - 0.2 }
    let paired = try #require(PairedComparison(one, two))
    let correlation = try #require(paired.correlation)
    let (a, b) = (paired.first.standardDeviation, paired.second.standardDeviation)
    let expected = (a * a + b * b) / (a * a + b * b - 2 * correlation * a * b)
    #expect(near(paired.varianceReduction, expected, within: 1e-9) && paired.varianceReduction > 5)
    #expect(paired.interval().halfWidth < paired.unpaired.interval().halfWidth)
  }

  @Test func pairsThatDoNotVary() throws {
    let same = try #require(PairedComparison([1, 2, 3], [1, 2, 3]))
    #expect(same.pValue == 1 && same.shareFirstAbove == 0.5 && same.varianceReduction == .infinity)
    let shifted = try #require(PairedComparison([2, 3, 4], [1, 2, 3]))
    #expect(shifted.pValue == 0 && shifted.interval() == Interval(lower: 1, upper: 1))
    let flat = try #require(PairedComparison([1, 1], [1, 1]))
    #expect(flat.varianceReduction == 1 && flat.correlation == nil)
    #expect(flat.unpaired.interval() == Interval(lower: 0, upper: 0))
    #expect(PairedComparison([1], [1]) == nil && PairedComparison([1, 2], [1]) == nil)
  }

  @Test("A p-value below 0.1 is a 90 per cent interval without zero")
  func pValueAgreesWithInterval() throws {
    var random = SplitMix(seed: 6)
    for _ in 0..<200 {
      let one = random.uniforms(8)
      let two = random.uniforms(8).map { $0 + 0.15 }
      let paired = try #require(PairedComparison(one, two))
      #expect((paired.pValue < 0.1) == !paired.interval(confidence: 0.9).contains(0))
    }
  }

  @Test func verdicts() {
    #expect(Verdict(Interval(lower: 1, upper: 3)) == .higher)
    #expect(Verdict(Interval(lower: -3, upper: -1)) == .lower)
    #expect(Verdict(Interval(lower: -1, upper: 3)) == .unresolved)
    #expect(Verdict(Interval(lower: -1, upper: 1), indifference: 2) == .equivalent)
    #expect(Verdict(Interval(lower: 0.5, upper: 1), indifference: 2) == .equivalent)
    #expect(Verdict(Interval(lower: 1, upper: 3), indifference: 2) == .higher)
    #expect(Verdict(Interval(lower: -1, upper: 3), indifference: 2) == .unresolved)
  }

  // Worked by hand from the definition: 5 x 0.01, 4 x 0.02, 3 x 0.03, then never falling.
  @Test func holm() {
    let adjusted = MultipleComparisons.holm([0.04, 0.01, 0.05, 0.03, 0.02])
    #expect(zip(adjusted, [0.09, 0.05, 0.09, 0.09, 0.08]).allSatisfy { near($0, $1, within: 1e-12) })
    #expect(MultipleComparisons.holm([0.6, 0.9]) == [1, 1])
    #expect(MultipleComparisons.holm([0.03]) == [0.03])
    #expect(MultipleComparisons.holm([]).isEmpty)
  }

  @Test("Adjusted values keep the order and never fall")
  func holmOrder() {
    var random = SplitMix(seed: 11)
    let values = random.uniforms(25).map { $0 * $0 * $0 }
    let adjusted = MultipleComparisons.holm(values)
    for (index, value) in values.enumerated() {
      #expect(adjusted[index] >= value && adjusted[index] <= min(1, 25 * value))
      for (other, second) in values.enumerated() where value <= second {
        #expect(adjusted[index] <= adjusted[other])
      }
    }
  }
}
