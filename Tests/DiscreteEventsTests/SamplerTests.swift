import CGSL
import DiscreteEvents
import Testing

/// Each sampler against GSL's own cumulative law: 20,000 draws of a pinned seed, Kolmogorov-Smirnov below 1.95 (1 in
/// 1,000) where the law is continuous, and the mean within 3.5 standard errors.
@Suite("Samplers")
struct SamplerTests {
  struct Law: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mean: Double
    let draw: @Sendable (RandomStream) -> Double
    let cdf: @Sendable (Double) -> Double
  }

  static let continuous: [Law] = [
    Law(testDescription: "uniform", mean: 0.5, draw: { $0.uniform() }, cdf: { gsl_cdf_flat_P($0, 0, 1) }),
    Law(
      testDescription: "positive uniform", mean: 0.5, draw: { $0.uniformPositive() },
      cdf: { gsl_cdf_flat_P($0, 0, 1) }),
    Law(
      testDescription: "exponential", mean: 12, draw: { $0.exponential(mean: 12) },
      cdf: { gsl_cdf_exponential_P($0, 12) }),
    Law(
      testDescription: "normal", mean: 3, draw: { $0.normal(mean: 3, sd: 2) },
      cdf: { gsl_cdf_gaussian_P($0 - 3, 2) }),
    Law(
      testDescription: "gamma, shape below 1", mean: 2, draw: { $0.gamma(shape: 0.4, scale: 5) },
      cdf: { gsl_cdf_gamma_P($0, 0.4, 5) }),
    Law(
      testDescription: "gamma, shape above 1", mean: 20, draw: { $0.gamma(shape: 4, scale: 5) },
      cdf: { gsl_cdf_gamma_P($0, 4, 5) }),
    Law(
      testDescription: "gamma by mean and cv", mean: 120, draw: { $0.gammaMeanCV(mean: 120, cv: 0.5) },
      cdf: { gsl_cdf_gamma_P($0, 4, 30) }),
    Law(
      testDescription: "lognormal by mean and cv", mean: 120, draw: { $0.lognormal(mean: 120, cv: 1) },
      cdf: { gsl_cdf_lognormal_P($0, log(120) - log(2) / 2, log(2).squareRoot()) }),
    Law(
      testDescription: "lognormal by its logarithm", mean: exp(1.125),
      draw: { $0.lognormal(mu: 1, sigma: 0.5) }, cdf: { gsl_cdf_lognormal_P($0, 1, 0.5) }),
    Law(
      testDescription: "weibull", mean: 10 * gsl_sf_gamma(1 + 1 / 1.5),
      draw: { $0.weibull(shape: 1.5, scale: 10) }, cdf: { gsl_cdf_weibull_P($0, 10, 1.5) }),
    Law(testDescription: "beta", mean: 0.25, draw: { $0.beta(2, 6) }, cdf: { gsl_cdf_beta_P($0, 2, 6) }),
  ]

  @Test("Continuous", arguments: continuous)
  func continuousLaw(law: Law) {
    let sample = draws(20_000, seed: 31, law.draw)
    #expect(kolmogorovSmirnov(sample, cdf: law.cdf) < 1.95)
    #expect(standardErrors(of: sample, from: law.mean) < 3.5)
  }

  static let discrete: [Law] = [
    Law(
      testDescription: "poisson, small mean", mean: 0.7, draw: { Double($0.poisson(mean: 0.7)) },
      cdf: { gsl_cdf_poisson_P(UInt32($0), 0.7) }),
    Law(
      testDescription: "poisson, large mean", mean: 90, draw: { Double($0.poisson(mean: 90)) },
      cdf: { gsl_cdf_poisson_P(UInt32($0), 90) }),
    Law(
      testDescription: "binomial", mean: 12, draw: { Double($0.binomial(trials: 40, probability: 0.3)) },
      cdf: { gsl_cdf_binomial_P(UInt32($0), 0.3, 40) }),
    Law(
      testDescription: "bernoulli", mean: 0.15, draw: { $0.bernoulli(0.15) ? 1 : 0 },
      cdf: { gsl_cdf_binomial_P(UInt32($0), 0.15, 1) }),
  ]

  /// At each value the share of draws at or below it lies within 4 standard errors of the law's.
  @Test("Discrete", arguments: discrete)
  func discreteLaw(law: Law) {
    let sample = draws(20_000, seed: 32, law.draw)
    #expect(standardErrors(of: sample, from: law.mean) < 3.5)
    for value in Set(sample) {
      let expected = law.cdf(value)
      let share = Double(sample.count { $0 <= value }) / 20_000
      #expect(abs(share - expected) <= 4 * (expected * (1 - expected) / 20_000).squareRoot() + 1e-12)
    }
  }

  @Test("No variation means no variation")
  func degenerate() {
    #expect(draws(3, seed: 1) { $0.gammaMeanCV(mean: 7, cv: 0) } == [7, 7, 7])
    #expect(draws(3, seed: 1) { Double($0.poisson(mean: 0)) } == [0, 0, 0])
    #expect(draws(3, seed: 1) { Double($0.binomial(trials: 5, probability: 1)) } == [5, 5, 5])
  }

  @Test("A choice falls in proportion to the weights, never on a weight of 0", arguments: [6, 40])
  func choice(count: Int) {
    let weights = (0..<count).map { $0 % 3 == 1 ? 0 : Double($0 % 5 + 1) }
    var cumulative: [Double] = []
    for weight in weights { cumulative.append((cumulative.last ?? 0) + weight) }
    let total = cumulative[count - 1]
    let chosen = draws(50_000, seed: 33) { Double($0.choose(cumulative: cumulative)) }
    let again = draws(50_000, seed: 33) { Double($0.choose(cumulative: ContiguousArray(cumulative))) }
    #expect(chosen == again)
    for index in 0..<count {
      let share = Double(chosen.count { $0 == Double(index) }) / 50_000
      let expected = weights[index] / total
      #expect(abs(share - expected) <= 4 * (expected * (1 - expected) / 50_000).squareRoot())
    }
  }
}
