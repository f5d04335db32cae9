import CXlsxWriter
import Foundation

/// A native chart on a sheet, in the report's colours.
struct XlsxChart {
  /// One line or row of bars.
  struct Series {
    let name: String
    let categories: String
    let values: String
    let colour: UInt32
    /// A thin broken line, for the edge of a range.
    var isEdge = false
  }

  let kind: lxw_chart_type
  let title: String
  let horizontal: String
  let vertical: String
  let numberFormat: String
  let series: [Series]

  /// Puts the chart on the sheet with its upper left corner at that cell.
  func insert(on sheet: XlsxSheet, row: Int, column: Int, alternative: String) {
    guard let chart = sheet.book.chart(kind) else { return }
    chart_title_set_name(chart, title)
    chart_axis_set_name(chart.pointee.x_axis, horizontal)
    chart_axis_set_name(chart.pointee.y_axis, vertical)
    chart_axis_set_num_format(chart.pointee.y_axis, numberFormat)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    for item in series {
      guard let added = chart_add_series(chart, item.categories, item.values) else { continue }
      chart_series_set_name(added, item.name)
      var line = lxw_chart_line()
      line.color = item.colour
      line.width = item.isEdge ? 1.25 : 2.5
      if item.isEdge { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
      chart_series_set_line(added, &line)
      if kind == LXW_CHART_COLUMN {
        var fill = lxw_chart_fill()
        fill.color = item.colour
        chart_series_set_fill(added, &fill)
      }
    }
    var options = lxw_chart_options()
    options.x_scale = 1.7
    options.y_scale = 1.4
    let words = strdup(alternative)
    options.description = words
    worksheet_insert_chart_opt(sheet.sheet, lxw_row_t(row), lxw_col_t(column), chart, &options)
    free(words)
  }
}
