import Results

extension SweepVariance {
  /// One output of a sweep, and where its variance comes from.
  struct Row {
    let output: StoreShape.Column
    let variance: SweepVariance
    let split: Split

    init(_ output: StoreShape.Column, _ variance: SweepVariance) {
      (self.output, self.variance, split) = (output, variance, variance.split)
    }
  }

  static let table = Table<Row>(
    "variance.csv", "Where the variance of each output comes from, in squared units of the output.",
    [
      Column("output", from: { $0.output.name }, "The output."),
      Column("unit", from: { $0.output.unit }, "Its unit."),
      Column("points", from: { $0.variance.points }, "Points that are done."),
      Column("n_twins", from: { $0.variance.pairs }, "Pairs of a replication and its twin."),
      Column("mean", from: { $0.variance.mean }, "Mean of the points' means."),
      Column("variance", from: { $0.split.total }, "The sum of the three that follow."),
      Column("between_points_variance", from: { $0.split.between }, "What comes from what was varied."),
      Column("inputs_variance", from: { $0.split.inputs }, "What comes from uncertain inputs."),
      Column("chance_variance", from: { $0.split.chance }, "What comes from chance."),
      Column("between_points_share", from: { $0.split.share($0.split.between) }, "The share of the first."),
      Column("inputs_share", from: { $0.split.share($0.split.inputs) }, "The share of the second."),
      Column("chance_share", from: { $0.split.share($0.split.chance) }, "The share of the third."),
      Column("inputs_share_ci_lo", from: { $0.split.interval?.lower }, "Lower end of its 95% interval."),
      Column("inputs_share_ci_hi", from: { $0.split.interval?.upper }, "Upper end of it."),
    ])
}
