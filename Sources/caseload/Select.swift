import ArgumentParser
import Experiments
import Foundation
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// `caseload select`: the best of several designs, with a stated certainty.
struct Select: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Choose the best of several designs, with a stated certainty.",
    discussion: """
      The designs are the base and overlays over it, or the points of --vary, --zip, --sample or --design.
      kn (Kim and Nelson) goes on until the choice is right with the stated confidence whenever the best is better \
      than the next by at least --delta. ocba (optimal computing budget allocation) spends --budget replications where \
      they tell most, and says how sure the choice is then. Writes selection.csv. Exit code 75: --max-reps was not \
      enough.

      EXAMPLES
        caseload select base.yaml retention.yaml pay.yaml academy.yaml --objective cost_gbp --delta 500000
        caseload select base.yaml --vary demand.growthPerYear=0:0.1/6 --objective vacancy_rate_fte --method ocba \
      --budget 600
      """)

  @Argument(help: "The base scenario.", completion: .file(extensions: ["yaml", "yml"]))
  var base: String

  @Argument(help: "Overlays, each a design beside the base.", completion: .file(extensions: ["yaml", "yml"]))
  var overlays: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A value set in every design.", valueName: "path=value"))
  var sets: [String] = []

  @OptionGroup var points: DesignOptions

  @Option(
    name: .long, help: ArgumentHelp("The output that decides, named as for --output.", valueName: "measure"))
  var objective: String

  @Option(name: .long, help: "Whether less or more is better, where the measure does not say.")
  var better: Way?

  @Option(name: .long, help: "kn or ocba.")
  var method = Procedure.kn

  @Option(name: .long, help: "The smallest difference that matters, in the output's unit (kn).")
  var delta: Double?

  @Option(name: .long, help: "Probability of a right choice.")
  var confidence = 0.95

  @Option(name: .long, help: "Replications of each design to begin with.")
  var first = 10

  @Option(name: .long, help: "The most replications of one design (kn).")
  var maxReps = 1000

  @Option(name: .long, help: "The most replications of all designs together (ocba).")
  var budget = 1000

  @Option(name: .long, help: "Seed, instead of run.seed.")
  var seed: Int?

  @Option(name: .long, help: "Replications that run at one time. Default: the number of cores.")
  var jobs: Int?

  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  enum Way: String, ExpressibleByArgument, CaseIterable { case less, more }
  enum Procedure: String, ExpressibleByArgument, CaseIterable { case kn, ocba }

  func validate() throws {
    if method == .kn, delta.map({ $0 > 0 && $0.isFinite }) != true {
      throw ValidationError("--method kn needs --delta, a difference above 0 in the output's unit.")
    }
    if !(confidence > 0.5 && confidence < 1) {
      throw ValidationError("--confidence must be above 0.5 and below 1.")
    }
    if first < 2 { throw ValidationError("--first must be 2 or more, not \(first).") }
    if maxReps < first { throw ValidationError("--max-reps must be at least --first.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
    if let seed, seed < 0 { throw ValidationError("--seed must be 0 or more, not \(seed).") }
  }

  func run() async throws {
    let (scenario, designs) = try readDesigns()
    guard designs.count >= 2 else {
      throw ValidationError("A choice needs two designs: give overlays, or vary a parameter.")
    }
    let trials = try designs.map { design in
      TrialDesign(
        design.tables,
        outputs: try OutputOptions.find(
          [objective], design.tables, warmUp: scenario.parameters.run.warmUpMonths),
        uncertain: design.uncertain)
    }
    let output = trials[0].outputs.all[0]
    let way = try better?.rawValue ?? wanted(output)
    if method == .ocba, budget < first * designs.count {
      throw ValidationError("--budget must be at least --first for each of \(designs.count) designs.")
    }
    let folder = try place.folder(default: Told.stem(base) + "-selection")
    let cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    var selection = Selection(trials, runner: TrialRunner(jobs: cores), sign: way == "less" ? -1 : 1)
    selection.confidence = confidence
    selection.indifference = delta ?? 1
    selection.first = first
    selection.limit = method == .kn ? maxReps : budget
    let isQuiet = talk.quiet
    selection.progress = { left, spent in
      if !isQuiet, isatty(STDERR_FILENO) == 1 {
        Terminal.put("\r\u{1B}[2K\(left) designs left, \(spent) replications", to: STDERR_FILENO)
      }
    }
    let began = Usage.now
    let interrupts = Interrupts()
    let work = Task { [selection] in await selection.run(method == .kn ? .kn : .ocba) }
    interrupts.watch { work.cancel() }
    let found = await work.value
    if !isQuiet, isatty(STDERR_FILENO) == 1 { Terminal.put("\r\u{1B}[2K", to: STDERR_FILENO) }
    guard let found else {
      folder.discard()
      guard interrupts.signal == 0 else {
        Terminal.complain("interrupted before the choice was made; nothing was written")
        throw ExitCode(128 + interrupts.signal)
      }
      Terminal.complain(
        "error: \(objective) has no value in some replication, so the designs cannot be ranked by it")
      throw ExitCode(65)
    }
    var manifest = ManifestMaking(scenario: scenario, tables: designs[0].tables, jobs: cores)
      .manifest(done: found.replications, events: 0)
    manifest.overlays = overlays
    manifest.replicationsWanted = found.replications
    manifest.checksHold = true
    manifest.record(Usage.now, since: began)
    let table = table(found, designs.map(\.name), output)
    try Told.failure { () throws(OutputFailure) in
      try table.write(manifest, to: folder)
      try folder.commit()
    }
    var lines = table.lines(width: Terminal.width, colour: talk.isColoured(STDOUT_FILENO))
    lines += ["", verdict(found, designs[found.best].name, way), "Files: \(Told.relative(folder.path))"]
    Terminal.say(lines.joined(separator: "\n") + "\n")
    if !found.isDecided { throw ExitCode(75) }
  }

  private func wanted(_ output: OutputChoice) throws -> String {
    guard output.better != .neither else {
      throw ValidationError(
        "Whether more or less of \(output.name) is better is yours to say: --better less|more.")
    }
    return output.better.rawValue
  }

  private func verdict(_ found: Selection.Outcome, _ name: String, _ way: String) -> String {
    let told = "\(name) has the \(way == "less" ? "least" : "most") \(objective)"
    guard found.isDecided else {
      return
        "UNDECIDED after \(maxReps) replications each; so far \(told). Give more --max-reps or a larger --delta."
    }
    let percent = "\((found.probability * 1000).rounded() / 10)%"
    switch method {
    case .kn:
      return
        "\(told): right with probability \(percent) or more whenever the best is better than the next by at least "
        + "\(Value.number(delta ?? 0).text) (Kim and Nelson)."
    case .ocba:
      return
        "\(told): right with probability of about \(percent) or more (Bonferroni, normal approximation; no guarantee)."
    }
  }

  private func table(_ found: Selection.Outcome, _ names: [String], _ output: OutputChoice) -> ChoiceTable {
    var table = ChoiceTable(
      file: ResultFile.selection,
      columns: [
        ("design", "Design"), ("output", ""), ("unit", ""), ("n_reps", "replications"), ("mean", "mean"),
        ("mc_se", "standard error"), ("state", "state"),
      ])
    let order = found.standings.indices.sorted { one, two in
      let first = (found.best == one ? 0 : 1, -(found.standings[one].droppedAt ?? .max), one)
      return first < (found.best == two ? 0 : 1, -(found.standings[two].droppedAt ?? .max), two)
    }
    for design in order {
      let standing = found.standings[design]
      let state =
        design == found.best
        ? (found.isDecided ? "chosen" : "leading")
        : standing.droppedAt.map { "out after \($0)" } ?? "left"
      table.add([
        .text(names[design]), .text(output.name), .text(output.unit), .count(standing.tally.count),
        .number(standing.tally.mean, unit: output.unit),
        .number(standing.tally.standardError, unit: output.unit),
        .text(state),
      ])
    }
    return table
  }

  // MARK: Designs

  private struct Design {
    let name: String
    let tables: ModelTables
    let uncertain: UncertainInputs
  }

  private func readDesigns() throws -> (Scenario<ServiceParameters>, [Design]) {
    let scenario = try read([])
    func design(_ name: String, _ scenario: Scenario<ServiceParameters>) -> Design {
      Design(name: name, tables: ModelTables(scenario.parameters), uncertain: scenario.uncertainInputs)
    }
    guard points.isAsked else {
      let others = try overlays.map { design(Told.stem($0), try read([$0])) }
      return (scenario, [design(Told.stem(base), scenario)] + others)
    }
    guard overlays.isEmpty else {
      throw ValidationError("Give either overlays or points to choose from, not both.")
    }
    let grid = try points.read(scenario)
    guard grid.count <= 1000 else {
      throw ValidationError("\(grid.count) designs are too many to choose from: 1000 at most.")
    }
    let variants = Variants(scenario, varying: grid.paths, isSampled: points.sample != nil)
    let made = try (1...grid.count).map { number in
      let values = grid.values(number)
      let name = Swift.zip(grid.paths, values).map { "\($0)=\($1.text)" }.joined(separator: " ")
      let parameters = variants.point(values).parameters
      if let fault = parameters.contradictions().first(where: { $0.severity == .error }) {
        Terminal.complain("\(name): error[\(fault.code)]: \(fault.message)")
        throw ExitCode(65)
      }
      return Design(name: name, tables: ModelTables(parameters), uncertain: variants.inputs(parameters))
    }
    return (scenario, made)
  }

  private func read(_ files: [String]) throws -> Scenario<ServiceParameters> {
    do throws(ScenarioFailure) {
      return try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
        .read(base, overlays: files, sets: sets + (seed.map { ["run.seed=\($0)"] } ?? []))
    } catch {
      Terminal.complain(error.findings.text)
      throw ExitCode(error.kind.exitCode)
    }
  }
}
