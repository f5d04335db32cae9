import Dates
import Parameters

/// What a file says of one series: a reading at a month end or over a year, or what a fan is drawn from.
package struct SeriesRow: TableRow, Equatable {
  package var measure = "", breakdown = "", unit = ""
  /// The month end, or the day of a fan's reading.
  package var date = CivilDate(dayNumber: 0)
  /// `2015-16`, or empty when the row is of a workforce year.
  package var financialYear = ""
  /// The year of the 30 September at which a workforce year ends, or nil.
  package var workforceYear: Int?
  package var estimate = Estimate.none
  /// Quantiles over replications at 2.5 and 97.5%.
  package var p025 = Double.nan, p975 = Double.nan
  /// The first replications one by one.
  package var paths: [Double] = []

  package static let blank = SeriesRow()

  /// The year in words: `2015-16`, or `Sep 2016` for a workforce year.
  package var yearName: String { workforceYear.map { "Sep \($0)" } ?? financialYear }
}

extension SeriesRow {
  /// A row of that series.
  fileprivate init(_ series: Series, _ fill: (inout SeriesRow) -> Void) {
    self.init(measure: series.measure, breakdown: series.breakdown, unit: series.unit.symbol)
    fill(&self)
  }
}

extension Series.Gathering: Cell {}
extension Series.Subject: Cell {}
extension Series.Better: Cell {}

extension Unit: Cell {
  package func write(to text: inout CSVText) { text.cell(symbol) }
  package init(_ text: String, in column: String, of row: NamedRow) { self.init(text) }
}

/// A series as it is declared, and as it stood at the start.
package struct OpeningRow: TableRow {
  package var series = Series()
  package var date = ""
  /// Without a value where the series is counted over time.
  package var estimate = Estimate.none

  package static let blank = OpeningRow()
}

extension Tables {
  package static let opening = Table<OpeningRow>(
    "opening.csv",
    "Each series as it was at the start, where it is a stock, and how a month's readings become a year's.",
    [
      Column("measure", \.series.measure, "The measure."),
      Column("breakdown", \.series.breakdown, "Empty for the whole service, or `key=value`."),
      Column("unit", \.series.unit, "Its unit."),
      Column(
        "gathering", \.series.gathering,
        "`flow`: a year is the sum of its months; `stock`, `stockRate`: a year is its last reading; `rate`: the ratio of "
          + "two sums; `distribution`: taken over the year's records."),
      Column(
        "workforce_year", \.series.traits.hasWorkforceYear,
        "Whether the workforce year to 30 September is published too."),
      Column("date", \.date, "The day on which the run starts."), .estimate(\.estimate),
      Column("subject", \.series.subject, "What the measure is about."),
      Column("better", \.series.traits.better, "`less`, `more` or `neither`: which way is better."),
      Column("label", \.series.traits.label, "What it is called on a page."),
      Column("headline", \.series.traits.headline, "Its place among the headlines, from 1."),
      Column("fan", \.series.traits.hasFan, "Whether a report draws a fan of it."),
      Column(
        "indicator", \.series.traits.indicator, "Its place in the tables of the workforce, from 1."),
      Column(
        "twelve_months", \.series.traits.coversTwelveMonths,
        "Whether a reading looks back over twelve months, and there is none before."),
      Column("definition", \.series.definition, "What it counts."),
    ])

  package static let series = Table<SeriesRow>(
    "series.csv", "Each series at each month end.",
    named + [
      Column("month_end", \.date, "The last day of the month."),
      Column("fy", \.financialYear, "The financial year, such as `2015-16`."), .estimate(\.estimate),
    ])

  package static let years = Table<SeriesRow>(
    "years.csv",
    "Each series over each financial year and, for the workforce, over each year to 30 September. Flows are summed, stocks "
      + "are those at the end; quantiles are of yearly values, never sums of quantiles.",
    named + [
      Column("fy", \.financialYear, "The financial year; empty in a row of a workforce year."),
      Column("dfe_year", \.workforceYear, "The year of the 30 September that ends a workforce year."),
      .estimate(\.estimate),
    ])

  package static let fans = Table<SeriesRow>(
    "fans.csv",
    "What a report's fans are drawn from beside the quantiles: the range that holds 95% of the replications, and the first "
      + "replications one by one. The position at the start stands under the day before it.",
    named + [
      Column("month_end", \.date, "The month end, or the last day of a yearly figure's year."),
      Column("fy", \.financialYear, "The financial year."),
      Column("p025", \.p025, "2.5th percentile over replications."),
      Column("p975", \.p975, "97.5th percentile."),
    ]
      + (0..<FanRow.pathCount).map { place in
        let name = "path_\(place + 1)"
        return Column([name: "Replication number \(place)."]) { row, text in
          (place < row.paths.count ? row.paths[place] : .nan).write(to: &text)
        } read: { cells, row throws(ReadFailure) in
          row.paths.append(try cells.number(name))
        }
      })

  private static var named: [Column<SeriesRow>] {
    [
      Column("measure", \.measure, "The measure."),
      Column("breakdown", \.breakdown, "Empty for the whole service, or `key=value`."),
      Column("unit", \.unit, "Its unit."),
    ]
  }
}

extension ResultSet {
  package var openingRows: [OpeningRow] {
    series.enumerated().map { place, series in
      OpeningRow(
        series: series, date: manifest.startDate,
        estimate: place < opening.count ? opening[place] ?? .none : .none)
    }
  }

  package var monthRows: some Sequence<SeriesRow> {
    zip(series, monthly).lazy.flatMap { series, estimates in
      zip(months, estimates).lazy.map { month, estimate in
        SeriesRow(series) {
          ($0.date, $0.financialYear, $0.estimate) = (month.date, month.financialYear, estimate)
        }
      }
    }
  }

  package var yearRows: some Sequence<SeriesRow> {
    years.lazy.map { year in
      SeriesRow(series[year.series]) {
        ($0.financialYear, $0.workforceYear) = (year.financialYear, year.workforceYear)
        $0.estimate = year.estimate
      }
    }
  }

  package var fanRows: some Sequence<SeriesRow> {
    fans.lazy.map { fan in
      SeriesRow(series[fan.series]) {
        ($0.date, $0.financialYear, $0.paths) = (fan.date, fan.financialYear, fan.paths)
        ($0.p025, $0.p975) = (fan.p025, fan.p975)
      }
    }
  }
}
