import CXlsxWriter
import Parameters
import Results

/// The headlines at each month end.
struct TimelineSheet {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "Timeline", "Each headline over the month or at its end: P10, median and P90 over replications")
    let shown = result.series.headlines
    guard !shown.isEmpty, !result.months.isEmpty else {
      return sheet.text(3, 0, "This result has no months.", .note)
    }
    let columns = shown.flatMap { headline -> [String] in
      let series = result.series[headline.place]
      let label = headline.label.replacing(" in the year", with: " in the month")
      return ["P10", "median", "P90"].map { "\(label), \(series.unit): \($0)" }
    }
    sheet.widths([12, 10])
    sheet.width(15, columns: 2...(columns.count + 1))
    sheet.header(3, ["Month end", "Year"] + columns, freezing: 2)
    for (index, month) in result.months.enumerated() {
      sheet.texts(index + 4, [month.date.description, month.financialYear])
      for (group, item) in shown.enumerated() {
        let estimate = result.monthly[item.place][index]
        guard estimate.n > 0 else { continue }
        let style = result.series[item.place].unit.form.cellStyle
        for (offset, value) in [estimate.p10, estimate.p50, estimate.p90].enumerated() {
          sheet.number(index + 4, 2 + 3 * group + offset, value, style)
        }
      }
    }
    drawCharts(on: sheet, shown)
  }

  private func drawCharts(on sheet: XlsxSheet, _ shown: [Headline]) {
    let rows = 4...(result.months.count + 3)
    var place = result.months.count + 6
    // One of the children and one of the staff: the first that a report draws as a fan.
    for subject in [Series.Subject.children, .staff] {
      guard let group = shown.firstIndex(where: { $0.subject == subject && $0.hasFan }) else { continue }
      let unit = result.series[shown[group].place].unit
      func series(_ name: String, _ offset: Int, _ colour: UInt32, isEdge: Bool) -> XlsxChart.Series {
        XlsxChart.Series(
          name: name, categories: sheet.range(column: 0, rows: rows),
          values: sheet.range(column: 2 + 3 * group + offset, rows: rows), colour: colour, isEdge: isEdge)
      }
      XlsxChart(
        kind: LXW_CHART_LINE, title: shown[group].label, horizontal: "Month end", vertical: unit.symbol,
        numberFormat: unit == .share ? "0%" : "#,##0",
        series: [
          series("P90", 2, 0x801650, isEdge: true), series("Median", 1, 0x12436D, isEdge: false),
          series("P10", 0, 0x28A197, isEdge: true),
        ]
      ).insert(
        on: sheet, row: place, column: 0,
        alternative:
          "Lines of the P10, median and P90 of \(shown[group].label.lowercasedFirst) at month ends.")
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
