import Parameters
import Results

/// The workforce month by month, by role and by team, as an HR business partner reports it.
package enum WorkforcePages {
  /// The monthly rows of a result that are of the workforce, measure by measure in their order.
  package static func rows(_ result: FinishedResult) throws(ReadFailure) -> [WorkforceMonthRow] {
    let watched = result.tables.watched
    let months = Dictionary(grouping: try Tables.series.read(result.stored.bound), by: \.measure)
    return watched.indicators.map { watched[$0].measure }.uniqued
      .flatMap { months[$0] ?? [] }.compactMap(row)
  }

  /// Nil where the breakdown is another than role, team or reason.
  private static func row(_ month: SeriesRow) -> WorkforceMonthRow? {
    var row = WorkforceMonthRow.blank
    let key = month.breakdown.split(separator: "=", maxSplits: 1).map(String.init)
    guard key.count != 1 else { return nil }
    switch key.first {
    case nil: break
    case "role": row.role = key[1]
    case "team": row.team = key[1]
    case "reason": row.reason = key[1]
    default: return nil
    }
    (row.measure, row.unit, row.monthEnd) = (month.measure, month.unit, month.date.description)
    (row.year, row.replications) = (month.financialYear, month.estimate.n)
    row.reading = Spread(month.estimate)
    return row
  }
}
