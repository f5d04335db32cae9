public import CGSL
public import CRandomStreams

/// A handle on a generator that has been pointed at a stream. Every draw is made by GSL's own sampler, or from the same
/// words in the same way: the same number to the last bit, an exponential to the last but one.
///
/// Keep it no longer than the draws for which it was asked: it owns nothing, and the next call of
/// `RandomStreams.stream` moves the generator under it.
@frozen
public struct RandomStream {
  /// GSL's generator, for a sampler that is not wrapped here.
  public let generator: UnsafeMutablePointer<gsl_rng>

  /// A handle on any generator of GSL's. The caller keeps the generator alive.
  @inlinable
  public init(generator: UnsafeMutablePointer<gsl_rng>) { self.generator = generator }

  /// The next 64 bits (fewer from a generator of GSL's that makes fewer).
  @inlinable
  public func word() -> UInt64 { caseload_word(generator) }

  /// Uniform in [0, 1); from one word.
  @inlinable
  public func uniform() -> Double { caseload_uniform(generator) }

  /// Uniform in (0, 1); draws again in the one case of 2^53 that gives zero.
  @inlinable
  public func uniformPositive() -> Double { caseload_uniform_positive(generator) }

  /// Whether something of probability `p` happens. Always takes exactly one uniform, also where `p` leaves no doubt,
  /// so that a changed probability shifts no later draw.
  @inlinable
  public func bernoulli(_ p: Double) -> Bool { caseload_uniform(generator) < p }

  /// Exponential with that mean (not negative); from one uniform.
  @inlinable
  public func exponential(mean: Double) -> Double { caseload_exponential(generator, mean) }

  /// Normal with that mean and standard deviation (ziggurat).
  @inlinable
  public func normal(mean: Double, sd: Double) -> Double {
    mean + gsl_ran_gaussian_ziggurat(generator, sd)
  }

  /// Lognormal, by the mean and standard deviation of its logarithm.
  @inlinable
  public func lognormal(mu: Double, sigma: Double) -> Double { caseload_lognormal(generator, mu, sigma) }

  /// Lognormal, by its own mean (above 0) and coefficient of variation (0 or more).
  @inlinable
  public func lognormal(mean: Double, cv: Double) -> Double {
    let (mu, sigma) = LognormalLaw.parameters(mean: mean, cv: cv)
    return caseload_lognormal(generator, mu, sigma)
  }

  /// Gamma, with mean `shape * scale`. Both above 0.
  @inlinable
  public func gamma(shape: Double, scale: Double) -> Double { gsl_ran_gamma(generator, shape, scale) }

  /// Gamma, by its mean (0 or more) and coefficient of variation; the mean itself, without a draw, when `cv` is 0.
  @inlinable
  public func gammaMeanCV(mean: Double, cv: Double) -> Double {
    if cv == 0 || mean == 0 { return mean }
    return gsl_ran_gamma(generator, 1 / (cv * cv), mean * cv * cv)
  }

  /// Weibull, with survival exp(-(x / scale)^shape). Both above 0.
  @inlinable
  public func weibull(shape: Double, scale: Double) -> Double { caseload_weibull(generator, scale, shape) }

  /// Beta on (0, 1), with mean `a / (a + b)`. Both above 0.
  @inlinable
  public func beta(_ a: Double, _ b: Double) -> Double { gsl_ran_beta(generator, a, b) }

  /// Poisson with that mean (0 or more).
  @inlinable
  public func poisson(mean: Double) -> Int { mean > 0 ? Int(gsl_ran_poisson(generator, mean)) : 0 }

  /// How many of `trials` (0 or more) independent trials, each of probability `p`, succeed.
  @inlinable
  public func binomial(trials: Int, probability p: Double) -> Int {
    Int(gsl_ran_binomial(generator, p, UInt32(trials)))
  }
}
