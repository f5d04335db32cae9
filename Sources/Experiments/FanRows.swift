import Dates
import Results
import ServiceModel
import Statistics

/// The rows of `fans.csv`: of the headline measures that a report draws as fans, in each of their breakdowns.
struct FanRows {
  private let outcomes: [ReplicationOutcome]
  private let tables: ModelTables
  private let gathered: Gathered

  init(_ outcomes: [ReplicationOutcome], tables: ModelTables, gathered: Gathered) {
    (self.outcomes, self.tables, self.gathered) = (outcomes, tables, gathered)
  }

  /// What is read at a date has a row for each month end and one for the start; what is counted over time has one for
  /// each financial year.
  func rows(_ months: [MonthEnd], years: [(label: String, months: Range<Int>)]) -> [FanRow] {
    places.flatMap { place -> [FanRow] in
      switch tables.watched[place].gathering {
      case .stock, .stockRate:
        return opening(place)
          + months.indices.map { month in
            row(
              place, gathered.month(place, month), on: months[month].date, of: months[month].financialYear)
          }
      case .flow, .rate, .distribution:
        return years.map { year in
          row(
            place, gathered.span(place, year.months), on: months[year.months.upperBound - 1].date,
            of: year.label)
        }
      }
    }
  }

  private var places: [Int] {
    tables.watched.headlines.filter(\.hasFan).flatMap(\.places)
  }

  private func opening(_ place: Int) -> [FanRow] {
    let values = outcomes.map { $0.opening[place] }
    guard values.contains(where: \.isFinite) else { return [] }
    let day = tables.calendar.start.adding(days: -1)
    return [row(place, values, on: day, of: FinancialYear(containing: day).label)]
  }

  /// - Parameter values: one for each replication, in their order.
  private func row(_ place: Int, _ values: [Double], on date: CivilDate, of year: String) -> FanRow {
    let sorted = values.filter(\.isFinite).sorted()
    func quantile(_ p: Double) -> Double { sorted.isEmpty ? .nan : Sample.quantile(sorted: sorted, p) }
    return FanRow {
      ($0.series, $0.date, $0.financialYear) = (place, date, year)
      ($0.p025, $0.p975) = (quantile(0.025), quantile(0.975))
      $0.paths = Array(values.prefix(FanRow.pathCount))
    }
  }
}
