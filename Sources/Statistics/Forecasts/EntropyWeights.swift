/// Weights of replications that move the mean and the variance of one quantity to stated ones and change the weights as
/// little as can be, measured by their relative entropy: w ∝ exp(a z + b z²).
///
/// E. T. Jaynes's maximum entropy; as "exponential tilting" in J. C. Robertson, E. W. Tallman and C. H. Whiteman,
/// "Forecasting using relative entropy", Journal of Money, Credit and Banking 37, 2005.
public struct EntropyWeights: Sendable {
  /// One for each number, of sum 1.
  public let weights: [Double]
  /// The share of the way to what was asked for that they go: less than 1 where all of it would leave too few numbers.
  public let reached: Double

  /// What an even sample of this share of the numbers would tell as well: 1 / (n Σ w²).
  public var effectiveShare: Double {
    1 / (weights.reduce(0) { $0 + $1 * $1 } * Double(weights.count))
  }

  /// - Parameters:
  ///   - numbers: at least two, not all the same, finite.
  ///   - mean: the mean wanted.
  ///   - deviation: the standard deviation wanted, above 0.
  ///   - least: the least effective share; where the whole way falls below it, a part of the way is gone, by twentieths.
  /// - Returns: nil where the numbers do not differ.
  public init?(_ numbers: [Double], mean: Double, deviation: Double, leastEffectiveShare least: Double = 0.5)
  {
    let tally = Tally(numbers)
    guard numbers.count > 1, tally.standardDeviation > 0, numbers.allSatisfy(\.isFinite), deviation > 0 else {
      return nil
    }
    let (centre, scale) = (tally.mean, tally.standardDeviation)
    let places = numbers.map { ($0 - centre) / scale }
    for step in stride(from: 20, through: 1, by: -1) {
      let part = Double(step) / 20
      let wanted = (
        mean: part * (mean - centre) / scale, deviation: 1 + part * (deviation / scale - 1)
      )
      guard let found = Self.tilted(places, mean: wanted.mean, deviation: wanted.deviation) else { continue }
      let effective = 1 / (found.reduce(0) { $0 + $1 * $1 } * Double(found.count))
      guard effective >= least else { continue }
      (weights, reached) = (found, part)
      return
    }
    weights = numbers.map { _ in 1 / Double(numbers.count) }
    reached = 0
  }

  /// Newton's method on the two multipliers; nil where it does not arrive.
  private static func tilted(_ places: [Double], mean: Double, deviation: Double) -> [Double]? {
    let wanted = [mean, mean * mean + deviation * deviation]
    var multipliers = [0.0, 0.0]
    func weights(_ at: [Double]) -> (weights: [Double], potential: Double) {
      let powers = places.map { at[0] * $0 + at[1] * $0 * $0 }
      let top = powers.max() ?? 0
      let raw = powers.map { exponential($0 - top) }
      let sum = raw.reduce(0, +)
      let potential = logarithm(sum) + top - at[0] * wanted[0] - at[1] * wanted[1]
      return (raw.map { $0 / sum }, potential)
    }
    var now = weights(multipliers)
    for _ in 0..<100 {
      var powers = [0.0, 0, 0, 0, 0]
      for (weight, place) in zip(now.weights, places) {
        var term = weight
        for power in 1...4 {
          term *= place
          powers[power] += term
        }
      }
      let gap = [powers[1] - wanted[0], powers[2] - wanted[1]]
      if gap.allSatisfy({ $0.magnitude < 1e-9 }) { return now.weights }
      let (first, mixed, second) = (
        powers[2] - powers[1] * powers[1] + 1e-12, powers[3] - powers[1] * powers[2],
        powers[4] - powers[2] * powers[2] + 1e-12
      )
      let determinant = first * second - mixed * mixed
      guard determinant > 1e-12 else { return nil }
      let step = [
        (second * gap[0] - mixed * gap[1]) / determinant, (first * gap[1] - mixed * gap[0]) / determinant,
      ]
      var length = 1.0
      while length > 1e-6 {
        let tried = weights(zip(multipliers, step).map { $0 - length * $1 })
        if tried.potential.isFinite, tried.potential <= now.potential {
          multipliers = zip(multipliers, step).map { $0 - length * $1 }
          now = tried
          break
        }
        length /= 2
      }
      if length <= 1e-6 { return nil }
    }
    return nil
  }
}
