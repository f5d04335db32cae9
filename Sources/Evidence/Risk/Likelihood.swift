import Reports
import Results
import Statistics

/// How often an event happened among the replications, in numbers and words. Never "0%" and never "100%": what was not
/// seen in n replications can still happen.
package struct Likelihood: Sendable, Equatable {
  package let breaches: Int
  package let trials: Int

  package init(_ breaches: Int, of trials: Int) {
    self.breaches = breaches
    self.trials = trials
  }

  package var share: Double { Double(breaches) / Double(trials) }
  /// Wilson's 95% interval.
  package var interval: Interval { Proportion(successes: breaches, trials: trials).wilson() }

  /// The whole of it: `14.6% (73 of 500; 95% interval 11.8% to 18.0%)`, or at the ends
  /// `fewer than 0.8% (0 of 500; 95% upper bound 0.76%)` and its mirror image.
  package var words: String {
    if breaches == 0 {
      return "fewer than \(Phrase.percent(Self.up(interval.upper))) (0 of \(trials); 95% upper bound "
        + "\(Phrase.percent(interval.upper, decimals: 2)))"
    }
    if breaches == trials {
      return
        "more than \(Phrase.percent(1 - Self.up(1 - interval.lower))) (\(trials) of \(trials); 95% lower bound "
        + "\(Phrase.percent(interval.lower, decimals: 2)))"
    }
    return
      "\(Phrase.percent(share)) (\(breaches) of \(trials); 95% interval \(Phrase.percent(interval.lower)) to "
      + "\(Phrase.percent(interval.upper)))"
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
