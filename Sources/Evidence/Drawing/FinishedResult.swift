import Dates
import Experiments
import Results
import ScenarioFiles
import ServiceModel

/// A finished result, opened to draw evidence from: its tables, the readings behind them, and the scenario that made it.
package struct FinishedResult: Sendable {
  package let folder: String
  package let stored: StoredResult
  /// The scenario as it was run, read again from the files that the manifest keeps.
  package let scenario: Scenario<ServiceParameters>
  /// Whether uncertain inputs kept their point values (`run --fixed-parameters`).
  let isFixed: Bool
  /// The calendar and the list of what is watched.
  package let tables: ModelTables

  package var manifest: Manifest { stored.manifest }
  /// Replications that the result rests on.
  package var replications: Int { manifest.replicationsDone }

  /// Opens the result in that folder. Refuses one that this version of the program would not make again.
  package init(_ folder: String) throws {
    func stale(_ message: String) -> EvidenceFailure {
      .result(
        folder, "other-version", message,
        help: "run the scenario again: caseload run SCENARIO --raw --out \(folder) --force")
    }
    self.folder = folder
    stored = try ResultReader.read(folder, newest: ModelVersion.current)
    hasReadings = try RawReader.isThere(stored.bound)
    let manifest = stored.manifest
    guard manifest.modelVersion == ModelVersion.current else {
      throw stale(
        "The result was made by model version \(manifest.modelVersion), and this is \(ModelVersion.current).")
    }
    let read = try Self.scenario(manifest)
    // A run with --fixed-parameters has the hash of the scenario without its uncertainty.
    let certain = read.withoutUncertainty
    isFixed = read.hash != manifest.scenarioHash && certain.hash == manifest.scenarioHash
    scenario = isFixed ? certain : read
    guard scenario.hash == manifest.scenarioHash else {
      throw stale(
        "The files kept in the manifest now give scenario hash \(scenario.hash.prefix(12)), but the result was "
          + "made from \(manifest.scenarioHash.prefix(12)): the program has changed since.")
    }
    guard manifest.replicationsDone > 0 else {
      throw EvidenceFailure.result(
        folder, "empty-result", "The result has no finished replication.", help: "run the scenario again")
    }
    tables = ModelTables(scenario.parameters)
  }

  /// The scenario of a manifest, with overlays laid over it and values set that are stronger than all else.
  static func scenario(
    _ manifest: Manifest, overlays: [String] = [], sets: [String] = []
  ) throws(ScenarioFailure) -> Scenario<ServiceParameters> {
    let files = manifest.scenarioFiles.map { ScenarioFile(name: $0.name, text: $0.text, sha256: $0.sha256) }
    return try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
      .read(stored: files, storedOverlays: manifest.overlays, more: overlays, sets: manifest.settings + sets)
  }

  /// The day on which the run began.
  package var start: CivilDate { scenario.parameters.run.starts }

  /// Whether the readings of every replication are in the folder; otherwise they are simulated again.
  package let hasReadings: Bool

  /// The readings of the series that `isWanted` (measure, breakdown): from the folder, or simulated again with the same
  /// seed, which gives the same numbers.
  ///
  /// - Parameter months: months that are read, from the start, where they are simulated again; nil for all.
  package func readings(
    _ runs: KeptRuns, months: Int? = nil, isWanted: @escaping @Sendable (String, String) -> Bool
  ) async throws -> MonthlyReadings {
    guard hasReadings else {
      return try await runs.readings(scenario, replications, months: months, isWanted: isWanted)
    }
    return try RawReader.read(stored.bound, start: start, isWanted: isWanted)
  }

  /// Every worker's time in each role: from the folder, or simulated again.
  package func spells(
    jobs: Int, progress: @escaping KeptRuns.Progress = { _ in }
  ) async throws -> [StoredSpell] {
    if try stored.bound.isThere(Tables.spells.name, mayBeGone: true) {
      return try Tables.spells.read(stored.bound)
    }
    let outcomes = await ReplicationRunner(tables, jobs: jobs, uncertain: scenario.uncertainInputs)
      .run(0..<replications) { progress($0.latest.events) }
    guard outcomes.count == replications else { throw EvidenceFailure.interrupted }
    return outcomes.flatMap(\.storedSpells)
  }
}
