import ArgumentParser
import Experiments
import Parameters
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

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

  @OptionGroup var input: ScenarioOptions

  @Argument(
    help: ArgumentHelp("Overlays, each a design beside the base.", valueName: "overlays"), completion: .yaml)
  var others: [String] = []

  @OptionGroup var points: DesignOptions

  @Option(help: ArgumentHelp("The output that decides, named as for --output.", valueName: "measure"))
  var objective: String

  @Option(help: "Whether less or more is better, where the measure does not say.")
  var better: Way?

  @Option(help: "kn or ocba.")
  var method = Selection.Method.kn

  @Option(help: "The smallest difference that matters, in the output's unit (kn).")
  var delta: Double?

  @Option(help: "Probability of a right choice.")
  var confidence = 0.95

  @Option(help: "Replications of each design to begin with.")
  var first = 10

  @Option(help: "The most replications of one design (kn).")
  var maxReps = 1000

  @Option(help: "The most replications of all designs together (ocba).")
  var budget = 1000

  @OptionGroup var seed: SeedOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  enum Way: String, ExpressibleByArgument, CaseIterable { case less, more }

  func validate() throws {
    if method == .kn, delta.map({ $0 > 0 && $0.isFinite }) != true {
      throw ValidationError("--method kn needs --delta, a difference above 0 in the output's unit.")
    }
    if !(confidence > 0.5 && confidence < 1) {
      throw ValidationError("--confidence must be above 0.5 and below 1.")
    }
    if first < 2 { throw ValidationError("--first must be 2 or more, not \(first).") }
    if maxReps < first { throw ValidationError("--max-reps must be at least --first.") }
  }

  func run() async throws {
    let (scenario, designs) = try readDesigns()
    guard designs.count >= 2 else {
      throw ValidationError("A choice needs two designs: give overlays, or vary a parameter.")
    }
    let output = designs[0].trial.outputs.all[0]
    let way = try better?.rawValue ?? wanted(output)
    if method == .ocba, budget < first * designs.count {
      throw ValidationError("--budget must be at least --first for each of \(designs.count) designs.")
    }
    let folder = try place.folder(default: input.name + "-selection")
    let session = Session(talk, jobs: seed.jobs.cores)
    var selection = Selection(
      designs.map(\.trial), runner: TrialRunner(jobs: session.jobs), sign: way == "less" ? -1 : 1)
    selection.confidence = confidence
    selection.indifference = delta ?? 1
    selection.first = first
    selection.limit = method == .kn ? maxReps : budget
    let line = session.line
    selection.progress = { left, spent in line.show { "\(left) designs left, \(spent) replications" } }
    guard let found = try await session.run({ [selection] in await selection.run(method) }) else {
      if session.signal != 0 {
        throw session.stopped("interrupted before the choice was made; nothing was written")
      }
      throw Ending(
        "error: \(objective) has no value in some replication, so the designs cannot be ranked by it", 65)
    }
    var manifest = session.record(scenario, wanted: found.replications, done: found.replications)
    manifest.overlays = input.overlays + others
    let names = designs.map(\.name)
    let told = "\(names[found.best]) has the \(way == "less" ? "least" : "most") \(objective)"
    let rows = found.rows(names, output)
    try session.finish(
      Tables.selection, rows, shown: rows.shown, [selection.verdict(found, told, method)], manifest, folder)
    if !found.isDecided { throw Ending("", 75) }
  }

  private func wanted(_ output: OutputChoice) throws -> String {
    guard output.better != .neither else {
      throw ValidationError(
        "Whether more or less of \(output.name) is better is yours to say: --better less|more.")
    }
    return output.better.rawValue
  }

  // MARK: Designs

  private func readDesigns() throws -> (Scenario<ServiceParameters>, [(name: String, trial: TrialDesign)]) {
    let scenario = try input.read(talk, sets: seed.sets)
    func design(
      _ name: String, _ parameters: ServiceParameters, _ uncertain: UncertainInputs
    ) throws(OutputFault) -> (name: String, trial: TrialDesign) {
      let tables = ModelTables(parameters)
      let outputs = try OutputChoices([objective], tables, scenario.parameters)
      return (name, TrialDesign(tables, outputs: outputs, uncertain: uncertain))
    }
    guard points.text.isAsked else {
      let base = try design(input.name, scenario.parameters, scenario.uncertainInputs)
      let more = try others.map { overlay in
        let other = try input.read(talk, over: [overlay], sets: seed.sets)
        return try design(Path.stem(overlay), other.parameters, other.uncertainInputs)
      }
      return (scenario, [base] + more)
    }
    guard others.isEmpty else {
      throw ValidationError("Give either overlays or points to choose from, not both.")
    }
    let grid = try points.text.read(scenario)
    guard grid.count <= 1000 else {
      throw ValidationError("\(grid.count) designs are too many to choose from: 1000 at most.")
    }
    let variants = Variants(scenario, varying: grid.paths, isSampled: points.sample != nil)
    return (
      scenario,
      try grid.sound(variants).map { try design($0.name, $0.parameters, variants.inputs($0.parameters)) }
    )
  }
}

extension Selection.Method: ExpressibleByArgument {}
