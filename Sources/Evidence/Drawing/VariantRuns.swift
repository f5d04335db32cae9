import Experiments
import Results
import ScenarioFiles
import ServiceModel

/// Runs the scenario of a result again with something changed, on the same random numbers: replication r of a variant
/// meets the same children and the same workers as replication r of the result.
package struct VariantRuns: Sendable {
  let result: FinishedResult
  let runs: KeptRuns

  package init(_ result: FinishedResult, _ runs: KeptRuns) {
    self.result = result
    self.runs = runs
  }

  /// The scenario with more values set, stronger than all else, and more overlays laid over it.
  package func scenario(
    sets: [String], overlays: [String] = []
  ) throws(ScenarioFailure) -> Scenario<ServiceParameters> {
    let read = try FinishedResult.scenario(result.manifest, overlays: overlays, sets: sets)
    return result.isFixed ? read.withoutUncertainty : read
  }

  /// The readings of the first `replications` of a variant.
  ///
  /// - Parameter months: months that are read, from the start; nil for all.
  package func readings(
    _ scenario: Scenario<ServiceParameters>, _ replications: Int, months: Int? = nil,
    isWanted: @Sendable (String, String) -> Bool
  ) async throws -> MonthlyReadings {
    try await runs.readings(scenario, replications, months: months, isWanted: isWanted)
  }

  /// The inputs of the result that each replication draws anew; nothing where they were fixed.
  package var uncertain: UncertainInputs { result.scenario.uncertainInputs }

  /// The readings of the first `replications` with the inputs that replication `draw` has, the same for all of them.
  func readings(
    inputsOf draw: Int, _ replications: Int, months: Int?,
    isWanted: @Sendable (String, String) -> Bool
  ) async throws -> MonthlyReadings {
    let identity = ScenarioVariation(result.scenario, varying: [], leavingOut: ["run.replications"])
    return try await runs.readings(
      ModelTables(uncertain.draw(draw).parameters), nil,
      identity.variant([]).fingerprint + " with the inputs of replication \(draw)", Array(0..<replications),
      months: months, isWanted: isWanted)
  }
}
