/// One headline in one financial year, and where its variance over replications comes from.
package struct VarianceRow: Sendable, Equatable {
  package var measure, breakdown, unit: String
  /// The financial year, for example `2015-16`.
  package var when: String
  /// Pairs of a replication and its twin that both had a value.
  package var twins: Int
  /// Mean over both of all pairs.
  package var mean: Double
  /// Variances in squared units; that of the inputs is an unbiased estimate and may be below zero.
  package var inputs, chance: Double
  /// The share of the inputs; nil where nothing varies.
  package var share: Double?
  /// 95% interval of the share, nil where the pairs tell none.
  package var interval: ClosedRange<Double>?

  package init(
    measure: String, breakdown: String, unit: String, when: String, twins: Int, mean: Double, inputs: Double,
    chance: Double, share: Double?, interval: ClosedRange<Double>?
  ) {
    self.measure = measure
    self.breakdown = breakdown
    self.unit = unit
    self.when = when
    self.twins = twins
    self.mean = mean
    self.inputs = inputs
    self.chance = chance
    self.share = share
    self.interval = interval
  }

  package var variance: Double { inputs + chance }
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
