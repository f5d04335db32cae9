import Statistics

/// How far forecasts of a measure are drawn to the law of a council's own years, at all years ahead alike: for the councils
/// of each part, as was best for the others'.
struct LearnedShares {
  let all: Double
  let parts: [Double]

  /// A forecast's miss, and how far the law lies from it; on the scale of the measure.
  struct Miss {
    let fold: Int
    let missed: Double
    let toLaw: Double
  }

  init(_ scores: [HindcastScore], _ scale: ForecastScale) {
    self.init(
      scores.compactMap { score in
        let middle = scale.place(of: score.forecast.weighted.median)
        let outcome = scale.place(of: score.outcome)
        guard let law = score.forecast.law, middle.isFinite, outcome.isFinite else { return nil }
        return Miss(fold: score.fold, missed: outcome - middle, toLaw: law.middle - middle)
      })
  }

  init(_ misses: [Miss]) {
    all = Self.share(misses)
    parts = (0..<Panel.parts).map { part in Self.share(misses.filter { $0.fold != part }) }
  }

  /// So many forecasts for which half the way would have been right stand before those that were seen.
  private static let before = 50.0
  /// A miss counts as no more than so many times the middle one: some outcomes are of how staff were counted.
  private static let largest = 4.0

  /// The share of the way with which the sum of squared misses is least, from 0 to 1.
  private static func share(_ misses: [Miss]) -> Double {
    guard !misses.isEmpty else { return Anchoring.share }
    let most = largest * Sample.quantiles(misses.map(\.missed.magnitude), [0.5])[0]
    let square = misses.reduce(0) { $0 + $1.toLaw * $1.toLaw }
    guard square > 0 else { return Anchoring.share }
    let product = misses.reduce(0) { $0 + $1.toLaw * min(max($1.missed, -most), most) }
    let weight = before / Double(misses.count) * square
    return min(max((product + weight * Anchoring.share) / (square + weight), 0), 1)
  }
}
