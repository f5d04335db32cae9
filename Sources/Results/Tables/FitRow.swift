/// A published figure beside the simulation before and after a fit.
package struct FitRow: TableRow {
  package var figure = ObservedFigure()
  /// False where the figure was kept back.
  package var isFitted = false
  /// With the values at which the fit began, and with the fitted ones; both over chance and uncertain inputs.
  package var before: Estimate?, after: Estimate?
  /// The most that either side of the 80% range may be from the median, as a share of it; nil where nothing is asked.
  package var widest: Double?

  package static let blank = FitRow()

  /// Whether the 80% range holds the published figure, or some of what a small count may be; nil without a simulated one.
  package var isInside: Bool? {
    after.map { after in
      figure.isSmall
        ? after.p10 <= SmallCount.range.upperBound && after.p90 >= SmallCount.range.lowerBound
        : after.holds80(figure.value)
    }
  }

  /// The longer side of the 80% range over the median; nil where the median is 0.
  package var halfWidth: Double? { after.flatMap(\.halfWidth80) }

  package var isNarrow: Bool? { halfWidth.flatMap { width in widest.map { width <= $0 } } }
}

/// A value that a fit has moved.
package struct FitValueRow: Sendable {
  package let path, unit: String
  package let start, low, high: Double
  package let fitted, fittedLow, fittedHigh: Double
  /// By which share the figures narrowed the prior: 1 - posterior standard deviation / prior standard deviation.
  package let narrowed: Double

  package init(
    path: String, unit: String, start: Double, low: Double, high: Double, fitted: Double, fittedLow: Double,
    fittedHigh: Double, narrowed: Double
  ) {
    self.path = path
    self.unit = unit
    (self.start, self.low, self.high) = (start, low, high)
    (self.fitted, self.fittedLow, self.fittedHigh) = (fitted, fittedLow, fittedHigh)
    self.narrowed = narrowed
  }

  /// Where the figures say as much of the value as the prior does, the prior is narrowed by this share: by 1 - 1/√2.
  private static let told = 0.29
  /// Less than this is no more than a fit can mistake.
  private static let silent = 0.05

  /// How far the figures say what the value is, in words.
  package var verdict: String {
    narrowed >= Self.told
      ? "told by the figures" : narrowed >= Self.silent ? "hardly told" : "not told: the prior stands"
  }
}

extension Tables {
  package static let fit = Table<FitRow>(
    "fit.csv", "What a fit came to: one row for each published figure.",
    [
      Column("measure", \.figure.measure, "The measure."),
      Column("breakdown", \.figure.breakdown, "Empty for the whole service, or `key=value`."),
      Column("unit", \.figure.unit, "Its unit."), Column("date", \.figure.date, "Its day."),
      Column(
        "published", from: { $0.figure.told }, "What was published; empty for a count of 0 to 5 children."),
      Column("use", from: { $0.isFitted ? "fitted" : "held out" }, "`fitted`, or `held out` for a test."),
      Column("before_p50", from: { $0.before?.p50 }, "The median where the fit began."),
      Column("n_reps", from: { $0.after?.n }, "Replications with the fitted values."),
      Column("p10", from: { $0.after?.p10 }, "Their 10th percentile."),
      Column("p50", from: { $0.after?.p50 }, "Their median."),
      Column("p90", from: { $0.after?.p90 }, "Their 90th percentile."),
      Column("inside_80", from: { $0.isInside }, "Whether the figure lies between P10 and P90."),
      Column("half_width", from: { $0.halfWidth }, "The longer side of that range over the median."),
      Column("widest", \.widest, "The most that it may be."),
      Column("narrow_enough", from: { $0.isNarrow }, "Whether it is."),
      Column("release", \.figure.release, "Where the figure was published."),
      Column("note", \.figure.note, "What to know of the figure."),
    ])
}
