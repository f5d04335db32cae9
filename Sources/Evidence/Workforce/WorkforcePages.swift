import Results

/// The workforce month by month, by role and by team, as an HR business partner reports it.
package enum WorkforcePages {
  /// The measures, in the order of the table.
  package static let measures = [
    "establishment_fte", "inpost_fte", "inpost_headcount", "vacancy_fte", "vacancy_rate_fte", "starters_fte",
    "leavers_fte", "turnover_rate_fte", "agency_fte", "agency_rate_fte", "absence_rate_fte", "caseload_fte",
    "caseload_p90", "share_over_norm", "time_to_hire_p50_days", "time_to_hire_p90_days", "hires",
    "stability_index", "span_of_control", "practice_manager_vacancy_rate", "supervision_held_rate",
    "signoff_wait_p90_days",
  ]

  /// `hr_kpis.csv`: the rows of `series.csv` that are of the workforce, the breakdown in columns of its own.
  package static func table(_ series: [StoredMonth]) -> EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.workforce,
      columns: [
        "measure", "role", "team", "reason", "unit", "month_end", "fy", "n_reps", "mean", "mc_se", "ci_lo",
        "ci_hi", "p10", "p25", "p50", "p75", "p90",
      ])
    let rank = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1, $0) })
    let rows = series.enumerated().filter { rank[$0.element.measure] != nil }
    for (_, row) in rows.sorted(by: {
      (rank[$0.element.measure] ?? 0, $0.offset) < (rank[$1.element.measure] ?? 0, $1.offset)
    }) {
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
          .text(row.monthEnd),
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
