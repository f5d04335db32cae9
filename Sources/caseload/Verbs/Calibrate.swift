import ArgumentParser
import Experiments
import Reports
import Results
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

  @Option(
    help: ArgumentHelp(
      "ensemble: the posterior of all values together, by an ensemble; moments: the least misfit of means.",
      valueName: "method"))
  var method = FitMethod.ensemble

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
    let kept = folder.path + ".runs.sqlite"
    let store = try KeptStore(kept)
    let procedure = try plan.procedure(
      method, scenario, size: replications.reps, jobs: session.jobs, kept: store.kept)
    let found = try await session.fit(procedure, plan, scenario, file)
    try store.close()
    let (tally, place) = (procedure.tally, Path.relative(kept))
    talk.say(
      "\(tally.computed) \(procedure.pieces) computed"
        + (store.isKeeping ? ", \(tally.reused) reused from \(place)" : "; you may not write \(place)"))
    guard let (outcome, check) = found else {
      if session.signal != 0 {
        guard store.isKeeping else { throw session.stopped("interrupted; nothing was written") }
        throw session.stopped(
          "interrupted: \(place) keeps the \(procedure.pieces) that are finished; run the same command again to resume"
        )
      }
      throw Ending(
        "error: \(fit): the start values contradict each other, or a figure has no simulated reading", 65)
    }
    let manifest = session.record(
      scenario, wanted: file.checkReplications, done: check.outcomes.count,
      events: check.outcomes.reduce(0) { $0 + $1.events }, holds: check.outcomes.allSatisfy(\.holds))
    let report = FitReport(
      title: file.title, manifest: manifest, rows: check.rows, values: outcome.rows,
      remarks: plan.remarks(outcome, effort: procedure.effort(outcome)))
    try report.write(overlay: plan.overlay(outcome, manifest), to: folder)
    try folder.commit()
    talk.answer {
      var answer = Answer("calibrate", manifest)
      answer["values"] = report.answer
      answer.add(Tables.fit, report.rows)
      answer["remarks"] = .strings(report.remarks)
      answer["folder"] = .string(folder.path)
      return answer
    }
    Terminal.say(report.text(width: Terminal.width, colour: talk.isColoured))
    Terminal.say("Files: \(folder.path)\n")
  }
}
