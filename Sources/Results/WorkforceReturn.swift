/// `dfe_csww.csv`: the Department for Education's table of the children's social work workforce, simulated.
///
/// The 32 columns of the Department's file of indicators by council, in its order, then `quantile` and `n_reps`. Rates
/// are percentages, as there. One row for each simulated 30 September and quantile over replications; each column's
/// quantile is taken by itself, so that a row's cells need not add up. A cell is empty where there is nothing to read:
/// the codes of places, and what is counted over a year that was not simulated whole.
package enum WorkforceReturn {
  private static let places = [
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code",
    "region_name", "old_la_code", "new_la_code", "la_name",
  ]

  /// The Department's column, our measure, and whether the column is a percentage of our share.
  package static let columns: [(name: String, measure: String, isPercentage: Bool)] = [
    ("inpost_fte", "inpost_fte", false),
    ("inpost_headcount", "inpost_headcount", false),
    ("starters_fte", "starters_fte", false),
    ("starters_headcount", "starters_headcount", false),
    ("leavers_fte", "leavers_fte", false),
    ("leavers_headcount", "leavers_headcount", false),
    ("turnover_rate_fte", "turnover_rate_fte", true),
    ("turnover_rate_headcount", "turnover_rate_headcount", true),
    ("agency_fte", "agency_fte", false),
    ("agency_headcount", "agency_headcount", false),
    ("agency_rate_fte", "agency_rate_fte", true),
    ("agency_rate_headcount", "agency_rate_headcount", true),
    ("agency_cover_fte", "agency_cover_fte", false),
    ("agency_cover_rate_fte", "agency_cover_rate_fte", true),
    ("vacancy_fte", "vacancy_fte", false),
    ("vacancy_rate_fte", "vacancy_rate_fte", true),
    ("vacancy_agency_cover_rate_fte", "vacancy_agency_cover_rate_fte", true),
    ("case_holders_fte", "case_holders_fte", false),
    ("cases", "cases_held", false),
    ("caseload_fte", "caseload_fte", false),
    ("working_days_lost_fte", "working_days_lost_fte", false),
    ("absence_rate_fte", "absence_rate_fte", true),
  ]

  private static var quantiles: [(p: Double, of: KeyPath<Estimate, Double>)] {
    [
      (0.05, \.p05), (0.1, \.p10), (0.25, \.p25), (0.5, \.p50), (0.75, \.p75), (0.9, \.p90), (0.95, \.p95),
    ]
  }

  /// Whether any 30 September was simulated.
  package static func applies(to result: ResultSet) -> Bool {
    result.years.contains { $0.workforceYear != nil }
  }

  package static func table(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: places + columns.map(\.name) + ["quantile", "n_reps"], origin: Origin(result.manifest))
    var readings: [Int: [String: Estimate]] = [:]
    for row in result.years {
      guard let year = row.workforceYear, result.series[row.series].breakdown.isEmpty else { continue }
      readings[year, default: [:]][result.series[row.series].measure] = row.estimate
    }
    for (year, estimates) in readings.sorted(by: { $0.key < $1.key }) {
      for quantile in quantiles {
        table.cell(year)
        table.cells(["Reporting year", "Local authority", "E92000001", "England", "", "", "", ""])
        table.cell(result.manifest.scenario)
        for column in columns {
          let estimate = estimates[column.measure].flatMap { $0.n > 0 ? $0 : nil }
          table.cell(estimate.map { $0[keyPath: quantile.of] * (column.isPercentage ? 100 : 1) })
        }
        table.cell(quantile.p)
        table.cell(estimates["inpost_fte"]?.n ?? 0)
        table.endRow()
      }
    }
    return table.bytes
  }
}
