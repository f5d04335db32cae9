/// A law for a quantity that is not known exactly, by its quantiles.
public enum SpreadLaw: Sendable, Hashable {
  /// `low < high`.
  case uniform(low: Double, high: Double)
  /// `low <= mode <= high`, `low < high`.
  case triangular(low: Double, mode: Double, high: Double)
  /// Beta over `low ... high` with mean (low + 4 mode + high) / 6 (D. G. Malcolm and others, Operations Research 7, 1959).
  case pert(low: Double, mode: Double, high: Double)
  case normal(mean: Double, standardDeviation: Double)
  /// By the mean and standard deviation of the quantity itself; both above 0.
  case lognormal(mean: Double, standardDeviation: Double)

  /// The value below which the quantity lies with probability `p`, strictly between 0 and 1.
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "A probability of a quantile lies strictly between 0 and 1.")
    switch self {
    case .uniform(let low, let high): return low + p * (high - low)
    case .triangular(let low, let mode, let high):
      let turn = (mode - low) / (high - low)
      return p <= turn
        ? low + (p * (high - low) * (mode - low)).squareRoot()
        : high - ((1 - p) * (high - low) * (high - mode)).squareRoot()
    case .pert(let low, let mode, let high):
      let first = 1 + 4 * (mode - low) / (high - low)
      let second = 1 + 4 * (high - mode) / (high - low)
      return low + (high - low) * SpecialFunctions.betaQuantile(p, first, second)
    case .normal(let mean, let deviation): return mean + deviation * SpecialFunctions.normalQuantile(p)
    case .lognormal(let mean, let deviation):
      let variance = logarithm(1 + deviation * deviation / (mean * mean))
      let centre = logarithm(mean) - variance / 2
      return exponential(centre + variance.squareRoot() * SpecialFunctions.normalQuantile(p))
    }
  }
}
