/// A stock fed by equal yearly cohorts whose shares still present are known by age of cohort
/// (R. C. Grinold and K. T. Marshall, Manpower Planning Models, 1977).
public enum CohortStock {
  /// Stock in years 0, 1, … for as many years as there are shares, starting from none: the sum of the intake times
  /// the share present at each age so far. The intake is zero or more, and each share lies in 0...1.
  public static func stocks(intake: Double, present: [Double]) throws(CalculationError) -> [Double] {
    try Check.notNegative("intake", intake)
    var stock = 0.0
    var stocks: [Double] = []
    for share in present {
      try Check.probability("present", share)
      stock += intake * share
      stocks.append(stock)
    }
    return stocks
  }
}
