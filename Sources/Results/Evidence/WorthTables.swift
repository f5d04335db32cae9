/// One thing that an overlay changes, in one year or all: with it less without it, future by future.
package struct WorthRow: TableRow {
  /// What is told.
  package enum Item: String, Cell, Sendable, CaseIterable {
    /// The cost of a heading, and of one budget line.
    case heading, line
    /// The whole cost of the service, and the same from the start of the run on.
    case net, cumulative
    /// The two classes into which the net falls.
    case cashable, avoidance
    /// The net in the prices of the first year, discounted.
    case presentValue = "present_value"
    case leavers
    case ownCostPerLeaver = "own_cost_per_leaver_avoided"
    case netCostPerLeaver = "net_cost_per_leaver_avoided"
    case payback
    /// The share of futures in which the money is back by the end of a year, or of the run.
    case paidBack = "paid_back"
  }

  package var overlay = ""
  package var item = Item.net
  /// The heading's or line's name in files; empty for what is of the whole.
  package var code = "", title = ""
  package var year = "", basis = "nominal", unit = "£"
  package var replications = 0
  /// With the overlay less without it.
  package var change = Spread()
  /// The date for a payback, and that by which half of the futures are paid back; empty otherwise.
  package var date = ""
  package var note = ""

  package static let blank = WorthRow()

  package static let table = Table<WorthRow>(
    "worth.csv",
    "What an overlay changes: each number is with it less without it, in the same futures, so that a saving is negative.",
    columns)

  /// The same in the folder of a result.
  package static let savings = Table<WorthRow>(
    "finance_savings.csv",
    "What overlays change in the whole cost of the service: with each less without it, in the same futures, so that a "
      + "saving is negative.",
    columns)

  private static let columns: [Column<WorthRow>] = [
    Column("overlay", \.overlay, "The overlay."),
    Column(
      "item", \.item,
      "`heading`, `line`, `net` (the whole service), `cumulative` (the net so far), `cashable` and `avoidance` (which make "
        + "up the net), `present_value`, `leavers`, a cost for each leaver avoided, `payback` (of the mean), or `paid_back` (the share of futures in "
        + "which no more has been spent by then, and to the end of the run, than without it)."),
    Column("code", \.code, "The heading or budget line."), Column("title", \.title, "What it is."),
    Column("fy", \.year, "Financial year, or `all`."),
    Column("price_basis", \.basis, "`nominal`, or `real` in the prices of a year."),
    Column("unit", \.unit, "Unit."), Column("n_reps", \.replications, "Pairs of replications."),
    .spread(
      \.change, "Change",
      [
        "mean": .mean, "mc_se": .error, "ci_lo": .lower, "ci_hi": .upper, "p10": .p10, "p50": .p50,
        "p90": .p90,
      ]),
    Column("told_apart", from: { $0.change.isApart }, "Whether the 95% interval leaves zero out."),
    Column(
      "date", \.date,
      "Last day of the month, for a payback; for `paid_back`, that by which half of the futures are paid back."
    ),
    Column("note", \.note, "What else is to be said."),
  ]
}
