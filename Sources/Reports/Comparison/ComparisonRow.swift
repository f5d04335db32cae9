/// One output of one design beside the base, replication by replication on the same random numbers.
public struct ComparisonRow: Sendable, Equatable {
  public enum Verdict: String, Sendable {
    case better, worse
    /// Where neither way is better in itself.
    case higher, lower
    /// The whole interval lies within the smallest difference that matters.
    case equivalent
    /// The interval allows more than one answer: more replications are needed.
    case unresolved
  }

  /// Name of the design that is compared with the base.
  public var scenario, output, unit: String
  /// `less`, `more` or `neither`: which way is better.
  public var better: String
  /// Pairs in which both had a value.
  public var n: Int
  public var baseMean, mean: Double?
  /// Mean of design minus base, its standard error and its paired 95% interval.
  public var difference, standardError, lower, upper: Double?
  public var pValue: Double?
  /// The p-value adjusted by Holm over the designs compared.
  public var adjustedPValue: Double?
  /// Share of pairs in which the design was better, a tie counting one half, with its Wilson interval.
  public private(set) var shareBetter: Double?
  public private(set) var shareBetterRange: ClosedRange<Double>?
  /// Correlation of the pairs; nil where either never varies.
  public var correlation: Double?
  /// How many independent replications one pair was worth; infinite where all differences are the same.
  public var varianceReduction: Double?
  /// Half-width that the same number of independent replications would have given.
  public var independentHalfWidth: Double?
  /// The smallest difference that matters, in the output's unit.
  public var indifference = 0.0
  public var verdict = Verdict.unresolved

  public init(scenario: String, output: String, unit: String, better: String, n: Int) {
    self.scenario = scenario
    self.output = output
    self.unit = unit
    self.better = better
    self.n = n
  }

  /// Says how often the design was better.
  public mutating func better(_ share: Double, _ range: ClosedRange<Double>) {
    shareBetter = share
    shareBetterRange = range
  }
}
