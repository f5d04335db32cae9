import ArgumentParser
import Experiments
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// `caseload sweep`: many points of a design, each many times, in parts that can be stopped and resumed.
struct Sweep: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate many combinations of parameters; stop and resume at any time.", discussion: Help.sweep
  )

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var points: DesignOptions
  @OptionGroup var replications: ReplicationOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var twins: TwinOptions
  @OptionGroup var place: FolderOptions
  @OptionGroup var parts: PartOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if parts.resume, place.force {
      throw ValidationError("--resume continues the sweep in the folder and --force replaces it: give one.")
    }
    if engine.engine != nil, parts.shard != nil {
      throw ValidationError(
        "--engine makes the parts itself: leave out --shard, and say how many with --tasks.")
    }
    if engine.engine != nil, let jobs = replications.jobs, let cores = engine.askedCores, jobs != cores {
      throw ValidationError(
        "--jobs \(jobs) and --cores \(cores) both say how many cores each part has: give one.")
    }
    if parts.shard != nil, place.force {
      throw ValidationError(
        "--force would remove what the other parts have computed: remove the folder yourself.")
    }
  }

  func run() async throws {
    let scenario = try input.read(talk, sets: replications.sets)
    let detection = try parts.detection(talk)
    let plan = try plan(scenario)
    if let caution = points.text.caution, !talk.quiet { Terminal.complain("caution: \(caution)") }
    let shard = parts.shard(detection)
    if parts.dryRun {
      let checked = try plan.check(atMost: Sweep.mostChecked)
      let words =
        plan.description(of: shard)
        + (checked == plan.design.count
          ? ""
          : "checked: \(checked) of \(plan.design.count) points, evenly spread; the sweep checks all of them first\n")
      talk.answer {
        var answer = Answer("sweep")
        answer["points"] = .integer(plan.design.count)
        answer["replications"] = .integer(plan.replications)
        answer["words"] = .strings(words.split(separator: "\n").map(String.init))
        return answer
      }
      return Terminal.say(words)
    }
    let session = Session(talk, jobs: replications.jobs ?? detection?.cores ?? replications.cores)
    if let name = engine.engine {
      let run = EngineRun(
        engine: name, options: engine, cores: engine.askedCores ?? replications.jobs ?? 1, session: session)
      return try await run.run(plan, parts, isForced: place.force)
    }
    try await session.compute(plan, shard, parts, isForced: place.force)
  }

  /// The most points that a look at the design checks: each takes a millisecond or so.
  private static let mostChecked = 2000

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
}
