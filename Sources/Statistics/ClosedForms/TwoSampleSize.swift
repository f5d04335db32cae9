/// How many replications of each of two designs show a difference between their means.
public enum TwoSampleSize {
  /// Replications of each design when their random numbers have nothing in common, for a two-sided test.
  ///
  /// - Parameters:
  ///   - deviation: standard deviation of one replication, the same in both.
  ///   - difference: the smallest difference that must be found.
  ///   - significance: chance of finding a difference where there is none.
  ///   - power: chance of finding that difference where it is there.
  ///   - correlation: of the two designs' replications when they are paired; nil where they are independent.
  /// - Returns: the number by the normal law, not rounded, and the least whole number by Student's.
  public static func needed(
    deviation: Double, difference: Double, significance: Double = 0.05, power: Double = 0.8,
    correlation: Double? = nil
  ) throws(CalculationError) -> (normal: Double, student: Int) {
    try Check.positive("deviation", deviation)
    guard difference != 0, difference.isFinite else {
      throw .outOfRange(input: "difference", value: difference, allowed: "other than zero")
    }
    try Check.confidence("significance", significance)
    try Check.confidence("power", power)
    if let correlation, !(correlation > -1 && correlation < 1) {
      throw .outOfRange(input: "correlation", value: correlation, allowed: "strictly between -1 and 1")
    }
    let units = (1 - (correlation ?? 0)) * 2 * deviation * deviation / (difference * difference)
    let reach = SpecialFunctions.normalQuantile(1 - significance / 2) + SpecialFunctions.normalQuantile(power)
    let normal = units * reach * reach
    guard normal < Double(CalculationInputs.largestCount) else {
      throw .outOfRange(input: "difference", value: difference, allowed: "larger beside the deviation")
    }
    var count = max(2, Int(normal.rounded(.up)))
    while true {
      let freedom = correlation == nil ? Double(2 * count - 2) : Double(count - 1)
      let reach =
        SpecialFunctions.studentQuantile(1 - significance / 2, degreesOfFreedom: freedom)
        + SpecialFunctions.studentQuantile(power, degreesOfFreedom: freedom)
      if Double(count) >= units * reach * reach { return (normal, count) }
      count += 1
    }
  }
}
