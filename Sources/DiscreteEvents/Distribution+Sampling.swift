extension Distribution {
  /// One length.
  ///
  /// - Complexity: constant; logarithmic in the table's length for an empirical law.
  @inlinable
  public func sample(_ stream: RandomStream) -> Double {
    switch family {
    case .constant: return first
    case .exponential: return stream.exponential(mean: first)
    case .uniform: return first + (second - first) * stream.uniform()
    case .triangular: return triangular(at: stream.uniform())
    case .gamma: return stream.gamma(shape: first, scale: second)
    case .weibull: return stream.weibull(shape: first, scale: second)
    case .lognormal: return stream.lognormal(mu: first, sigma: second)
    case .pert: return first + (second - first) * stream.beta(third, fourth)
    case .hyperexponential:
      return stream.exponential(mean: stream.uniform() < first ? second : third)
    case .empirical:
      guard let table else { return 0 }
      return table.values[stream.choose(cumulative: table.cumulative)]
    }
  }

  /// The length of a spell that is under way at a moment picked at random: an exact draw from the density
  /// x f(x) / E[X], since a long spell is the likelier to be met.
  ///
  /// In a steady state the time that such a spell has already lasted is uniform on (0, length), so an opening
  /// position draws `sampleLengthBiased(stream) * stream.uniform()`. The law must have no weight below 0.
  ///
  /// - Complexity: constant on average. Triangular and PERT are drawn by rejection: maximum / mean trials.
  @inlinable
  public func sampleLengthBiased(_ stream: RandomStream) -> Double {
    precondition(
      family == .empirical || first >= 0 || family == .lognormal, "A spell's length is not below 0.")
    switch family {
    case .constant: return first
    case .exponential: return stream.gamma(shape: 2, scale: first)
    case .uniform:
      let square = first * first
      return (square + (second * second - square) * stream.uniform()).squareRoot()
    case .triangular, .pert:
      let longest = family == .pert ? second : third
      while true {
        let drawn = sample(stream)
        if stream.uniform() * longest < drawn { return drawn }
      }
    case .gamma: return stream.gamma(shape: first + 1, scale: second)
    case .weibull: return weibullLengthBiased(stream)
    case .lognormal: return stream.lognormal(mu: first + second * second, sigma: second)
    case .hyperexponential:
      let firstWeight = first * second
      let total = firstWeight + (1 - first) * third
      return stream.gamma(shape: 2, scale: stream.uniform() * total < firstWeight ? second : third)
    case .empirical:
      guard let table else { return 0 }
      precondition(table.values[0] >= 0, "A spell's length is not below 0.")
      return table.values[stream.choose(cumulative: table.lengthBiased)]
    }
  }

  /// The triangular's length at that cumulative probability.
  @inlinable
  func triangular(at probability: Double) -> Double {
    let width = third - first
    if probability * width < second - first {
      return first + (probability * width * (second - first)).squareRoot()
    }
    return third - ((1 - probability) * width * (third - second)).squareRoot()
  }

  /// (X / scale)^shape of a length-biased Weibull is gamma with shape 1 + 1 / shape.
  @usableFromInline
  func weibullLengthBiased(_ stream: RandomStream) -> Double {
    second * WeibullLaw.power(stream.gamma(shape: 1 + 1 / first, scale: 1), 1 / first)
  }
}
