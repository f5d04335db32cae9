import CGSL
import DiscreteEvents
import Testing

/// The laws on which every property is tried.
struct NamedLaw: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let law: Distribution

  static let continuous: [NamedLaw] = [
    NamedLaw(testDescription: "exponential", law: .exponential(mean: 30)),
    NamedLaw(testDescription: "uniform", law: .uniform(2, 10)),
    NamedLaw(testDescription: "triangular", law: .triangular(minimum: 1, mode: 3, maximum: 15)),
    NamedLaw(
      testDescription: "triangular, mode at the end", law: .triangular(minimum: 0, mode: 5, maximum: 5)),
    NamedLaw(testDescription: "gamma by mean and cv", law: .gamma(mean: 120, cv: 0.5)),
    NamedLaw(testDescription: "gamma, cv above 1", law: .gamma(mean: 40, cv: 1.6)),
    NamedLaw(testDescription: "erlang", law: .erlang(mean: 9, phases: 3)),
    NamedLaw(testDescription: "weibull, falling hazard", law: .weibull(shape: 0.8, mean: 200)),
    NamedLaw(testDescription: "weibull by mean and cv", law: .weibull(mean: 50, cv: 0.4)),
    NamedLaw(testDescription: "weibull by scale", law: .weibull(shape: 2, scale: 5)),
    NamedLaw(testDescription: "lognormal", law: .lognormal(mean: 120, cv: 1)),
    NamedLaw(testDescription: "lognormal by its logarithm", law: .lognormal(mu: 2, sigma: 0.3)),
    NamedLaw(testDescription: "pert", law: .pert(minimum: 5, mode: 10, maximum: 45)),
    NamedLaw(testDescription: "hyperexponential", law: .hyperexponential(mean: 60, cv: 2)),
    NamedLaw(testDescription: "two phases", law: .twoPhase(share: 0.3, firstMean: 5, secondMean: 90)),
  ]

  static let discrete: [NamedLaw] = [
    NamedLaw(testDescription: "constant", law: .constant(45)),
    NamedLaw(testDescription: "table", law: .empirical(values: [9, 1, 4, 30], weights: [2, 5, 0, 1])),
    NamedLaw(
      testDescription: "long table",
      law: .empirical(values: (0..<50).map(Double.init), weights: (0..<50).map { Double($0 % 7) })),
  ]
}

/// Samples of 20,000 of a pinned seed. Means within 3.5 standard errors; Kolmogorov-Smirnov below 1.95, which 1 in
/// 1,000 samples passes by chance.
@Suite("Distributions")
struct DistributionTests {
  @Test("Samples follow the cumulative law, mean and variance", arguments: NamedLaw.continuous)
  func samples(named: NamedLaw) {
    let law = named.law
    let sample = draws(20_000, seed: 41) { law.sample($0) }
    #expect(kolmogorovSmirnov(sample, cdf: law.cdf) < 1.95)
    #expect(standardErrors(of: sample, from: law.mean) < 3.5)
    let squares = sample.map { ($0 - law.mean) * ($0 - law.mean) }
    #expect(standardErrors(of: squares, from: law.variance) < 3.5)
  }

  @Test("Discrete laws: shares of values, mean and variance", arguments: NamedLaw.discrete)
  func discreteSamples(named: NamedLaw) {
    let law = named.law
    let sample = draws(20_000, seed: 42) { law.sample($0) }
    #expect(standardErrors(of: sample, from: law.mean) < 3.5)
    #expect(standardErrors(of: sample.map { ($0 - law.mean) * ($0 - law.mean) }, from: law.variance) < 3.5)
    for value in Set(sample) {
      let share = Double(sample.count { $0 <= value }) / 20_000
      let expected = law.cdf(value)
      #expect(abs(share - expected) <= 4 * (expected * (1 - expected) / 20_000).squareRoot() + 1e-12)
    }
  }

  @Test("Mean and variance are those of the cumulative law", arguments: NamedLaw.continuous)
  func momentsByIntegration(named: NamedLaw) {
    let law = named.law
    // E[X] and E[X^2] as integrals of survival, in geometric steps to where nothing is left; relative tolerance.
    var (mean, square, low) = (0.0, 0.0, 0.0)
    var high = 1e-4
    while low < 1e6 {
      let middle = (low + high) / 2
      let (a, b, c) = (1 - law.cdf(low), 1 - law.cdf(middle), 1 - law.cdf(high))
      mean += (high - low) / 6 * (a + 4 * b + c)
      square += (high - low) / 3 * (a * low + 4 * b * middle + c * high)
      (low, high) = (high, high * 1.0005)
    }
    #expect(abs(mean / law.mean - 1) < 1e-5)
    #expect(abs((square - mean * mean) / law.variance - 1) < 1e-4)
    #expect(abs(square / (2 * mean) / law.meanElapsed - 1) < 1e-4)
  }

  @Test(
    "Mean and coefficient of variation are those asked for", arguments: [0.05, 0.3, 0.5, 0.99, 1, 1.7, 4])
  func byMeanAndVariation(cv: Double) {
    var laws: [Distribution] = [
      .gamma(mean: 80, cv: cv), .weibull(mean: 80, cv: cv), .lognormal(mean: 80, cv: cv),
    ]
    if cv >= 1 { laws.append(.hyperexponential(mean: 80, cv: cv)) }
    for law in laws {
      #expect(abs(law.mean / 80 - 1) < 1e-9)
      #expect(abs(law.variance.squareRoot() / law.mean / cv - 1) < 1e-7)
    }
  }

  @Test("Without variation a law is constant, and constants draw nothing")
  func constants() {
    for law in [
      Distribution.gamma(mean: 7, cv: 0), .weibull(mean: 7, cv: 0), .lognormal(mean: 7, cv: 0),
      .uniform(7, 7),
      .triangular(minimum: 7, mode: 7, maximum: 7), .pert(minimum: 7, mode: 7, maximum: 7),
    ] {
      #expect(law == .constant(7))
    }
    let streams = RandomStreams(seed: 1, replication: 0)
    let stream = streams.stream(0, entity: 0)
    #expect(Distribution.constant(7).sample(stream) == 7)
    #expect(stream.word() == StreamName().words(1)[0])
    #expect(Distribution.constant(7).cdf(6.999) == 0 && Distribution.constant(7).cdf(7) == 1)
    #expect(Distribution.constant(0).meanElapsed == 0)
  }

  @Test("Laws made by different roads are equal")
  func equality() {
    #expect(Distribution.hyperexponential(mean: 3, cv: 1) == .exponential(mean: 3))
    #expect(Distribution.erlang(mean: 12, phases: 3) == .gamma(shape: 3, scale: 4))
    #expect(
      Distribution.empirical(values: [2, 1], weights: [3, 4])
        == .empirical(values: [1, 2, 5], weights: [4, 3, 0]))
    #expect(Distribution.exponential(mean: 3) != .constant(3))
  }
}
