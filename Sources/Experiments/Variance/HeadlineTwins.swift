import Parameters
import Results
import ServiceModel
import Statistics

/// Splits the variance of each headline of a run into what comes of its uncertain inputs and what comes of chance, by
/// twins of some of its replications.
///
/// The twins are in nothing else that a run writes.
package struct HeadlineTwins: Sendable {
  /// One headline in one financial year.
  private struct Place {
    let series: Series
    let year: String
  }

  /// What came of the twins.
  package struct Outcome: Sendable {
    package let rows: [VarianceRow]
    /// Why there are no rows; nil where there are.
    package let gap: VarianceGap?
    /// Twins in which a balance of the model did not hold: 0 unless the program is wrong.
    package let broken: Int

    package init(rows: [VarianceRow] = [], gap: VarianceGap? = nil, broken: Int = 0) {
      (self.rows, self.gap, self.broken) = (rows, gap, broken)
    }
  }

  /// Fewer replications than this have no twins unless they are asked for.
  package static let fewest = 20
  /// The most twins of a run that are not asked for.
  package static let most = 50

  private let tables: ModelTables
  private let uncertain: UncertainInputs
  private let places: [Place]
  private let outputs: OutputChoices

  /// How many were asked for.
  private let wanted: Int?

  /// - Parameters:
  ///   - uncertain: what each replication but the first draws anew.
  ///   - wanted: how many twins; nil where nobody says.
  package init(
    _ tables: ModelTables, uncertain: UncertainInputs, wanted: Int? = nil
  ) throws(OutputFault) {
    (self.tables, self.uncertain, self.wanted) = (tables, uncertain, wanted)
    let watched = tables.watched
    let years = HeadlineTwins.years(tables.calendar)
    places = watched.headlines.flatMap { headline in
      years.map { Place(series: watched[headline.place], year: $0) }
    }
    outputs = try OutputChoices(places.map { $0.series.name + "@" + $0.year }, in: tables)
  }

  /// How many twins a run of so many replications has where nobody says: a quarter of them.
  package static func count(of replications: Int) -> Int {
    replications < fewest ? 0 : min(most, replications / 4)
  }

  /// How many twins a run of so many replications has: of all those that drew their inputs at most.
  package func count(of replications: Int) -> Int {
    min(wanted ?? HeadlineTwins.count(of: replications), replications - 1)
  }

  /// Why a run of so many replications has no twins; nil where it has some.
  package func gap(of replications: Int) -> VarianceGap? {
    if uncertain.isEmpty { return .nothingUncertain }
    if count(of: replications) > 0 { return nil }
    return wanted == 0 ? .notWanted : .tooFew(HeadlineTwins.fewest)
  }

  /// Makes the twins of the first replications that drew their inputs, on several cores. What comes out does not depend on
  /// the number of cores.
  ///
  /// - Parameters:
  ///   - outcomes: those of the run, in order from replication 0 on.
  ///   - progress: called after each twin with how many are done, from any thread, one call at a time.
  package func run(
    _ count: Int, of outcomes: [ReplicationOutcome], jobs: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Outcome {
    let own = outcomes.filter { $0.replication > 0 }.prefix(count)
    let (tables, uncertain, outputs) = (tables, uncertain, outputs)
    let twins = await Crew(pieces: own.map { [$0.replication] }, jobs: jobs).run(
      from: (rows: [Int: [Double]](), broken: 0)
    ) {
      var replicator = Replicator(tables, uncertain: uncertain)
      var patience = Patience()
      return { number in
        replicator.runTwin(of: number) { patience.hasEnded() }.map { (outputs.values($0), $0.holds) }
      }
    } enter: { twins, number, outcome in
      twins.rows[number] = outcome.0
      if !outcome.1 { twins.broken += 1 }
      progress(twins.rows.count)
    }
    guard twins.rows.count == own.count else { return Outcome(gap: .stopped) }
    let numbers = own.map(\.replication)
    return Outcome(
      rows: rows(numbers, own.map { outputs.values($0) }, numbers.compactMap { twins.rows[$0] }),
      broken: twins.broken)
  }

  private func rows(_ numbers: [Int], _ own: [[Double]], _ twins: [[Double]]) -> [VarianceRow] {
    places.enumerated().compactMap { column, place in
      var variance = TwinVariance()
      variance.add(
        numbers.indices.map {
          TwinVariance.Pair(replication: numbers[$0], own[$0][column], twins[$0][column])
        })
      guard let split = variance.split else { return nil }
      return VarianceRow {
        ($0.measure, $0.breakdown) = (place.series.measure, place.series.breakdown)
        $0.unit = place.series.unit.symbol
        ($0.when, $0.twins, $0.mean) = (place.year, variance.count, variance.mean)
        ($0.inputs, $0.chance, $0.share) = (split.inputs, split.chance, variance.share())
        $0.interval = variance.interval().map { $0.lower...$0.upper }
      }
    }
  }

  /// The financial years that are simulated from April to March; all where none is whole.
  private static func years(_ calendar: ModelCalendar) -> [String] {
    let whole = calendar.yearLabels.indices.filter { year in
      calendar.yearOfMonth.count { $0 == year } == 12
    }
    return (whole.isEmpty ? Array(calendar.yearLabels.indices) : whole).map { calendar.yearLabels[$0] }
  }
}
