import Foundation
import Parameters
import Results

/// How two results differ: in their figures, their parameters and how they came about.
package struct ResultDifference: Sendable {
  /// One yearly figure that the two have in common and that is not the same.
  package struct Row: Sendable {
    package let year: SeriesRow
    package let first, second: Estimate

    /// Mean of the second less mean of the first, in the row's unit.
    package var difference: Double { second.mean - first.mean }
    /// Monte Carlo standard error of the difference, as if the two were independent. Runs with one seed share much of
    /// their chance, and the true error is then smaller.
    package var standardError: Double {
      (first.standardError * first.standardError + second.standardError * second.standardError).squareRoot()
    }
    /// Whether the difference is more than twice its standard error; nil where one replication tells no error.
    package var isMoreThanChance: Bool? {
      guard first.n > 1, second.n > 1, standardError.isFinite, difference.isFinite else { return nil }
      return difference.magnitude > 2 * standardError
    }
  }

  /// Something that both state and that is not the same; empty where one does not state it.
  package struct Pair: Sendable, Equatable {
    package let name, first, second: String
  }

  /// The folders compared.
  package let folders: (first: String, second: String)
  let manifests: (first: Manifest, second: Manifest)
  /// What the first of the two watched.
  let series: [Series]
  /// Yearly figures that differ, in the order of the first result.
  package let rows: [Row]
  /// How many yearly figures the two have in common.
  package let rowsCompared: Int
  /// How many yearly figures only one of them has.
  package let rowsUnmatched: Int
  package let parameters: [Pair]
  /// Seed, scenario hash, model version and the like, where they differ. Times and hosts are left out.
  package let manifest: [Pair]
  /// Files of figures that are not the same to the byte, or that one of the two lacks.
  package let filesThatDiffer: [String]

  /// Whether every file of figures is the same to the byte. The manifest is not looked at: it holds the time taken.
  package var isIdentical: Bool { filesThatDiffer.isEmpty }

  /// Compares two results that were read from their folders.
  package init(_ first: StoredResult, _ second: StoredResult) {
    folders = (first.folder, second.folder)
    manifests = (first.manifest, second.manifest)
    let others = Dictionary(
      second.years.map { (ResultDifference.key($0), $0) }, uniquingKeysWith: { one, _ in one })
    var rows: [Row] = []
    var compared = 0
    for year in first.years {
      guard let other = others[ResultDifference.key(year)] else { continue }
      compared += 1
      guard ResultDifference.differs(year.estimate, other.estimate) else { continue }
      rows.append(Row(year: year, first: year.estimate, second: other.estimate))
    }
    self.rows = rows
    series = first.opening.map(\.series)
    rowsCompared = compared
    rowsUnmatched = first.years.count + second.years.count - 2 * compared
    parameters = ResultDifference.pairs(
      first.parameters.map { ($0.path, $0.value) }, second.parameters.map { ($0.path, $0.value) })
    manifest = ResultDifference.pairs(
      ResultDifference.facts(first.manifest), ResultDifference.facts(second.manifest))
    filesThatDiffer = Tables.figures.map(\.name).filter { name in
      let paths = (first.folder + "/" + name, second.folder + "/" + name)
      let exist = (
        FileManager.default.fileExists(atPath: paths.0), FileManager.default.fileExists(atPath: paths.1)
      )
      if !exist.0, !exist.1 { return false }
      return !FileManager.default.contentsEqual(atPath: paths.0, andPath: paths.1)
    }
  }

  /// The rows that differ as comma-separated text, with the origin of both results at the end of each.
  package var csv: String {
    let origins = [manifests.first, manifests.second].map { Origin($0) }
    let originColumns = ["_a", "_b"].flatMap { letter in Origin.columns.map { $0 + letter } }
    var text = CSVText(
      columns: ResultDifference.table.names + originColumns, ending: origins.flatMap(\.cells))
    for row in rows { ResultDifference.table.write(row, to: &text) }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private static let table = Table<Row>(
    "diff.csv", "Yearly figures that differ between two results.",
    [
      Column("measure", from: { $0.year.measure }, "The measure."),
      Column("breakdown", from: { $0.year.breakdown }, "Empty for the whole service, or `key=value`."),
      Column("unit", from: { $0.year.unit }, "Its unit."),
      Column("fy", from: { $0.year.financialYear }, "The financial year."),
      Column("dfe_year", from: { $0.year.workforceYear }, "The workforce year."),
      Column("mean_a", from: { $0.first.mean }, "Mean of the first."),
      Column("mean_b", from: { $0.second.mean }, "Mean of the second."),
      Column("difference", from: { $0.difference }, "Second less first."),
      Column("mc_se", from: { $0.standardError }, "Standard error of the difference."),
      Column(
        "z", from: { $0.standardError > 0 ? $0.difference / $0.standardError : .nan },
        "The difference over it."),
      Column("more_than_chance", from: { $0.isMoreThanChance }, "Whether that is more than two."),
    ])

  // MARK: - Steps

  private static func key(_ year: SeriesRow) -> [String] {
    [year.measure, year.breakdown, year.yearName]
  }

  private static func differs(_ one: Estimate, _ other: Estimate) -> Bool {
    func numbers(_ e: Estimate) -> [Double] {
      [e.mean, e.standardError, e.p05, e.p10, e.p25, e.p50, e.p75, e.p90, e.p95]
    }
    return one.n != other.n
      || zip(numbers(one), numbers(other)).contains { $0 != $1 && !($0.isNaN && $1.isNaN) }
  }

  private static func facts(_ m: Manifest) -> [(String, String)] {
    [
      ("scenario", m.scenario), ("scenario hash", m.scenarioHash), ("seed", String(m.seed)),
      ("replications", String(m.replicationsDone)), ("model version", m.modelVersion),
      ("generator", m.generator), ("starts", m.startDate), ("ends", m.endDate), ("start state", m.startState),
      ("data as of", m.dataAsOf), ("overlays", m.overlays.joined(separator: ", ")),
      ("settings", m.settings.joined(separator: ", ")),
    ]
  }

  private static func pairs(_ first: [(String, String)], _ second: [(String, String)]) -> [Pair] {
    let values = Dictionary(second, uniquingKeysWith: { one, _ in one })
    let names = Set(first.map(\.0))
    let common = first.map { Pair(name: $0.0, first: $0.1, second: values[$0.0] ?? "") }
    let added = second.filter { !names.contains($0.0) }.map { Pair(name: $0.0, first: "", second: $0.1) }
    return (common + added).filter { $0.first != $0.second }
  }
}
