import Results

/// The workforce month by month, by role and by team, as an HR business partner reports it.
package enum WorkforcePages {
  /// `hr_kpis.csv`: the rows of `series.csv` that are of the workforce, the breakdown in columns of its own.
  package static func table(_ series: [SeriesRow]) -> EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.workforce,
      columns: [
        "measure", "role", "team", "reason", "unit", "month_end", "fy", "n_reps", "mean", "mc_se", "ci_lo",
        "ci_hi", "p10", "p25", "p50", "p75", "p90",
      ])
    for row in series {
      let key = row.breakdown.split(separator: "=", maxSplits: 1)
      func part(_ name: String) -> EvidenceTable.Cell {
        key.count == 2 && key[0] == name ? .text(String(key[1])) : .empty
      }
      guard row.breakdown.isEmpty || ["role", "team", "reason"].contains(key.first.map(String.init) ?? "")
      else {
        continue
      }
      let e = row.estimate
      let known = e.n > 0
      table.add(
        [
          .text(row.measure), part("role"), part("team"), part("reason"), .text(row.unit),
          .text(row.date.description),
          .text(row.financialYear), .whole(e.n),
        ]
          + [
            e.mean, e.standardError, e.interval.lowerBound, e.interval.upperBound, e.p10, e.p25, e.p50, e.p75,
            e.p90,
          ].map { known ? .number($0) : .empty })
    }
    return table
  }
}
