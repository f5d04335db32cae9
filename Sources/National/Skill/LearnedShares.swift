import Statistics

/// How far forecasts of a measure are drawn to the law of a council's own years, at all years ahead alike: for the councils
/// of each part, as was best for the others'.
struct LearnedShares {
  let all: Double
  let parts: [Double]

  /// A forecast's median, how far the middle of the law lies from it, both on the scale of the measure, and what came.
  struct Case {
    let fold: Int
    let median: Double
    let toLaw: Double
    let outcome: Double
    let scale: ForecastScale

    /// The error over the outcome when it is drawn by a share of the way. Some outcomes are next to nothing: an error of
    /// three times the outcome is as bad as any.
    func error(_ share: Double) -> Double {
      min((scale.value(at: median + share * toLaw) - outcome).magnitude / outcome, 3)
    }
  }

  init(_ scores: [HindcastScore], _ scale: ForecastScale) {
    self.init(
      scores.compactMap { score in
        let median = scale.place(of: score.forecast.weighted.median)
        guard let law = score.forecast.law, median.isFinite, score.outcome > 0 else { return nil }
        return Case(
          fold: score.fold, median: median, toLaw: law.middle - median, outcome: score.outcome, scale: scale)
      })
  }

  init(_ cases: [Case]) {
    all = Self.share(cases)
    parts = (0..<Panel.parts).map { part in Self.share(cases.filter { $0.fold != part }) }
  }

  /// So many forecasts for which half the way would have been right stand before those that were seen.
  private static let before = 50.0
  private static let steps = 20

  /// The share of the way, in twentieths, with which the sum of errors over the outcomes is least.
  private static func share(_ cases: [Case]) -> Double {
    guard !cases.isEmpty else { return Anchoring.share }
    let distance = cases.reduce(0) { $0 + $1.toLaw.magnitude } / Double(cases.count)
    let shares = (0...steps).map { Double($0) / Double(steps) }
    let sums = shares.map { share in
      cases.reduce(before * distance * (share - Anchoring.share).magnitude) { $0 + $1.error(share) }
    }
    return zip(shares, sums).min { $0.1 < $1.1 }?.0 ?? Anchoring.share
  }
}
