import ArgumentParser
import Dates
import Experiments
import Foundation
import Reports
import ScenarioFiles
import ServiceModel

/// `caseload calibrate`: fits values that no source gives to published figures.
struct Calibrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit values that no source gives to published figures.",
    discussion: """
      Moves the free values of a fit until the simulated means meet the published figures, as near as chance and the \
      values' own prior ranges allow, and says how far the figures determine each value. Writes an overlay \
      (fitted.yaml) for you to review, and every figure beside its simulated range (fit.csv). Changes no scenario. An \
      interrupted fit writes nothing.

      EXAMPLES
        caseload calibrate Scenarios/cheshire-east-2015.yaml --fit Scenarios/fits/cheshire-east-2015.yaml
        caseload run Scenarios/cheshire-east-2015.yaml --with Results/cheshire-east-2015-fit/fitted.yaml
      """)

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Option(
    name: .long, help: "The fit: which values are free, and which figures they are to meet.",
    completion: .file(extensions: ["yaml", "yml"]))
  var fit: String

  @OptionGroup var place: FolderOptions
  @OptionGroup var replications: ReplicationOptions

  func validate() throws {
    if let reps = replications.reps, reps < 2 {
      throw ValidationError("--reps must be 2 or more, not \(reps).")
    }
  }

  func run() async throws {
    let file: FitFile
    do {
      file = try FitFile.read(fit, parameters: ServiceParameters.self)
    } catch {
      Terminal.complain(error.findings.text)
      throw ExitCode(error.kind.exitCode)
    }
    let scenario = try input.read(
      extra: (file.until.map { ["run.ends=\($0)"] } ?? [])
        + (replications.seed.map { ["run.seed=\($0)"] } ?? [])
        + ["run.replications=\(file.checkReplications)"])
    talk.detail(scenario)
    let jobs = replications.cores
    let plan = try FitPlan(file, scenario)
    let folder = try place.folder(default: "\(Told.stem(input.scenario))-fit")
    let calibration = Calibration(
      base: scenario.parameters, free: plan.free, targets: plan.targets,
      replications: replications.reps ?? file.replications, iterations: file.iterations, jobs: jobs)
    let began = Usage.now
    let progress = FitProgress(shown: !talk.quiet)
    let interrupts = Interrupts()
    let work = Task { () -> (CalibrationOutcome, FitCheck)? in
      guard let outcome = await calibration.run({ progress.update($0) }) else { return nil }
      progress.say("checking with \(file.checkReplications) replications")
      return await FitCheck.run(
        outcome, plan, scenario, replications: file.checkReplications, jobs: jobs
      ).map { (outcome, $0) }
    }
    interrupts.watch(saying: "stopping the fit after the replications in hand") { work.cancel() }
    let found = await work.value
    progress.finish()
    guard let (outcome, check) = found else {
      folder.discard()
      guard interrupts.signal == 0 else {
        Terminal.complain("interrupted: nothing was written; the same command starts again")
        throw ExitCode(128 + interrupts.signal)
      }
      Terminal.complain(
        "error: \(fit): the start values contradict each other, or a figure has no simulated reading")
      throw ExitCode(65)
    }
    var manifest = ManifestMaking(scenario: scenario, tables: check.tables, jobs: jobs).manifest(
      check.outcomes)
    manifest.replicationsWanted = file.checkReplications
    manifest.record(Usage.now, since: began)
    let report = FitReport(
      title: file.title, manifest: manifest, rows: check.rows, values: plan.values(outcome),
      remarks: plan.remarks(outcome, trialReplications: calibration.replications))
    do {
      try report.write(overlay: plan.overlay(outcome, manifest), to: folder)
      try folder.commit()
    } catch {
      folder.discard()
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
    Terminal.say(report.text(width: Terminal.width, colour: talk.isColoured(STDOUT_FILENO)))
    Terminal.say("Files: \(folder.path)\n")
  }
}
