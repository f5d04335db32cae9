import ArgumentParser
import Experiments
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// `caseload sweep`: many points of a design, each many times, in parts that can be stopped and resumed.
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
    let scenario = try input.read(talk, sets: replications.sets)
    let detection = try parts.detection(talk)
    var plan = try plan(scenario)
    if parts.dryRun { return Terminal.say(plan.description(of: parts.shard(detection))) }
    let session = Session(talk, jobs: replications.jobs ?? detection?.cores ?? replications.cores)
    if let name = engine.engine {
      return try await EngineRun(
        engine: name, options: engine, plan: plan, session: session, isResumed: parts.resume,
        isForced: place.force
      ).run()
    }
    if parts.shard != nil, place.force {
      throw ValidationError(
        "--force would remove what the other parts have computed: remove the folder yourself.")
    }
    let shard = parts.shard(detection)
    let folder = try plan.begin(resumes: parts.resume || shard.count > 1, replaces: place.force)
    let tally = try await compute(plan, folder, shard, session)
    let isPart = shard.count > 1
    for message in tally.messages { Terminal.complain(message) }
    if let failure = tally.failure { Terminal.complain("error: \(failure)") }
    if let code = tally.stopped(session.signal) {
      throw Ending("\(tally.account). The same command with --resume goes on.", code)
    }
    if !isPart {
      try MergeRun(
        folders: [folder], target: folder, manifest: plan.manifest, isLong: parts.long,
        objective: parts.objective, talk: talk
      ).run()
    }
    let next = isPart ? ". When all parts are done: caseload merge \(Path.relative(folder.path))" : ""
    talk.say(tally.account + next)
    if tally.failed > 0 { throw Ending("", 1) }
  }

  private func plan(_ scenario: Scenario<ServiceParameters>) throws -> SweepPlan {
    let design = try points.text.read(scenario)
    let variants = Variants(scenario, varying: design.paths, isSampled: points.sample != nil)
    let (parameters, tables) = (scenario.parameters, ModelTables(scenario.parameters))
    return SweepPlan(
      scenario, design, variants, outputs: try OutputChoices(outputs.outputs, tables, parameters).all,
      twins: try twins.setting(
        of: parameters.run.replications, isUncertain: !variants.inputs(parameters).isEmpty),
      path: place.path(default: "\(input.name)-sweep"), record: Manifest(scenario))
  }

  private func compute(
    _ plan: SweepPlan, _ folder: SweepFolder, _ shard: Shard, _ session: Session
  ) async throws -> SweepTally {
    let objective = try SweepObjective(parts.objective, plan.manifest)
    let run = SweepRun(
      plan, folder, shard, objective, jobs: session.jobs, limits: parts.limits, resumes: parts.resume,
      retriesFailed: parts.retryFailed)
    let part = shard.count > 1 ? "part \(shard.number) of \(shard.count): " : ""
    let (talk, line) = (talk, session.line)
    return try await session.run(
      lost: "the points in hand are lost; the same command with --resume goes on"
    ) {
      try await run.run { tally in
        talk.say(
          "\(part)\(tally.wanted) points to compute, \(tally.reused) reused, \(tally.failedBefore) failed earlier; "
            + "\(plan.replications) replications each, \(session.jobs) at a time")
      } progress: { tally in
        line.count(tally.finished, of: tally.wanted, "points", failed: tally.failed) {
          guard let best = tally.best, let objective else { return "" }
          return "; best so far \(best.id): \(objective.name) \(short(best.mean))"
        }
      }
    }
  }

  private func short(_ value: Double) -> String {
    value.magnitude >= 1000 ? String(Int(value.rounded())) : String((value * 1000).rounded() / 1000)
  }
}
