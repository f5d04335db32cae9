import Notation
import Parameters
import Results

/// Headlines whose 80% range is too wide to plan by: wider than `UsableWidth` on either side.
package enum WidthWarning {
  /// One sentence with the financial years in which each headline is too wide, and the two ends of the range in the year in
  /// which it is widest; none where all are narrow.
  package static func sentences(_ result: ResultSet) -> [String] {
    let wide = result.series.headlines.compactMap { headline -> String? in
      let rows = result.years.filter { $0.series == headline.place && $0.workforceYear == nil }
      let limit = widest(result.series[headline.place])
      let tooWide = rows.indices.filter { width(rows[$0].estimate).map { $0 > limit } ?? false }
      guard
        let most = tooWide.max(by: { (width(rows[$0].estimate) ?? 0) < (width(rows[$1].estimate) ?? 0) })
      else { return nil }
      let ends = ends(rows[most].estimate)
      let years = spans(tooWide, of: rows.map(\.financialYear))
      return
        tooWide.count == 1
        ? "\(headline.name) (in \(years): \(ends))"
        : "\(headline.name) (in \(years); widest in \(rows[most].financialYear): \(ends))"
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

  /// The two ends of the 80% range beside the median: `-7% to +16%`.
  private static func ends(_ estimate: Estimate) -> String {
    let format = ValueFormat.percent.with(decimals: 0)
    return [estimate.p10, estimate.p90].map { format.signed($0 / estimate.p50 - 1) }.joined(separator: " to ")
  }

  /// Years at these places, those in a row as a span: `2017-18, 2019-20 to 2024-25`.
  private static func spans(_ places: [Int], of years: [String]) -> String {
    var spans: [(first: Int, last: Int)] = []
    for place in places {
      if let last = spans.last, last.last == place - 1 {
        spans[spans.count - 1].last = place
      } else {
        spans.append((place, place))
      }
    }
    return spans.map { span in
      span.first == span.last ? years[span.first] : "\(years[span.first]) to \(years[span.last])"
    }.joined(separator: ", ")
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
