import ArgumentParser
import Experiments
import Foundation
import Reports
import ScenarioFiles
import ServiceModel
import Sweeps

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
    let line = session.line
    let found = try await session.run(saying: "stopping the fit after the replications in hand") {
      () -> (CalibrationOutcome, FitCheck)? in
      let outcome = await calibration.run { progress in
        let loss = progress.loss.isFinite ? "; misfit " + String(format: "%.4g", progress.loss) : ""
        line.show(rare: progress.trial == 1) {
          "trial \(progress.trial) of at most \(progress.most), \(Int(line.elapsed)) s gone: \(progress.words)\(loss)"
        }
      }
      guard let outcome else { return nil }
      line.show(rare: true) { "checking with \(file.checkReplications) replications" }
      return await FitCheck.run(
        outcome, plan, scenario, replications: file.checkReplications, jobs: calibration.jobs
      ).map { (outcome, $0) }
    }
    guard let (outcome, check) = found else {
      if session.signal != 0 {
        throw session.stopped("interrupted: nothing was written; the same command starts again")
      }
      throw Ending(
        "error: \(fit): the start values contradict each other, or a figure has no simulated reading", 65)
    }
    let manifest = session.record(
      scenario, wanted: file.checkReplications, done: check.outcomes.count,
      events: check.outcomes.reduce(0) { $0 + $1.events }, holds: check.outcomes.allSatisfy(\.holds))
    let report = FitReport(
      title: file.title, manifest: manifest, rows: check.rows, values: FitValueRow.rows(outcome),
      remarks: plan.remarks(outcome, trialReplications: calibration.replications))
    try report.write(overlay: plan.overlay(outcome, manifest), to: folder)
    try folder.commit()
    Terminal.say(report.text(width: Terminal.width, colour: talk.isColoured))
    Terminal.say("Files: \(folder.path)\n")
  }
}

extension FitValueRow {
  /// The values that a fit has moved.
  static func rows(_ outcome: CalibrationOutcome) -> [FitValueRow] {
    outcome.fitted.map { item in
      FitValueRow(
        path: item.free.path, unit: item.free.unit.symbol, start: item.free.start, low: item.free.low,
        high: item.free.high, fitted: item.value, fittedLow: item.low, fittedHigh: item.high,
        learned: item.learned)
    }
  }
}
