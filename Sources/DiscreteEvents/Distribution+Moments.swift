import CGSL

extension Distribution {
  /// The mean length.
  public var mean: Double {
    switch family {
    case .constant, .exponential: return first
    case .uniform: return (first + second) / 2
    case .triangular: return (first + second + third) / 3
    case .gamma: return first * second
    case .weibull: return second * WeibullLaw.moment(1, shape: first)
    case .lognormal: return exp(first + second * second / 2)
    case .pert: return first + (second - first) * third / (third + fourth)
    case .hyperexponential: return first * second + (1 - first) * third
    case .empirical: return table?.average { $0 } ?? 0
    }
  }

  /// The variance of the length, in the unit's square.
  public var variance: Double {
    switch family {
    case .constant: return 0
    case .exponential: return first * first
    case .uniform: return (second - first) * (second - first) / 12
    case .triangular:
      let (a, b, c) = (first, second, third)
      return ((b - a) * (b - a) + (c - a) * (c - b)) / 18
    case .gamma: return first * second * second
    case .weibull:
      let mean = WeibullLaw.moment(1, shape: first)
      return second * second * (WeibullLaw.moment(2, shape: first) - mean * mean)
    case .lognormal: return expm1(second * second) * exp(2 * first + second * second)
    case .pert:
      let sum = third + fourth
      return (second - first) * (second - first) * third * fourth / (sum * sum * (sum + 1))
    case .hyperexponential:
      return 2 * (first * second * second + (1 - first) * third * third) - mean * mean
    case .empirical:
      let centre = mean
      return table?.average { ($0 - centre) * ($0 - centre) } ?? 0
    }
  }

  /// The mean time since the start of a length that is under way at a moment picked at random: E[X^2] / (2 E[X]).
  ///
  /// In a steady state it is also the mean time still to go. 0 when the mean is 0.
  public var meanElapsed: Double {
    let mean = self.mean
    return mean == 0 ? 0 : (variance + mean * mean) / (2 * mean)
  }

  /// The probability of a length of at most `length`.
  public func cdf(_ length: Double) -> Double {
    switch family {
    case .constant: return length < first ? 0 : 1
    case .exponential: return gsl_cdf_exponential_P(max(length, 0), first)
    case .uniform: return gsl_cdf_flat_P(length, first, second)
    case .triangular: return triangularCDF(length)
    case .gamma: return length <= 0 ? 0 : gsl_cdf_gamma_P(length, first, second)
    case .weibull: return length <= 0 ? 0 : gsl_cdf_weibull_P(length, second, first)
    case .lognormal: return length <= 0 ? 0 : gsl_cdf_lognormal_P(length, first, second)
    case .pert: return gsl_cdf_beta_P(min(max((length - first) / (second - first), 0), 1), third, fourth)
    case .hyperexponential:
      let reached = max(length, 0)
      return first * gsl_cdf_exponential_P(reached, second)
        + (1 - first) * gsl_cdf_exponential_P(reached, third)
    case .empirical: return table?.share(upTo: length) ?? 0
    }
  }

  private func triangularCDF(_ length: Double) -> Double {
    let (low, mode, high) = (first, second, third)
    if length <= low { return 0 }
    if length >= high { return 1 }
    if length <= mode { return (length - low) * (length - low) / ((high - low) * (mode - low)) }
    return 1 - (high - length) * (high - length) / ((high - low) * (high - mode))
  }
}
