import Statistics

/// How often an event happened among the replications, in numbers and words. Never "0%" and never "100%": what was not
/// seen in n replications can still happen.
package struct Likelihood: Sendable, Equatable {
  package var breaches = 0
  package var trials = 0

  package init() {}

  package init(_ breaches: Int, of trials: Int) {
    self.breaches = breaches
    self.trials = trials
  }

  /// The nearest whole number of breaches to a share of that many trials.
  package init(share: Double, of trials: Int) {
    self.init(min(trials, max(0, Int((share * Double(trials)).rounded()))), of: trials)
  }

  /// Not a number without a trial.
  package var share: Double { Double(breaches) / Double(trials) }
  /// Wilson's 95% interval; there must be a trial.
  package var interval: Interval { Proportion(successes: breaches, trials: trials).wilson() }

  /// The whole of it: `14.6% (73 of 500; 95% interval 11.8% to 18.0%)`, or at the ends
  /// `below 0.8% (0 of 500; 95% upper bound 0.76%)` and its mirror image.
  package var words: String {
    let (lower, upper) = (interval.lower, interval.upper)
    if breaches == 0 {
      return "below \(Phrase.percent(Self.up(upper))) (0 of \(trials); 95% upper bound "
        + "\(Phrase.percent(upper, decimals: 2)))"
    }
    if breaches == trials {
      return
        "above \(Phrase.percent(1 - Self.up(1 - lower))) (\(trials) of \(trials); 95% lower bound "
        + "\(Phrase.percent(lower, decimals: 2)))"
    }
    return
      "\(Phrase.percent(share)) (\(breaches) of \(trials); 95% interval \(Phrase.percent(lower)) to "
      + "\(Phrase.percent(upper)))"
  }

  /// The same in a few characters: `14.6%`, `<0.8%`, `>99.2%`.
  package var short: String {
    if breaches == 0 { return "<\(Phrase.percent(Self.up(interval.upper)))" }
    if breaches == trials { return ">\(Phrase.percent(1 - Self.up(1 - interval.lower)))" }
    return Phrase.percent(share)
  }

  /// Rounded up to a tenth of a percent.
  private static func up(_ share: Double) -> Double { (share * 1000 - 1e-9).rounded(.up) / 1000 }
}

/// The yardstick of the Professional Head of Intelligence Assessment, which government reports use: words for a
/// probability, always with the number. Its bands leave gaps; a probability in a gap takes the word of the nearer band.
extension Likelihood {
  private static let yardstick: [(below: Double, word: String)] = [
    (0.075, "a remote chance"), (0.225, "highly unlikely"), (0.375, "unlikely"),
    (0.525, "a realistic possibility"), (0.775, "likely"), (0.925, "highly likely"),
    (.infinity, "almost certain"),
  ]

  /// The word alone.
  package static func word(_ probability: Double) -> String {
    yardstick.first { probability < $0.below }?.word ?? "almost certain"
  }

  /// The word for a probability that is known to lie between two bounds; both ends' words where they differ.
  package static func phrase(_ range: (lower: Double, upper: Double), text: String) -> String {
    // A bound is the end of the band it closes, not the beginning of the next.
    let low = word(min(range.lower + 0.005, range.upper))
    let high = word(max(range.upper - 0.005, range.lower))
    return low == high ? "\(low) (\(text))" : "\(low) to \(high) (\(text))"
  }

  /// `likely (62%: 124 of 200, 95% interval 55% to 68%)`; where it never happened, what it is at most.
  package var phrase: String {
    func percent(_ share: Double) -> String { Phrase.percent(share, decimals: share < 0.1 ? 1 : 0) }
    let (lower, upper) = (interval.lower, interval.upper)
    if breaches == 0 { return "\(Self.word(0)) (below \(percent(upper)): 0 of \(trials))" }
    return
      "\(Self.word(share)) (\(percent(share)): \(breaches) of \(trials), 95% interval \(percent(lower)) to "
      + "\(percent(upper)))"
  }

  package static let explanation =
    "Words for likelihood follow the government's yardstick (Professional Head of Intelligence Assessment): remote "
    + "chance 0 to 5%, highly unlikely 10 to 20%, unlikely 25 to 35%, realistic possibility 40 to 50%, likely 55 to "
    + "75%, highly likely 80 to 90%, almost certain 95 to 100%; between two bands the nearer one's word is used."
}
