public import CGSL

/// The lognormal's two parameters.
@usableFromInline
enum LognormalLaw {
  /// The natural logarithm of a number above 0.
  @inlinable
  static func logarithm(_ number: Double) -> Double { log(number) }

  /// Mean and standard deviation of the logarithm, from the mean (above 0) and coefficient of variation.
  @inlinable
  static func parameters(mean: Double, cv: Double) -> (mu: Double, sigma: Double) {
    let variance = log1p(cv * cv)
    return (logarithm(mean) - variance / 2, variance.squareRoot())
  }
}
