/// A law of durations, with what the infinite-server formulas need of it.
public enum DurationLaw: Sendable, Hashable {
  /// Memoryless, with that mean.
  case exponential(mean: Double)
  /// Always exactly that long.
  case fixed(Double)
  /// Lognormal, with that mean (not the mean of the logarithm) and coefficient of variation.
  case lognormal(mean: Double, variation: Double)
  /// Gamma, with that mean and shape.
  case gamma(mean: Double, shape: Double)

  /// Mean duration.
  public var mean: Double {
    switch self {
    case .exponential(let mean), .fixed(let mean), .lognormal(let mean, _), .gamma(let mean, _): mean
    }
  }

  /// Throws where a mean, a variation or a shape is not positive.
  public func validate() throws(CalculationError) {
    try Check.positive("mean", mean)
    switch self {
    case .lognormal(_, let variation): try Check.positive("variation", variation)
    case .gamma(_, let shape): try Check.positive("shape", shape)
    case .exponential, .fixed: break
    }
  }

  /// Probability of lasting longer than a time of zero or more.
  public func survival(_ time: Double) -> Double {
    guard time > 0 else { return 1 }
    switch self {
    case .exponential(let mean): return exponentialTail(time / mean)
    case .fixed(let mean): return time < mean ? 1 : 0
    case .lognormal(let mean, let variation):
      return LognormalLaw(mean: mean, variation: variation).survival(time)
    case .gamma(let mean, let shape):
      return 1 - SpecialFunctions.gammaCumulative(time * shape / mean, shape: shape)
    }
  }

  /// Mean of the smaller of the duration and a time of zero or more: the integral of the survival up to that time.
  public func limitedMean(_ time: Double) -> Double {
    guard time > 0 else { return 0 }
    switch self {
    case .exponential(let mean): return mean * (1 - exponentialTail(time / mean))
    case .fixed(let mean): return min(time, mean)
    case .lognormal(let mean, let variation):
      return LognormalLaw(mean: mean, variation: variation).limitedMean(time)
    case .gamma(let mean, let shape):
      let below = SpecialFunctions.gammaCumulative(time * shape / mean, shape: shape + 1)
      return mean * below + time * survival(time)
    }
  }

  private func exponentialTail(_ x: Double) -> Double { Statistics.exponential(-x) }
}
