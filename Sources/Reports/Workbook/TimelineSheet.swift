import CXlsxWriter
import Parameters
import Results

/// The headlines at each month end, those with a fan first, and the bands that the dashboard's charts stack.
struct TimelineSheet {
  /// A headline whose bands stand on the sheet to be drawn.
  struct Fan {
    let name: String
    let unit: Unit
    let place: Int
    /// Its number, from 1, and the column of the first of its bands.
    let number, column: Int

    var alternative: String {
      "A fan of \(name.lowercasedFirst) at month ends: stacked areas hold 5 in 10 and 8 in 10 simulated futures, with "
        + "the middle as a line."
    }
  }

  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  private static let header = 3
  private static let first = 4
  private static let quantiles: [(name: String, path: KeyPath<Estimate, Double> & Sendable)] = [
    (SheetWords.low, \.p10), (SheetWords.middle, \.p50), (SheetWords.high, \.p90),
  ]

  private var headlines: [Headline] {
    let all = result.series.headlines
    return all.filter(\.hasFan) + all.filter { !$0.hasFan }
  }

  private var rows: ClosedRange<Int> { Self.first...(Self.first + max(1, result.months.count) - 1) }

  /// One of the children and one of the staff: the first that a report draws as a fan.
  var fans: [Fan] {
    guard !result.months.isEmpty else { return [] }
    let chosen = [Series.Subject.children, .staff].compactMap { subject in
      headlines.first { $0.subject == subject && $0.hasFan && isKnown($0.place) }
    }
    return chosen.enumerated().map { index, headline in
      Fan(
        name: headline.name, unit: result.series[headline.place].unit, place: headline.place,
        number: index + 1,
        column: 3 + 3 * headlines.count + index * (Self.bands.count + 2))
    }
  }

  private func isKnown(_ place: Int) -> Bool {
    place < result.monthly.count
      && result.monthly[place].allSatisfy { $0.n > 0 && $0.p10.isFinite && $0.p90.isFinite }
  }

  func fill(_ sheet: XlsxSheet) {
    sheet.title(
      "Timeline",
      "Each headline at the month end, or over the month: 8 in 10 simulated futures lie between Low and High")
    let shown = headlines
    guard !shown.isEmpty, !result.months.isEmpty else {
      return sheet.text(3, 0, "This result has no months.", .note)
    }
    let columns = shown.flatMap { headline -> [String] in
      let label = headline.name.replacing(" in the year", with: " in the month")
      return Self.quantiles.map { "\(label), \(result.series[headline.place].unit.symbol): \($0.name)" }
    }
    sheet.widths([13, 10])
    sheet.width(15, columns: 2...(columns.count + 2 + 2 * (Self.bands.count + 2)))
    for (index, month) in result.months.enumerated() {
      sheet.date(Self.first + index, 0, month.date)
      sheet.text(Self.first + index, 1, month.financialYear)
      for (group, item) in shown.enumerated() {
        let estimate = result.monthly[item.place][index]
        guard estimate.n > 0 else { continue }
        let style = result.series[item.place].unit.form.cellStyle
        for (offset, quantile) in Self.quantiles.enumerated() {
          sheet.number(Self.first + index, 2 + 3 * group + offset, estimate[keyPath: quantile.path], style)
        }
      }
    }
    sheet.table(
      "tblTimeline", header: Self.header, ["Month end", "Year"] + columns, rows: result.months.count,
      isRepeated: true,
      freezing: 2, numbersFrom: 2, lines: 5)
    for fan in fans { fillBands(of: fan, sheet) }
    sheet.printed(last: rows.upperBound, columns: 2 + 3 * max(1, shown.count { $0.hasFan }))
  }

  // MARK: Bands

  /// What is stacked from below; the first is not seen.
  private static let bands = ["Below", "8 in 10", "5 in 10", "Middle", "5 in 10, above", "8 in 10, above"]

  /// The bands as formulas of the quantiles: a hair of the middle stands out as a line.
  private func fillBands(of fan: Fan, _ sheet: XlsxSheet) {
    let group = headlines.firstIndex { $0.place == fan.place } ?? 0
    let style = fan.unit.form.cellStyle
    let hair = (result.monthly[fan.place].map(\.p90).max() ?? 0) * 0.006
    for (index, estimate) in result.monthly[fan.place].enumerated() {
      let row = Self.first + index
      let quarter = fan.column + Self.bands.count
      sheet.number(row, quarter, estimate.p25, style)
      sheet.number(row, quarter + 1, estimate.p75, style)
      let low = XlsxSheet.address(row, 2 + 3 * group)
      let middle = XlsxSheet.address(row, 3 + 3 * group)
      let high = XlsxSheet.address(row, 4 + 3 * group)
      let (lower, upper) = (XlsxSheet.address(row, quarter), XlsxSheet.address(row, quarter + 1))
      let (from, to) = ("MAX(\(lower),\(middle)-\(hair))", "MIN(\(upper),\(middle)+\(hair))")
      let (start, end) = (max(estimate.p25, estimate.p50 - hair), min(estimate.p75, estimate.p50 + hair))
      let cells: [(String, Double)] = [
        ("=\(low)", estimate.p10), ("=\(lower)-\(low)", estimate.p25 - estimate.p10),
        ("=\(from)-\(lower)", start - estimate.p25), ("=\(to)-\(from)", end - start),
        ("=\(upper)-\(to)", estimate.p75 - end), ("=\(high)-\(upper)", estimate.p90 - estimate.p75),
      ]
      for (column, cell) in cells.enumerated() {
        sheet.formula(row, fan.column + column, cell.0, value: cell.1, style)
      }
    }
    sheet.table(
      "tblFan\(fan.number)", header: Self.header,
      (Self.bands + ["Quarter below", "Three quarters below"]).map {
        "\(fan.name): \($0)"
      }, rows: result.months.count, from: fan.column, numbersFrom: 0)
  }

  /// The fan as stacked areas.
  func chart(_ fan: Fan, on sheet: XlsxSheet) -> XlsxChart {
    let months = sheet.range(column: 0, rows: rows)
    let colours: [UInt32] = [0xFFFFFF, 0xBFCBD6, 0x8197AE, 0x12436D, 0x8197AE, 0xBFCBD6]
    let series = zip(Self.bands.indices, colours).map { index, colour in
      XlsxChart.Series(
        name: Self.bands[index], categories: months,
        values: sheet.range(column: fan.column + index, rows: rows),
        colour: colour, look: index == 0 ? .unseen : .area)
    }
    let estimates = result.monthly[fan.place]
    let lowest = estimates.map(\.p10).min() ?? 0
    let highest = estimates.map(\.p90).max() ?? 0
    var chart = XlsxChart(
      kind: LXW_CHART_AREA_STACKED, title: fan.name, horizontal: "Month end", vertical: fan.unit.symbol,
      numberFormat: fan.unit.form == .share ? "0%" : "#,##0", series: series)
    chart.dates = "mmm yyyy"
    chart.every = 12
    // Told once: the bands above the middle have the names of those below it.
    chart.hidden = [0, 4, 5]
    // The axis begins at nothing unless that would press everything into the upper half.
    if lowest > highest / 2 { chart.least = Self.roundDown(lowest - (highest - lowest) * 0.1, like: highest) }
    return chart
  }

  /// To two digits of the largest.
  private static func roundDown(_ value: Double, like largest: Double) -> Double {
    var step = 1.0
    while step * 10 > largest { step /= 10 }
    while step * 100 < largest { step *= 10 }
    return (value / step).rounded(.down) * step
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
