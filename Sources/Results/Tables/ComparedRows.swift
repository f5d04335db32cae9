import Dates

/// One input that an overlay sets otherwise than the base.
package struct ChangedInputRow: TableRow, Equatable {
  /// Name of the overlay.
  package var scenario = ""
  package var path = "", unit = "", meaning = ""
  /// The value in the base and under the overlay, as they would be written in a file; empty where there is none.
  package var baseValue = "", value = ""
  /// Where the overlay's value is from.
  package var source = ""

  package static let blank = ChangedInputRow()
}

/// What the futures say of one headline under one design at one date.
package struct ComparedSeriesRow: TableRow, Equatable {
  /// Name of the design; the base has its own.
  package var scenario = ""
  package var measure = "", breakdown = "", unit = ""
  /// Last day of the month, or of the financial year that is summed.
  package var date = CivilDate(dayNumber: 0)
  /// The financial year where it is counted over one; empty for what is read at the end of a month.
  package var financialYear = ""
  package var estimate = Estimate.none

  package static let blank = ComparedSeriesRow()
}

/// What an overlay changes in what the service costs, in one year or all: nominal pounds, pair by pair of futures.
package struct ComparedMoneyRow: TableRow, Equatable {
  package enum Level: String, Cell, Sendable {
    /// The whole cost of the service, a heading of it, or one budget line.
    case net, heading, line
  }

  package var scenario = ""
  package var level = Level.net
  /// The heading's or line's name in files; empty for the whole.
  package var code = "", title = ""
  /// Financial year, or `all`.
  package var year = ""
  package var pairs = 0
  package var baseMean = Double.nan, mean = Double.nan
  /// Design minus base.
  package var change = Spread()

  package static let blank = ComparedMoneyRow()
}

extension Tables {
  package static let changedInputs = Table<ChangedInputRow>(
    "changed_inputs.csv", "What each overlay sets otherwise than the base.",
    [
      Column("scenario", \.scenario, "The overlay."), Column("path", \.path, "The parameter."),
      Column("unit", \.unit, "Its unit."), Column("base_value", \.baseValue, "Its value in the base."),
      Column("value", \.value, "Its value under the overlay."),
      Column("meaning", \.meaning, "What it is."),
      Column("from", \.source, "Where the overlay's value is from."),
    ])

  package static let comparedSeries = Table<ComparedSeriesRow>(
    "comparison_series.csv",
    "The headlines that a report draws as fans, under each design: at the end of each month, or over each financial year.",
    [
      Column("scenario", \.scenario, "The design; the base is one of them."),
      Column("measure", \.measure, "The measure."),
      Column("breakdown", \.breakdown, "Empty for the whole service, or `key=value`."),
      Column("unit", \.unit, "Its unit."),
      Column("date", \.date, "The last day of the month or year."),
      Column("fy", \.financialYear, "The financial year where it is counted over one."),
      .estimate(\.estimate),
    ])

  package static let comparedMoney = Table<ComparedMoneyRow>(
    "comparison_money.csv",
    "What each overlay changes in what the service costs, by financial year and over all years: nominal pounds, pair by "
      + "pair of replications.",
    [
      Column("scenario", \.scenario, "The overlay."),
      Column("level", \.level, "`net` (the whole service), `heading`, or `line` (over all years alone)."),
      Column("code", \.code, "The heading or budget line."), Column("title", \.title, "What it is."),
      Column("fy", \.year, "Financial year, or `all`."), Column("n_reps", \.pairs, "Pairs of replications."),
      Column("base_mean", \.baseMean, "Mean cost of the base, nominal pounds."),
      Column("mean", \.mean, "Mean cost under the overlay, nominal pounds."),
      .spread(
        \.change, "Overlay minus base",
        [
          "difference": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p50": .p50,
          "p90": .p90,
        ]),
    ])
}
