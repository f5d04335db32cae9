/// One output of one design beside the base, replication by replication on the same random numbers.
package struct ComparisonRow: TableRow, Equatable {
  package enum Verdict: String, Cell, Sendable {
    case better, worse
    /// Where neither way is better in itself.
    case higher, lower
    /// The whole interval lies within the smallest difference that matters.
    case equivalent
    /// The interval allows more than one answer: more replications are needed.
    case unresolved
  }

  /// Name of the design that is compared with the base.
  package var scenario = "", base = "", output = "", unit = ""
  /// `less`, `more` or `neither`: which way is better.
  package var better = ""
  /// Pairs in which both had a value.
  package var n = 0
  package var baseMean: Double?, mean: Double?
  /// Mean of design minus base, its standard error and its paired 95% interval.
  package var difference: Double?, standardError: Double?, lower: Double?, upper: Double?
  package var pValue: Double?
  /// The p-value adjusted by Holm over the designs compared.
  package var adjustedPValue: Double?
  /// Share of pairs in which the design was better, a tie counting one half, with its Wilson interval.
  package var shareBetter: Double?
  package var shareBetterRange: ClosedRange<Double>?
  /// Correlation of the pairs; nil where either never varies.
  package var correlation: Double?
  /// How many independent replications one pair was worth; infinite where all differences are the same.
  package var varianceReduction: Double?
  /// Half-width that the same number of independent replications would have given.
  package var independentHalfWidth: Double?
  /// The smallest difference that matters, in the output's unit.
  package var indifference = 0.0
  package var verdict = Verdict.unresolved

  package static let blank = ComparisonRow()
}

extension Tables {
  package static let comparison = Table<ComparisonRow>(
    "comparison.csv", "Each output of each design beside the base, pair by pair of replications.",
    [
      Column("scenario", \.scenario, "The design."), Column("base", \.base, "What it is compared with."),
      Column("output", \.output, "The output."), Column("unit", \.unit, "Its unit."),
      Column("better", \.better, "`less`, `more` or `neither`: which way is better."),
      Column("n_reps", \.n, "Pairs in which both had a value."),
      Column("base_mean", \.baseMean, "Mean of the base."), Column("mean", \.mean, "Mean of the design."),
      Column("difference", \.difference, "Mean of design minus base."),
      Column("mc_se", \.standardError, "Standard error of the difference."),
      Column("ci_lo", \.lower, "Lower end of its paired 95% interval."),
      Column("ci_hi", \.upper, "Upper end of it."),
      Column("p_value", \.pValue, "How likely a difference of this size is by chance alone."),
      Column("p_holm", \.adjustedPValue, "The same, adjusted by Holm over the designs compared."),
      Column("p_better", \.shareBetter, "Share of the pairs in which the design was better."),
      Column("p_better_lo", from: { $0.shareBetterRange?.lowerBound }, "Lower end of its Wilson interval."),
      Column("p_better_hi", from: { $0.shareBetterRange?.upperBound }, "Upper end of it."),
      Column("correlation", \.correlation, "Correlation of the pairs."),
      Column(
        "variance_reduction", \.varianceReduction, "How many independent replications a pair was worth."),
      Column(
        "independent_half_width", \.independentHalfWidth,
        "Half-width that as many independent replications would have given."),
      Column("delta", \.indifference, "The smallest difference that matters."),
      Column(
        "verdict", \.verdict, "`better`, `worse`, `higher`, `lower`, `equivalent`, or `unresolved`."),
    ])
}
