import CXlsxWriter
import Results

/// The headlines at each month end.
struct TimelineSheet {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "Timeline", "Each headline over the month or at its end: P10, median and P90 over replications")
    let shown = Headline.all.compactMap { headline in headline.place(in: result.series).map { (headline, $0) }
    }
    guard !shown.isEmpty, !result.months.isEmpty else {
      return sheet.text(3, 0, "This result has no months.", .note)
    }
    let columns = shown.flatMap { headline, place -> [String] in
      let series = result.series[place]
      let label = headline.label.replacing(" in the year", with: " in the month")
      return ["P10", "median", "P90"].map { "\(label), \(series.unit): \($0)" }
    }
    sheet.widths([12, 10])
    sheet.width(15, columns: 2...(columns.count + 1))
    sheet.header(3, ["Month end", "Year"] + columns, freezing: 2)
    for (index, month) in result.months.enumerated() {
      sheet.texts(index + 4, [month.date.description, month.financialYear])
      for (group, item) in shown.enumerated() {
        let estimate = result.monthly[item.1][index]
        guard estimate.n > 0 else { continue }
        let style = MeasureFormat(unit: result.series[item.1].unit).cellStyle
        for (offset, value) in [estimate.p10, estimate.p50, estimate.p90].enumerated() {
          sheet.number(index + 4, 2 + 3 * group + offset, value, style)
        }
      }
    }
    drawCharts(on: sheet, shown)
  }

  private func drawCharts(on sheet: XlsxSheet, _ shown: [(Headline, Int)]) {
    let rows = 4...(result.months.count + 3)
    var place = result.months.count + 6
    for measure in ["children_looked_after", "vacancy_rate_fte"] {
      guard let group = shown.firstIndex(where: { $0.0.measure == measure }) else { continue }
      let unit = result.series[shown[group].1].unit
      func series(_ name: String, _ offset: Int, _ colour: UInt32, isEdge: Bool) -> XlsxChart.Series {
        XlsxChart.Series(
          name: name, categories: sheet.range(column: 0, rows: rows),
          values: sheet.range(column: 2 + 3 * group + offset, rows: rows), colour: colour, isEdge: isEdge)
      }
      XlsxChart(
        kind: LXW_CHART_LINE, title: shown[group].0.label, horizontal: "Month end", vertical: unit,
        numberFormat: unit == "share" ? "0%" : "#,##0",
        series: [
          series("P90", 2, 0x801650, isEdge: true), series("Median", 1, 0x12436D, isEdge: false),
          series("P10", 0, 0x28A197, isEdge: true),
        ]
      ).insert(
        on: sheet, row: place, column: 0,
        alternative:
          "Lines of the P10, median and P90 of \(shown[group].0.label.lowercasedFirst) at month ends.")
      place += 24
    }
  }
}

extension MeasureFormat {
  /// How a cell writes such a value: shares in percent, money in pounds.
  var cellStyle: XlsxBook.Style {
    switch self {
    case .whole: .whole
    case .oneDecimal: .oneDecimal
    case .share: .share
    case .pounds: .pounds
    }
  }
}
