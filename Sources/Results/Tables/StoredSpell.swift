/// One person's unbroken time in one role, as it stands in a result.
package struct StoredSpell: TableRow, Equatable {
  package var replication = 0
  package var role = ""
  /// Years with the council when the spell came under observation.
  package var entryYears = 0.0
  /// Years with the council when it was last observed.
  package var exitYears = 0.0
  /// Why the person left; empty where they did not.
  package var reason = ""

  package static let blank = StoredSpell()
}

/// One reading of one replication. `RawFile` writes and `RawReader` reads millions of them without making one.
package struct RawReading: TableRow {
  package var replication = 0
  package var measure = "", breakdown = "", date = ""
  package var value: Double?

  package static let blank = RawReading()
}

extension Tables {
  package static let spells = Table<StoredSpell>(
    "spells.csv.gz", "Every worker's time in each role, of every replication (`run --raw`).",
    [
      Column("rep", \.replication, "Number of the replication."), Column("role", \.role, "The role."),
      Column([
        "entry_years": "Years with the council when the spell came under observation.",
        "exit_years": "Years with the council when it was last observed.",
      ]) { row, text in
        text.cell(row.entryYears, digits: 6)
        text.cell(row.exitYears, digits: 6)
      } read: { cells, row throws(ReadFailure) in
        row.entryYears = try cells.number("entry_years")
        row.exitYears = try cells.number("exit_years")
        guard row.exitYears >= row.entryYears else {
          throw cells.wrong("exit_years", "is less than `entry_years`")
        }
      },
      Column("reason", \.reason, "Why the person left; empty where they did not."),
    ])

  package static let raw = Table<RawReading>(
    "replications.csv.gz",
    "Every reading of every replication (`run --raw`). A stock's reading at the start stands first, under the day before it.",
    [
      Column("rep", \.replication, "Number of the replication."),
      Column("measure", \.measure, "The measure."),
      Column("breakdown", \.breakdown, "Empty for the whole service, or `key=value`."),
      Column("month_end", \.date, "The last day of the month."),
      Column("value", \.value, "The reading; empty where there was nothing to read."),
    ])
}
