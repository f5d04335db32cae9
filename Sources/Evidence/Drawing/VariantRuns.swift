import Experiments
import Results
import ScenarioFiles
import ServiceModel

/// Runs the scenario of a result again with something changed, on the same random numbers: replication r of a variant
/// meets the same children and the same workers as replication r of the result.
package struct VariantRuns: Sendable {
  package typealias Progress = @Sendable (ReplicationRunner.Progress) -> Void

  let result: FinishedResult
  let jobs: Int

  package init(_ result: FinishedResult, jobs: Int) {
    self.result = result
    self.jobs = jobs
  }

  /// The scenario with more values set, stronger than all else, and more overlays laid over it.
  package func scenario(
    sets: [String], overlays: [String] = []
  ) throws(ScenarioFailure) -> Scenario<ServiceParameters> {
    let read = try FinishedResult.scenario(result.manifest, overlays: overlays, sets: sets)
    return result.isFixed ? read.withoutUncertainty : read
  }

  /// The first `replications` of a scenario.
  package func outcomes(
    _ scenario: Scenario<ServiceParameters>, _ replications: Int, progress: @escaping Progress = { _ in }
  ) async -> [ReplicationOutcome] {
    await ReplicationRunner(
      ModelTables(scenario.parameters), jobs: jobs,
      uncertain: UncertainInputs(scenario.parameters, scenario.uncertainties)
    ).run(0..<replications, progress: progress)
  }

  /// The readings of the first `replications` of a variant.
  package func readings(
    _ scenario: Scenario<ServiceParameters>, _ replications: Int, progress: @escaping Progress = { _ in },
    isWanted: @escaping @Sendable (String, String) -> Bool
  ) async throws(EvidenceFailure) -> MonthlyReadings {
    let outcomes = await outcomes(scenario, replications, progress: progress)
    guard outcomes.count == replications else { throw .interrupted }
    return try MonthlyReadings(outcomes, tables: ModelTables(scenario.parameters), isWanted: isWanted)
  }

  /// The inputs of the result that each replication draws anew; nothing where they were fixed.
  package var uncertain: UncertainInputs {
    UncertainInputs(result.scenario.parameters, result.scenario.uncertainties)
  }

  /// The readings of the first `replications` with the inputs that replication `draw` has, the same for all of them.
  func readings(
    inputsOf draw: Int, _ replications: Int, progress: @escaping Progress,
    isWanted: @escaping @Sendable (String, String) -> Bool
  ) async throws(EvidenceFailure) -> MonthlyReadings {
    let tables = ModelTables(uncertain.draw(draw).parameters)
    let outcomes = await ReplicationRunner(tables, jobs: jobs).run(0..<replications, progress: progress)
    guard outcomes.count == replications else { throw .interrupted }
    return try MonthlyReadings(outcomes, tables: tables, isWanted: isWanted)
  }
}
