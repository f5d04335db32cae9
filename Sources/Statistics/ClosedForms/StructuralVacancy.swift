/// The long-run share of posts that stand empty when each is filled, left and filled again: mean lag over mean lag plus
/// mean tenure (alternating renewal; only the means matter).
public enum StructuralVacancy {
  /// Weeks in a mean Gregorian year.
  public static let weeksPerYear = 52.1775

  /// Share of posts empty, from 0 to 1: `turnover` is leavers per filled post and year, `lagYears` the mean time from a
  /// leaver to the next starter. Both zero or more.
  public static func share(turnover: Double, lagYears: Double) throws(CalculationError) -> Double {
    try Check.notNegative("turnover", turnover)
    try Check.notNegative("lagYears", lagYears)
    return turnover * lagYears / (1 + turnover * lagYears)
  }

  /// The mean lag, in years, at which that share of posts, from 0 to below 1, stands empty; the turnover must be
  /// positive.
  public static func lagYears(share: Double, turnover: Double) throws(CalculationError) -> Double {
    try Check.positive("turnover", turnover)
    guard share >= 0, share < 1 else {
      throw .outOfRange(input: "share", value: share, allowed: "from 0 to below 1")
    }
    return share / (turnover * (1 - share))
  }
}
