import ArgumentParser
import Experiments
import Reports
import Results
import ScenarioFiles
import ServiceModel

/// `caseload compare`: what each overlay changes, on the same children and workers.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what each overlay changes, for the same children and workers.", discussion: Help.compare)

  @OptionGroup var input: ScenarioOptions

  @Argument(help: ArgumentHelp("The overlays to compare with it.", valueName: "overlays"), completion: .yaml)
  var compared: [String]

  @Option(
    help: ArgumentHelp(
      "The smallest difference that matters: 2% of the base's mean for all, or output=amount, or output=2%.",
      valueName: "delta"))
  var delta: [String] = []

  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  @Flag(help: "Print the manifest as JSON instead of the summary.")
  var json = false

  func run() async throws {
    let scenarios = try input.read(talk, eachOf: compared, sets: replications.sets)
    let wanted = scenarios[0].parameters.run.replications
    guard wanted >= 2 else {
      throw ValidationError("A comparison needs at least 2 replications: give --reps 2 or more.")
    }
    let designs = try scenarios.map { scenario in
      let tables = ModelTables(scenario.parameters)
      let choices = try OutputChoices(outputs.outputs, tables, scenario.parameters, averagingStaff: true)
      return TrialDesign(tables, outputs: choices, uncertain: scenario.uncertainInputs)
    }
    var comparison = Comparison(designs[0].outputs.all)
    for text in delta {
      if let fault = comparison.read(text) { throw ValidationError("--delta \(text): \(fault)") }
    }
    let folder = try place.folder(default: input.name + "-comparison")
    talk.say("simulating \(wanted) replications of \(designs.count) designs")
    let session = Session(talk, jobs: replications.cores)
    let trials = try await session.trials(designs, wanted, fewest: "two pairs of replications")
    var manifest = session.record(
      scenarios[0], wanted: wanted, done: trials.count, events: trials.events, holds: trials.broken == 0)
    manifest.overlays = input.overlays + compared
    let names = compared.map { $0.split(separator: "+").map { Path.stem(String($0)) }.joined(separator: "+") }
    let rows = comparison.rows(trials, base: input.name, names: names)
    try folder.write(Tables.comparison, rows, manifest)
    try folder.commit()
    if json {
      try Terminal.say(manifestIn: folder.path)
    } else {
      let summary = ComparisonSummary(
        rows, base: input.name, manifest: manifest, folder: Path.relative(folder.path))
      Terminal.say(summary.text(width: max(120, Terminal.width), colour: talk.isColoured))
      for (scenario, name) in zip(scenarios, [input.name] + names) {
        for finding in scenario.warnings where finding.code == "hindsight" {
          Terminal.say("Warning: \(name): \(finding.message)")
        }
      }
    }
    try session.endIfStopped()
    if trials.broken > 0 { throw Ending.ours("a balance does not hold.") }
  }
}
