/// How much wider or narrower forecasts must be made for their 80% range to hold 80% of what comes: one factor, learned
/// from what others' forecasts missed by.
///
/// A forecast misses an outcome by the outcome's distance from the median on a scale, over the 80% range's distance on
/// that side. The factor is the quantile of these at 0.8 (n + 1) / n, which holds as often whatever the law is: split
/// conformal prediction (J. Lei and others, "Distribution-free predictive inference for regression", Journal of the
/// American Statistical Association 113, 2018).
public enum WidthFactor {
  static let share = 0.8
  /// The fewest forecasts that a factor rests on.
  public static let fewest = 20

  /// How often its 80% range a forecast misses an outcome by, on that side; nil where the range has no width there.
  public static func miss(
    of forecast: QuantileForecast, _ outcome: Double, on scale: ForecastScale
  ) -> Double? {
    let (middle, place) = (scale.place(of: forecast.median), scale.place(of: outcome))
    let end = forecast.quantile(place >= middle ? (1 + share) / 2 : (1 - share) / 2)
    let width = (scale.place(of: end) - middle).magnitude
    let miss = (place - middle).magnitude / width
    return miss.isFinite ? miss : nil
  }

  /// The factor for these misses; nil with too few of them.
  public static func learned(from misses: [Double]) -> Double? {
    guard misses.count >= fewest else { return nil }
    let count = Double(misses.count)
    return Sample.quantile(sorted: misses.sorted(), min(share * (count + 1) / count, 1))
  }
}
