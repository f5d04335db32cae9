import Dates
import Foundation
import Parameters

extension ResultReader {
  /// The whole result in that folder, as it was when it was written, to the 12 digits that the tables hold.
  package static func whole(_ folder: String) throws(ReadFailure) -> ResultSet {
    let stored = try read(folder)
    var result = ResultSet(manifest: stored.manifest)
    result.warnings = stored.manifest.warnings
    result.parameters = stored.parameters
    result.checks = stored.checks
    try readSeries(folder, into: &result)
    let places = Dictionary(
      result.series.enumerated().map { (SeriesName($1.measure, $1.breakdown), $0) },
      uniquingKeysWith: { first, _ in first })
    result.years = stored.years.compactMap { year in
      places[SeriesName(year.measure, year.breakdown)].map {
        YearRow(
          series: $0, financialYear: year.financialYear, workforceYear: year.workforceYear,
          estimate: year.estimate)
      }
    }
    if has(ResultFile.fans, folder) {
      result.fans = try fans(folder) { places[SeriesName($0, $1)] }
    }
    if has(ResultFile.finance, folder) { result.finance = try finance(folder) }
    if has(ResultFile.observed, folder) { result.observed = try observed(folder) }
    return result
  }

  package static func has(_ name: String, _ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + name)
  }

  private struct SeriesName: Hashable {
    let measure, breakdown: String

    init(_ measure: String, _ breakdown: String) {
      self.measure = measure
      self.breakdown = breakdown
    }
  }

  /// `opening.csv` and `series.csv`: what was watched, its start, and its months.
  private static func readSeries(_ folder: String, into result: inout ResultSet) throws(ReadFailure) {
    for (series, opening) in try opening(folder) {
      result.series.append(series)
      result.opening.append(opening.n > 0 ? opening : nil)
    }
    let months = try rows(folder, ResultFile.series) { row throws(ReadFailure) in
      (
        SeriesName(try row.text("measure"), try row.text("breakdown")),
        MonthEnd(date: try row.date("month_end"), financialYear: try row.text("fy")), try row.estimate()
      )
    }
    var readings: [SeriesName: [Estimate]] = [:]
    for (name, month, estimate) in months {
      if name == months.first?.0 { result.months.append(month) }
      readings[name, default: []].append(estimate)
    }
    let known = Set(result.series.map { SeriesName($0.measure, $0.breakdown) })
    for (name, _, _) in months where !known.contains(name) {
      throw .foreign(
        path: folder + "/" + ResultFile.opening,
        reason: "it has no row for \(name.measure), which \(ResultFile.series) has")
    }
    result.monthly = result.series.map { readings[SeriesName($0.measure, $0.breakdown)] ?? [] }
    for (series, readings) in zip(result.series, result.monthly) where readings.count != result.months.count {
      throw .foreign(
        path: folder + "/" + ResultFile.series,
        reason:
          "\(series.measure) has \(readings.count) months where the first series has \(result.months.count)")
    }
  }

  /// `opening.csv`: what was watched, and the position at the start.
  package static func opening(_ folder: String) throws(ReadFailure) -> [(series: Series, start: Estimate)] {
    try rows(folder, ResultFile.opening) { row throws(ReadFailure) in
      var series = Series()
      series.measure = try row.text("measure")
      series.breakdown = try row.text("breakdown")
      series.unit = Unit(try row.text("unit"))
      series.gathering = try row.value("gathering")
      series.subject = try row.value("subject")
      series.definition = try row.text("definition")
      series.traits.better = try row.value("better")
      series.traits.label = try row.text("label")
      series.traits.hasWorkforceYear = try row.value("workforce_year")
      series.traits.coversTwelveMonths = try row.value("twelve_months")
      series.traits.headline = try row.value("headline")
      series.traits.hasFan = try row.value("fan")
      series.traits.indicator = try row.value("indicator")
      return (series, try row.estimate())
    }
  }

  /// Rows of series that the result has; `place` says where.
  private static func fans(
    _ folder: String, place: (String, String) -> Int?
  ) throws(ReadFailure) -> [FanRow] {
    try rows(folder, ResultFile.fans) { row throws(ReadFailure) in
      var paths: [Double] = []
      for number in 1...FanRow.pathCount { paths.append(try row.number("path_\(number)")) }
      return (
        place(try row.text("measure"), try row.text("breakdown")), try row.date("month_end"),
        try row.text("fy"), try row.number("p025"), try row.number("p975"), paths
      )
    }.compactMap { place, date, year, low, high, paths in
      place.map {
        FanRow(series: $0, date: date, financialYear: year, p025: low, p975: high, paths: paths)
      }
    }
  }

  private static func finance(_ folder: String) throws(ReadFailure) -> [FinanceRow] {
    let n = try manifest(folder).replicationsDone
    return try rows(folder, ResultFile.finance) { row throws(ReadFailure) in
      let mean = try row.number("mean")
      let error = try row.number("mc_se")
      let (low, high) = (try row.optional("ci_lo") ?? -.infinity, try row.optional("ci_hi") ?? .infinity)
      guard low <= high else {
        throw .foreign(path: row.path, reason: "line \(row.row.line): `ci_lo` is above `ci_hi`")
      }
      var estimate = Estimate.none
      estimate.n = mean.isNaN ? 0 : n
      estimate.mean = mean
      estimate.standardError = error
      estimate.standardDeviation = error * Double(n).squareRoot()
      estimate.interval = low...high
      (estimate.p10, estimate.p50, estimate.p90) =
        (try row.number("p10"), try row.number("p50"), try row.number("p90"))
      return FinanceRow(
        financialYear: try row.text("fy"), lineCode: try row.text("line_code"), line: try row.text("line"),
        priceBasis: try row.text("price_basis"), estimate: estimate, p80: try row.number("p80"),
        expectedShortfall95: try row.number("es95"), budget: try row.optional("budget"),
        probabilityOverBudget: try row.optional("prob_over_budget"), activity: try row.optional("activity"),
        activityUnit: try row.text("activity_unit"))
    }
  }

  private static func observed(_ folder: String) throws(ReadFailure) -> [ObservedFigure] {
    try rows(folder, ResultFile.observed) { row throws(ReadFailure) in
      ObservedFigure(
        measure: try row.text("measure"), breakdown: try row.text("breakdown"), date: try row.date("date"),
        value: try row.number("observed"), unit: try row.text("unit"), release: try row.text("release"),
        note: try row.text("note"))
    }
  }
}
