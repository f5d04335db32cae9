import Dates
import Results
import ServiceModel

/// Writes every reading of every replication.
package enum RawReadings {
  package static func write(
    _ outcomes: [ReplicationOutcome], _ tables: ModelTables, _ result: ResultSet, to folder: OutputFolder
  ) throws(OutputFailure) {
    let file = try RawFile(
      in: folder, manifest: result.manifest, series: result.series, months: result.months,
      opening: tables.calendar.start.adding(days: -1))
    let gathered = Gathered(outcomes, watched: tables.watched)
    for outcome in outcomes {
      for series in result.series.indices {
        let opening = outcome.opening[series]
        if opening.isFinite {
          try file.writeOpening(replication: outcome.replication, series: series, value: opening)
        }
        for month in result.months.indices {
          let value = gathered.value(series, month, of: outcome)
          try file.write(
            replication: outcome.replication, series: series, month: month,
            value: value.isFinite ? value : nil)
        }
      }
    }
    try file.finish()
    try folder.writeCompressed(Tables.spells, outcomes.flatMap(\.storedSpells), result.manifest)
  }
}
