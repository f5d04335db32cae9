import Results

extension ReplicationNeed {
  /// What each output needs, for a terminal.
  package static func summary(_ needs: [ReplicationNeed]) -> ChoiceTable {
    var table = ChoiceTable(
      file: ResultFile.precision,
      columns: [
        ("output", "Output"), ("n", "n"), ("mean", "mean"), ("sd", "sd"), ("half", "± now"),
        ("share", "± of mean"),
        ("needed", "needs"), ("seen", "seen at"),
      ])
    for need in needs {
      let unit = need.output.unit
      table.add([
        .text(need.output.name), .count(need.tally.count), .number(need.tally.mean, unit: unit),
        .number(need.tally.standardDeviation, unit: unit),
        .number(need.tally.halfWidth() ?? .nan, unit: unit), .number(need.relative, unit: "share"),
        need.needed.map { .count($0) } ?? .text("–"), need.seen.map { .count($0) } ?? .text("–"),
      ])
    }
    return table
  }

  /// Each output after each replication: `precision.csv`.
  package static func cumulative(_ needs: [ReplicationNeed]) -> ChoiceTable {
    var table = ChoiceTable(
      file: ResultFile.precision,
      columns: [
        ("output", ""), ("unit", ""), ("n_reps", ""), ("mean", ""), ("sd", ""), ("ci_lo", ""), ("ci_hi", ""),
        ("relative_half_width", ""),
      ])
    for need in needs {
      let unit = need.output.unit
      for row in need.rows {
        table.add([
          .text(need.output.name), .text(unit), .count(row.count), .number(row.mean, unit: unit),
          .number(row.standardDeviation, unit: unit), .number(row.interval.lower, unit: unit),
          .number(row.interval.upper, unit: unit), .number(row.relativeHalfWidth, unit: "share"),
        ])
      }
    }
    return table
  }
}
