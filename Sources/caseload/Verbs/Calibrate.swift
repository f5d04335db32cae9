import ArgumentParser
import Experiments
import Reports
import ScenarioFiles
import ServiceModel
import Sweeps

/// `caseload calibrate`: fits values that no source gives to published figures.
struct Calibrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit values that have no source of their own to published figures.",
    discussion: Help.calibrate)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "The fit: which values are free, and which figures they are to meet.", completion: .yaml)
  var fit: String

  @OptionGroup var place: FolderOptions
  @OptionGroup var replications: ReplicationOptions

  func validate() throws {
    if let reps = replications.reps, reps < 2 {
      throw ValidationError("--reps must be 2 or more, not \(reps).")
    }
  }

  func run() async throws {
    let file = try FitFile.read(fit, parameters: ServiceParameters.self)
    let ends = file.until.map { ["run.ends=\($0)"] } ?? []
    let scenario = try input.read(
      talk, sets: ends + replications.seed.sets + ["run.replications=\(file.checkReplications)"])
    let plan = try FitPlan(file, scenario)
    let folder = try place.folder(default: "\(input.name)-fit")
    let session = Session(talk, jobs: replications.cores)
    let calibration = Calibration(
      base: scenario.parameters, free: plan.free, targets: plan.targets,
      replications: replications.reps ?? file.replications, iterations: file.iterations, jobs: session.jobs)
    let found = try await session.fit(calibration, plan, scenario, file)
    guard let (outcome, check) = found else {
      if session.signal != 0 {
        throw session.stopped("interrupted: nothing was written; the same command starts afresh")
      }
      throw Ending(
        "error: \(fit): the start values contradict each other, or a figure has no simulated reading", 65)
    }
    let manifest = session.record(
      scenario, wanted: file.checkReplications, done: check.outcomes.count,
      events: check.outcomes.reduce(0) { $0 + $1.events }, holds: check.outcomes.allSatisfy(\.holds))
    let report = FitReport(
      title: file.title, manifest: manifest, rows: check.rows, values: outcome.rows,
      remarks: plan.remarks(outcome, trialReplications: calibration.replications))
    try report.write(overlay: plan.overlay(outcome, manifest), to: folder)
    try folder.commit()
    Terminal.say(report.text(width: Terminal.width, colour: talk.isColoured))
    Terminal.say("Files: \(folder.path)\n")
  }
}
