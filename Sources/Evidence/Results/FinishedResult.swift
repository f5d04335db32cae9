import Dates
import Experiments
import Parameters
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
  package init(_ folder: String) throws(EvidenceFailure) {
    self.folder = folder
    do {
      stored = try ResultReader.read(folder)
    } catch {
      throw EvidenceFailure(error)
    }
    let manifest = stored.manifest
    guard manifest.modelVersion == ModelVersion.current else {
      throw .result(
        folder, "other-version",
        "The result was made by model version \(manifest.modelVersion), and this is \(ModelVersion.current).",
        help: "run the scenario again: caseload run SCENARIO --raw --out \(folder) --force")
    }
    let files = manifest.scenarioFiles.map {
      ScenarioFile(name: $0.name, text: $0.text, sha256: $0.sha256)
    }
    let read: Scenario<ServiceParameters>
    do {
      read = try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
        .read(stored: files, storedOverlays: manifest.overlays, sets: manifest.settings)
    } catch {
      throw EvidenceFailure(error)
    }
    // A run with --fixed-parameters has the hash of the scenario without its uncertainty.
    let certain = read.withoutUncertainty
    isFixed = read.hash != manifest.scenarioHash && certain.hash == manifest.scenarioHash
    scenario = isFixed ? certain : read
    guard scenario.hash == manifest.scenarioHash else {
      throw .result(
        folder, "other-version",
        "The files kept in the manifest now come to scenario hash \(scenario.hash.prefix(12)), and the result was "
          + "made of \(manifest.scenarioHash.prefix(12)): the program has changed since.",
        help: "run the scenario again: caseload run SCENARIO --raw --out \(folder) --force")
    }
    guard manifest.replicationsDone > 0 else {
      throw .result(
        folder, "empty-result", "The result has no finished replication.", help: "run the scenario again")
    }
    tables = ModelTables(scenario.parameters)
  }

  /// The day on which the run began.
  package var start: CivilDate { scenario.parameters.run.starts }

  /// Whether the readings of every replication are in the folder; otherwise they are simulated again.
  package var hasReadings: Bool { RawReader.isThere(folder) }

  /// The readings of the series that `isWanted` (measure, breakdown): from the folder, or simulated again with the same
  /// seed, which gives the same numbers.
  package func readings(
    jobs: Int, progress: @escaping @Sendable (ReplicationRunner.Progress) -> Void = { _ in },
    isWanted: @escaping @Sendable (String, String) -> Bool
  ) async throws(EvidenceFailure) -> MonthlyReadings {
    guard hasReadings else {
      let outcomes = await VariantRuns(self, jobs: jobs).outcomes(scenario, replications, progress: progress)
      return try MonthlyReadings(outcomes, tables: tables, isWanted: isWanted)
    }
    do {
      return try RawReader.read(folder, start: start, isWanted: isWanted)
    } catch {
      throw EvidenceFailure(error)
    }
  }

  /// Every worker's time in each role: from the folder, or simulated again.
  package func spells(
    jobs: Int, progress: @escaping @Sendable (ReplicationRunner.Progress) -> Void = { _ in }
  ) async throws(EvidenceFailure) -> [StoredSpell] {
    do {
      if Tables.spells.isThere(folder) { return try Tables.spells.read(folder) }
    } catch {
      throw EvidenceFailure(error)
    }
    let outcomes = await VariantRuns(self, jobs: jobs).outcomes(scenario, replications, progress: progress)
    return outcomes.flatMap(\.storedSpells)
  }

  /// Every series that the run watched.
  package var watched: [Parameters.Series] { tables.watched }
}

extension MonthlyReadings {
  /// The readings of outcomes; refuses none at all.
  init(
    _ outcomes: [ReplicationOutcome], tables: ModelTables, isWanted: (String, String) -> Bool
  ) throws(EvidenceFailure) {
    guard !outcomes.isEmpty else {
      throw EvidenceFailure("interrupted before the first replication was done", exitCode: 130)
    }
    let months = tables.calendar.monthLastDays
    let watched = tables.watched
    var series: [Series] = []
    for (place, one) in watched.enumerated() where isWanted(one.measure, one.breakdown) {
      var readings = Series(measure: one.measure, breakdown: one.breakdown)
      let isRatio = one.gathering.isRatio
      readings.values.reserveCapacity(months.count * outcomes.count)
      for outcome in outcomes {
        readings.opening.append(outcome.opening[place])
        for month in months.indices {
          let index = month * outcome.readings.seriesCount + place
          let numerator = outcome.readings.numerators[index]
          let value = isRatio ? numerator / outcome.readings.denominators[index] : numerator
          readings.values.append(value.isFinite ? value : .nan)
        }
      }
      series.append(readings)
    }
    self.init(months: months, replications: outcomes.map(\.replication), series: series)
  }
}
