/// One headline in one financial year, and where its variance over replications comes from.
package struct VarianceRow: TableRow, Equatable {
  package var measure = "", breakdown = "", unit = ""
  /// The financial year, for example `2015-16`.
  package var when = ""
  /// Pairs of a replication and its twin that both had a value.
  package var twins = 0
  /// Mean over both of all pairs.
  package var mean = Double.nan
  /// Variances in squared units; that of the inputs is an unbiased estimate and may be below zero.
  package var inputs = Double.nan, chance = Double.nan
  /// The share of the inputs; nil where nothing varies.
  package var share: Double?
  /// 95% interval of the share, nil where the pairs tell none.
  package var interval: ClosedRange<Double>?

  package static let blank = VarianceRow()

  package var variance: Double { inputs + chance }

  /// The least share that is more than nothing when it is printed.
  private static let leastShown = 0.005

  /// Whether the pairs tell inputs from chance at all: the interval of the share leaves out at least a quarter of what it
  /// can be, and holds something that it can be.
  package var isTold: Bool {
    guard let interval else { return share != nil && twins > 2 }
    guard interval.upperBound >= Self.leastShown, interval.lowerBound <= 1 else { return false }
    return min(1, interval.upperBound) - max(0, interval.lowerBound) <= 0.75
  }
}

extension Tables {
  package static let variance = Table<VarianceRow>(
    "variance.csv",
    "Where the variance of each headline comes from. Estimates as they came out: a share may lie below 0.",
    [
      Column("measure", \.measure, "The measure."),
      Column("breakdown", \.breakdown, "Empty for the whole service, or `key=value`."),
      Column("unit", \.unit, "Its unit."), Column("when", \.when, "The financial year."),
      Column("n_twins", \.twins, "Pairs of a replication and its twin that both had a value."),
      Column("mean", \.mean, "Mean over both of all pairs."),
      Column("sd", from: { $0.variance.squareRoot() }, "Standard deviation over replications."),
      Column("variance", from: { $0.variance }, "Variance over replications."),
      Column("inputs_variance", \.inputs, "What comes from uncertain inputs."),
      Column("chance_variance", \.chance, "What comes from chance."),
      Column("inputs_share", \.share, "The share of the inputs; empty where nothing varies."),
      Column([
        "share_ci_lo": "Lower end of the share's 95% interval.", "share_ci_hi": "Upper end of it.",
      ]) { row, text in
        (row.interval?.lowerBound).write(to: &text)
        (row.interval?.upperBound).write(to: &text)
      } read: { cells, row throws(ReadFailure) in
        let (lower, upper) = (try cells.number("share_ci_lo"), try cells.number("share_ci_hi"))
        row.interval = lower <= upper ? lower...upper : nil
      },
    ])
}

/// Why a run's variance is not split into inputs and chance.
package enum VarianceGap: Sendable, Equatable {
  /// Nothing is uncertain: all of it is chance.
  case nothingUncertain
  /// Fewer replications than this.
  case tooFew(Int)
  case notWanted
  /// The run was stopped before the twins were done.
  case stopped

  package var sentence: String {
    switch self {
    case .nothingUncertain:
      "Variance: all of it comes from chance, since every input is taken as exactly known."
    case .tooFew(let fewest):
      "Variance: not split into inputs and chance with fewer than \(fewest) replications; --twins N does."
    case .notWanted: "Variance: not split into inputs and chance (--twins 0)."
    case .stopped: "Variance: not split into inputs and chance, since the run was stopped."
    }
  }
}
