import Experiments
import Results
import ServiceModel

extension MonthlyReadings {
  /// The readings of outcomes; refuses none at all.
  init(
    _ outcomes: [ReplicationOutcome], tables: ModelTables, isWanted: (String, String) -> Bool
  ) throws(EvidenceFailure) {
    guard !outcomes.isEmpty else {
      throw EvidenceFailure("interrupted before the first replication was done", exitCode: 130)
    }
    let months = tables.calendar.monthLastDays
    let gathered = Gathered(outcomes, watched: tables.watched)
    var series: [Series] = []
    for (place, one) in tables.watched.enumerated() where isWanted(one.measure, one.breakdown) {
      var readings = Series(measure: one.measure, breakdown: one.breakdown)
      for outcome in outcomes {
        readings.opening.append(outcome.opening[place])
        readings.values += months.indices.map { gathered.value(place, $0, of: outcome) }
      }
      series.append(readings)
    }
    self.init(months: months, replications: outcomes.map(\.replication), series: series)
  }
}
