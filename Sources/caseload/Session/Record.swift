import Foundation
import Notation
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
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Usage(
      wall: Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9,
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMegabytes: Double(usage.ru_maxrss) / 1024)
  }
}

extension Manifest {
  /// What is known of a run before it is run: its scenario, and the program that runs it.
  init(_ scenario: Scenario<ServiceParameters>) {
    self.init()
    let run = scenario.parameters.run
    command = CommandLine.arguments
    self.scenario = scenario.title
    question = scenario.question ?? ""
    (councilName, councilCode) = (scenario.council?.name ?? "", scenario.council?.code ?? "")
    scenarioFiles = scenario.files.map { SourceFile(name: $0.name, sha256: $0.sha256, text: $0.text) }
    scenarioHash = scenario.hash
    overlays = scenario.overlays
    overlayTitles = scenario.overlayTitles
    isFixed = CommandLine.arguments.contains("--fixed-parameters")
    settings = scenario.sets
    seed = UInt64(run.seed)
    generator = ModelVersion.generator
    modelVersion = ModelVersion.current
    commit = Manifest.builtFrom
    toolchain = Manifest.builtBy
    host = ProcessInfo.processInfo.hostName
    startState = "the observed position, elapsed durations drawn from their stationary law"
    startDate = run.starts.description
    endDate = run.ends.description
    dataAsOf = run.dataAsOf.description
    uncertainInputs = scenario.uncertainInputs.inputs.map(\.path)
    warnings = scenario.warnings.map { "\($0.place): \($0.message)" } + scenario.parameters.extrapolations
  }

  /// The Swift release that built the program.
  private static let builtBy: String = {
    #if compiler(>=6.3)
      return "Swift 6.3 or later"
    #elseif compiler(>=6.2)
      return "Swift 6.2"
    #else
      return "Swift 6"
    #endif
  }()

  /// The commit of the checkout that the program was built in, where it still stands in one.
  private static let builtFrom: String = {
    var folder = URL(fileURLWithPath: Path.program).deletingLastPathComponent()
    while folder.path != "/" {
      let git = folder.appendingPathComponent(".git")
      if let text = words(of: git.appendingPathComponent("HEAD")) {
        guard text.hasPrefix("ref: ") else { return String(text.prefix(12)) }
        let reference = words(of: git.appendingPathComponent(String(text.dropFirst(5))))
        return String((reference ?? "").prefix(12))
      }
      folder.deleteLastPathComponent()
    }
    return ""
  }()

  private static func words(of file: URL) -> String? {
    (try? RegularFile.bytes(file.path, atMost: RegularFile.mostOfTable)).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}

extension ParameterRow {
  /// The rows of parameters.csv.
  static func rows(_ scenario: Scenario<ServiceParameters>) -> [ParameterRow] {
    let kinds = Dictionary(uniqueKeysWithValues: ServiceParameters.table.map { ($0.path, $0.kind.name) })
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
}
