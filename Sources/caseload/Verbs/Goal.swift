import ArgumentParser
import Experiments
import Parameters
import Reports
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// `caseload goal`: how much of something is enough, or too much.
struct Goal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find how much of something is enough, or how large a shock the service can withstand.",
    discussion: Help.goal)

  @OptionGroup var input: ScenarioOptions

  @OptionGroup var search: GoalOptions
  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let scenario = try input.read(talk, sets: replications.sets)
    let session = Session(talk, jobs: replications.cores)
    let (trial, point) = try search.trial(scenario, TrialRunner(jobs: session.jobs))
    let folder = try place.folder(default: input.name + "-goal")
    let talk = talk
    let found = try await session.keeping(beside: folder) { runner in
      let trial = trial.with(runner)
      return await point.find { value in
        let tried = await trial.run(value)
        if let tried {
          talk.say("\(trial.path) = \(Value.number(value).text): held in \(tried.held) of \(tried.count)")
        }
        return tried
      }
    }
    guard let found else {
      throw Ending(
        "error: a value of \(trial.path) between the ends contradicts the rest of the scenario\n"
          + "help: `caseload check` with --set \(trial.path)=VALUE says what it contradicts; bring the ends of --vary nearer",
        65)
    }
    let unit = scenario.settings[trial.path]?.unit.symbol ?? "-"
    let manifest = session.record(scenario, wanted: trial.wanted, done: trial.wanted)
    let rows = point.rows(
      found.trials, trial.path, unit, condition: search.hold.joined(separator: " and "))
    let words = point.words(
      found.answer, found.trials, trial.path, unit, conditions: search.hold.joined(separator: "\" and \""),
      limits: limits(of: trial.path), neutral: neutral(scenario, trial.path))
    var told = manifest
    let far = try trial.farBounds(found.trials)
    told.warnings += far
    let sentences = try trial.meanings() + words + far.map { "Warning: \($0)" }
    try session.finish(Tables.goal, rows, shown: rows.shown, sentences, told, folder, verb: "goal")
    if found.answer == .never { throw Ending("", 1) }
  }

  /// What the parameter is unless a file sets it.
  private func neutral(_ scenario: Scenario<ServiceParameters>, _ path: String) -> Double? {
    switch scenario.describe(path)?.defaultValue {
    case .number(let number): number
    case .whole(let number): Double(number)
    default: nil
    }
  }

  /// What the parameter may be.
  private func limits(of path: String) -> ClosedRange<Double> {
    switch ServiceParameters.table.first(where: { $0.path == path })?.kind {
    case .number(let range): range
    case .whole(let range): Double(range.lowerBound)...Double(range.upperBound)
    default: -.infinity ... .infinity
    }
  }
}
