import Foundation
import Statistics

/// Weights of replications that move them half-way to what the anchor says of children looked after, at each of several
/// years ahead.
struct Anchoring: Sendable {
  private let weights: [Int: EntropyWeights]

  /// The share of the way to the anchor: the run and the regression tell about as much. So it is for other measures where
  /// nothing was learned.
  static let share = 0.5
  /// The least that the weighted replications may tell, as a share of them all.
  static let leastEffectiveShare = 0.5

  /// - Parameters:
  ///   - lookedAfter: a number for each replication, by years ahead.
  ///   - law: what the anchor says, by years ahead.
  init(_ lookedAfter: [Int: [Double]], law: (Int) -> Anchor.Law?) {
    var found: [Int: EntropyWeights] = [:]
    for (horizon, sample) in lookedAfter {
      guard let law = law(horizon), sample.allSatisfy({ $0 > 0 }) else { continue }
      let logs = sample.map { log($0) }
      let tally = Tally(logs)
      found[horizon] = EntropyWeights(
        logs, mean: tally.mean + Self.share * (law.middle - tally.mean),
        deviation: tally.standardDeviation + Self.share * (law.deviation - tally.standardDeviation),
        leastEffectiveShare: Self.leastEffectiveShare)
    }
    weights = found
  }

  /// The weights of a year ahead; nil where there is no anchor.
  func weights(_ horizon: Int) -> [Double]? { weights[horizon]?.weights }

  /// The years ahead at which less than all of the way was gone, with the share of it that was.
  var relaxed: [(horizon: Int, reached: Double)] {
    weights.keys.sorted().compactMap { horizon in
      weights[horizon].flatMap { $0.reached < 1 ? (horizon, $0.reached) : nil }
    }
  }
}
