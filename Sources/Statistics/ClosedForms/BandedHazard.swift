/// A duration whose hazard is constant within each of any number of bands: how long people stay, by tenure.
public struct BandedHazard: Sendable {
  /// Where each band but the first begins, rising from above 0.
  public let bounds: [Double]
  /// The hazard in each band, per unit of time: one more than there are bounds; zero or more, the last above 0.
  public let hazards: [Double]

  /// One hazard more than bounds; bounds that rise from above 0; no negative hazard, and a last one above 0.
  public init(bounds: [Double], hazards: [Double]) throws(CalculationError) {
    try Check.shape("hazards", hazards.count == bounds.count + 1, wanted: "one number more than 'bounds'")
    let rises = zip([0] + bounds, bounds).allSatisfy { $0 < $1 && $1.isFinite }
    try Check.shape("bounds", rises, wanted: "numbers that rise from above 0")
    for hazard in hazards { try Check.notNegative("hazards", hazard) }
    try Check.positive("hazards", hazards[bounds.count])
    self.bounds = bounds
    self.hazards = hazards
    try Check.positive("hazards", 1 / mean)
  }

  /// Probability of lasting longer than a time of zero or more.
  public func survival(_ time: Double) -> Double { exponential(-cumulative(time)) }

  private func cumulative(_ time: Double) -> Double {
    var sum = 0.0
    for band in hazards.indices {
      let from = band == 0 ? 0 : bounds[band - 1]
      let until = band < bounds.count ? min(bounds[band], time) : time
      if until > from { sum += hazards[band] * (until - from) }
    }
    return sum
  }

  /// Mean time spent in each band by one who begins; together the mean duration.
  public var timeInBands: [Double] {
    hazards.indices.map { band in
      let from = band == 0 ? 0 : bounds[band - 1]
      let reached = survival(from)
      guard band < bounds.count else { return reached / hazards[band] }
      let width = bounds[band] - from
      return hazards[band] == 0
        ? reached * width : reached * (1 - exponential(-hazards[band] * width)) / hazards[band]
    }
  }

  /// Mean duration.
  public var mean: Double { timeInBands.reduce(0, +) }
}
