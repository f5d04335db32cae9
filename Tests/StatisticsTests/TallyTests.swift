import TestSupport
import Testing

@testable import Statistics

@Suite("Tally")
struct TallyTests {
  @Test func anEmptyTallyHasNoMean() {
    let tally = Tally()
    #expect(tally.count == 0 && tally.sum == 0)
    #expect(tally.mean.isNaN && tally.min.isNaN && tally.max.isNaN && tally.variance.isNaN)
  }

  @Test func oneNumberHasNoSpread() {
    let tally = Tally([4])
    #expect(tally.mean == 4 && tally.min == 4 && tally.max == 4)
    #expect(tally.variance.isNaN && tally.standardError.isNaN)
  }

  // Source: A. M. Law, Simulation Modeling and Analysis, chapter 9: ten bank delays, mean 2.03 and variance 0.31.
  @Test func knownSample() {
    let tally = Tally([1.53, 1.66, 1.24, 2.34, 2.0, 1.69, 2.69, 2.86, 1.7, 2.6])
    #expect(near(tally.mean, 2.031) && near(tally.variance, 0.3090988889, within: 1e-9))
    #expect(tally.min == 1.24 && tally.max == 2.86 && near(tally.sum, 20.31))
    #expect(near(tally.standardError, (0.3090988889 / 10).squareRoot(), within: 1e-9))
  }

  // Source: NIST Statistical Reference Datasets, univariate: NumAcc1, NumAcc2, NumAcc3 and NumAcc4, certified values.
  @Test("Numerically hard samples keep at least eight digits")
  func accuracy() {
    func series(_ first: Double, _ low: Double, _ high: Double) -> [Double] {
      [first] + (0..<500).flatMap { _ in [low, high] }
    }
    let sets: [(data: [Double], mean: Double, deviation: Double)] = [
      ([10_000_001, 10_000_003, 10_000_002], 10_000_002, 1),
      (series(1.2, 1.1, 1.3), 1.2, 0.1),
      (series(1_000_000.2, 1_000_000.1, 1_000_000.3), 1_000_000.2, 0.1),
      (series(10_000_000.2, 10_000_000.1, 10_000_000.3), 10_000_000.2, 0.1),
    ]
    for set in sets {
      let tally = Tally(set.data)
      #expect(abs(tally.mean - set.mean) <= 1e-12 * set.mean)
      #expect(abs(tally.standardDeviation - set.deviation) <= 1e-8 * set.deviation)
    }
  }

  @Test("Merging the parts equals one tally, wherever the cut", arguments: [0, 1, 2, 500, 999, 1000])
  func merging(cut: Int) {
    var random = SplitMix(seed: 7)
    let numbers = random.uniforms(1000).map { 1000 + 5 * $0 }
    var merged = Tally(numbers[..<cut])
    merged.merge(Tally(numbers[cut...]))
    let whole = Tally(numbers)
    #expect(merged.count == whole.count && merged.min == whole.min && merged.max == whole.max)
    #expect(
      near(merged.mean, whole.mean, within: 1e-13) && near(merged.variance, whole.variance, within: 1e-10))
  }

  @Test("Merging is the same in either order, and in any grouping")
  func mergingOrder() {
    var random = SplitMix(seed: 8)
    let parts = (1...3).map { Tally(random.uniforms(10 * $0)) }
    var left = parts[0]
    left.merge(parts[1])
    left.merge(parts[2])
    var right = parts[2]
    right.merge(parts[1])
    right.merge(parts[0])
    #expect(near(left.mean, right.mean, within: 1e-14) && near(left.variance, right.variance, within: 1e-13))
  }

  @Test("Shifting every number shifts the mean and leaves the spread")
  func shift() {
    var random = SplitMix(seed: 9)
    let numbers = random.uniforms(200)
    let near0 = Tally(numbers)
    let far = Tally(numbers.map { $0 + 1e6 })
    #expect(
      near(far.mean, near0.mean + 1e6, within: 1e-14) && near(far.variance, near0.variance, within: 1e-7))
  }
}
