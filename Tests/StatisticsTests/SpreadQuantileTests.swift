import Testing

@testable import Statistics

@Suite("Quantiles of the laws of uncertain quantities")
struct SpreadQuantileTests {
  /// Mean and variance of a law by its quantiles at the middles of equal slices of probability.
  private func moments(_ quantile: (Double) -> Double) -> (mean: Double, variance: Double) {
    let slices = 20_000
    let values = (0..<slices).map { quantile((Double($0) + 0.5) / Double(slices)) }
    let mean = values.reduce(0, +) / Double(slices)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(slices))
  }

  @Test("PERT has mean (low + 4 mode + high) / 6 and its known variance", arguments: [2.0, 3.0, 5.5, 8.0])
  func pert(mode: Double) {
    let (mean, variance) = moments { SpreadQuantile.pert($0, low: 2, mode: mode, high: 8) }
    let expected = (2 + 4 * mode + 8) / 6
    #expect(abs(mean - expected) < 1e-4)
    #expect(abs(variance - (expected - 2) * (8 - expected) / 7) < 1e-3)
  }

  @Test("A triangle has mean (low + mode + high) / 3 and its mode at the depth (mode - low) / width")
  func triangular() {
    let (mean, _) = moments { SpreadQuantile.triangular($0, low: 1, mode: 2, high: 6) }
    #expect(abs(mean - 3) < 1e-4)
    #expect(abs(SpreadQuantile.triangular(0.2, low: 1, mode: 2, high: 6) - 2) < 1e-12)
  }

  @Test("Normal, lognormal and uniform quantiles are those of the tables")
  func others() {
    #expect(abs(SpreadQuantile.normal(0.975, mean: 1, standardDeviation: 2) - 4.919_927_969) < 1e-8)
    #expect(abs(SpreadQuantile.uniform(0.25, low: 4, high: 8) - 5) < 1e-12)
    let (mean, variance) = moments { SpreadQuantile.lognormal($0, mean: 10, standardDeviation: 3) }
    #expect(abs(mean - 10) < 1e-3 && abs(variance - 9) < 0.05)
  }
}
