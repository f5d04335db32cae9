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
package struct Calibration: FitProcedure {
  package let base: ServiceParameters
  package let free: [FreeValue]
  package let targets: [FitTarget]
  package let replications: Int
  package let iterations: Int
  package let jobs: Int
  /// Where trials are kept that are finished, and the name of all that they depend on beside their values.
  private let kept: any KeptWork
  private let identity: String
  private let sum = Shared((computed: 0, reused: 0))
  /// Sets of slopes and steps that are tried for one iteration.
  static let dampings = [0.0, 1, 10]

  package init(
    base: ServiceParameters, free: [FreeValue], targets: [FitTarget], replications: Int, iterations: Int,
    jobs: Int, kept: any KeptWork = NothingKept(), identity: String = ""
  ) {
    (self.kept, self.identity) = (kept, identity)
    (self.base, self.free, self.targets, self.replications) = (base, free, targets, replications)
    (self.iterations, self.jobs) = (iterations, jobs)
  }

  /// Trials that were simulated, and those that were there already.
  package var tally: (computed: Int, reused: Int) { sum.value }

  package var pieces: String { "trials" }

  package func effort(_ outcome: CalibrationOutcome) -> String {
    "\(outcome.trials) trials of \(replications) replications"
  }

  package var mostTrials: Int { 1 + iterations * (free.count + Calibration.dampings.count) }

  /// The scenario with other values at some paths; shares beside them give way.
  package static func parameters(
    _ base: ServiceParameters, _ values: [(free: FreeValue, value: Double)]
  ) -> ServiceParameters {
    var changed = base
    for (free, value) in values { free.write(value, to: &changed) }
    changed.mendShares(keeping: Set(values.map(\.free.path)))
    return changed
  }

  /// Fits; nil when the task was cancelled, or when even the start cannot be simulated.
  package func run(_ progress: @escaping @Sendable (FitProgress) -> Void) async -> CalibrationOutcome? {
    var trial = 0
    var best = Double.nan
    func tell(_ words: String) {
      trial += 1
      progress(
        FitProgress(
          step: "trial \(trial) of at most \(mostTrials)", isFirst: trial == 1, loss: best, words: words))
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
        kept: free, unknowns: unknowns, covariance: $0.covariance ?? [], startLoss: startLoss, loss: best,
        trials: trial)
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
    let work = name(values.map(\.1))
    if let numbers = (try? kept.numbers(of: work, [0]))?[0], numbers.count == targets.count * 3 {
      sum.change { $0.reused += 1 }
      return stride(from: 0, to: numbers.count, by: 3).map { place in
        var estimate = Estimate.none
        (estimate.n, estimate.mean) = (Int(numbers[place]), numbers[place + 1])
        estimate.standardDeviation = numbers[place + 2]
        return estimate
      }
    }
    let tables = ModelTables(parameters)
    let outcomes = await ReplicationRunner(tables, jobs: jobs).run(0..<replications)
    guard outcomes.count == replications, !Task.isCancelled else { return nil }
    let readings = FitReadings.read(outcomes, tables, targets)
    sum.change { $0.computed += 1 }
    guard !readings.contains(where: { $0 == nil }) else { return nil }
    let found = readings.compactMap { $0 }
    // A trial that cannot be kept is only simulated again by the next fit.
    try? kept.keep(found.flatMap { [Double($0.n), $0.mean, $0.standardDeviation] }, of: work, piece: 0)
    return found
  }

  /// The name of a trial: all that its means depend on.
  private func name(_ values: [Double]) -> String {
    let figures = targets.map { "\($0.figure.measure){\($0.figure.breakdown)}@\($0.figure.date)" }
    let trial = zip(free, values).map { "\($0.path)=\(String($1.bitPattern, radix: 16))" }
    return (["fit", identity, "\(replications)"] + figures + trial).joined(separator: "\n")
  }
}

/// A published figure that a fit looks at.
package struct FitTarget: Sendable {
  package let figure: ObservedFigure
  package let isFitted: Bool
  /// Relative standard deviation of what the model leaves out.
  package let tolerance: Double
  /// Standard deviation of the figure's error beyond the chance that the model has, in the figure's unit.
  package let deviation: Double

  /// - Parameter deviation: that of the tolerance where it is not given.
  package init(figure: ObservedFigure, isFitted: Bool, tolerance: Double, deviation: Double? = nil) {
    (self.figure, self.isFitted, self.tolerance) = (figure, isFitted, tolerance)
    self.deviation = deviation ?? tolerance * figure.value.magnitude
  }
}

/// Reads the figures of a fit from replications, as `observed.csv` does.
package enum FitReadings {
  /// Whether a replication says anything of a figure.
  package static func exists(
    of figure: ObservedFigure, in outcome: ReplicationOutcome, _ tables: ModelTables
  ) -> Bool {
    let gathered = Gathered([outcome], watched: tables.watched)
    return FigurePlace(figure, in: tables)?.value(of: gathered).isFinite ?? false
  }

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
