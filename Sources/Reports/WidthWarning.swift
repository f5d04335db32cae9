import Parameters
import Results

/// Headlines whose 80% range is too wide to plan by: wider than `UsableWidth` on either side.
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
        "\(headline.label) (from \(first.financialYear): ±\(Phrase.percent(width, decimals: 0)))"
    }
    guard !wide.isEmpty else { return [] }
    let (steady, yearly) = (
      Phrase.percent(UsableWidth.steady, decimals: 0), Phrase.percent(UsableWidth.yearly, decimals: 0)
    )
    return [
      "too wide to plan by (80% range beyond \(steady) of the median for stocks and money, \(yearly) for yearly counts "
        + "and rates): \(wide.joined(separator: ", "))."
    ]
  }

  /// The longer side of the 80% range over the median; nil where that says nothing.
  private static func width(_ estimate: Estimate) -> Double? {
    estimate.n > 1 && estimate.p50 > 0 ? estimate.halfWidth80 : nil
  }

  private static func widest(_ series: Series) -> Double {
    let isMoney = series.unit.form == .pounds
    return isMoney || series.gathering == .stock ? UsableWidth.steady : UsableWidth.yearly
  }
}
