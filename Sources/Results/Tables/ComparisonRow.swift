/// One output of one design beside the base, replication by replication on the same random numbers.
package struct ComparisonRow: TableRow, Equatable {
  package enum Verdict: String, Cell, Sendable {
    case better, worse
    /// Where neither way is better in itself.
    case higher, lower
    /// Both are the same in every pair.
    case same
    /// The whole interval lies within the smallest difference that matters.
    case equivalent
    /// The interval allows more than one answer: more replications are needed.
    case unresolved
  }

  /// Name of the design that is compared with the base.
  package var scenario = "", base = "", output = "", unit = ""
  /// `less`, `more` or `neither`: which way is better.
  package var better = ""
  /// How the output is gathered from a run, over which months and in which prices.
  package var period = ""
  /// Pairs in which both had a value.
  package var n = 0
  package var baseMean: Double?, mean: Double?
  /// Mean of design minus base, its standard error and its paired 95% interval.
  package var difference: Double?, standardError: Double?, lower: Double?, upper: Double?
  package var pValue: Double?
  /// The p-value adjusted by Holm over the designs compared.
  package var adjustedPValue: Double?
  /// Pairs in which the design was better, the same and worse; nil where neither way is better.
  package var pairsBetter: Int?, pairsSame: Int?, pairsWorse: Int?
  /// Share of pairs in which the design was better, with its Wilson interval; pairs that are the same are not.
  package var shareBetter: Double?
  package var shareBetterRange: ClosedRange<Double>?
  /// Correlation of the pairs; nil where either never varies.
  package var correlation: Double?
  /// How many independent replications one pair was worth; nil where all differences are the same.
  package var varianceReduction: Double?
  /// Half-width that the same number of independent replications would have given.
  package var independentHalfWidth: Double?
  /// The smallest difference that matters, in the output's unit.
  package var indifference = 0.0
  package var verdict = Verdict.unresolved

  package static let blank = ComparisonRow()

  /// Whether the interval by itself leaves zero out, and only the adjustment for the number of designs keeps the
  /// difference from being told.
  package var isHeldBackByHolm: Bool {
    guard verdict == .unresolved, let lower, let upper else { return false }
    return lower > 0 || upper < 0
  }
}

extension Tables {
  package static let comparison = Table<ComparisonRow>(
    "comparison.csv", "Each output of each design beside the base, pair by pair of replications.",
    [
      Column("scenario", \.scenario, "The design."), Column("base", \.base, "What it is compared with."),
      Column("output", \.output, "The output."), Column("unit", \.unit, "Its unit."),
      Column("better", \.better, "`less`, `more` or `neither`: which way is better."),
      Column("period", \.period, "How it is gathered from a run, over which months, in which prices."),
      Column("n_reps", \.n, "Pairs in which both had a value."),
      Column("base_mean", \.baseMean, "Mean of the base."), Column("mean", \.mean, "Mean of the design."),
      Column("difference", \.difference, "Mean of design minus base."),
      Column("mc_se", \.standardError, "Standard error of the difference."),
      Column("ci_lo", \.lower, "Lower end of its paired 95% interval."),
      Column("ci_hi", \.upper, "Upper end of it."),
      Column("p_value", \.pValue, "How likely a difference of this size is by chance alone."),
      Column("p_holm", \.adjustedPValue, "The same, adjusted by Holm over the designs compared."),
      Column("n_better", \.pairsBetter, "Pairs in which the design was better."),
      Column("n_same", \.pairsSame, "Pairs in which both were the same."),
      Column("n_worse", \.pairsWorse, "Pairs in which it was worse."),
      Column("p_better", \.shareBetter, "Share of the pairs in which the design was better."),
      Column("p_better_lo", from: { $0.shareBetterRange?.lowerBound }, "Lower end of its Wilson interval."),
      Column("p_better_hi", from: { $0.shareBetterRange?.upperBound }, "Upper end of it."),
      Column("correlation", \.correlation, "Correlation of the pairs."),
      Column(
        "variance_reduction", \.varianceReduction,
        "How many independent replications a pair was worth; empty where all differences are the same."),
      Column(
        "independent_half_width", \.independentHalfWidth,
        "Half-width that as many independent replications would have given."),
      Column("delta", \.indifference, "The smallest difference that matters."),
      Column(
        "verdict", \.verdict,
        "`better`, `worse`, `higher`, `lower`, `same` (in every pair), `equivalent`, or `unresolved`."),
    ])
}
