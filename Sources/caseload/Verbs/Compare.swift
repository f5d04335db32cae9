import ArgumentParser
import Experiments
import Foundation
import Reports
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

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
    let scenarios = try readAll()
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
    let wanted = scenarios[0].parameters.run.replications
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
    }
    try session.endIfStopped()
    if trials.broken > 0 { throw Ending.ours("a balance does not hold.") }
  }

  /// The base, then each overlay over it; every mistake in any of them is told at once.
  private func readAll() throws -> [Scenario<ServiceParameters>] {
    var mistakes = Mistakes()
    var scenarios: [Scenario<ServiceParameters>] = []
    for overlay in [nil] + compared.map(Optional.some) {
      try mistakes.attempt {
        let files = overlay.map(Compare.files) ?? []
        let scenario = try input.read(talk, over: files, sets: replications.sets)
        if let first = scenarios.first, let overlay { try scenario.pairs(with: first, overlay) }
        scenarios.append(scenario)
      }
    }
    try mistakes.end()
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
}
