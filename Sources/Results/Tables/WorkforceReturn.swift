/// `dfe_csww.csv`: the Department for Education's table of the children's social work workforce, simulated.
///
/// The 32 columns of the Department's file of indicators by council, in its order, then `quantile` and `n_reps`. Rates
/// are percentages, as there. One row for each simulated 30 September and quantile over replications; each column's
/// quantile is taken by itself, so that a row's cells need not add up. A cell is empty where there is nothing to read:
/// the codes of other places, and what is counted over a year that was not simulated whole.
package enum WorkforceReturn {
  package struct Row: Sendable {
    let year: Int
    /// The council's name, or that of the scenario where it does not say whose it is; and the council's code.
    let council, code: String
    let quantile: (p: Double, of: KeyPath<Estimate, Double> & Sendable)
    /// The year's readings by measure.
    let readings: [String: Estimate]
  }

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

  private static let quantiles: [(p: Double, of: KeyPath<Estimate, Double> & Sendable)] = [
    (0.05, \.p05), (0.1, \.p10), (0.25, \.p25), (0.5, \.p50), (0.75, \.p75), (0.9, \.p90), (0.95, \.p95),
  ]

  /// A row for each simulated 30 September and quantile.
  package static func rows(_ result: ResultSet) -> [Row] {
    var readings: [Int: [String: Estimate]] = [:]
    for row in result.years {
      guard let year = row.workforceYear, result.series[row.series].breakdown.isEmpty else { continue }
      readings[year, default: [:]][result.series[row.series].measure] = row.estimate
    }
    return readings.sorted { $0.key < $1.key }.flatMap { year, readings in
      quantiles.map {
        let m = result.manifest
        return Row(
          year: year, council: m.councilName.isEmpty ? m.scenario : m.councilName, code: m.councilCode,
          quantile: $0, readings: readings)
      }
    }
  }
}

extension Tables {
  package static let workforceReturn = Table<WorkforceReturn.Row>(
    "dfe_csww.csv",
    "The Department for Education's table of the children's social work workforce, simulated: its columns in its order. "
      + "Rates are percentages; each column's quantile is taken by itself.",
    [
      Column("time_period", from: { $0.year }, "The year of the 30 September."),
      fixed("time_identifier", "Reporting year"), fixed("geographic_level", "Local authority"),
      fixed("country_code", "E92000001"), fixed("country_name", "England"), fixed("region_code"),
      fixed("region_name"),
      Column(
        "old_la_code", from: { $0.code.allSatisfy(\.isNumber) ? $0.code : "" },
        "The Department's code of the council, where that is what the scenario says."),
      Column(
        "new_la_code", from: { $0.code.allSatisfy(\.isNumber) ? "" : $0.code },
        "The council's code of the Office for National Statistics, where the scenario says it."),
      Column(
        "la_name", from: { $0.council }, "The council, or the scenario where it does not say whose it is."),
    ]
      + WorkforceReturn.columns.map { column in
        Column(
          column.name,
          from: { row in
            guard let reading = row.readings[column.measure], reading.n > 0 else { return nil as Double? }
            return reading[keyPath: row.quantile.of] * (column.isPercentage ? 100 : 1)
          },
          "`\(column.measure)`" + (column.isPercentage ? ", in percent." : "."))
      } + [
        Column("quantile", from: { $0.quantile.p }, "The quantile over replications that the row has."),
        Column("n_reps", from: { $0.readings["inpost_fte"]?.n ?? 0 }, "Replications that had a value."),
      ])

  private static func fixed(_ name: String, _ text: String = "") -> Column<WorkforceReturn.Row> {
    Column(name, from: { _ in text }, text.isEmpty ? "Empty: codes of places." : "`\(text)`.")
  }
}
