import ArgumentParser
import Experiments
import Foundation
import Reports
import Results
import ScenarioFiles
import ServiceModel

/// `caseload compare`: what each overlay changes, on the same children and workers.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what each overlay changes, on the same children and workers.",
    discussion: """
      An overlay is a file of the same format with only what changes. Base and overlays are run on the same random \
      numbers, so that they differ only by what the overlay does. Several overlays laid over each other are written \
      a.yaml+b.yaml. Writes comparison.csv.

      Unless --output says otherwise, the twelve headline measures are compared: children as they are at the end, \
      counts and cost over the whole run, and the state of the staff (vacancies, agency, caseload, children without a \
      worker and so on) on average over the run, since a policy may have ended long before the run does.

      EXAMPLES
        caseload compare Scenarios/cheshire-east-2015.yaml retention.yaml --reps 100
        caseload compare base.yaml retention.yaml surge.yaml surge.yaml+retention.yaml --delta 1%
        caseload compare base.yaml retention.yaml --output cost_gbp@2017-18 --delta cost_gbp@2017-18=500000
      """)

  @Argument(help: "The base scenario.", completion: .file(extensions: ["yaml", "yml"]))
  var base: String

  @Argument(help: "The overlays to compare with it.", completion: .file(extensions: ["yaml", "yml"]))
  var overlays: [String]

  @Option(
    name: .customLong("with"), parsing: .singleValue,
    help: "An overlay laid over the base and all that is compared.",
    completion: .file(extensions: ["yaml", "yml"]))
  var shared: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A value set in the base and in all that is compared.", valueName: "path=value"))
  var sets: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "The smallest difference that matters: 2% of the base's mean for all, or output=amount, or output=2%.",
      valueName: "delta"))
  var delta: [String] = []

  @Flag(
    name: .customLong("fixed-parameters"),
    help: "Keep every uncertain value at its point value, so that only chance differs between replications.")
  var areFixed = false

  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  @Flag(name: .long, help: "Print the manifest as JSON instead of the summary.")
  var json = false

  func run() async throws {
    let scenarios = try readAll()
    let names = overlays.map { $0.split(separator: "+").map { Told.stem(String($0)) }.joined(separator: "+") }
    guard let first = scenarios.first else { return }
    let designs = try scenarios.map { scenario in
      let tables = ModelTables(scenario.parameters)
      return TrialDesign(
        tables,
        outputs: try outputs.choices(
          tables, warmUp: scenario.parameters.run.warmUpMonths, averagingStaff: true),
        uncertain: scenario.uncertainInputs)
    }
    var comparison = Comparison(designs[0].outputs.all)
    try readDeltas(&comparison)
    let folder = try place.folder(default: Told.stem(base) + "-comparison")
    let wanted = first.parameters.run.replications
    let began = Usage.now
    let trials = try await simulate(designs, wanted, folder)
    var manifest = ManifestMaking(scenario: first, tables: designs[0].tables, jobs: replications.cores)
      .manifest(done: trials.0.count, events: trials.0.events)
    manifest.overlays = shared + overlays
    manifest.interrupted = trials.signal != 0
    manifest.replicationsWanted = wanted
    manifest.checksHold = trials.0.broken == 0
    manifest.record(Usage.now, since: began)
    let rows = comparison.rows(trials.0, names: names)
    try write(rows, manifest, to: folder)
    if json {
      Terminal.say(try String(contentsOfFile: folder.path + "/manifest.json", encoding: .utf8))
    } else {
      let summary = ComparisonSummary(
        rows, base: Told.stem(base), manifest: manifest, folder: Told.relative(folder.path))
      Terminal.say(summary.text(width: max(120, Terminal.width), colour: talk.isColoured(STDOUT_FILENO)))
    }
    if trials.signal != 0 { throw ExitCode(128 + trials.signal) }
    if trials.0.broken > 0 {
      Terminal.complain("a balance does not hold. This is a mistake in the program.")
      throw ExitCode(70)
    }
  }

  // MARK: Steps

  private func simulate(
    _ designs: [TrialDesign], _ wanted: Int, _ folder: OutputFolder
  ) async throws -> (TrialRunner.Trials, signal: Int32) {
    let line = ProgressLine(shown: !talk.quiet, headline: "")
    if !talk.quiet { Terminal.talk("simulating \(wanted) replications of \(designs.count) designs") }
    let interrupts = Interrupts()
    let runner = TrialRunner(jobs: replications.cores)
    let work = Task {
      await runner.run(designs, 0..<wanted) {
        line.update(done: $0.done, wanted: $0.wanted, events: $0.events, value: .nan)
      }
    }
    interrupts.watch { work.cancel() }
    let trials = await work.value
    line.finish()
    guard trials.count >= 2 else {
      folder.discard()
      Terminal.complain("interrupted before two pairs of replications were done; nothing was written")
      throw ExitCode(128 + max(interrupts.signal, 2))
    }
    return (trials, interrupts.signal)
  }

  private func write(_ rows: [ComparisonRow], _ manifest: Manifest, to folder: OutputFolder) throws {
    try Told.failure { () throws(OutputFailure) in
      let beside = rows.map { row in
        var row = row
        row.base = Told.stem(base)
        return row
      }
      try folder.write(Tables.comparison, beside, manifest)
      try folder.commit()
    }
  }

  // MARK: Input

  /// The base, then each overlay over it; every mistake in any of them is told at once.
  private func readAll() throws -> [Scenario<ServiceParameters>] {
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    var scenarios: [Scenario<ServiceParameters>] = []
    var told: Set<String> = []
    var code: Int32 = 0
    for overlay in [nil] + overlays.map(Optional.some) {
      let files = shared + (overlay.map(Compare.files) ?? [])
      do throws(ScenarioFailure) {
        let read = try reader.read(base, overlays: files, sets: sets + replications.sets)
        let scenario = areFixed ? read.withoutUncertainty : read
        talk.detail(scenario)
        if let first = scenarios.first, let overlay { try alike(scenario, first, overlay) }
        scenarios.append(scenario)
      } catch {
        for finding in error.findings where told.insert(finding.text).inserted {
          Terminal.complain(finding.text)
        }
        code = max(code, error.kind.exitCode)
      }
    }
    if code != 0 { throw ExitCode(code) }
    guard scenarios[0].parameters.run.replications >= 2 else {
      throw ValidationError("A comparison needs at least 2 replications: give --reps 2 or more.")
    }
    return scenarios
  }

  /// `a.yaml+b.yaml` is two files, unless a file has that name.
  private static func files(_ overlay: String) -> [String] {
    FileManager.default.fileExists(atPath: overlay)
      ? [overlay] : overlay.split(separator: "+").map(String.init)
  }

  /// Pairs exist only where both run over the same time from the same seed.
  private func alike(
    _ scenario: Scenario<ServiceParameters>, _ first: Scenario<ServiceParameters>, _ overlay: String
  ) throws(ScenarioFailure) {
    let paths = [
      "run.seed", "run.replications", "run.starts", "run.ends", "run.calendar", "run.warmUpMonths",
    ]
    let findings = paths.compactMap { path -> Finding? in
      guard let one = scenario.settings[path], let two = first.settings[path], one.value != two.value else {
        return nil
      }
      return Finding(
        .error, code: "not-a-pair", at: one.place ?? Place(file: overlay, line: 1, column: 1),
        "\"\(path)\" is \(one.value?.text ?? "unset") here and \(two.value?.text ?? "unset") in the base, so their "
          + "replications are no pairs.", help: "set it in the base, or with --set for both")
    }
    if !findings.isEmpty { throw ScenarioFailure(findings: findings, kind: .invalid) }
  }

  private func readDeltas(_ comparison: inout Comparison) throws {
    for text in delta {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let name = parts.count > 1 ? parts.dropLast().joined(separator: "=") : nil
      guard let amount = Compare.indifference(parts.last ?? ""), name != nil || text.hasSuffix("%") else {
        throw ValidationError("--delta \(text): write 2%, or output=amount, or output=2%; not below zero.")
      }
      guard let name else {
        comparison.everyOther = amount
        continue
      }
      guard comparison.outputs.contains(where: { $0.name == name }) else {
        throw ValidationError("--delta \(text): '\(name)' is not one of the outputs looked at.")
      }
      comparison.indifference[name] = amount
    }
  }

  private static func indifference(_ text: String) -> Comparison.Indifference? {
    let isShare = text.hasSuffix("%")
    guard let number = Double(isShare ? text.dropLast() : text[...]), number.isFinite, number >= 0 else {
      return nil
    }
    return isShare ? .share(number / 100) : .amount(number)
  }
}
