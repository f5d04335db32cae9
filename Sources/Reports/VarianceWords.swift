import Results

/// The split of a headline's variance as a person reads it. An estimate below 0 is told by the end of its interval alone:
/// "0%" would say more than is known.
struct VarianceWords {
  /// What comes from inputs, its 95% interval, and what comes from chance.
  let inputs, interval, chance: String

  init(_ row: VarianceRow) {
    interval = row.interval.map { "\(Self.number($0.lowerBound))–\(Self.percent($0.upperBound))" } ?? "–"
    guard let share = row.share else {
      (inputs, chance) = ("–", "–")
      return
    }
    if share < 0, let most = row.interval?.upperBound, most < 1 {
      inputs = "under \(Self.percent(most))"
      chance = "over \(Self.percent(1 - most))"
    } else {
      inputs = Self.percent(share)
      chance = Self.percent(1 - share)
    }
  }

  private static func bounded(_ share: Double) -> Double { min(1, max(0, share)) }
  private static func number(_ share: Double) -> String { Phrase.number(bounded(share) * 100, decimals: 0) }
  private static func percent(_ share: Double) -> String { Phrase.percent(bounded(share), decimals: 0) }
}
