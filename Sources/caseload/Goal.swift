import ArgumentParser
import Experiments
import Foundation
import Parameters
import Results
import ScenarioFiles
import ServiceModel
import Statistics
import Sweeps

/// `caseload goal`: how much of something is enough, or too much.
struct Goal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find how much of something is enough, or how large a shock the service survives.",
    discussion: """
      Tries values between two ends by halving, each on the same random numbers, until it is known where the condition \
      stops holding with the stated probability. If it holds at the upper end alone the answer is the smallest value \
      that is enough; if at the lower end alone, the largest that is survived. Writes goal.csv. Exit code 1: it holds \
      at neither end.

      EXAMPLES
        caseload goal S.yaml --vary workforce.teams.assessment.posts.socialWorker=20:60 \
      --hold "unallocated_children@average <= 5" --probability 0.8
        caseload goal S.yaml --vary demand.growthPerYear=0:0.2 --hold "caseload_fte <= 20" --hold "agency_rate_fte < 0.2"
      """)

  @OptionGroup var input: ScenarioOptions

  @Option(
    name: .long,
    help: ArgumentHelp("The parameter, and the ends between which to look.", valueName: "path=low:high"))
  var vary: String

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "What is to hold; several must hold together in a replication.", valueName: "measure <= value"))
  var hold: [String]

  @Option(name: .long, help: "Share of replications in which it must hold.")
  var probability = 0.8

  @Option(name: .long, help: "How near the turn is to be found. Default: a hundredth of the range.")
  var tolerance: Double?

  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if !(probability > 0 && probability <= 1) {
      throw ValidationError("--probability must be above 0 and at most 1.")
    }
    if let tolerance, !(tolerance > 0 && tolerance.isFinite) {
      throw ValidationError("--tolerance must be above 0.")
    }
    if hold.isEmpty { throw ValidationError("Say what is to hold: --hold \"measure <= value\".") }
  }

  func run() async throws {
    let scenario = try input.read(extra: replications.sets)
    talk.detail(scenario)
    let (path, low, high, isWhole) = try readRange(scenario)
    let conditions = try hold.map { text -> Condition in
      guard let condition = Condition(text) else {
        throw ValidationError("--hold \"\(text)\": write a measure, one of <= >= < >, and a number.")
      }
      return condition
    }
    let names = conditions.map(\.output).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let warmUp = scenario.parameters.run.warmUpMonths
    _ = try OutputOptions.find(names, ModelTables(scenario.parameters), warmUp: warmUp)
    let folder = try place.folder(default: Told.stem(input.scenario) + "-goal")
    let point = TippingPoint(
      low: low, high: high, tolerance: tolerance ?? (high - low) / 100, isWhole: isWhole,
      probability: probability)
    let wanted = scenario.parameters.run.replications
    let runner = TrialRunner(jobs: replications.cores)
    let variants = Variants(scenario, varying: [path])
    let isQuiet = talk.quiet
    let began = Usage.now
    let interrupts = Interrupts()
    let work = Task { () -> (answer: TippingPoint.Answer, trials: [TippingPoint.Trial])? in
      await point.find { value in
        let parameters = variants.point([isWhole ? .whole(Int(value)) : .number(value)]).parameters
        guard !parameters.contradictions().contains(where: { $0.severity == .error }) else { return nil }
        let tables = ModelTables(parameters)
        guard let outputs = try? OutputChoices(names, in: tables, warmUp: warmUp) else { return nil }
        let trials = await runner.run(
          [TrialDesign(tables, outputs: outputs, uncertain: variants.inputs(parameters))], 0..<wanted)
        guard trials.count == wanted else { return nil }
        let held = trials.values[0].count { row in
          conditions.allSatisfy { $0.holds(row[outputs.place(of: $0.output) ?? 0]) }
        }
        if !isQuiet { Terminal.talk("\(path) = \(Value.number(value).text): held in \(held) of \(wanted)") }
        return TippingPoint.Trial(value: value, held: held, count: wanted)
      }
    }
    interrupts.watch { work.cancel() }
    guard let found = await work.value else {
      folder.discard()
      Terminal.complain(
        interrupts.signal == 0
          ? "error: a value between the ends contradicts the rest of the scenario"
          : "interrupted; nothing was written")
      throw ExitCode(interrupts.signal == 0 ? 65 : 128 + interrupts.signal)
    }
    var manifest = ManifestMaking(
      scenario: scenario, tables: ModelTables(scenario.parameters), jobs: replications.cores
    )
    .manifest(done: wanted, events: 0)
    manifest.replicationsWanted = wanted
    manifest.checksHold = true
    manifest.record(Usage.now, since: began)
    let unit = scenario.settings[path]?.unit.symbol ?? "-"
    let table = table(found.trials, path, unit)
    try Told.failure { () throws(OutputFailure) in
      try table.write(manifest, to: folder)
      try folder.commit()
    }
    var lines = table.lines(width: Terminal.width, colour: talk.isColoured(STDOUT_FILENO))
    lines += [
      "", words(found.answer, path, unit), certainty(found.trials), "Files: \(Told.relative(folder.path))",
    ]
    Terminal.say(lines.filter { $0 != " " }.joined(separator: "\n") + "\n")
    if found.answer == .never { throw ExitCode(1) }
  }

  private func words(_ answer: TippingPoint.Answer, _ path: String, _ unit: String) -> String {
    let what = "\"\(hold.joined(separator: "\" and \""))\" in \(percent(probability)) of replications"
    func value(_ number: Double) -> String { "\(Value.number(number).text) \(unit == "-" ? "" : unit)" }
    switch answer {
    case .always: return "It holds all the way: \(what) at both ends. Widen the range."
    case .never: return "It holds nowhere: not \(what) at either end. Widen the range, or ask for less."
    case .smallest(let number): return "Smallest \(path) that holds \(what): \(value(number))"
    case .largest(let number): return "Largest \(path) that still holds \(what): \(value(number))"
    }
  }

  /// Where the share is so near the wanted one that chance decides.
  private func certainty(_ trials: [TippingPoint.Trial]) -> String {
    let near = trials.filter {
      Proportion(successes: $0.held, trials: $0.count).wilson().contains(probability)
    }.map(\.value)
    guard let least = near.min(), let most = near.max() else { return " " }
    return "With \(trials[0].count) replications, values from \(Value.number(least).text) to "
      + "\(Value.number(most).text) cannot be told from the turn (95%)."
  }

  private func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)%" }

  private func table(_ trials: [TippingPoint.Trial], _ path: String, _ unit: String) -> ChoiceTable {
    var table = ChoiceTable(
      file: ResultFile.goal,
      columns: [
        ("path", ""), ("value", path), ("unit", ""), ("condition", ""), ("wanted", ""),
        ("n_reps", "replications"),
        ("held", "held in"), ("share", "share"), ("ci_lo", "from"), ("ci_hi", "to"),
      ])
    for trial in trials.sorted(by: { $0.value < $1.value }) {
      let range = Proportion(successes: trial.held, trials: trial.count).wilson()
      table.add([
        .text(path), .text(Value.number(trial.value).text), .text(unit),
        .text(hold.joined(separator: " and ")),
        .number(probability, unit: "share"), .count(trial.count), .count(trial.held),
        .number(trial.share, unit: "share"),
        .number(range.lower, unit: "share"), .number(range.upper, unit: "share"),
      ])
    }
    return table
  }

  private func readRange(
    _ scenario: Scenario<ServiceParameters>
  ) throws -> (path: String, low: Double, high: Double, isWhole: Bool) {
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    let report = MistakeReport()
    var found: (path: String, low: Double, high: Double, isWhole: Bool)?
    report.attempt { () throws(DesignFault) in
      let (path, law) = try SamplePlan.range(vary, option: "--vary")
      guard case .uniform(let low, let high) = law else { return }
      var isWhole = false
      for end in [low, high] {
        report.read { () throws(ScenarioFailure) in
          if case .whole = try reader.value(path, Value.number(end).text, option: "--vary") { isWhole = true }
        }
      }
      found = (path, low, high, isWhole)
    }
    if let path = found?.path, path.hasPrefix("run."), report.isEmpty {
      report.add(
        DesignFault("--vary \(vary)", "not-a-lever", "\"\(path)\" is of the run, not of the service."))
    }
    try report.end()
    guard let found else { throw ExitCode(64) }
    return found
  }
}
