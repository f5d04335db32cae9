import Dates
import Experiments
import Parameters
import Results
import ServiceModel

/// What a comparison keeps of each replication beside its outputs, so that pages can be drawn of it: the headlines that a
/// report draws as fans, month by month or year by year, and the cost of each budget line in each financial year.
package struct ComparisonDetail: Sendable {
  /// A headline and the ends of the months or years of its readings.
  struct Fan: Sendable {
    let series: Series
    let ends: [End]
    /// The place of its first reading among the outputs.
    let first: Int
  }

  struct End: Sendable {
    let date: CivilDate
    /// Empty for the end of a month.
    let financialYear: String
    let months: Range<Int>
  }

  /// Names of the series and their months, in the order of the outputs.
  private let wanted: [(measure: String, breakdown: String, months: Range<Int>)]
  let fans: [Fan]
  let years: [String]
  /// The place of the first year of each budget line, and of the whole cost, among the outputs.
  let lines: [(line: BudgetLine, first: Int)]
  let whole: Int?

  /// What all of the designs watch, the base first.
  package init(_ designs: [ModelTables]) {
    var wanted: [(measure: String, breakdown: String, months: Range<Int>)] = []
    var fans: [Fan] = []
    var lines: [(line: BudgetLine, first: Int)] = []
    let base = designs[0]
    let spans = base.calendar.spansOfYears
    func isWatched(_ measure: String, _ breakdown: String) -> Bool {
      designs.allSatisfy { $0.watched.place(of: measure, breakdown) != nil }
    }
    for headline in base.watched.headlines where headline.hasFan {
      let series = base.watched[headline.place]
      guard isWatched(series.measure, series.breakdown) else { continue }
      let ends =
        series.gathering.isReadAtDate ? base.calendar.endsOfMonths : spans.filter { $0.isWhole }.map(\.end)
      fans.append(Fan(series: series, ends: ends, first: wanted.count))
      wanted += ends.map { (series.measure, series.breakdown, $0.months) }
    }
    func money(_ breakdown: String) -> Int? {
      guard isWatched(Series.cost, breakdown) else { return nil }
      defer { wanted += spans.map { (Series.cost, breakdown, $0.end.months) } }
      return wanted.count
    }
    whole = money("")
    for line in BudgetLine.allCases {
      if let first = money("line=\(line.label)") { lines.append((line, first)) }
    }
    (self.wanted, self.fans, self.lines) = (wanted, fans, lines)
    years = spans.map(\.end.financialYear)
  }

  /// The numbers of one design that are kept beside its outputs.
  package func outputs(in tables: ModelTables) -> [OutputChoice] {
    wanted.compactMap { item in
      tables.watched.place(of: item.measure, item.breakdown).map {
        OutputChoice($0, over: item.months, in: tables)
      }
    }
  }
}

extension ModelCalendar {
  /// The end of each month.
  fileprivate var endsOfMonths: [ComparisonDetail.End] {
    (0..<months).map { .init(date: monthLastDays[$0], financialYear: "", months: $0..<($0 + 1)) }
  }

  /// The financial years, in order, with whether all of each is simulated.
  fileprivate var spansOfYears: [(end: ComparisonDetail.End, isWhole: Bool)] {
    yearLabels.indices.compactMap { year in
      let own = yearOfMonth.indices.filter { yearOfMonth[$0] == year }
      guard let first = own.first, let last = own.last else { return nil }
      return (
        .init(date: monthLastDays[last], financialYear: yearLabels[year], months: first..<(last + 1)),
        own.count == 12
      )
    }
  }
}
