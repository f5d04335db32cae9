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
  /// What was published from a few years before the start to the end, so that what comes can be held against what was.
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
    let first = Self.firstShown(of: result)
    let lastDay = result.months.last?.date
    observed = result.observed.filter { figure in
      figure.measure == series.measure && figure.breakdown == series.breakdown
        && (lastDay.map { figure.date <= $0 } ?? true)
        && (first.map { figure.date.adding(days: 1) >= $0 } ?? true)
    }.map { FanChart.Point(date: $0.date, value: $0.value, source: $0.release) }
  }

  /// The first day of published figures beside a run: as many years before its start as it has, and five at most.
  private static func firstShown(of result: ResultSet) -> CivilDate? {
    guard let start = CivilDate(iso: result.manifest.startDate) else { return nil }
    let years = min(5, max(1, Horizon.financialYears(of: result).count))
    let (year, month, day) = start.civil
    return CivilDate(year - years, month, day)
  }

  var series: Series { result.series[place] }
  var last: FanChart.Reading { readings[readings.count - 1] }

  /// The label, with whose it is, and of money whose prices it is in.
  var name: String { series.whole(label) + (series.priceBasis.isEmpty ? "" : ", " + series.priceBasis) }

  /// What the reader of a fan must know where the result lacks what it is drawn from; begins with a semicolon, or empty.
  var fanCaution: String {
    fan().holds95
      ? ""
      : "; the widest band holds 9 in 10, and no single futures are drawn, because the result has no "
        + "\(Tables.fans.name): `caseload run` writes it"
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

  var isMonthly: Bool { series.gathering.isReadAtDate }

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
