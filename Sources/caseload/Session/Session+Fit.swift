import Experiments
import Foundation
import ScenarioFiles
import ServiceModel
import Sweeps

extension Session {
  /// Fits and checks, with a line of progress; nil where it was stopped, or nothing can be fitted.
  func fit(
    _ procedure: any FitProcedure, _ plan: FitPlan, _ scenario: Scenario<ServiceParameters>, _ file: FitFile
  ) async throws -> (CalibrationOutcome, FitCheck)? {
    let line = line
    return try await run(
      lost: "the \(procedure.pieces) that are finished are kept; run the same command again to resume",
      saying: "stopping the fit"
    ) {
      let outcome = await procedure.run { progress in
        let loss = progress.loss.isFinite ? "; misfit " + String(format: "%.4g", progress.loss) : ""
        line.show(rare: progress.isFirst) {
          "\(progress.step), \(Int(line.elapsed)) s elapsed: \(progress.words)\(loss)"
        }
      }
      guard let outcome else { return nil }
      line.show(rare: true) { "checking with \(file.checkReplications) replications" }
      return await FitCheck.run(
        outcome, plan, scenario, replications: file.checkReplications, jobs: procedure.jobs
      ).map { (outcome, $0) }
    }
  }
}
