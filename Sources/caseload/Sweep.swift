import ArgumentParser
import Experiments
import Foundation
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// `caseload sweep`: many points of a design, each many times, in parts that can be stopped and gone on with.
struct Sweep: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate many combinations of parameters; stop and go on as you like.",
    discussion: """
      Every point is run on the same random numbers. Results go to a store of their own as soon as a point is finished, \
      so that nothing finished is lost whatever happens; sqlite3 and `caseload merge` may read it at any time. At the end: \
      results.csv (a row for each point and replication), summary.csv (a row for each point and output), variance.csv \
      (what of each output's variance comes from what was varied, from uncertain inputs and from chance) and \
      results.sqlite.

      EXAMPLES
        caseload sweep S.yaml --vary demand.growthPerYear=0:0.10/6 --vary money.onCostShare=0.25,0.30 --reps 20
        caseload sweep S.yaml --zip pay: leaving.perYear.under2Years=0.16,0.14 money.salary.socialWorker=39000,41000
        caseload sweep S.yaml --sample lhs:200 --reps 20 --out Results/lhs
        caseload sweep S.yaml --vary demand.growthPerYear=0:0.1:0.01 --shard 3/16     # one of 16 machines
        caseload sweep S.yaml --vary demand.growthPerYear=0:0.1:0.01 --engine slurm --tasks 16
        caseload sweep S.yaml --vary demand.growthPerYear=0:0.1:0.01 --resume
        caseload sweep S.yaml --vary demand.growthPerYear=0:0.1:0.01 --resume --reps 400   # adds what is missing
        caseload sweep S.yaml --vary demand.growthPerYear=0,0.1 --reps 100 --twins 30

      Exit code 75 says that the sweep is unfinished: the same command with --resume goes on with it.
      """)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var points: DesignOptions
  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var twins: TwinOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var parts: PartOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let scenario = try input.read(extra: replications.sets)
    talk.detail(scenario)
    let detection = try parts.detection(talk)
    var plan = try SweepPlan(
      scenario, points: points, outputs: outputs, twins: twins,
      path: place.out ?? "Results/\(Told.stem(input.scenario))-sweep")
    if parts.dryRun { return Terminal.say(plan.description(of: parts.shard(detection))) }
    if let name = engine.engine {
      return try await EngineRun(name, engine, plan, talk, isResumed: parts.resume, isForced: place.force)
        .run()
    }
    if parts.shard != nil, place.force {
      throw ValidationError(
        "--force would remove what the other parts have computed: remove the folder yourself.")
    }
    let shard = parts.shard(detection)
    let folder = try plan.begin(resumes: parts.resume || shard.count > 1, replaces: place.force)
    let jobs = replications.jobs ?? detection?.cores ?? replications.cores
    let run = SweepRun(plan, folder: folder, shard: shard, jobs: jobs, talk: talk, parts: parts)
    let ending = try await run.run()
    if shard.count > 1 { return try ending.end(talk, hint: "caseload merge \(Told.relative(folder.path))") }
    try ending.endIfStopped(talk)
    try MergeRun(
      [folder], into: folder, manifest: plan.manifest, isLong: parts.long, objective: parts.objective, talk
    ).run()
    try ending.end(talk, hint: nil)
  }
}

/// Which part of a sweep, and how it may end. Shared by nothing else, kept apart for length.
struct PartOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "One part: 3/16 is the third of sixteen. auto reads the scheduler's variables.", valueName: "k/n"))
  var shard: String?

  @Flag(
    name: .long,
    help:
      "Go on with the sweep in the folder. With more --reps than before only the further replications of each point are simulated, and the twins that go with them."
  )
  var resume = false

  @Flag(name: .long, help: "Run failed points again.")
  var retryFailed = false

  @Flag(name: .long, help: "Stop at the first point that fails.")
  var failFast = false

  @Option(
    name: .long, help: ArgumentHelp("Longest time for one point, such as 90, 10m or 2h.", valueName: "time"))
  var timeoutPoint: Seconds?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Begin nothing new after this time and exit with code 75, such as 50m.", valueName: "time"))
  var stopAfter: Seconds?

  @Option(name: .long, help: ArgumentHelp("The output by which points are ranked.", valueName: "output"))
  var objective: String?

  @Flag(name: .long, help: "Also write results_long.csv: a row for each point, replication and output.")
  var long = false

  @Flag(name: .long, help: "Say what would be done, and do nothing.")
  var dryRun = false

  func validate() throws {
    if let shard, shard != "auto", Shard(shard) == nil {
      throw ValidationError("--shard \(shard): write k/n with k from 1 to n, such as 3/16, or auto.")
    }
  }

  /// What the scheduler says, for `--shard auto`.
  func detection(_ talk: TalkOptions) throws -> ShardDetection? {
    guard shard == "auto" else { return nil }
    do {
      let found = try ShardDetection.read(ProcessInfo.processInfo.environment) {
        try? String(contentsOfFile: $0, encoding: .utf8)
      }
      if !talk.quiet {
        Terminal.talk("part \(found.shard.number) of \(found.shard.count), read from \(found.account)")
      }
      return found
    } catch {
      throw ValidationError("--shard auto: \(error.message) Or write --shard k/n.")
    }
  }

  func shard(_ detection: ShardDetection?) -> Shard {
    detection?.shard ?? shard.flatMap { Shard($0) } ?? .whole
  }

  /// What ends a sweep early.
  var limits: SweepRunner.Limits {
    var limits = SweepRunner.Limits()
    limits.secondsForPoint = timeoutPoint?.value
    limits.seconds = stopAfter?.value
    limits.stopsAtFailure = failFast
    return limits
  }
}
