import Charts
import Dates
import Notation
import Parameters
import Results

/// One watched quantity as a report tells of it: where it began, where it ends, its readings and what was published.
struct SeriesStory {
  let result: ResultSet
  let place: Int
  let label: String
  let format: ValueFormat
  /// Month by month for what is read at a date; year by year for what is counted over time.
  let readings: [FanChart.Reading]
  let observed: [FanChart.Point]
  /// The first replications one by one, where the result has them.
  let paths: [[FanChart.Step]]

  /// Of the part that has published figures to stand beside, where any has. Nil where there never was a value.
  init?(besidePublished headline: Headline, of result: ResultSet) {
    let published = headline.places.first { place in
      let series = result.series[place]
      return result.observed.contains { $0.measure == series.measure && $0.breakdown == series.breakdown }
    }
    self.init(place: published ?? headline.place, label: headline.label, of: result)
  }

  /// Nil where there never was a value.
  init?(place: Int, label: String, of result: ResultSet) {
    (self.result, self.place, self.label) = (result, place, label)
    let series = result.series[place]
    let single = FanDetail(of: place, in: result)
    readings = single.widened(
      series.gathering.isReadAtDate && !result.months.isEmpty
        ? SeriesStory.months(of: place, in: result) : SeriesStory.years(of: place, in: result))
    paths = single.paths(over: readings)
    guard let last = readings.last else { return nil }
    let kind = series.unit.form
    format = kind == .pounds ? .money(upTo: last.p95) : kind.format
    let first = CivilDate(iso: result.manifest.startDate)
    let lastDay = result.months.last?.date
    observed = result.observed.filter { figure in
      figure.measure == series.measure && figure.breakdown == series.breakdown
        && (lastDay.map { figure.date <= $0 } ?? true)
        && (first.map { figure.date.adding(days: 1) >= $0 } ?? true)
    }.map { FanChart.Point(date: $0.date, value: $0.value, source: $0.release) }
  }

  var series: Series { result.series[place] }
  var last: FanChart.Reading { readings[readings.count - 1] }

  /// The label, with whose it is where it is of a part of the service.
  var name: String {
    series.breakdown.isEmpty ? label : "\(label), \(Horizon.words(series.breakdown))"
  }

  /// `up from 357 to 508 by 31 March 2025; 80% of replications end between 469 and 537`.
  var finding: String {
    guard readings.count > 1 else {
      return "\(name): \(format.text(last.p50)) (\(format.text(last.p10)) to \(format.text(last.p90)))"
    }
    let start = readings[0].p50
    if last.p10 == start, last.p90 == start {
      return "\(name): \(format.text(start)) at the start and at the end"
    }
    let way =
      last.p10 > start ? "up from" : last.p90 < start ? "down from" : "no clear change, from"
    return
      "\(name): \(way) \(format.text(start)) to \(format.text(last.p50)) \(isMonthly ? "by" : "in the year to") \(last.date.inWords); "
      + "80% of replications end between \(format.text(last.p10)) and \(format.text(last.p90))"
  }

  var description: String {
    "A fan of \(Words.count(readings.count, "reading")) from \(readings[0].date.inWords) to \(last.date.inWords). "
      + "The thick line is the median over \(Words.count(result.manifest.replicationsDone, "replication")); the bands hold "
      + "50, 80 and \(widest.share)% of them. The median ends at \(format.text(last.p50)), \(widest.low) and \(widest.high)."
      + (paths.isEmpty
        ? "" : " Thin lines are the first \(Words.count(paths.count, "replication")), one by one.")
      + (observed.isEmpty ? "" : " Black points are \(Words.count(observed.count, "published figure")).")
  }

  /// The widest band of the fan: its share in percent, and where its ends end.
  private var widest: (share: Int, low: String, high: String) {
    fan().holds95
      ? (95, "P2.5 at \(format.text(last.p025))", "P97.5 at \(format.text(last.p975))")
      : (90, "P5 at \(format.text(last.p05))", "P95 at \(format.text(last.p95))")
  }

  /// What the reader of a fan must know where the result lacks what it is drawn from; begins with a semicolon, or empty.
  var fanCaution: String {
    fan().holds95
      ? ""
      : "; the widest band holds 90%, and no individual replications are drawn, because the result has no \(Tables.fans.name): "
        + "`caseload run` writes it"
  }

  func fan(thresholds: [FanChart.Threshold] = []) -> FanChart {
    FanChart(
      readings: readings, paths: paths, observed: observed, thresholds: thresholds, format: format,
      quantity: quantity)
  }

  var quantity: String {
    if isMonthly { return name + ", at month ends" }
    return name + (last.date.civil.month == 9 ? ", by year to 30 September" : ", by financial year")
  }

  private var isMonthly: Bool { series.gathering.isReadAtDate }

  // MARK: - Readings

  private static func months(of place: Int, in result: ResultSet) -> [FanChart.Reading] {
    var readings: [FanChart.Reading] = []
    if let start = CivilDate(iso: result.manifest.startDate), place < result.opening.count,
      let opening = result.opening[place], opening.n > 0
    {
      readings.append(FanChart.Reading(opening, on: start))
    }
    for (month, estimate) in zip(result.months, result.monthly[place]) where estimate.n > 0 {
      readings.append(FanChart.Reading(estimate, on: month.date))
    }
    return readings
  }

  private static func years(of place: Int, in result: ResultSet) -> [FanChart.Reading] {
    // Where the workforce year to 30 September is published, the figures are of that year.
    if result.series[place].hasWorkforceYear {
      let readings = result.years.compactMap { row -> FanChart.Reading? in
        guard row.series == place, row.workforceYear != nil, row.estimate.n > 0, let date = row.lastDay,
          result.isWholeYear(endingOn: date)
        else { return nil }
        return FanChart.Reading(row.estimate, on: date)
      }
      if !readings.isEmpty { return readings }
    }
    let whole = Set(Horizon.financialYears(of: result))
    return result.years.compactMap { row in
      guard row.series == place, row.workforceYear == nil, row.estimate.n > 0,
        whole.contains(row.financialYear), let date = row.lastDay
      else { return nil }
      return FanChart.Reading(row.estimate, on: date)
    }
  }
}

extension FanChart.Reading {
  init(_ e: Estimate, on date: CivilDate) {
    self.init(
      date: date, p05: e.p05, p10: e.p10, p25: e.p25, p50: e.p50, p75: e.p75, p90: e.p90, p95: e.p95)
  }

  /// The quantiles as shares and values, in order.
  var quantiles: [(share: Double, value: Double)] {
    [(0.05, p05), (0.1, p10), (0.25, p25), (0.5, p50), (0.75, p75), (0.9, p90), (0.95, p95)]
  }
}

extension CivilDate {
  /// `31 March 2025`.
  var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let (year, month, day) = civil
    return "\(day) \(months[month - 1]) \(year)"
  }
}
