import Experiments
import Foundation
import ScenarioFiles
import ServiceModel
import Sweeps

extension Session {
  /// Fits and checks, with a line of progress; nil where it was stopped, or nothing can be fitted.
  func fit(
    _ calibration: Calibration, _ plan: FitPlan, _ scenario: Scenario<ServiceParameters>, _ file: FitFile
  ) async throws -> (CalibrationOutcome, FitCheck)? {
    let line = line
    return try await run(saying: "stopping the fit once the replications in hand are finished") {
      let outcome = await calibration.run { progress in
        let loss = progress.loss.isFinite ? "; misfit " + String(format: "%.4g", progress.loss) : ""
        line.show(rare: progress.trial == 1) {
          "trial \(progress.trial) of at most \(progress.most), \(Int(line.elapsed)) s elapsed: \(progress.words)\(loss)"
        }
      }
      guard let outcome else { return nil }
      line.show(rare: true) { "checking with \(file.checkReplications) replications" }
      return await FitCheck.run(
        outcome, plan, scenario, replications: file.checkReplications, jobs: calibration.jobs
      ).map { (outcome, $0) }
    }
  }
}
