import Dates
import Results
import Statistics

/// A council beside the others, by what had been counted up to a day.
package struct CouncilBenchmarks {
  private let table: NationalTable
  private let council: ListedCouncil
  private let dataAsOf: CivilDate
  private let neighbours: Set<String>
  private let others: [ListedCouncil]
  private var published: [BenchmarkRow] = []

  /// - Parameter dataAsOf: no figure of a later day is used.
  package init(_ table: NationalTable, _ council: ListedCouncil, dataAsOf: CivilDate) {
    (self.table, self.council, self.dataAsOf) = (table, council, dataAsOf)
    others = table.real.filter { $0.code != council.code }
    neighbours = Set(
      Neighbours(table, council.code) { Self.newest($0, table, dataAsOf) }.codes)
    published = rows()
  }

  /// The names of the councils most like it, in their alphabet.
  package var neighbourNames: [String] {
    neighbours.compactMap { table.council($0)?.name }.sorted()
  }

  /// The newest year whose last day is not after the data.
  private static func newest(_ measure: NationalMeasure, _ table: NationalTable, _ day: CivilDate) -> Int {
    table.years.reversed().first { measure.lastDay(of: $0) <= day } ?? table.years.lowerBound
  }

  /// Each benchmark whose figures are published for the council, and, where a forecast is given, what it comes to.
  ///
  /// - Parameter forecast: rows of the run's forecast; empty for none.
  package func rows(forecast: [ForecastRow] = []) -> [BenchmarkRow] {
    Benchmark.all.flatMap { benchmark -> [BenchmarkRow] in
      guard let (year, value) = own(benchmark) else { return [] }
      let values = others.compactMap { other in
        benchmark.value { figure($0, other.code, year, of: benchmark) }.map { (other, $0) }
      }
      guard values.count >= Self.fewest else { return [] }
      func row(_ kind: BenchmarkRow.Kind, _ year: Int, _ value: Double) -> BenchmarkRow {
        BenchmarkRow {
          ($0.benchmark, $0.label, $0.unit) = (benchmark.name, benchmark.label, benchmark.unit)
          ($0.kind, $0.year, $0.value, $0.region) = (kind, year, value, council.region)
          ($0.councils, $0.percentile) = Self.place(value, values.map(\.1))
          let near = values.filter { $0.0.region == council.region }.map(\.1)
          ($0.regionCouncils, $0.regionPercentile) = Self.place(value, near)
          ($0.neighbours, $0.neighboursPercentile) = Self.place(
            value, values.filter { neighbours.contains($0.0.code) }.map(\.1))
          let quarters = Sample.quantiles(values.map(\.1), [0.25, 0.5, 0.75])
          ($0.p25, $0.p50, $0.p75) = (quarters[0], quarters[1], quarters[2])
          $0.parameters = benchmark.parameters.joined(separator: " ")
        }
      }
      let ahead = forecast.filter { $0.horizon == Self.horizon }
      let isForecast = ahead.contains { Self.column(of: $0) == benchmark.column.name }
      let later = benchmark.value { name in
        ahead.first { Self.column(of: $0) == name }?.toldP50
          ?? figure(name, council.code, year, of: benchmark)
      }
      return [row(.published, year, value)]
        + (isForecast ? later.map { [row(.forecast, year + Self.horizon, $0)] } ?? [] : [])
    }
  }

  /// Where a value of a scenario stands among councils; nil where no benchmark is set by it.
  package func sentence(for path: String) -> String? {
    let found = published.filter { row in
      Benchmark.all.contains { $0.name == row.benchmark && $0.isSet(by: path) }
    }
    guard !found.isEmpty else { return nil }
    return found.map { row in
      "\(row.label) of \(council.name) in \(row.year): \(row.shown), above "
        + "\(Phrase.percent(row.percentile, decimals: 0)) of \(row.councils) other councils, "
        + "\(Phrase.percent(row.regionPercentile, decimals: 0)) of \(row.regionCouncils) of its region and "
        + "\(Phrase.percent(row.neighboursPercentile, decimals: 0)) of the \(row.neighbours) most like it"
    }.joined(separator: "; ")
  }

  private static let fewest = 20
  private static let horizon = 3

  /// The newest year of which the council has it, and what it is.
  private func own(_ benchmark: Benchmark) -> (year: Int, value: Double)? {
    let newest = Self.newest(benchmark.column, table, dataAsOf)
    for year in [newest, newest - 1, newest - 2] {
      if let value = benchmark.value({ figure($0, council.code, year, of: benchmark) }) {
        return (year, value)
      }
    }
    return nil
  }

  /// A council's figure of a year; of what it is over, that of the year or of the nearest one counted by then.
  private func figure(_ name: String, _ code: String, _ year: Int, of benchmark: Benchmark) -> Double? {
    guard let measure = NationalMeasure.named(name) else { return nil }
    if name == benchmark.column.name { return table.figure(measure, code, year).value }
    let newest = Self.newest(measure, table, dataAsOf)
    return [year, year - 1, year - 2].filter { $0 <= newest }
      .lazy.compactMap { table.figure(measure, code, $0).value }.first
  }

  private static func column(of row: ForecastRow) -> String {
    row.breakdown.isEmpty ? row.measure : "\(row.measure)/\(row.breakdown)"
  }

  /// How many there are, and the share that is less.
  private static func place(_ value: Double, _ others: [Double]) -> (Int, Double) {
    guard !others.isEmpty else { return (0, .nan) }
    let below = others.reduce(0.0) { $0 + ($1 < value ? 1 : $1 == value ? 0.5 : 0) }
    return (others.count, below / Double(others.count))
  }
}
