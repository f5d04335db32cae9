import Results

/// The split of a headline's variance as a person reads it. An estimate below 0 is told by the end of its interval alone:
/// "0%" would say more than is known.
struct VarianceWords {
  /// What comes from inputs, its 95% interval, and what comes from chance.
  let inputs, interval, chance: String

  init(_ row: VarianceRow) {
    guard let share = row.share, row.interval.map({ $0.upperBound >= Self.least }) ?? true else {
      // None, or one that is below nothing with all of its interval: too few replications were told apart.
      (inputs, chance) = ("–", "–")
      interval = "–"
      return
    }
    interval = row.interval.map { "\(Self.number($0.lowerBound))–\(Self.percent($0.upperBound))" } ?? "–"
    if share < 0, let most = row.interval?.upperBound, most < 1 {
      inputs = "under \(Self.percent(most))"
      chance = "over \(Self.percent(1 - most))"
    } else {
      inputs = Self.percent(share)
      chance = Self.percent(1 - share)
    }
  }

  /// The least end of an interval that is more than nothing when it is printed.
  private static let least = 0.005

  private static func bounded(_ share: Double) -> Double { min(1, max(0, share)) }
  private static func number(_ share: Double) -> String { Phrase.number(bounded(share) * 100, decimals: 0) }
  private static func percent(_ share: Double) -> String { Phrase.percent(bounded(share), decimals: 0) }
}
