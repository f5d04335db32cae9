import ArgumentParser
import Experiments
import Parameters
import Results
import ScenarioFiles
import Sweeps

/// `caseload goal`: how much of something is enough, or too much.
struct Goal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find how much of something is enough, or how large a shock the service survives.",
    discussion: """
      Tries values between two ends by halving, each on the same random numbers, until it is known where the condition \
      stops holding with the stated probability. If it holds at the upper end alone the answer is the smallest value \
      that is enough; if at the lower end alone, the largest that is survived. Writes goal.csv. Exit code 1: it holds \
      at neither end.

      EXAMPLES
        caseload goal S.yaml --vary workforce.teams.assessment.posts.socialWorker=20:60 \
      --hold "unallocated_children@average <= 5" --probability 0.8
        caseload goal S.yaml --vary demand.growthPerYear=0:0.2 --hold "caseload_fte <= 20" --hold "agency_rate_fte < 0.2"
      """)

  @OptionGroup var input: ScenarioOptions

  @Option(
    help: ArgumentHelp("The parameter, and the ends between which to look.", valueName: "path=low:high"))
  var vary: String

  @Option(
    help: ArgumentHelp(
      "What is to hold; several must hold together in a replication.", valueName: "measure <= value"))
  var hold: [String]

  @Option(help: "Share of replications in which it must hold.")
  var probability = 0.8

  @Option(help: "How near the turn is to be found. Default: a hundredth of the range.")
  var tolerance: Double?

  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if !(probability > 0 && probability <= 1) {
      throw ValidationError("--probability must be above 0 and at most 1.")
    }
    if let tolerance, !(tolerance > 0 && tolerance.isFinite) {
      throw ValidationError("--tolerance must be above 0.")
    }
    if hold.isEmpty { throw ValidationError("Say what is to hold: --hold \"measure <= value\".") }
  }

  func run() async throws {
    let scenario = try input.read(talk, sets: replications.sets)
    let (path, low, high, isWhole) = try DesignText.ends(vary, option: "--vary")
    let conditions = try hold.map { text -> Condition in
      guard let condition = Condition(text) else {
        throw ValidationError("--hold \"\(text)\": write a measure, one of <= >= < >, and a number.")
      }
      return condition
    }
    let trial = GoalTrial(
      path: path, isWhole: isWhole, conditions: conditions, scenario: scenario,
      runner: TrialRunner(jobs: replications.cores))
    try trial.check()
    let folder = try place.folder(default: input.name + "-goal")
    let point = TippingPoint(
      low: low, high: high, tolerance: tolerance ?? (high - low) / 100, isWhole: isWhole,
      probability: probability)
    let session = Session(talk, jobs: replications.cores)
    let found = try await session.run {
      await point.find { value in
        let tried = await trial.run(value)
        if let tried {
          talk.say("\(path) = \(Value.number(value).text): held in \(tried.held) of \(tried.count)")
        }
        return tried
      }
    }
    guard let found else {
      if session.signal != 0 { throw session.stopped("interrupted; nothing was written") }
      throw Ending("error: a value between the ends contradicts the rest of the scenario", 65)
    }
    let unit = scenario.settings[path]?.unit.symbol ?? "-"
    let manifest = session.record(scenario, wanted: trial.wanted, done: trial.wanted)
    let rows = point.rows(found.trials, path, unit, condition: hold.joined(separator: " and "))
    try session.finish(
      Tables.goal, rows, shown: rows.shown,
      point.words(
        found.answer, found.trials, path, unit, conditions: hold.joined(separator: "\" and \"")), manifest,
      folder)
    if found.answer == .never { throw Ending("", 1) }
  }
}
