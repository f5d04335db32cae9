/// Laws of whole numbers, and how far out a test against one is.
public enum CountLaw {
  /// Probability of so many events where the mean is known.
  public static func poisson(_ events: Int, mean: Double) -> Double {
    SpecialFunctions.poissonProbability(events, mean: mean)
  }

  /// Probability of so many successes in so many trials.
  public static func binomial(_ successes: Int, trials: Int, probability: Double) -> Double {
    SpecialFunctions.binomialProbability(successes, trials: trials, probability: probability)
  }

  /// The normal deviate that is as far out as a value of chi-square: above 0 where the fit is worse than in the middle.
  public static func deviate(chiSquare: Double, degreesOfFreedom: Double) -> Double {
    let (lower, upper) = SpecialFunctions.chiSquareTails(chiSquare, degreesOfFreedom: degreesOfFreedom)
    // The smaller tail has all its digits.
    return lower < upper ? SpecialFunctions.normalQuantile(lower) : -SpecialFunctions.normalQuantile(upper)
  }
}
