import TestSupport
import Testing

@testable import Statistics

@Suite("Samples")
struct SampleTests {
  // Worked by hand from the definition: linear between order statistics at 9 p.
  @Test func quantilesOfTypeSeven() {
    let numbers = [3.0, 1, 2, 5, 4, 6, 10, 8, 7, 9]
    let found = Sample.quantiles(numbers, [0, 0.1, 0.25, 0.5, 0.9, 1])
    #expect(zip(found, [1, 1.9, 3.25, 5.5, 9.1, 10]).allSatisfy { near($0, $1, within: 1e-14) })
    #expect(Sample.quantile(sorted: [7], 0.3) == 7)
  }

  @Test("Quantiles rise with the probability and stay inside the sample")
  func quantilesRise() {
    var random = SplitMix(seed: 21)
    let sorted = random.uniforms(37).sorted()
    let found = (0...100).map { Sample.quantile(sorted: sorted, Double($0) / 100) }
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(found.first == sorted.first && found.last == sorted.last)
  }

  @Test func expectedShortfallCountsTheStraddlingNumberInPart() {
    let sorted = (1...10).map(Double.init)
    #expect(Sample.expectedShortfall(sorted: sorted, 0) == 5.5)
    #expect(near(Sample.expectedShortfall(sorted: sorted, 0.8), 9.5))
    // The worst quarter of ten is 10, 9 and half of 8.
    #expect(near(Sample.expectedShortfall(sorted: sorted, 0.75), (10 + 9 + 4) / 2.5))
    #expect(near(Sample.expectedShortfall(sorted: sorted, 0.999), 10))
    #expect(Sample.expectedShortfall(sorted: [6], 0.5) == 6)
  }

  @Test("An expected shortfall is never below its quantile's order statistic or the mean")
  func shortfallExceedsQuantile() {
    var random = SplitMix(seed: 22)
    let sorted = random.uniforms(200).sorted()
    for p in [0.1, 0.5, 0.9, 0.95, 0.99] {
      #expect(Sample.expectedShortfall(sorted: sorted, p) >= Sample.quantile(sorted: sorted, p))
      #expect(Sample.expectedShortfall(sorted: sorted, p) >= Tally(sorted).mean)
    }
  }

  @Test func correlation() throws {
    #expect(Sample.correlation([1, 2, 3], [2, 4, 6]) == 1)
    #expect(Sample.correlation([1, 2, 3], [6, 4, 2]) == -1)
    #expect(Sample.correlation([1, 2, 3], [5, 5, 5]) == nil)
    #expect(Sample.correlation([1], [2]) == nil)
    // Source: F. J. Anscombe, The American Statistician 27, 1973: first set, 0.816.
    let x = [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    #expect(near(try #require(Sample.correlation(x, y)), 0.81642052, within: 1e-8))
  }

  // Source: binomial points; the verification case of quantile intervals.
  @Test(
    "Ranks that enclose a quantile",
    arguments: [
      (200, 0.9, 171, 189, 0.9668839), (1000, 0.8, 775, 825, 0.95189958), (500, 0.9, 436, 464, 0.9633953),
      (100, 0.5, 40, 61, 0.9647998),
    ])
  func ranks(n: Int, p: Double, lower: Int, upper: Int, coverage: Double) throws {
    let found = try #require(Sample.quantileInterval(n: n, p: p))
    #expect(
      found.lowerRank == lower && found.upperRank == upper && near(found.coverage, coverage, within: 1e-8))
  }

  @Test func tooFewNumbersEncloseNothing() {
    #expect(Sample.quantileInterval(n: 5, p: 0.5) == nil)
    #expect(Sample.quantileInterval(n: 6, p: 0.5) != nil)
    #expect(Sample.quantileInterval(n: 30, p: 0.99) == nil)
    #expect(Sample.quantileInterval(sorted: [1, 2, 3], p: 0.9) == nil)
  }

  @Test("The stated coverage is never below the confidence")
  func statedCoverage() {
    for n in stride(from: 10, through: 400, by: 13) {
      for confidence in [0.8, 0.9, 0.95, 0.99] {
        guard let found = Sample.quantileInterval(n: n, p: 0.7, confidence: confidence) else { continue }
        #expect(found.coverage >= confidence - 1e-12)
      }
    }
  }

  @Test("In 4,000 samples the interval covers as often as it says")
  func simulatedCoverage() throws {
    var random = SplitMix(seed: 20_250_101)
    let (samples, size, p) = (4000, 60, 0.8)
    var covered = 0
    for _ in 0..<samples {
      let sorted = random.uniforms(size).sorted()
      if try #require(Sample.quantileInterval(sorted: sorted, p: p)).contains(p) { covered += 1 }
    }
    let stated = try #require(Sample.quantileInterval(n: size, p: p)).coverage
    let error = (stated * (1 - stated) / Double(samples)).squareRoot()
    #expect(abs(Double(covered) / Double(samples) - stated) < 3.29 * error)
  }
}
