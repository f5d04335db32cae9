import Experiments
import ScenarioFiles
import ServiceModel

/// Simulates hindcasts and keeps what is read of each: one that was simulated before is taken from where it is kept.
package struct HindcastRuns: Sendable {
  /// Hindcasts that were simulated, and those that were there already.
  package struct Tally: Sendable, Equatable {
    package var computed = 0, reused = 0
  }

  /// The task was cancelled; what is finished stays kept.
  package struct Interruption: Error {}

  /// Replications that run at one time.
  let jobs: Int
  /// Where finished ones are kept: the first is written to.
  private let kept: [any KeptWork]
  private let sum = Shared(Tally())

  package init(jobs: Int, kept: [any KeptWork]) { (self.jobs, self.kept) = (max(1, jobs), kept) }

  package var tally: Tally { sum.value }

  /// The readings of a scenario, a row for each replication.
  ///
  /// - Throws: `Interruption` when the task is cancelled.
  package func numbers(
    _ scenario: Scenario<ServiceParameters>, origin: Int
  ) async throws -> (readings: ScoredReadings, rows: [[Double]]) {
    let tables = ModelTables(scenario.parameters)
    let readings = ScoredReadings(tables, origin: origin)
    let wanted = scenario.parameters.run.replications
    let work = "hindcast\n" + ScenarioVariation(scenario, varying: []).variant([]).fingerprint
    let width = readings.places.count
    for store in kept {
      if let found = try store.numbers(of: work, [0])[0], found.count == width * wanted, width > 0 {
        sum.change { $0.reused += 1 }
        return (
          readings, (0..<wanted).map { Array(found[($0 * width)..<(($0 + 1) * width)]) }
        )
      }
    }
    let uncertain = scenario.uncertainInputs
    let rows = await Crew(pieces: (0..<wanted).map { [$0] }, jobs: jobs).run(from: [Int: [Double]]()) {
      var replicator = Replicator(tables, uncertain: uncertain)
      var patience = Patience()
      return { number -> [Double]? in
        replicator.run(number, months: readings.months) { patience.hasEnded() }.map(readings.numbers)
      }
    } enter: { (rows: inout [Int: [Double]], number: Int, found: [Double]) in
      rows[number] = found
    }
    let sorted = (0..<wanted).compactMap { rows[$0] }
    guard sorted.count == wanted else { throw Interruption() }
    try kept.first?.keep(sorted.flatMap { $0 }, of: work, piece: 0)
    sum.change { $0.computed += 1 }
    return (readings, sorted)
  }
}
