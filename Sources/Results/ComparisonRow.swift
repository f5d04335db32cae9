/// One output of one design beside the base, replication by replication on the same random numbers.
package struct ComparisonRow: Sendable, Equatable {
  package enum Verdict: String, Sendable {
    case better, worse
    /// Where neither way is better in itself.
    case higher, lower
    /// The whole interval lies within the smallest difference that matters.
    case equivalent
    /// The interval allows more than one answer: more replications are needed.
    case unresolved
  }

  /// Name of the design that is compared with the base.
  package var scenario, output, unit: String
  /// `less`, `more` or `neither`: which way is better.
  package var better: String
  /// Pairs in which both had a value.
  package var n: Int
  package var baseMean, mean: Double?
  /// Mean of design minus base, its standard error and its paired 95% interval.
  package var difference, standardError, lower, upper: Double?
  package var pValue: Double?
  /// The p-value adjusted by Holm over the designs compared.
  package var adjustedPValue: Double?
  /// Share of pairs in which the design was better, a tie counting one half, with its Wilson interval.
  package private(set) var shareBetter: Double?
  package private(set) var shareBetterRange: ClosedRange<Double>?
  /// Correlation of the pairs; nil where either never varies.
  package var correlation: Double?
  /// How many independent replications one pair was worth; infinite where all differences are the same.
  package var varianceReduction: Double?
  /// Half-width that the same number of independent replications would have given.
  package var independentHalfWidth: Double?
  /// The smallest difference that matters, in the output's unit.
  package var indifference = 0.0
  package var verdict = Verdict.unresolved

  package init(scenario: String, output: String, unit: String, better: String, n: Int) {
    self.scenario = scenario
    self.output = output
    self.unit = unit
    self.better = better
    self.n = n
  }

  /// Says how often the design was better.
  package mutating func better(_ share: Double, _ range: ClosedRange<Double>) {
    shareBetter = share
    shareBetterRange = range
  }
}
