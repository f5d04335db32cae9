/// One balance, opening + in - out = closing, over all month ends of all replications.
package struct CheckRow: TableRow {
  package var balance = "", unit = ""
  /// Totals over the replications, at the start and at the end.
  package var opening = 0.0, entered = 0.0, left = 0.0, closing = 0.0
  /// The largest absolute residual of any single month end of any replication.
  package var largestResidual = 0.0
  package var tolerance = 0.0
  package var monthsChecked = 0

  package static let blank = CheckRow()

  package var holds: Bool { largestResidual <= tolerance }
}

extension Tables {
  package static let checks = Table<CheckRow>(
    "checks.csv",
    "Each balance, with enough digits for its parts to add up, and last the readings that their measures can have; totals "
      + "are over the replications.",
    [
      Column("balance", \.balance, "What is balanced."), Column("unit", \.unit, "Its unit."),
      Column("opening", exact: \.opening, "What was there at the start."),
      Column("entered", exact: \.entered, "What came in."), Column("left", exact: \.left, "What went out."),
      Column("closing", exact: \.closing, "What was there at the end."),
      Column(
        "largest_residual", exact: \.largestResidual,
        "The largest that any month end of any replication was out by."),
      Column("tolerance", exact: \.tolerance, "What it may be out by."),
      Column("months_checked", \.monthsChecked, "Month ends that were checked."),
      Column("holds", from: { $0.holds }, "Whether all of them balance."),
    ])
}
