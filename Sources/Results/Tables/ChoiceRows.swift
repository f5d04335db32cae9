/// One design of a selection, with what is known of it.
package struct SelectionRow: TableRow {
  package var design = "", output = "", unit = ""
  package var replications = 0
  package var mean = Double.nan, standardError = Double.nan
  /// What it is beyond the best design, in the replications that both have: how many, the mean difference and its paired
  /// 95% interval. Nil for the best itself.
  package var pairs: Int?
  package var difference: Double?, lower: Double?, upper: Double?
  /// `chosen`, `leading`, `left`, or when it was dropped.
  package var state = ""

  package static let blank = SelectionRow()
}

/// One value that was tried in the search for a goal.
package struct GoalRow: TableRow {
  package var path = "", value = "", unit = ""
  /// What is to hold.
  package var condition = ""
  /// The share of the replications in which it is to hold.
  package var wanted = Double.nan
  package var replications = 0
  /// The replications in which it held.
  package var held = 0
  /// Their share, and its Wilson interval.
  package var share = Double.nan, lower = Double.nan, upper = Double.nan

  package static let blank = GoalRow()
}

/// One output after some replications.
package struct PrecisionRow: TableRow {
  package var output = "", unit = ""
  package var replications = 0
  package var mean = Double.nan, standardDeviation = Double.nan
  /// 95% interval of the mean, and its half-width as a share of the mean.
  package var lower = Double.nan, upper = Double.nan, relativeHalfWidth = Double.nan

  package static let blank = PrecisionRow()
}

extension Tables {
  package static let selection = Table<SelectionRow>(
    "selection.csv", "The designs of a selection, the chosen one first.",
    [
      Column("design", \.design, "The design."), Column("output", \.output, "What is to be best."),
      Column("unit", \.unit, "Its unit."), Column("n_reps", \.replications, "Replications of the design."),
      Column("mean", \.mean, "Their mean."), Column("mc_se", \.standardError, "Its standard error."),
      Column("n_pairs", \.pairs, "Replications that it shares with the best design."),
      Column("difference", \.difference, "Mean difference from the best design in these."),
      Column("ci_lo", \.lower, "Lower end of its paired 95% interval."),
      Column("ci_hi", \.upper, "Upper end of it."),
      Column("state", \.state, "`chosen`, `leading`, `left`, or after how many replications it was dropped."),
    ])

  package static let goal = Table<GoalRow>(
    "goal.csv", "The values that were tried in the search for a goal, in order.",
    [
      Column("path", \.path, "The parameter."), Column("value", \.value, "The value tried."),
      Column("unit", \.unit, "Its unit."), Column("condition", \.condition, "What is to hold."),
      Column("wanted", \.wanted, "Share of the replications in which it is to hold."),
      Column("n_reps", \.replications, "Replications."), Column("held", \.held, "Those in which it held."),
      Column("share", \.share, "Their share."), Column("ci_lo", \.lower, "Lower end of its Wilson interval."),
      Column("ci_hi", \.upper, "Upper end of it."),
    ])

  package static let precision = Table<PrecisionRow>(
    "precision.csv", "Each output after each replication.",
    [
      Column("output", \.output, "The output."), Column("unit", \.unit, "Its unit."),
      Column("n_reps", \.replications, "Replications so far."), Column("mean", \.mean, "Their mean."),
      Column("sd", \.standardDeviation, "Their standard deviation."),
      Column("ci_lo", \.lower, "Lower end of the mean's 95% interval."),
      Column("ci_hi", \.upper, "Upper end of it."),
      Column("relative_half_width", \.relativeHalfWidth, "Half of that interval over the mean."),
    ])
}
