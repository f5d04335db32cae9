/// One parameter as it was used.
package struct ParameterRow: TableRow {
  package var path = "", value = "", unit = "", kind = "", defaultValue = "", range = "", source = ""
  package var uncertain = "", meaning = ""
  /// File and line that set it, `--set`, or `default`.
  package var from = ""

  package static let blank = ParameterRow()
}

/// What one replication drew for one uncertain input.
package struct DrawRow: TableRow {
  package var replication = 0
  package var path = "", unit = ""
  package var value = Double.nan

  package static let blank = DrawRow()
}

extension Tables {
  package static let parameters = Table<ParameterRow>(
    "parameters.csv", "Each parameter as it was used, and who says so.",
    [
      Column("path", \.path, "The parameter."), Column("value", \.value, "Its value."),
      Column("unit", \.unit, "Its unit."), Column("kind", \.kind, "What kind of value it is."),
      Column("default", \.defaultValue, "What it is where nobody sets it."),
      Column("range", \.range, "What it may be."), Column("source", \.source, "Who says so."),
      Column("uncertain", \.uncertain, "How uncertain it is said to be."),
      Column("meaning", \.meaning, "What it means."),
      Column("from", \.from, "The file and line that set it, `--set`, or `default`."),
    ])

  package static let draws = Table<DrawRow>(
    "draws.csv", "The value of each uncertain input in each replication; replication 0 has the point values.",
    [
      Column("rep", \.replication, "Number of the replication."), Column("path", \.path, "The parameter."),
      Column("unit", \.unit, "Its unit."), Column("value", \.value, "What was drawn."),
    ])
}
