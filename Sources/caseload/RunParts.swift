import Dates
import Experiments
import Foundation
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// Time and memory that the process has used.
struct Usage {
  let wall: Double
  let cpu: Double
  let peakMegabytes: Double

  static var now: Usage {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return Usage(
      wall: ProgressLine.now(), cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMegabytes: Double(usage.ru_maxrss) / 1024)
  }
}

extension Manifest {
  mutating func record(_ end: Usage, since start: Usage) {
    wallSeconds = end.wall - start.wall
    cpuSeconds = end.cpu - start.cpu
    peakMemoryMegabytes = end.peakMegabytes
    eventsPerSecond = wallSeconds > 0 ? Double(events) / wallSeconds : 0
  }
}

/// Makes the manifest of a run.
struct ManifestMaking {
  let scenario: Scenario<ServiceParameters>
  let tables: ModelTables
  let jobs: Int

  func manifest(_ outcomes: [ReplicationOutcome]) -> Manifest {
    var manifest = manifest(done: outcomes.count, events: outcomes.reduce(0) { $0 + $1.events })
    manifest.staleEvents = outcomes.reduce(0) { $0 + $1.staleEvents }
    return manifest
  }

  /// The manifest of an experiment that does not keep its outcomes.
  func manifest(done: Int, events: UInt64) -> Manifest {
    var manifest = Manifest()
    let run = scenario.parameters.run
    manifest.command = CommandLine.arguments
    manifest.scenario = scenario.title
    manifest.question = scenario.question ?? ""
    manifest.scenarioFiles = scenario.files.map {
      Manifest.SourceFile(name: $0.name, sha256: $0.sha256, text: $0.text)
    }
    manifest.scenarioHash = scenario.hash
    manifest.overlays = scenario.overlays
    manifest.settings = scenario.sets
    manifest.seed = UInt64(run.seed)
    manifest.generator = ModelVersion.generator
    manifest.modelVersion = ModelVersion.current
    manifest.commit = Commit.name
    manifest.toolchain = Toolchain.name
    manifest.host = ProcessInfo.processInfo.hostName
    manifest.startState = "the observed position, elapsed durations drawn from their stationary law"
    manifest.startDate = run.starts.description
    manifest.endDate = run.ends.description
    manifest.dataAsOf = run.dataAsOf.description
    manifest.replicationsDone = done
    manifest.jobs = jobs
    manifest.events = events
    manifest.uncertainInputs = scenario.uncertainInputs.inputs.map(\.path)
    manifest.warnings =
      scenario.warnings.map { "\($0.place): \($0.message)" } + scenario.parameters.extrapolations
    return manifest
  }
}

/// The Swift release that built the program.
enum Toolchain {
  static let name: String = {
    #if compiler(>=6.3)
      return "Swift 6.3 or later"
    #elseif compiler(>=6.2)
      return "Swift 6.2"
    #else
      return "Swift 6"
    #endif
  }()
}

/// The commit of the checkout that the program was built in, where it still stands in one.
enum Commit {
  static let name: String = {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let git = folder.appendingPathComponent(".git")
      if let head = try? String(contentsOf: git.appendingPathComponent("HEAD"), encoding: .utf8) {
        let text = head.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.hasPrefix("ref: ") else { return String(text.prefix(12)) }
        let reference = try? String(
          contentsOf: git.appendingPathComponent(String(text.dropFirst(5))), encoding: .utf8)
        return String((reference ?? "").prefix(12))
      }
      folder.deleteLastPathComponent()
    }
    return ""
  }()
}

/// The rows of parameters.csv.
enum ParameterRows {
  static func rows(_ scenario: Scenario<ServiceParameters>) -> [ParameterRow] {
    let kinds = Dictionary(uniqueKeysWithValues: ServiceParameters.table.map { ($0.path, kind($0.kind)) })
    return scenario.all.map { item in
      ParameterRow {
        ($0.path, $0.value, $0.unit) = (item.path, item.value?.text ?? "", item.unit.symbol)
        ($0.kind, $0.defaultValue) = (kinds[item.path] ?? "", item.defaultValue?.text ?? "")
        ($0.range, $0.source) = (item.range, item.source.text)
        ($0.uncertain, $0.meaning) = (item.uncertain?.text ?? "", item.meaning)
        $0.from = item.from
      }
    }
  }

  private static func kind(_ kind: ParameterKind) -> String {
    switch kind {
    case .number: "number"
    case .whole: "whole number"
    case .flag: "switch"
    case .choice: "choice"
    case .date: "date"
    case .numbers: "list"
    }
  }
}

/// Writes every reading of every replication.
enum RawReadings {
  static func write(
    _ outcomes: [ReplicationOutcome], _ result: ResultSet, to folder: OutputFolder
  ) throws(OutputFailure) {
    let file = try RawFile(
      in: folder, manifest: result.manifest, series: result.series, months: result.months,
      opening: CivilDate(iso: result.manifest.startDate)?.adding(days: -1))
    let watched = result.series.indices
    for outcome in outcomes {
      for series in watched {
        let isRatio = result.series[series].gathering.isRatio
        let opening = outcome.opening[series]
        if opening.isFinite {
          try file.writeOpening(replication: outcome.replication, series: series, value: opening)
        }
        for month in result.months.indices {
          let place = month * outcome.readings.seriesCount + series
          let numerator = outcome.readings.numerators[place]
          let value = isRatio ? numerator / outcome.readings.denominators[place] : numerator
          try file.write(
            replication: outcome.replication, series: series, month: month,
            value: value.isFinite ? value : nil)
        }
      }
    }
    try file.finish()
    try folder.writeCompressed(Tables.spells, outcomes.flatMap(\.storedSpells), result.manifest)
  }
}

/// Where a council's published figures are: `observed/<council>.csv` beside the scenario, or beside a file it is based
/// on, where the council is the beginning of the scenario file's name, up to the first word that is a number.
enum ObservedPlace {
  static func beside(_ path: String, _ scenario: Scenario<ServiceParameters>) -> String? {
    for file in [path] + scenario.files.map(\.name).reversed() {
      let url = URL(fileURLWithPath: file)
      let words = url.deletingPathExtension().lastPathComponent.split(separator: "-")
      let name = words.prefix { Int($0) == nil }.joined(separator: "-")
      let candidate = url.deletingLastPathComponent().appendingPathComponent("observed/\(name).csv").path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    return nil
  }
}
