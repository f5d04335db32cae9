import Dates

/// A published figure beside what was simulated for the same day or the same year.
package struct ObservedComparison: TableRow {
  package var figure = ObservedFigure()
  /// Nil where the simulation has no reading for that measure and date.
  package var simulated: Estimate?

  package static let blank = ObservedComparison()

  /// Whether the published value lies between the simulated P10 and P90; nil where nothing was simulated.
  package var isInside: Bool? { simulated.map { $0.holds80(figure.value) } }

  /// One pair per published figure, in the figures' order.
  ///
  /// A yearly figure is compared only with a year that was simulated whole: half a year's starters beside a whole
  /// year's would say nothing.
  package static func pairs(in result: ResultSet) -> [ObservedComparison] {
    let finder = ReadingFinder(result)
    return result.observed.map { ObservedComparison(figure: $0, simulated: finder.reading(for: $0)) }
  }
}

/// Finds the reading that belongs to a published figure.
private struct ReadingFinder {
  private struct Key: Hashable {
    let measure, breakdown: String
  }
  private struct YearKey: Hashable {
    let series: Int
    let lastDay: CivilDate
  }

  private let result: ResultSet
  private let start: CivilDate?
  private let seriesByKey: [Key: Int]
  private let yearByKey: [YearKey: Estimate]
  private let monthByDate: [CivilDate: Int]

  init(_ result: ResultSet) {
    self.result = result
    start = CivilDate(iso: result.manifest.startDate)
    seriesByKey = Dictionary(
      result.series.enumerated().map { (Key(measure: $1.measure, breakdown: $1.breakdown), $0) },
      uniquingKeysWith: { first, _ in first })
    monthByDate = Dictionary(
      result.months.enumerated().map { ($1.date, $0) }, uniquingKeysWith: { first, _ in first })
    yearByKey = Dictionary(
      result.years.compactMap { row in
        row.lastDay.map { (YearKey(series: row.series, lastDay: $0), row.estimate) }
      }, uniquingKeysWith: { first, _ in first })
  }

  func reading(for figure: ObservedFigure) -> Estimate? {
    guard let series = seriesByKey[Key(measure: figure.measure, breakdown: figure.breakdown)] else {
      return nil
    }
    let isRead = result.series[series].gathering.isReadAtDate
    if isRead, let reading = opening(of: series, on: figure.date) { return reading }
    if !isRead || result.series[series].coversTwelveMonths, !result.isWholeYear(endingOn: figure.date) {
      return nil
    }
    if let year = yearByKey[YearKey(series: series, lastDay: figure.date)], year.n > 0 { return year }
    guard isRead, let month = monthByDate[figure.date] else { return nil }
    let reading = result.monthly[series][month]
    return reading.n > 0 ? reading : nil
  }

  /// The start is the evening before the first day as much as its morning.
  private func opening(of series: Int, on date: CivilDate) -> Estimate? {
    guard let start, date == start || date.adding(days: 1) == start, series < result.opening.count,
      let reading = result.opening[series], reading.n > 0
    else { return nil }
    return reading
  }
}

extension ResultSet {
  /// Whether all twelve months of the year that ends on that day were simulated.
  package func isWholeYear(endingOn date: CivilDate) -> Bool {
    let (year, month, day) = date.civil
    let dayBefore = CivilDate(year - 1, month, day)
    return months.count { dayBefore < $0.date && $0.date <= date } == 12
  }
}

extension YearRow {
  /// The last day of the year that the row is of; nil when the year's name cannot be read.
  package var lastDay: CivilDate? {
    if let workforceYear { return CivilDate(workforceYear, 9, 30) }
    return FinancialYear.lastDay(of: financialYear)
  }
}

/// Names of financial years, such as `2015-16`.
package enum FinancialYear {
  /// 31 March of the year's end; nil when the text is not a financial year's name.
  package static func lastDay(of name: String) -> CivilDate? {
    guard name.count == 7, name.dropFirst(4).first == "-", let first = Int(name.prefix(4)),
      let second = Int(name.suffix(2)), (first + 1) % 100 == second
    else { return nil }
    return CivilDate(first + 1, 3, 31)
  }
}
