import Results

extension [ReplicationNeed] {
  /// What each output needs, for a terminal, the heading first.
  package var shown: [[String]] {
    [["Output", "n", "mean", "sd", "± now", "± of mean", "needs", "seen at"]]
      + map { need in
        let format = MeasureFormat(unit: need.output.unit)
        let tally = need.tally
        return [need.output.name, Phrase.number(tally.count)]
          + [tally.mean, tally.standardDeviation, tally.halfWidth() ?? .nan].map(format.fine)
          + [Phrase.percent(need.relative)]
          + [need.isNearZero ? nil : need.needed, need.seen].map { $0.map { Phrase.number($0) } ?? "–" }
      }
  }

  /// Each output after each replication.
  package var rows: [PrecisionRow] {
    flatMap { need in
      need.rows.map { row in
        PrecisionRow {
          ($0.output, $0.unit, $0.replications) = (need.output.name, need.output.unit, row.count)
          ($0.mean, $0.standardDeviation) = (row.mean, row.standardDeviation)
          ($0.lower, $0.upper) = (row.interval.lower, row.interval.upper)
          $0.relativeHalfWidth = row.relativeHalfWidth
        }
      }
    }
  }
}
