import ArgumentParser
import Evidence
import Experiments
import Reports
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// `caseload run`: simulates a scenario and writes its results.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate a scenario and write its results.", discussion: Help.run)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @OptionGroup var place: FolderOptions
  @OptionGroup var replications: ReplicationOptions

  @Flag(help: "Also write every reading of every replication (replications.csv.gz).")
  var raw = false

  @Flag(help: "Also write workbook.xlsx, with native charts and live totals.")
  var xlsx = false

  @OptionGroup var twins: HeadlineTwinOptions
  @OptionGroup var stopping: PrecisionOptions

  @Option(
    help: "Published figures to print beside the simulated ones.", completion: .file(extensions: ["csv"]))
  var observed: String?

  @OptionGroup var budgets: BudgetOptions
  @OptionGroup var forecast: ForecastOptions

  func validate() throws {
    if let reps = replications.reps { _ = try stopping.first(reps, asked: reps) }
  }

  func run() async throws {
    let scenario = try input.read(talk, sets: replications.sets)
    let wanted = try stopping.first(scenario.parameters.run.replications, asked: replications.reps)
    let (tables, uncertain) = (ModelTables(scenario.parameters), scenario.uncertainInputs)
    let budget = try budgets.file()
    let plan = budget.map { BudgetPlan(tables, $0.entries, from: $0.name) }
    let published = try Published(scenario, observed, beside: input.scenario, tables, talk).figures
    let learned = try forecast.learned(scenario)
    let rule = try stopping.rule(tables, scenario.parameters)
    let twins = try twins.headlines(tables, uncertain, of: wanted, isOpenEnded: rule != nil)
    let folder = try place.folder(default: input.name)
    let session = Session(talk, jobs: replications.cores)
    talk.say("simulating \(wanted) replications of \(scenario.title), \(min(session.jobs, wanted)) at a time")
    let outcomes = try await session.outcomes(tables, uncertain, wanted, until: rule)
    let manifest = session.record(scenario, outcomes, wanted: wanted)
    let variance = try await session.split(twins, outcomes)
    var result = ResultAssembly(outcomes, tables: tables).result(manifest: manifest, budgets: plan)
    result.add(scenario, outcomes, variance, observed: published)
    forecast.add(to: &result, scenario, outcomes, tables, learned)
    BudgetOptions.say(budget, beside: result.finance)
    if raw { try RawReadings.write(outcomes, tables, result, to: folder) }
    try ResultWriter.write(result, to: folder)
    if xlsx { try ReportFiles.addWorkbook(to: folder) }
    try folder.commit()
    say(result, Path.relative(folder.path))
    try session.endIfStopped()
    if !result.manifest.checksHold { throw Ending.ours("a balance does not hold: see checks.csv.") }
    if variance.broken > 0 { throw Ending.ours("a balance does not hold in a twin.") }
    try stopping.judge(rule, outcomes)
  }

  private func say(_ result: ResultSet, _ folder: String) {
    talk.answer { Answer(result, folder: folder) }
    let scenario = Shell.path(input.scenario)
    let next = [
      "caseload report \(Shell.path(folder))",
      "caseload explain \(scenario) leaving.caseloadElasticity",
      "caseload trace \(scenario) --child 0",
      "caseload run \(scenario) --set demand.growthPerYear=0.03 --out Results/growth",
    ]
    let summary = RunSummary(result, folder: folder, next: next)
    Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured))
  }
}
