import ArgumentParser
import Experiments
import Results
import ScenarioFiles
import ServiceModel

/// `caseload reps`: how many replications the answers need.
struct Reps: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work out how many replications each answer needs.",
    discussion: Help.reps)

  @OptionGroup var input: ScenarioOptions

  @Option(help: "The half-width wanted for the 95% interval, as a share of the mean, such as 5%.")
  var precision = PercentShare(0.05)

  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  func validate() throws { try precision.validatePrecision() }

  func run() async throws {
    let pilot = replications.reps ?? 30
    guard pilot >= 2 else { throw ValidationError("A pilot needs at least 2 replications.") }
    let scenario = try input.read(talk, sets: ["run.replications=\(pilot)"] + replications.sets)
    let tables = ModelTables(scenario.parameters)
    let choices = try OutputChoices(outputs.outputs, tables, scenario.parameters)
    let folder = try place.folder(default: input.name + "-precision")
    let session = Session(talk, jobs: replications.cores)
    let design = TrialDesign(tables, outputs: choices, uncertain: scenario.uncertainInputs)
    let trials = try await session.trials([design], pilot, fewest: "two replications")
    let manifest = session.record(
      scenario, wanted: pilot, done: trials.count, events: trials.events, holds: trials.broken == 0)
    let needs = choices.all.indices.map { place in
      ReplicationNeed(
        choices.all[place], trials.values[0].map { $0[place] }, precision: precision.share)
    }
    try session.finish(
      Tables.precision, needs.rows, shown: needs.shown, [closing(needs)], manifest, folder,
      verb: "reps")
    try session.endIfStopped()
  }

  private func closing(_ needs: [ReplicationNeed]) -> String {
    let told = needs.filter { !$0.isNearZero }
    let hard = told.filter { $0.needed != nil }.max { ($0.needed ?? 0) < ($1.needed ?? 0) }
    let most = hard.map { "\(Phrase.number($0.needed ?? 0)) replications (\($0.output.name) needs most)." }
    var text = "For ±\(precision.text) of every mean: \(most ?? "no number is enough.")"
    let none = needs.filter(\.isNearZero).map { need in
      let format = MeasureFormat(unit: need.output.unit)
      return need.tally.count < 2
        ? "\(need.output.name) (no value)"
        : "\(need.output.name) (mean \(format.fine(need.tally.mean)) ± \(format.fine(need.tally.halfWidth() ?? .nan)))"
    }
    if !none.isEmpty {
      text += " Too near 0 for a share of the mean to say anything: \(none.joined(separator: ", "))."
    }
    return text
  }
}
