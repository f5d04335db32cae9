import Results

/// The headline measures at the start and after 1, 3, 5 and 10 years, as far as the run goes.
struct HeadlineTable {
  private let result: ResultSet
  private let years: [Year]

  private struct Year {
    let number: Int
    let name: String
    var title: String { number == 1 ? "1 year" : "\(number) years" }
  }

  init(_ result: ResultSet) {
    self.result = result
    let whole = Horizon.financialYears(of: result)
    let wanted = Set([1, 3, 5, 10, whole.count])
    years = whole.enumerated().filter { wanted.contains($0.offset + 1) }
      .map { Year(number: $0.offset + 1, name: $0.element) }
  }

  /// The table, with as many of the years as the width allows; the last always.
  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    var shown = years
    // The least missed are left out first.
    for dropped in [3, 1, 5] {
      if table(shown, style).naturalWidth <= width { break }
      shown.removeAll { $0.number == dropped && $0.number != years.last?.number }
    }
    let table = table(shown, style)
    return table.rows.count > 2 ? table.lines(width: width) : []
  }

  /// The columns of `cells` after the first: the start and each year.
  var titles: [String] {
    ["Start, \(result.manifest.startDate)"] + years.map { "\($0.title), \($0.name)" }
  }

  /// The table for a page: each headline's name and its medians with their ranges.
  var cells: [[String]] {
    lines(of: years).map { line in
      [line.pageLabel]
        + line.readings.map { reading in
          let range = range(reading, line.format)
          return median(reading, line.format) + (range.isEmpty ? "" : " (\(range))")
        }
    }
  }

  private struct Line {
    let label: String
    /// The same on a page, where whose a share is is always said.
    let pageLabel: String
    let format: MeasureFormat
    let readings: [Estimate?]
  }

  /// The headlines that have a reading, each at the start and in those years.
  private func lines(of years: [Year]) -> [Line] {
    result.series.headlines.compactMap { headline in
      let place = headline.place
      let series = result.series[place]
      let format = series.unit.form
      let start = place < result.opening.count ? result.opening[place] : nil
      let readings = [start] + years.map { Horizon.reading(of: place, in: $0.name, of: result) }
      guard readings.contains(where: { ($0?.n ?? 0) > 0 }) else { return nil }
      return Line(
        label: headline.name + series.labelEnding,
        pageLabel: series.whole(headline.label) + series.labelEnding, format: format, readings: readings)
    }
  }

  private func table(_ years: [Year], _ style: TextStyle) -> TextTable {
    var table = TextTable([.left] + Array(repeating: .right, count: years.count + 1))
    table.add(["Headlines", "start"] + years.map(\.title), style: style.heading)
    table.add([""] + [result.manifest.startDate] + years.map(\.name), style: style.quiet)
    for line in lines(of: years) {
      table.add([line.label] + line.readings.map { median($0, line.format) })
      let ranges = line.readings.map { range($0, line.format) }
      if ranges.contains(where: { !$0.isEmpty }) { table.add([""] + ranges, style: style.quiet) }
    }
    return table
  }

  private func median(_ estimate: Estimate?, _ format: MeasureFormat) -> String {
    guard let estimate, estimate.n > 0 else { return "–" }
    return format.bare(estimate.p50)
  }

  private func range(_ estimate: Estimate?, _ format: MeasureFormat) -> String {
    guard let estimate, estimate.n > 0, estimate.p10 != estimate.p90 else { return "" }
    return format.bare(estimate.p10) + "–" + format.bare(estimate.p90)
  }
}

/// The years a result covers.
enum Horizon {
  /// Financial years that were simulated from April to March, in order; all of them when none was whole.
  static func financialYears(of result: ResultSet) -> [String] {
    var names: [String] = []
    var months: [String: Int] = [:]
    for month in result.months {
      if names.last != month.financialYear { names.append(month.financialYear) }
      months[month.financialYear, default: 0] += 1
    }
    let whole = names.filter { months[$0] == 12 }
    return whole.isEmpty ? names : whole
  }

  /// What a series came to in a financial year; nil where it had no value.
  static func reading(of series: Int, in financialYear: String, of result: ResultSet) -> Estimate? {
    let row = result.years.first {
      $0.series == series && $0.workforceYear == nil && $0.financialYear == financialYear
    }
    return row.flatMap { $0.estimate.n > 0 ? $0.estimate : nil }
  }
}
