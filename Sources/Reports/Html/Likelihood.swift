import Results
import Statistics

/// Words for a probability, always with the number: the yardstick of the Professional Head of Intelligence Assessment,
/// which government reports use. Its bands leave gaps; a probability in a gap takes the word of the nearer band.
enum Likelihood {
  private static let words: [(below: Double, word: String)] = [
    (0.075, "a remote chance"), (0.225, "highly unlikely"), (0.375, "unlikely"),
    (0.525, "a realistic possibility"), (0.775, "likely"), (0.925, "highly likely"),
    (.infinity, "almost certain"),
  ]

  /// The word alone.
  static func word(_ probability: Double) -> String {
    words.first { probability < $0.below }?.word ?? "almost certain"
  }

  /// The word for a probability that is known to lie between two bounds; both ends' words where they differ.
  static func phrase(_ range: (lower: Double, upper: Double), text: String) -> String {
    // A bound is the end of the band it closes, not the beginning of the next.
    let low = word(min(range.lower + 0.005, range.upper))
    let high = word(max(range.upper - 0.005, range.lower))
    return low == high ? "\(low) (\(text))" : "\(low) to \(high) (\(text))"
  }

  /// `likely (62%: 124 of 200, 95% interval 55% to 68%)`; where it never happened, what it is at most.
  static func phrase(hits: Int, of trials: Int, interval: (lower: Double, upper: Double)) -> String {
    func percent(_ share: Double) -> String {
      Phrase.percent(share, decimals: share < 0.1 ? 1 : 0)
    }
    let share = Double(hits) / Double(trials)
    if hits == 0 { return "\(word(0)) (fewer than \(percent(interval.upper)): 0 of \(trials))" }
    return
      "\(word(share)) (\(percent(share)): \(hits) of \(trials), 95% interval \(percent(interval.lower)) to "
      + "\(percent(interval.upper)))"
  }

  /// The same for a share of that many replications, with Wilson's interval.
  static func phrase(share: Double, of trials: Int) -> String {
    let hits = min(trials, max(0, Int((share * Double(trials)).rounded())))
    let interval = Proportion(successes: hits, trials: trials).wilson()
    return phrase(hits: hits, of: trials, interval: (interval.lower, interval.upper))
  }

  static let explanation =
    "Words for likelihood follow the government's yardstick (Professional Head of Intelligence Assessment): remote "
    + "chance 0 to 5%, highly unlikely 10 to 20%, unlikely 25 to 35%, realistic possibility 40 to 50%, likely 55 to "
    + "75%, highly likely 80 to 90%, almost certain 95 to 100%; between two bands the nearer one's word is used."
}
