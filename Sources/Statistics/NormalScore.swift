/// The standard normal distribution as a scale between 0 and 1 and back.
public enum NormalScore {
  /// The score below which a standard normal lies with that probability, strictly between 0 and 1.
  public static func score(_ probability: Double) -> Double { SpecialFunctions.normalQuantile(probability) }

  /// The probability that a standard normal lies below that score, kept strictly between 0 and 1.
  public static func probability(_ score: Double) -> Double {
    min(max(SpecialFunctions.normalCumulative(score), 0x1p-1000), 1 - 0x1p-53)
  }

  /// Spearman's rank correlation of two quantities whose normal scores have that correlation (Pearson 1907).
  public static func rankCorrelation(_ correlation: Double) -> Double {
    6 / Double.pi * arcsine(correlation / 2)
  }

  /// Arcsine of a number from -1/2 to 1/2, by its series.
  private static func arcsine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for step in stride(from: 1.0, through: 59, by: 2) {
      term *= x * x * step / (step + 1)
      sum += term / (step + 2)
    }
    return sum
  }
}
