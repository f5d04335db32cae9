import DiscreteEvents
import Testing

/// Spells met at a random moment: density x f(x) / E[X]. Samples of 20,000 of a pinned seed, as for the plain laws.
@Suite("Length-biased draws")
struct LengthBiasedTests {
  @Test("Their mean is E[X^2] / E[X]", arguments: NamedLaw.continuous + NamedLaw.discrete)
  func mean(named: NamedLaw) {
    let law = named.law
    let sample = draws(20_000, seed: 51) { law.sampleLengthBiased($0) }
    #expect(standardErrors(of: sample, from: law.variance / law.mean + law.mean) < 3.5)
  }

  @Test("The elapsed part, uniform on the length, has the mean told", arguments: NamedLaw.continuous)
  func elapsed(named: NamedLaw) {
    let law = named.law
    let sample = draws(20_000, seed: 52) { law.sampleLengthBiased($0) * $0.uniform() }
    #expect(standardErrors(of: sample, from: law.meanElapsed) < 3.5)
  }

  /// The law of the elapsed part has density (1 - F(x)) / E[X], from renewal theory: nothing of the sampler's own
  /// arithmetic is in it.
  @Test("The elapsed part follows the stationary law", arguments: NamedLaw.continuous)
  func stationaryLaw(named: NamedLaw) {
    let law = named.law
    let sample = draws(20_000, seed: 53) { law.sampleLengthBiased($0) * $0.uniform() }
    var (integral, reached) = (0.0, 0.0)
    let statistic = kolmogorovSmirnov(sample) { elapsed in
      // Called in ascending order: the integral of survival goes on from where it stood.
      let middle = (reached + elapsed) / 2
      let heights = (1 - law.cdf(reached)) + 4 * (1 - law.cdf(middle)) + (1 - law.cdf(elapsed))
      integral += (elapsed - reached) / 6 * heights
      reached = elapsed
      return integral / law.mean
    }
    #expect(statistic < 1.95)
  }

  @Test("A table's values come in proportion to weight times value")
  func table() {
    let law = Distribution.empirical(values: [0, 1, 4], weights: [10, 4, 2])
    let sample = draws(30_000, seed: 54) { law.sampleLengthBiased($0) }
    #expect(!sample.contains(0))
    let ones = Double(sample.count { $0 == 1 }) / 30_000
    // 4 of 12; standard error 0.0027.
    #expect(abs(ones - 1.0 / 3) < 0.011)
  }
}
