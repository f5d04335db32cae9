import Parameters
import Results
import ServiceModel
import Statistics
import Synchronization

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
    /// Twins in which a balance of the model did not hold: 0 unless the program is wrong.
    package let broken: Int
  }

  /// Fewer replications than this have no twins unless they are asked for.
  package static let fewest = 20
  /// The most twins of a run that are not asked for.
  package static let most = 50

  private let tables: ModelTables
  private let uncertain: UncertainInputs
  private let places: [Place]
  private let outputs: OutputChoices

  /// - Parameter uncertain: what each replication but the first draws anew.
  package init(_ tables: ModelTables, uncertain: UncertainInputs) throws(OutputFault) {
    self.tables = tables
    self.uncertain = uncertain
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

  /// Makes the twins of the first replications that drew their inputs, on several cores; nil when the task was cancelled.
  /// What comes out does not depend on the number of cores.
  ///
  /// - Parameters:
  ///   - outcomes: those of the run, in order from replication 0 on.
  ///   - progress: called after each twin with how many are done, from any thread, one call at a time.
  package func run(
    _ count: Int, of outcomes: [ReplicationOutcome], jobs: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Outcome? {
    let wanted = outcomes.filter { $0.replication > 0 }.prefix(count).map(\.replication)
    let ledger = TwinLedger(wanted, progress: progress)
    let (tables, uncertain, outputs) = (tables, uncertain, outputs)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(max(1, jobs), wanted.count) {
        group.addTask {
          var replicator = Replicator(tables, uncertain: uncertain)
          while !Task.isCancelled, let (place, number) = ledger.take() {
            let twin = replicator.runTwin(of: number)
            let holds = twin.balances.allSatisfy { $0.largestResidual <= $0.tolerance }
            ledger.enter(outputs.values(twin), at: place, holds: holds)
          }
        }
      }
    }
    guard let (twins, broken) = ledger.whole else { return nil }
    let own = outcomes.filter { $0.replication > 0 }.prefix(count).map { outputs.values($0) }
    return Outcome(rows: rows(wanted, own, twins), broken: broken)
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

/// Which twins are still to be made, and what came of the others.
private final class TwinLedger: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var broken = 0
    var rows: [[Double]?]
  }

  private let state: Mutex<State>
  private let numbers: [Int]
  private let progress: @Sendable (Int) -> Void

  init(_ numbers: [Int], progress: @escaping @Sendable (Int) -> Void) {
    self.numbers = numbers
    self.progress = progress
    state = Mutex(State(rows: Array(repeating: nil, count: numbers.count)))
  }

  /// The next one's place and the replication whose twin it is.
  func take() -> (place: Int, number: Int)? {
    state.withLock { state in
      guard state.next < numbers.count else { return nil }
      state.next += 1
      return (state.next - 1, numbers[state.next - 1])
    }
  }

  func enter(_ row: [Double], at place: Int, holds: Bool) {
    state.withLock { state in
      state.rows[place] = row
      state.done += 1
      if !holds { state.broken += 1 }
      progress(state.done)
    }
  }

  /// The outputs of all twins in order; nil where some are missing.
  var whole: (rows: [[Double]], broken: Int)? {
    state.withLock { state in
      let rows = state.rows.compactMap { $0 }
      return rows.count == numbers.count ? (rows, state.broken) : nil
    }
  }
}
