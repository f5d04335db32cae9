/// Between what a law is stated by (its mean, say) and the parameters that its formula takes.
public enum ParameterConversion {
  /// Rate of an exponential law with that positive mean.
  public static func exponentialRate(mean: Double) throws(CalculationError) -> Double {
    try Check.positive("mean", mean)
    return 1 / mean
  }

  /// Lognormal law with that mean and coefficient of variation of its own, both positive.
  public static func lognormal(mean: Double, variation: Double) throws(CalculationError) -> LognormalLaw {
    try Check.positive("mean", mean)
    try Check.positive("variation", variation)
    return LognormalLaw(mean: mean, variation: variation)
  }

  /// Mean and variance of a triangular law with that smallest, likeliest and largest value, in ascending order.
  public static func triangular(
    low: Double, mode: Double, high: Double
  ) throws(CalculationError) -> (mean: Double, variance: Double) {
    try requireOrder("triangular", low, mode, high)
    let mean = (low + mode + high) / 3
    let squares = low * low + mode * mode + high * high
    return (mean, (squares - low * mode - low * high - mode * high) / 18)
  }

  /// Mean and the two shapes of the beta law behind PERT's three points, with the usual weight of 4 on the likeliest
  /// (D. G. Malcolm and others, Operations Research 7, 1959).
  public static func pert(
    low: Double, mode: Double, high: Double
  ) throws(CalculationError) -> (mean: Double, firstShape: Double, secondShape: Double) {
    try requireOrder("pert", low, mode, high)
    let width = high - low
    return ((low + 4 * mode + high) / 6, 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width)
  }

  /// Scale of a Weibull law with that shape and mean, both positive.
  public static func weibullScale(shape: Double, mean: Double) throws(CalculationError) -> Double {
    try Check.positive("shape", shape)
    try Check.positive("mean", mean)
    return mean / SpecialFunctions.gammaFunction(1 + 1 / shape)
  }

  /// Probability that a Weibull variable exceeds a time of zero or more.
  public static func weibullSurvival(_ time: Double, shape: Double, scale: Double) -> Double {
    exponential(-power(time / scale, shape))
  }

  private static func requireOrder(
    _ input: String, _ low: Double, _ mode: Double, _ high: Double
  ) throws(CalculationError) {
    let ordered = low <= mode && mode <= high && low < high
    try Check.shape(input, ordered, wanted: "a smallest, a likeliest and a largest value, in ascending order")
  }
}
