import ArgumentParser
import Experiments
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// `caseload select`: the best of several designs, with a stated certainty.
struct Select: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Choose the best of several designs, with a stated confidence.", discussion: Help.select)

  @OptionGroup var input: ScenarioOptions

  @Argument(
    help: ArgumentHelp("Overlays, each a design beside the base.", valueName: "overlays"), completion: .yaml)
  var others: [String] = []

  @OptionGroup var points: DesignOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let scenario = try input.read(talk, sets: seed.sets)
    let designs = try designs(scenario)
    if let caution = points.text.caution, !talk.quiet { Terminal.complain("caution: \(caution)") }
    let output = designs[0].trial.outputs.all[0]
    let session = Session(talk, jobs: seed.jobs.cores)
    let way = try choice.way(output)
    let trials = designs.map(\.trial)
    let selection = try choice.selection(trials, way, TrialRunner(jobs: session.jobs))
    let folder = try place.folder(default: input.name + "-selection")
    let (line, method) = (session.line, choice.method)
    let made = try await session.keeping(beside: folder) { runner in
      var selection = selection
      selection.runner = runner
      selection.progress = { left, spent in
        line.show { "\(left) \(left == 1 ? "design" : "designs") left, \(spent) replications" }
      }
      return await selection.run(method)
    }
    guard let found = made else {
      throw Ending(
        "error: \(choice.objective) has no value in some replications, so the designs cannot be ranked by it",
        65)
    }
    var manifest = session.record(scenario, wanted: found.replications, done: found.replications)
    manifest.overlays = input.overlays + others
    let names = designs.map(\.name)
    let told = "\(names[found.best]) has the \(way == .less ? "least" : "most") \(choice.objective)"
    let rows = found.rows(names, output)
    try session.finish(
      Tables.selection, rows, shown: rows.shown,
      [
        "\(output.name): \(output.meaning).", Selection.note, selection.verdict(found, told, method, output),
      ], manifest, folder, verb: "select")
    if !found.isDecided { throw Ending("", 75) }
  }

  /// The points of what is varied, or the base and the overlays.
  private func designs(_ scenario: Scenario<ServiceParameters>) throws -> [NamedDesign] {
    let isVaried = points.text.isAsked
    if isVaried, !others.isEmpty {
      throw ValidationError("Give either overlays or points to choose from, not both.")
    }
    try GivenOnce.check(others.map(Path.plain), "The overlay")
    let found: [NamedDesign]
    if isVaried {
      found = try points.designs(scenario, output: choice.objective)
    } else {
      let beside = try others.map { overlay in
        (Path.stem(overlay), try input.read(talk, over: [overlay], sets: seed.sets))
      }
      found = try ([(input.name, scenario)] + beside).map { name, other in
        try NamedDesign(
          name, other.parameters, other.uncertainInputs, output: choice.objective, base: scenario.parameters
        ) { Variants(other, varying: []).work([], $0) }
      }
    }
    guard found.count >= 2 else {
      throw ValidationError("A choice needs two designs: give overlays, or vary a parameter.")
    }
    return found
  }
}
