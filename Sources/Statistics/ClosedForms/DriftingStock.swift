/// A stock without limit that everyone leaves at one constant hazard, and that Poisson arrivals enter at a rate which
/// drifts from year to year.
///
/// Given the multipliers, those who came since the start are Poisson with a mean that is linear in the multipliers, and those
/// who were there at the start are binomial. So the mean and the variance over all paths follow from the means and
/// covariances of the months' multipliers.
public struct DriftingStock: Sendable {
  /// Arrivals a year where the multiplier is 1.
  public let arrivalsPerYear: Double
  /// Hazard of leaving, per year.
  public let hazardPerYear: Double
  /// Known number at the start.
  public let initial: Int
  /// What multiplies the arrivals, month by month from the start.
  public let multiplier: DriftingMultiplier

  /// Arrivals and the number at the start zero or more; the hazard positive.
  public init(
    arrivalsPerYear: Double, hazardPerYear: Double, initial: Int, multiplier: DriftingMultiplier
  ) throws(CalculationError) {
    try Check.notNegative("arrivalsPerYear", arrivalsPerYear)
    try Check.positive("hazardPerYear", hazardPerYear)
    try Check.notNegative("initial", Double(initial))
    (self.arrivalsPerYear, self.hazardPerYear) = (arrivalsPerYear, hazardPerYear)
    (self.initial, self.multiplier) = (initial, multiplier)
  }

  /// How many of the arrivals of each month, were its multiplier 1, are there at the end of the last of so many months.
  private func kept(months: Int) -> [Double] {
    let month = 1.0 / 12
    let last = (1 - exponential(-hazardPerYear * month)) * arrivalsPerYear / hazardPerYear
    return (0..<months).map { last * exponential(-hazardPerYear * month * Double(months - 1 - $0)) }
  }

  private func staying(months: Int) -> Double { exponential(-hazardPerYear * Double(months) / 12) }

  /// Mean number after so many months.
  public func mean(months: Int) -> Double {
    let kept = kept(months: months)
    return Double(initial) * staying(months: months)
      + (0..<months).reduce(0) { $0 + kept[$1] * multiplier.mean(month: $1) }
  }

  /// Variance of the number after so many months.
  public func variance(months: Int) -> Double {
    let kept = kept(months: months)
    let stays = staying(months: months)
    var variance = Double(initial) * stays * (1 - stays)
    for one in 0..<months {
      variance += kept[one] * multiplier.mean(month: one)
      for two in 0..<months { variance += kept[one] * kept[two] * multiplier.covariance(months: one, two) }
    }
    return variance
  }
}
