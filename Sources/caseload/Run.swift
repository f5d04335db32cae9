import ArgumentParser
import Dates
import Experiments
import Foundation
import Parameters
import Reports
import Results
import ScenarioFiles
import ServiceModel

/// `caseload run`: simulates a scenario and writes its results.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate a scenario and write its results.",
    discussion: """
      Writes tables that open in Excel, pandas and sqlite3 into Results/<scenario>/ and prints a summary.

      EXAMPLES
        caseload run Scenarios/cheshire-east-2015.yaml
        caseload run Scenarios/cheshire-east-2015.yaml --reps 50 --seed 7 --out Results/quick
        caseload run Scenarios/cheshire-east-2015.yaml --set leaving.caseloadElasticity=0 --raw
        caseload run Scenarios/cheshire-east-2015.yaml --twins 150     # a sharper split into inputs and chance
      """)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Option(
    name: .long, help: "Folder for the results. Default: Results/<scenario file's name>.",
    completion: .directory)
  var out: String?

  @Flag(name: .long, help: "Replace the results that are in the folder.")
  var force = false

  @Option(name: .long, help: "Replications, instead of run.replications.")
  var reps: Int?

  @Option(name: .long, help: "Seed, instead of run.seed.")
  var seed: Int?

  @Option(name: .long, help: "Replications that run at one time. Default: the number of cores.")
  var jobs: Int?

  @Flag(name: .long, help: "Also write every reading of every replication (replications.csv.gz).")
  var raw = false

  @Flag(name: .long, help: "Also write workbook.xlsx, with native charts and live totals.")
  var xlsx = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Replications to repeat with the inputs that they drew and another chance, which tells how much of each headline's variance comes from inputs (variance.csv). 0 turns it off. Default: a quarter of the replications, at most 50; none below 20.",
      valueName: "n"))
  var twins: Int?

  @OptionGroup var stopping: PrecisionOptions

  @Flag(name: .long, help: "Print the manifest as JSON instead of the summary.")
  var json = false

  @Option(
    name: .long, help: "Published figures to print beside the simulated ones.",
    completion: .file(extensions: ["csv"]))
  var observed: String?

  func validate() throws {
    if let reps, reps < 1 { throw ValidationError("--reps must be 1 or more, not \(reps).") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
    if let seed, seed < 0 { throw ValidationError("--seed must be 0 or more, not \(seed).") }
    if let twins, twins != 0, twins < 3 {
      throw ValidationError("--twins must be 0, or 3 or more, not \(twins): fewer tell nothing.")
    }
  }

  func run() async throws {
    let scenario = try input.read(
      extra: (reps.map { ["run.replications=\($0)"] } ?? []) + (seed.map { ["run.seed=\($0)"] } ?? []))
    talk.detail(scenario)
    let observedFigures = try readObserved(scenario)
    let tables = ModelTables(scenario.parameters)
    let rule = try stopping.rule(tables, warmUp: scenario.parameters.run.warmUpMonths)
    let split = try VarianceSplit(scenario, tables, twins: twins, isOpenEnded: rule != nil)
    let folder = try outputFolder()
    let wanted = scenario.parameters.run.replications
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let uncertain = scenario.uncertainInputs
    let runner = ReplicationRunner(tables, jobs: jobs, uncertain: uncertain)

    let headline = tables.watched.place(of: Series.lookedAfter) ?? 0
    let lastMonth = tables.calendar.months - 1
    let line = ProgressLine(shown: !talk.quiet, headline: "children looked after at the end")
    if !talk.quiet {
      Terminal.talk("simulating \(wanted) replications of \(scenario.title), \(min(jobs, wanted)) at a time")
    }
    let interrupts = Interrupts()
    let began = Usage.now
    let work = Task { () -> [ReplicationOutcome] in
      var outcomes: [ReplicationOutcome] = []
      var goal: Int? = wanted
      while let end = goal, !Task.isCancelled {
        let start = outcomes.count
        outcomes += await runner.run(start..<end) { progress in
          let readings = progress.latest.readings
          line.update(
            done: start + progress.done, wanted: end, events: progress.events,
            value: readings.numerators[lastMonth * readings.seriesCount + headline])
        }
        goal = rule?.next(after: outcomes)
      }
      return outcomes
    }
    interrupts.watch { work.cancel() }
    let outcomes = await work.value
    line.finish()
    guard !outcomes.isEmpty else {
      folder.discard()
      Terminal.complain("interrupted before the first replication was done; nothing was written")
      throw ExitCode(128 + max(interrupts.signal, 2))
    }

    var manifest = ManifestMaking(scenario: scenario, tables: tables, jobs: jobs).manifest(outcomes)
    manifest.interrupted = interrupts.signal != 0
    manifest.replicationsWanted = max(wanted, outcomes.count)
    manifest.record(Usage.now, since: began)
    let variance = await split.run(outcomes, jobs: jobs, interrupts, talk)
    var result = ResultAssembly(outcomes, tables: tables).result(manifest: manifest)
    result.parameters = ParameterRows.rows(scenario)
    result.observed = observedFigures
    result.variance = variance.rows
    result.varianceGap = variance.gap
    result.draws = DrawRows.rows(outcomes, uncertain)
    result.warnings =
      manifest.warnings + DrawRows.warnings(outcomes, uncertain) + WidthWarning.sentences(result)
    try write(result, outcomes, to: folder)
    if xlsx { try writeWorkbook(folder.path) }

    if json {
      Terminal.say(try manifestText(folder.path))
    } else {
      let summary = RunSummary(result, folder: relative(folder.path), next: nextSteps(relative(folder.path)))
      Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured(STDOUT_FILENO)))
    }
    if interrupts.signal != 0 { throw ExitCode(128 + interrupts.signal) }
    if !result.manifest.checksHold || variance.broken > 0 {
      Terminal.complain(
        "a balance does not hold\(result.manifest.checksHold ? " in a twin" : ": see checks.csv"). This is a mistake in the program."
      )
      throw ExitCode(70)
    }
    try stopping.judge(rule, outcomes)
  }

  // MARK: Input and output

  private func readObserved(_ scenario: Scenario<ServiceParameters>) throws -> [ObservedFigure] {
    let path = observed ?? ObservedPlace.beside(input.scenario, scenario)
    guard let path else { return [] }
    let file: ObservedFile
    do {
      file = try ObservedFile(path: path)
    } catch {
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
    for finding in file.findings { Terminal.complain(finding.description) }
    if !file.findings.isEmpty { throw ExitCode(65) }
    return file.figures
  }

  private func outputFolder() throws -> OutputFolder {
    let name = URL(fileURLWithPath: input.scenario).deletingPathExtension().lastPathComponent
    do {
      return try OutputFolder(out ?? "Results/\(name)", force: force)
    } catch {
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
  }

  private func write(_ result: ResultSet, _ outcomes: [ReplicationOutcome], to folder: OutputFolder) throws {
    do {
      try ResultWriter.write(result, to: folder)
      if raw { try RawReadings.write(outcomes, result, to: folder) }
      try folder.commit()
    } catch {
      folder.discard()
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
  }

  private func writeWorkbook(_ folder: String) throws {
    do throws(ReportFailure) {
      try ReportFiles(of: folder).writeWorkbook()
    } catch {
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
  }

  private func manifestText(_ folder: String) throws -> String {
    try String(contentsOfFile: folder + "/manifest.json", encoding: .utf8)
  }

  private func relative(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  private func nextSteps(_ folder: String) -> [String] {
    [
      "caseload report \(folder)",
      "caseload explain \(input.scenario) leaving.caseloadElasticity",
      "caseload trace \(input.scenario) --child 0",
      "caseload run \(input.scenario) --set demand.growthPerYear=0.03 --out Results/growth",
    ]
  }
}
