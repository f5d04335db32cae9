import Experiments
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// Simulates replications for evidence, and keeps what is read of each: one that was simulated before, by whatever
/// command, is taken from where it is kept.
package struct KeptRuns: Sendable {
  /// What to call after each replication, with the events that it took; 0 where it was kept.
  package typealias Progress = @Sendable (_ events: UInt64) -> Void

  /// How many replications were simulated, and how many were there already.
  package struct Tally: Sendable, Equatable {
    package var computed = 0, reused = 0
  }

  let jobs: Int
  private let kept: any KeptWork
  private let progress: Progress
  private let sum = Shared(Tally())

  /// - Parameter jobs: replications that run at one time.
  package init(
    jobs: Int, kept: any KeptWork = NothingKept(), progress: @escaping Progress = { _ in }
  ) {
    (self.jobs, self.kept, self.progress) = (jobs, kept, progress)
  }

  package var tally: Tally { sum.value }

  /// The readings of the first `replications` of a scenario.
  ///
  /// - Parameters:
  ///   - months: months that are read, from the start; nil for all. No more than these are simulated.
  ///   - isWanted: which series, by measure and breakdown.
  /// - Throws: `EvidenceFailure.interrupted` when the task is cancelled; what is finished stays kept.
  package func readings(
    _ scenario: Scenario<ServiceParameters>, _ replications: Int, months: Int? = nil,
    isWanted: @Sendable (String, String) -> Bool
  ) async throws -> MonthlyReadings {
    let identity = ScenarioVariation(scenario, varying: [], leavingOut: ["run.replications"])
    return try await readings(
      ModelTables(scenario.parameters), scenario.uncertainInputs, identity.variant([]).fingerprint,
      Array(0..<replications), months: months, isWanted: isWanted)
  }

  /// The readings of replications of tables of the model.
  ///
  /// - Parameter identity: of all that the tables and the uncertain inputs were made from.
  func readings(
    _ tables: ModelTables, _ uncertain: UncertainInputs?, _ identity: String, _ numbers: [Int], months: Int?,
    isWanted: @Sendable (String, String) -> Bool
  ) async throws -> MonthlyReadings {
    let months = min(months ?? tables.calendar.months, tables.calendar.months)
    let places = tables.watched.indices.filter {
      isWanted(tables.watched[$0].measure, tables.watched[$0].breakdown)
    }
    let names = places.map { MonthlyReadings.key(tables.watched[$0].measure, tables.watched[$0].breakdown) }
    let work = Fingerprint.sha256(([identity, "\(months)"] + names).joined(separator: "\n"))
    let length = places.count * (months + 1)
    let there = try kept.numbers(of: work, numbers).filter { $0.value.count == length }
    let missing = numbers.filter { there[$0] == nil }
    sum.change { $0.reused += there.count }
    for _ in there { progress(0) }
    let made = Shared(there)
    let trouble = Shared((any Error)?.none)
    let (kept, progress, sum) = (kept, progress, sum)
    await Crew(pieces: missing.map { [$0] }, jobs: max(1, jobs)).run(from: 0) {
      var replicator = Replicator(tables, uncertain: uncertain)
      var patience = Patience()
      return { number -> ([Double], UInt64)? in
        guard trouble.value == nil else { return nil }
        let outcome = replicator.run(number, months: months) { patience.hasEnded() }
        guard let outcome else { return nil }
        return (Self.numbers(outcome, places, months, tables), outcome.events)
      }
    } enter: { (_: inout Int, number: Int, found: ([Double], UInt64)) in
      guard trouble.value == nil else { return }
      do {
        try kept.keep(found.0, of: work, piece: number)
      } catch {
        trouble.change { $0 = error }
        return
      }
      made.change { $0[number] = found.0 }
      sum.change { $0.computed += 1 }
      progress(found.1)
    }
    if let trouble = trouble.value { throw trouble }
    let rows = numbers.compactMap { made.value[$0] }
    guard rows.count == numbers.count else { throw EvidenceFailure.interrupted }
    return MonthlyReadings(
      months: Array(tables.calendar.monthLastDays.prefix(months)), replications: numbers,
      series: places.enumerated().map { place, series in
        Self.series(tables.watched[series], place, rows, months)
      })
  }

  /// Of each series its opening reading, then its months.
  private static func numbers(
    _ outcome: ReplicationOutcome, _ places: [Int], _ months: Int, _ tables: ModelTables
  ) -> [Double] {
    let gathered = Gathered([outcome], watched: tables.watched)
    return places.flatMap { place in
      [outcome.opening[place]] + (0..<months).map { gathered.value(place, $0, of: outcome) }
    }
  }

  private static func series(
    _ series: Series, _ place: Int, _ rows: [[Double]], _ months: Int
  ) -> MonthlyReadings.Series {
    var readings = MonthlyReadings.Series(measure: series.measure, breakdown: series.breakdown)
    let start = place * (months + 1)
    readings.opening = rows.map { $0[start] }
    readings.values = rows.flatMap { $0[(start + 1)...(start + months)] }
    return readings
  }
}
