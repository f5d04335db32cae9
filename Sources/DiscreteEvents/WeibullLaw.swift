import CGSL

/// Moments of the Weibull distribution, and its shape from its coefficient of variation.
enum WeibullLaw {
  /// E[X^order] of a Weibull with scale 1: the gamma function at 1 + order / shape.
  static func moment(_ order: Double, shape: Double) -> Double { gsl_sf_gamma(1 + order / shape) }

  /// A number above 0 to a power.
  static func power(_ base: Double, _ exponent: Double) -> Double { exp(exponent * log(base)) }

  /// The coefficients of variation that `shape(cv:)` solves: shapes from about 1,300 down to 0.15.
  static let solvable = 0.001...50.0

  /// The shape that has that coefficient of variation, to the last bits: halving in the logarithm of the shape, along
  /// which the coefficient of variation falls.
  static func shape(cv: Double) -> Double {
    precondition(
      solvable.contains(cv), "A Weibull's coefficient of variation lies in \(solvable), not at \(cv).")
    let target = log1p(cv * cv)
    var low = 0.1
    var high = 2_000.0
    while high / low > 1 + 1e-15 {
      let middle = (low * high).squareRoot()
      if middle <= low || middle >= high { break }
      let logRatio = gsl_sf_lngamma(1 + 2 / middle) - 2 * gsl_sf_lngamma(1 + 1 / middle)
      if logRatio > target { low = middle } else { high = middle }
    }
    return (low * high).squareRoot()
  }
}
