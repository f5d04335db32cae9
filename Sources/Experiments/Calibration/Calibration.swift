import Foundation
import Parameters
import Results
import ServiceModel
import Statistics

/// Fits free values to published figures by the method of simulated moments.
///
/// What is minimised is the sum, over the fitted figures, of the squared difference between the mean of the
/// replications and the published figure, over its variance (chance in one year, and what the model leaves out), plus
/// the squared distance of each value from its start in standard deviations of its prior. Every trial uses the same
/// random numbers. The steps are those of Levenberg and Marquardt, with slopes by finite differences of half a prior
/// standard deviation: large enough that chance does not drown them.
package struct Calibration: Sendable {
  /// Where a fit is, for whoever shows progress.
  package struct Progress: Sendable {
    package let trial: Int
    /// How many there will be at most.
    package let most: Int
    /// The least loss so far; not a number before the first trial.
    package let loss: Double
    package let words: String
  }

  package let base: ServiceParameters
  package let free: [FreeValue]
  package let targets: [FitTarget]
  package let replications: Int
  package let iterations: Int
  package let jobs: Int
  /// Sets of slopes and steps that are tried for one iteration.
  static let dampings = [0.0, 1, 10]

  package init(
    base: ServiceParameters, free: [FreeValue], targets: [FitTarget], replications: Int, iterations: Int,
    jobs: Int
  ) {
    (self.base, self.free, self.targets, self.replications) = (base, free, targets, replications)
    (self.iterations, self.jobs) = (iterations, jobs)
  }

  package var mostTrials: Int { 1 + iterations * (free.count + Calibration.dampings.count) }

  /// The scenario with other values at some paths; shares beside them give way.
  package static func parameters(
    _ base: ServiceParameters, _ values: [(free: FreeValue, value: Double)]
  ) -> ServiceParameters {
    var changed = base
    for (free, value) in values { free.parameter.write(&changed, .number(value)) }
    changed.mendShares(keeping: Set(values.map(\.free.path)))
    return changed
  }

  /// Fits; nil when the task was cancelled, or when even the start cannot be simulated.
  package func run(_ progress: @escaping @Sendable (Progress) -> Void) async -> CalibrationOutcome? {
    var trial = 0
    var best = Double.nan
    func tell(_ words: String) {
      trial += 1
      progress(Progress(trial: trial, most: mostTrials, loss: best, words: words))
    }
    tell("start")
    var unknowns = free.map { _ in 0.0 }
    guard let first = await means(at: unknowns) else { return nil }
    let scales = zip(targets, first).map { target, reading in
      let chance = reading.standardDeviation.isFinite ? reading.standardDeviation : 0
      let left = target.tolerance * target.figure.value.magnitude
      return max((chance * chance + left * left).squareRoot(), 1e-9)
    }
    var residuals = residuals(first, scales)
    best = RidgeStep.loss(residuals: residuals, unknowns: unknowns)
    let startLoss = best
    var posterior: RidgeStep?
    for iteration in 1...max(1, iterations) {
      guard
        let slopes = await slopes(at: unknowns, residuals, scales, { tell("iteration \(iteration), \($0)") })
      else { return nil }
      let step = RidgeStep(jacobian: slopes, residuals: residuals, unknowns: unknowns)
      posterior = step
      let before = best
      for damping in Calibration.dampings {
        guard let change = step.step(damping: damping) else { break }
        tell("iteration \(iteration), a step")
        let moved = zip(free, zip(unknowns, change)).map { free, pair in
          min(max(pair.0 + pair.1, free.places.lowerBound), free.places.upperBound)
        }
        guard let readings = await means(at: moved) else {
          if Task.isCancelled { return nil }
          continue
        }
        let tried = self.residuals(readings, scales)
        let loss = RidgeStep.loss(residuals: tried, unknowns: moved)
        if loss < best {
          (unknowns, residuals, best) = (moved, tried, loss)
          break
        }
      }
      if best > before * 0.99 { break }
    }
    return posterior.map {
      CalibrationOutcome(
        free: free, unknowns: unknowns, posterior: $0, startLoss: startLoss, loss: best, trials: trial)
    }
  }

  // MARK: Trials

  /// Slopes of the residuals, target by unknown.
  private func slopes(
    at unknowns: [Double], _ residuals: [Double], _ scales: [Double], _ tell: (String) -> Void
  ) async -> [[Double]]? {
    var slopes = residuals.map { _ in free.map { _ in 0.0 } }
    for (index, value) in free.enumerated() {
      tell(value.path)
      for width in [0.5, -0.5, 0.2, -0.2] {
        var moved = unknowns
        moved[index] += width
        guard value.places.contains(moved[index]) else { continue }
        guard let readings = await means(at: moved) else {
          if Task.isCancelled { return nil }
          continue
        }
        let there = self.residuals(readings, scales)
        for target in residuals.indices {
          slopes[target][index] = (there[target] - residuals[target]) / width
        }
        break
      }
    }
    return slopes
  }

  private func residuals(_ readings: [Estimate], _ scales: [Double]) -> [Double] {
    zip(zip(targets, readings), scales).map { pair, scale in
      pair.0.isFitted ? (pair.1.mean - pair.0.figure.value) / scale : 0
    }
  }

  /// What the replications say about each target; nil when cancelled, or where the values contradict each other.
  private func means(at unknowns: [Double]) async -> [Estimate]? {
    let values = zip(free, unknowns).map { ($0, $0.value(at: $1)) }
    let parameters = Calibration.parameters(base, values)
    guard !parameters.contradictions().contains(where: { $0.severity == .error }) else { return nil }
    let tables = ModelTables(parameters)
    let outcomes = await ReplicationRunner(tables, jobs: jobs).run(0..<replications)
    guard outcomes.count == replications, !Task.isCancelled else { return nil }
    let readings = FitReadings.read(outcomes, tables, targets)
    return readings.contains { $0 == nil } ? nil : readings.compactMap { $0 }
  }
}

/// A published figure that a fit looks at.
package struct FitTarget: Sendable {
  package let figure: ObservedFigure
  package let isFitted: Bool
  /// Relative standard deviation of what the model leaves out.
  package let tolerance: Double

  package init(figure: ObservedFigure, isFitted: Bool, tolerance: Double) {
    (self.figure, self.isFitted, self.tolerance) = (figure, isFitted, tolerance)
  }
}

/// Reads the figures of a fit from replications, as `observed.csv` does.
package enum FitReadings {
  package static func read(
    _ outcomes: [ReplicationOutcome], _ tables: ModelTables, _ targets: [FitTarget]
  ) -> [Estimate?] {
    let run = tables.calendar
    var manifest = Manifest()
    manifest.startDate = run.start.description
    var result = ResultAssembly(outcomes, tables: tables).readings(manifest: manifest)
    result.observed = targets.map(\.figure)
    return ObservedComparison.pairs(in: result).map(\.simulated)
  }
}
