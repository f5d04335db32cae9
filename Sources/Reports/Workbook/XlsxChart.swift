import CXlsxWriter
import Foundation

/// A native chart on a sheet, in the report's colours.
struct XlsxChart {
  /// One line, area or row of bars.
  struct Series {
    enum Look {
      case line, area
      /// A thin broken line, for the edge of a range.
      case edge
      /// What others are stacked upon.
      case unseen
    }

    let name: String
    let categories: String
    let values: String
    let colour: UInt32
    var look = Look.line
  }

  let kind: lxw_chart_type
  let title: String
  let horizontal: String
  let vertical: String
  let numberFormat: String
  let series: [Series]
  /// How the categories are written where they are dates; every so many of them is.
  var dates: String?
  var every: UInt16 = 0
  /// Where the vertical axis begins.
  var least: Double?
  /// Series that the key leaves out.
  var hidden: [Int16] = []

  /// Puts the chart on the sheet with its upper left corner at that cell, or so many pixels to the right of it.
  func insert(
    on sheet: XlsxSheet, row: Int, column: Int, alternative: String,
    scale: (x: Double, y: Double) = (1.7, 1.4),
    offset: Int32 = 0
  ) {
    guard let chart = sheet.book.chart(kind) else { return }
    chart_title_set_name(chart, title)
    var font = lxw_chart_font()
    (font.size, font.bold) = (12, UInt8(LXW_TRUE.rawValue))
    chart_title_set_name_font(chart, &font)
    chart_axis_set_name(chart.pointee.x_axis, horizontal)
    chart_axis_set_name(chart.pointee.y_axis, vertical)
    chart_axis_set_num_format(chart.pointee.y_axis, numberFormat)
    if let dates { chart_axis_set_num_format(chart.pointee.x_axis, dates) }
    if every > 0 {
      chart_axis_set_interval_unit(chart.pointee.x_axis, every)
      chart_axis_set_interval_tick(chart.pointee.x_axis, every)
    }
    if let least {
      // The library does not know of areas by itself that their vertical axis has values.
      chart.pointee.y_axis.pointee.is_value = UInt8(LXW_TRUE.rawValue)
      chart_axis_set_min(chart.pointee.y_axis, least)
    }
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    if !hidden.isEmpty {
      var list = hidden + [-1]
      chart_legend_delete_series(chart, &list)
    }
    for item in series { add(item, to: chart) }
    var options = lxw_chart_options()
    options.x_scale = scale.x
    options.y_scale = scale.y
    options.x_offset = offset
    let words = strdup(alternative)
    options.description = words
    worksheet_insert_chart_opt(sheet.sheet, lxw_row_t(row), lxw_col_t(column), chart, &options)
    free(words)
  }

  private func add(_ item: Series, to chart: UnsafeMutablePointer<lxw_chart>) {
    guard let added = chart_add_series(chart, item.categories, item.values) else { return }
    chart_series_set_name(added, item.name)
    var line = lxw_chart_line()
    var fill = lxw_chart_fill()
    switch item.look {
    case .unseen:
      line.none = UInt8(LXW_TRUE.rawValue)
      fill.none = UInt8(LXW_TRUE.rawValue)
      chart_series_set_fill(added, &fill)
    case .area:
      line.none = UInt8(LXW_TRUE.rawValue)
      fill.color = item.colour
      chart_series_set_fill(added, &fill)
    case .line, .edge:
      line.color = item.colour
      line.width = item.look == .edge ? 1.25 : 2.5
      if item.look == .edge { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    }
    chart_series_set_line(added, &line)
  }
}
