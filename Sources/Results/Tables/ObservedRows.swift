import Dates

/// One published figure.
package struct ObservedFigure: TableRow {
  package var measure = "", breakdown = ""
  /// The day, or the last day of the year, that the figure is of.
  package var date = CivilDate(dayNumber: 0)
  package var value = Double.nan
  package var unit = ""
  /// Name of the statistical release.
  package var release = ""
  /// What the reader must know of this figure, such as a break in how it was collected; may be empty.
  package var note = ""
  /// Whether it is a small count, of which the value is the middle of what it may be.
  package var isSmall = false
  /// What may be printed of it; nil for a small count.
  package var told: Double? { isSmall ? nil : value }

  package static let blank = ObservedFigure()
}

extension Tables {
  package static let observed = Table<ObservedComparison>(
    "observed.csv",
    "Each published figure beside what was simulated for the same day or year, where anything was.",
    [
      Column("measure", \.figure.measure, "The measure."),
      Column("breakdown", \.figure.breakdown, "Empty for the whole service, or `key=value`."),
      Column("unit", \.figure.unit, "Its unit."),
      Column("date", \.figure.date, "The day, or the last day of the year, of the figure."),
      Column("observed", \.figure.value, "What was published."),
      Column("release", \.figure.release, "Where it was published."),
      Column("n_reps", from: { $0.simulated?.n }, "Replications that had a value."),
      Column("sim_mean", from: { $0.simulated?.mean }, "Their mean."),
      Column("sim_p10", from: { $0.simulated?.p10 }, "10th percentile over replications."),
      Column("sim_p50", from: { $0.simulated?.p50 }, "Median."),
      Column("sim_p90", from: { $0.simulated?.p90 }, "90th percentile."),
      Column("inside_80", from: { $0.isInside }, "Whether the figure lies between P10 and P90."),
      Column("note", \.figure.note, "What to know of the figure."),
    ])
}
