import Parameters
import Results

/// Headlines whose 80% range is too wide to plan by: more than 15% of the median on either side for stocks and money,
/// more than 25% for what is counted in a year and for rates.
package enum WidthWarning {
  /// One sentence with the first financial year in which each headline becomes too wide; none where all are narrow.
  package static func sentences(_ result: ResultSet) -> [String] {
    let wide = result.series.headlines.compactMap { headline -> String? in
      let rows = result.years.filter { $0.series == headline.place && $0.workforceYear == nil }
      guard
        let first = rows.first(where: { row in
          width(row.estimate).map { $0 > widest(result.series[headline.place]) } ?? false
        }), let width = width(first.estimate)
      else { return nil }
      return
        "\(headline.label) (from \(first.financialYear): ±\(MeasureFormat.fixed(width * 100, decimals: 0))%)"
    }
    guard !wide.isEmpty else { return [] }
    return [
      "too wide to plan by (80% range beyond 15% of the median for stocks and money, 25% for yearly counts and rates): "
        + wide.joined(separator: ", ") + "."
    ]
  }

  /// The longer side of the 80% range over the median; nil where that says nothing.
  private static func width(_ estimate: Estimate) -> Double? {
    guard estimate.n > 1, estimate.p50 > 0 else { return nil }
    return max(estimate.p90 - estimate.p50, estimate.p50 - estimate.p10) / estimate.p50
  }

  private static func widest(_ series: Series) -> Double {
    let isMoney = series.unit.form == .pounds
    return isMoney || series.gathering == .stock ? 0.15 : 0.25
  }
}
