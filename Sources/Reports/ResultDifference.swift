import Notation
import Parameters
import Results
import Statistics

/// How two results differ: in their figures, their parameters and how they came about.
package struct ResultDifference: Sendable {
  /// One yearly figure that the two have in common and that is not the same.
  package struct Row: Sendable {
    package let year: SeriesRow
    /// Means of the two, in the row's unit: of the replications in common where they are paired, else of all of each.
    package let first, second: Double
    /// Replications that were paired; 0 where the two were held against each other as if they were independent.
    package let pairs: Int
    /// Standard error of the difference and its 95% interval, by Student's t; not numbers where one replication tells no
    /// error.
    package let standardError, lower, upper: Double
    /// Probability of so large a difference by chance alone.
    package let pValue: Double?
    /// The same, adjusted for how many figures are looked at: the false discovery rate by Benjamini and Hochberg.
    package internal(set) var falseDiscoveryRate: Double?

    /// Mean of the second less mean of the first, in the row's unit.
    package var difference: Double { second - first }
    /// Whether the difference is told apart from chance, of all that differ no more than a twentieth wrongly; nil where one
    /// replication tells no error.
    package var isMoreThanChance: Bool? { falseDiscoveryRate.map { $0 <= ResultDifference.rate } }
    /// Whether the replications in common are alike, so that only their number differs.
    var isSameInCommon: Bool { pairs > 0 && difference == 0 && standardError == 0 }
  }

  /// The share of the figures that are told apart which may be so by chance.
  static let rate = 0.05

  /// Something that both state and that is not the same; empty where one does not state it.
  package struct Pair: Sendable, Equatable {
    package let name, first, second: String
  }

  /// The folders compared.
  package let folders: (first: String, second: String)
  let manifests: (first: Manifest, second: Manifest)
  /// How the replications of the two were held against each other.
  package let pairing: Pairing
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
  /// Files of figures that are not the same to the byte, or that only one of the two was written with.
  package let filesThatDiffer: [String]
  /// Files of figures that were written with the result and are no longer in its folder: of the first, of the second.
  package let missing: (first: [String], second: [String])

  /// Whether every file of figures is there and the same to the byte. The manifest is not looked at: it holds the time
  /// taken.
  package var isIdentical: Bool { filesThatDiffer.isEmpty && isWhole }
  /// Whether both folders have every file of figures that they were written with.
  package var isWhole: Bool { missing.first.isEmpty && missing.second.isEmpty }

  /// Compares two results that were read from their folders.
  ///
  /// - Throws: `unbound` where a file of one is not as it was written.
  package init(_ first: StoredResult, _ second: StoredResult) throws(ReadFailure) {
    missing = (try ResultDifference.missing(first.bound), try ResultDifference.missing(second.bound))
    folders = (first.folder, second.folder)
    manifests = (first.manifest, second.manifest)
    let others = Dictionary(
      second.years.map { (ResultDifference.key($0), $0) }, uniquingKeysWith: { one, _ in one })
    var differing: [(first: SeriesRow, second: SeriesRow)] = []
    var compared = 0
    for year in first.years {
      guard let other = others[ResultDifference.key(year)] else { continue }
      compared += 1
      if ResultDifference.differs(year.estimate, other.estimate) { differing.append((year, other)) }
    }
    let (pairing, paired) = try ResultDifference.paired(first, second, differing.map(\.first))
    self.pairing = pairing
    var rows = differing.map { Row($0.first, $0.second, paired?.values($0.first, $0.second)) }
    let tested = rows.indices.filter { rows[$0].pValue != nil && !rows[$0].isSameInCommon }
    let rates = MultipleComparisons.falseDiscoveryRate(tested.map { rows[$0].pValue ?? 1 })
    for (place, rate) in zip(tested, rates) { rows[place].falseDiscoveryRate = rate }
    for place in rows.indices where rows[place].isSameInCommon { rows[place].falseDiscoveryRate = 1 }
    self.rows = rows
    series = first.opening.map(\.series)
    rowsCompared = compared
    rowsUnmatched = first.years.count + second.years.count - 2 * compared
    parameters = ResultDifference.pairs(
      first.parameters.map { ($0.path, $0.value) }, second.parameters.map { ($0.path, $0.value) })
    manifest = ResultDifference.pairs(
      ResultDifference.facts(first.manifest), ResultDifference.facts(second.manifest))
    filesThatDiffer = Tables.figures.map(\.name).filter { name in
      first.bound.sums[name] != second.bound.sums[name]
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

  /// The same as members of an answer in JSON.
  package var answer: [(String, JSONValue)] {
    func json(_ pairs: [Pair]) -> JSONValue {
      .array(
        pairs.map { ["name": .string($0.name), "first": .string($0.first), "second": .string($0.second)] })
    }
    return [
      ("first", .string(folders.first)), ("second", .string(folders.second)),
      ("identical", .bool(isIdentical)), ("files_that_differ", .strings(filesThatDiffer)),
      ("missing_in_first", .strings(missing.first)), ("missing_in_second", .strings(missing.second)),
      ("pairing", .string(pairing.rawValue)), ("facts", json(manifest)), ("parameters", json(parameters)),
      ("rows", Self.table.json(rows)),
    ]
  }

  private static let table = Table<Row>(
    "diff.csv", "Yearly figures that differ between two results.",
    [
      Column("measure", from: { $0.year.measure }, "The measure."),
      Column("breakdown", from: { $0.year.breakdown }, "Empty for the whole service, or `key=value`."),
      Column("unit", from: { $0.year.unit }, "Its unit."),
      Column("fy", from: { $0.year.financialYear }, "The financial year."),
      Column("dfe_year", from: { $0.year.workforceYear }, "The workforce year."),
      Column("mean_a", from: { $0.first }, "Mean of the first."),
      Column("mean_b", from: { $0.second }, "Mean of the second."),
      Column("difference", from: { $0.difference }, "Second less first."),
      Column("mc_se", from: { $0.standardError }, "Standard error of the difference."),
      Column("ci_lo", from: { $0.lower }, "Lower end of its 95% interval, by Student's t."),
      Column("ci_hi", from: { $0.upper }, "Upper end of it."),
      Column("n_pairs", from: { $0.pairs }, "Replications that were paired; 0 where none were."),
      Column("p_value", from: { $0.pValue }, "How likely a difference of this size is by chance alone."),
      Column(
        "false_discovery_rate", from: { $0.falseDiscoveryRate },
        "The same, adjusted for how many figures are looked at (Benjamini and Hochberg)."),
      Column("more_than_chance", from: { $0.isMoreThanChance }, "Whether that is 5% at most."),
    ])

  // MARK: - Steps

  /// Files of figures that are gone from a folder.
  ///
  /// - Throws: `unbound` where one that is there is not as it was written.
  private static func missing(_ bound: BoundFolder) throws(ReadFailure) -> [String] {
    var missing: [String] = []
    for table in Tables.figures {
      if try bound.isThere(table.name, mayBeGone: true) {
        try bound.check(table.name)
      } else if bound.sums[table.name] != nil {
        missing.append(table.name)
      }
    }
    return missing
  }

  /// How far the replications of two results can be paired, and the pairs.
  private static func paired(
    _ first: StoredResult, _ second: StoredResult, _ wanted: [SeriesRow]
  ) throws(ReadFailure) -> (Pairing, PairedYears?) {
    guard PairedYears.arePairs(first.manifest, second.manifest) else { return (.independent, nil) }
    if wanted.isEmpty { return (.pairs, nil) }
    guard try RawReader.isThere(first.bound), try RawReader.isThere(second.bound) else {
      return (.withoutReadings, nil)
    }
    return (.pairs, try PairedYears(first, second, wanted))
  }

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

extension ResultDifference {
  /// How the replications of two results were held against each other.
  package enum Pairing: String, Sendable {
    /// Future by future: the same seed, and readings of both.
    case pairs
    /// As if they were independent, since the readings of single replications are not there.
    case withoutReadings = "without readings"
    /// As if they were independent, as they are: of another seed, period or version of the model.
    case independent
  }
}

extension ResultDifference.Row {
  /// A figure of two results, with its replications in common where they are known.
  init(_ one: SeriesRow, _ other: SeriesRow, _ values: (first: [Double], second: [Double])?) {
    year = one
    if let values, let paired = PairedComparison(values.second, values.first) {
      let interval = paired.interval()
      (first, second, pairs) = (paired.second.mean, paired.first.mean, paired.differences.count)
      (standardError, pValue) = (paired.differences.standardError, paired.pValue)
      (lower, upper) = (interval.lower, interval.upper)
      return
    }
    let (mine, theirs) = (one.estimate, other.estimate)
    (first, second, pairs) = (mine.mean, theirs.mean, 0)
    guard mine.n > 1, theirs.n > 1, mine.standardError.isFinite, theirs.standardError.isFinite,
      (theirs.mean - mine.mean).isFinite
    else {
      (standardError, lower, upper, pValue) = (.nan, .nan, .nan, nil)
      return
    }
    let welch = WelchComparison(
      difference: theirs.mean - mine.mean, errors: (mine.standardError, theirs.standardError),
      counts: (mine.n, theirs.n))
    let interval = welch.interval()
    (standardError, pValue) = (welch.standardError, welch.pValue)
    (lower, upper) = (interval.lower, interval.upper)
  }
}
