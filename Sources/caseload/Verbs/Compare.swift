import ArgumentParser
import Evidence
import Experiments
import Reports
import Results
import ScenarioFiles
import ServiceModel

/// `caseload compare`: what each overlay changes, on the same children and workers.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what each overlay changes, for the same children and workers.", discussion: Help.compare)

  @OptionGroup var asked: ComparedOptions

  @Option(
    help: ArgumentHelp(
      "The smallest difference that matters: 2% of the base's mean for all, or output=amount, or output=2%.",
      valueName: "delta"))
  var delta: [String] = []

  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let asked = try self.asked.designs(talk, replications)
    let (scenarios, wanted, said, input) = (asked.scenarios, asked.wanted, asked.words, self.asked.input)
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
    if !outputs.outputs.isEmpty { try await session.refuseEmpty(designs) }
    let detail = ComparisonDetail(designs.map(\.tables))
    let trials = try await session.trials(
      designs.map { $0.keeping(detail) }, wanted, fewest: "two pairs of replications")
    var manifest = session.record(
      scenarios[0], wanted: wanted, done: trials.count, events: trials.events, holds: trials.broken == 0)
    manifest.overlays = input.overlays + self.asked.compared
    manifest.compared = said.compared
    let names = said.names
    manifest.warnings += said.warnings + comparison.idle(trials)
    let (rows, empty) = try comparison.told(
      trials, base: input.name, names: names, areNamed: !outputs.outputs.isEmpty)
    try folder.write(
      trials, detail, after: comparison.outputs.count, ChangedInputRow.rows(scenarios, names: names),
      names: [input.name] + names, manifest)
    try folder.write(Tables.comparison, rows, manifest)
    try folder.commit()
    talk.answer {
      var answer = Answer("compare", manifest)
      answer.add(Tables.comparison, rows)
      answer["folder"] = .string(folder.path)
      return answer
    }
    do {
      let summary = ComparisonSummary(
        rows, base: input.name, manifest: manifest, folder: Path.relative(folder.path), names: .ours)
      Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured))
      if !empty.isEmpty {
        Terminal.say("Left out, since the run has no value of them: \(summary.named(empty))\n")
      }
      for warning in said.later(than: manifest) { Terminal.say("Warning: \(warning)\n") }
    }
    try session.endIfStopped()
    if trials.broken > 0 { throw Ending.ours("a balance does not hold.") }
  }
}
