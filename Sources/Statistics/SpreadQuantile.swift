/// Quantiles of the laws in which an uncertain quantity is stated, for a probability strictly between 0 and 1.
///
/// One probability gives a point of each law at the same depth: a draw by quantile meets the same circumstances
/// wherever the law is moved to.
public enum SpreadQuantile {
  /// Modified PERT with weight 4 on the mode (Malcolm and others 1959): a beta distribution on `low` to `high` with mean
  /// `(low + 4 mode + high) / 6`. `low < high`, `low <= mode <= high`.
  public static func pert(_ p: Double, low: Double, mode: Double, high: Double) -> Double {
    let width = high - low
    let first = 1 + 4 * (mode - low) / width
    let second = 1 + 4 * (high - mode) / width
    return low + width * SpecialFunctions.betaQuantile(p, first, second)
  }

  /// `low <= high`.
  public static func uniform(_ p: Double, low: Double, high: Double) -> Double { low + (high - low) * p }

  /// `low < high`, `low <= mode <= high`.
  public static func triangular(_ p: Double, low: Double, mode: Double, high: Double) -> Double {
    let width = high - low
    let below = (mode - low) / width
    return p < below
      ? low + (p * width * (mode - low)).squareRoot()
      : high - ((1 - p) * width * (high - mode)).squareRoot()
  }

  /// `standardDeviation >= 0`.
  public static func normal(_ p: Double, mean: Double, standardDeviation: Double) -> Double {
    mean + standardDeviation * SpecialFunctions.normalQuantile(p)
  }

  /// The share of a normal law that lies outside a range; `standardDeviation > 0`.
  public static func normalOutside(
    _ range: ClosedRange<Double>, mean: Double, standardDeviation: Double
  ) -> Double {
    SpecialFunctions.normalCumulative((range.lowerBound - mean) / standardDeviation)
      + SpecialFunctions.normalCumulative((mean - range.upperBound) / standardDeviation)
  }

  /// By the mean and standard deviation of the quantity itself, both above 0.
  public static func lognormal(_ p: Double, mean: Double, standardDeviation: Double) -> Double {
    LognormalLaw(mean: mean, variation: standardDeviation / mean).quantile(p)
  }
}
