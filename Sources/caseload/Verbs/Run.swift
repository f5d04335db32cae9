import ArgumentParser
import Experiments
import Foundation
import Parameters
import Reports
import Results
import ScenarioFiles
import ServiceModel
import Statistics
import Sweeps

/// `caseload run`: simulates a scenario and writes its results.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate a scenario and write its results.",
    discussion: """
      Writes tables that open in Excel, pandas and sqlite3 into Results/<scenario>/ and prints a summary.

      EXAMPLES
        caseload run Scenarios/cheshire-east-2015.yaml
        caseload run Scenarios/cheshire-east-2015.yaml --reps 50 --seed 7 --out Results/quick
        caseload run Scenarios/cheshire-east-2015.yaml --set leaving.caseloadElasticity=0 --raw
        caseload run Scenarios/cheshire-east-2015.yaml --twins 150     # a sharper split into inputs and chance
      """)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @OptionGroup var place: FolderOptions
  @OptionGroup var replications: ReplicationOptions

  @Flag(help: "Also write every reading of every replication (replications.csv.gz).")
  var raw = false

  @Flag(help: "Also write workbook.xlsx, with native charts and live totals.")
  var xlsx = false

  @Option(
    help: ArgumentHelp(
      "Replications to repeat with the inputs that they drew and another chance, which tells how much of each headline's variance comes from inputs (variance.csv). 0 turns it off. Default: a quarter of the replications, at most 50; none below 20.",
      valueName: "n"))
  var twins: Int?

  @OptionGroup var stopping: PrecisionOptions

  @Flag(help: "Print the manifest as JSON instead of the summary.")
  var json = false

  @Option(
    help: "Published figures to print beside the simulated ones.",
    completion: .file(extensions: ["csv"]))
  var observed: String?

  func validate() throws {
    if let twins, twins != 0, twins < 3 {
      throw ValidationError("--twins must be 0, or 3 or more, not \(twins): fewer tell nothing.")
    }
  }

  func run() async throws {
    let scenario = try input.read(talk, sets: replications.sets)
    let wanted = scenario.parameters.run.replications
    let path = observed ?? scenario.observedFile(beside: input.scenario)
    let published = try path.map(ObservedFile.figures) ?? []
    let tables = ModelTables(scenario.parameters)
    let rule = try stopping.rule(tables, scenario.parameters)
    let uncertain = scenario.uncertainInputs
    let twins = try HeadlineTwins(tables, uncertain: uncertain, wanted: twins)
    try checkTwins(uncertain, of: wanted, isOpenEnded: rule != nil)
    let folder = try place.folder(default: input.name)
    let session = Session(talk, jobs: replications.cores)
    talk.say("simulating \(wanted) replications of \(scenario.title), \(min(session.jobs, wanted)) at a time")
    let outcomes = try await simulate(tables, uncertain, wanted, rule, session)
    var manifest = session.record(
      scenario, wanted: max(wanted, outcomes.count), done: outcomes.count,
      events: outcomes.reduce(0) { $0 + $1.events })
    manifest.staleEvents = outcomes.reduce(0) { $0 + $1.staleEvents }
    let variance = try await split(twins, outcomes, session)
    var result = ResultAssembly(outcomes, tables: tables).result(manifest: manifest)
    result.parameters = ParameterRow.rows(scenario)
    result.observed = published
    result.variance = variance.rows
    result.varianceGap = variance.gap
    result.draws = DrawRows.rows(outcomes, uncertain)
    result.warnings =
      manifest.warnings + DrawRows.warnings(outcomes, uncertain) + WidthWarning.sentences(result)
    try ResultWriter.write(result, to: folder)
    if raw { try RawReadings.write(outcomes, tables, result, to: folder) }
    try folder.commit()
    if xlsx { try ReportFiles(of: folder.path).writeWorkbook() }
    try say(result, Path.relative(folder.path))
    try session.endIfStopped()
    if !result.manifest.checksHold { throw Ending.ours("a balance does not hold: see checks.csv.") }
    if variance.broken > 0 { throw Ending.ours("a balance does not hold in a twin.") }
    try stopping.judge(rule, outcomes)
  }

  /// Refuses more twins than there can be.
  private func checkTwins(_ uncertain: UncertainInputs, of wanted: Int, isOpenEnded: Bool) throws {
    guard let twins, twins >= wanted, !uncertain.isEmpty, !isOpenEnded else { return }
    throw ValidationError(
      "--twins \(twins): of \(wanted) replications \(wanted - 1) draw their inputs (the first has the point values), and no "
        + "more can have a twin.")
  }

  /// Simulates as many replications as were asked for, or as the rule wants.
  private func simulate(
    _ tables: ModelTables, _ uncertain: UncertainInputs, _ wanted: Int, _ rule: PrecisionRule?,
    _ session: Session
  ) async throws -> [ReplicationOutcome] {
    let headline = tables.watched.place(of: Series.lookedAfter) ?? 0
    let runner = ReplicationRunner(tables, jobs: session.jobs, uncertain: uncertain)
    let (line, settling) = (session.line, Shared(Tally()))
    let outcomes = try await session.run {
      await runner.run(wanted, until: rule) { progress in
        let tally = settling.change { tally in
          tally.add(tables.last(headline, of: progress.latest))
          return tally
        }
        line.count(progress.done, of: progress.wanted, "replications", events: progress.events) {
          guard let half = tally.halfWidth() else { return "" }
          return
            "; children looked after at the end \(Int(tally.mean.rounded())) ± \(Int(half.rounded(.up)))"
        }
      }
    }
    guard !outcomes.isEmpty else {
      throw session.stopped("interrupted before the first replication was done; nothing was written")
    }
    return outcomes
  }

  /// Tells inputs from chance by twins of the replications, where there are to be any.
  private func split(
    _ twins: HeadlineTwins, _ outcomes: [ReplicationOutcome], _ session: Session
  ) async throws -> HeadlineTwins.Outcome {
    if let gap = twins.gap(of: outcomes.count) { return HeadlineTwins.Outcome(gap: gap) }
    guard session.signal == 0 else { return HeadlineTwins.Outcome(gap: .stopped) }
    let count = twins.count(of: outcomes.count)
    talk.say("simulating \(count) twins, to tell inputs from chance")
    let line = session.line
    return try await session.run {
      await twins.run(count, of: outcomes, jobs: session.jobs) { line.count($0, of: count, "twins") }
    }
  }

  private func say(_ result: ResultSet, _ folder: String) throws {
    if json {
      return try Terminal.say(manifestIn: folder)
    }
    let next = [
      "caseload report \(folder)",
      "caseload explain \(input.scenario) leaving.caseloadElasticity",
      "caseload trace \(input.scenario) --child 0",
      "caseload run \(input.scenario) --set demand.growthPerYear=0.03 --out Results/growth",
    ]
    let summary = RunSummary(result, folder: folder, next: next)
    Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured))
  }
}
