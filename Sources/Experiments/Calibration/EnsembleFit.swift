import Parameters
import ServiceModel
import Statistics

/// Fits free values to published figures by iterated ensemble Kalman inversion.
///
/// An ensemble of members is drawn from the priors. Each member has its own values, its own chance and its own draw of the
/// scenario's other uncertain inputs, and simulates one replication up to the last figure. ``EnsembleUpdate`` then says
/// what the figures make of the priors, a new ensemble is drawn from that, and so on. The first steps go part of the way.
/// What comes out is the posterior of all values together: a mean and a covariance.
package struct EnsembleFit: FitProcedure {
  package let base: ServiceParameters
  package let free: [FreeValue]
  /// Those that are fitted to.
  let targets: [FitTarget]
  package let members: Int
  package let iterations: Int
  package let jobs: Int
  private let others: UncertainInputs
  private let kept: any KeptWork
  private let identity: String
  private let sum = Shared((computed: 0, reused: 0))
  /// By how much the variance of the figures is multiplied in the first steps.
  static let inflations = [4.0, 2]
  /// Ensembles before the present one whose members are used with it: they lie near where it lies.
  static let pooled = 2

  /// - Parameters:
  ///   - others: what is uncertain beside the free values.
  ///   - identity: the name of all that the readings of a member depend on beside its values and its number.
  package init(
    base: ServiceParameters, free: [FreeValue], targets: [FitTarget], others: [String: Uncertainty] = [:],
    jointly: [PairCorrelation] = [], members: Int, iterations: Int, jobs: Int,
    kept: any KeptWork = NothingKept(), identity: String = ""
  ) {
    (self.base, self.free, self.members, self.iterations) = (base, free, members, iterations)
    (self.jobs, self.kept, self.identity) = (jobs, kept, identity)
    self.targets = targets.filter(\.isFitted)
    let paths = Set(free.map(\.path))
    self.others = UncertainInputs(base, others.filter { !paths.contains($0.key) }, jointly: jointly)
  }

  /// Members that were simulated, and those that were there already.
  package var tally: (computed: Int, reused: Int) { sum.value }

  package var pieces: String { "members" }
  /// An ensemble that has been narrowed once is the least.
  private var steps: Int { max(2, iterations) }

  package func effort(_ outcome: CalibrationOutcome) -> String {
    "\(outcome.trials) ensembles of \(members) members"
  }

  /// The fewest members that say anything of so many values.
  package static func fewest(_ values: Int) -> Int { values + 12 }

  /// One ensemble: the places of its members and what they say of the figures.
  private struct Ensemble {
    var places: [[Double]] = []
    var readings: [[Double]] = []
  }

  /// Fits; nil when the task was cancelled, or when the members cannot be simulated or say nothing of a figure.
  package func run(
    _ progress: @escaping @Sendable (FitProgress) -> Void
  ) async -> CalibrationOutcome? {
    let (figures, variances) = (targets.map(\.figure.value), targets.map { $0.deviation * $0.deviation })
    var mean = free.map { _ in 0.0 }
    var covariance = free.indices.map { row in free.indices.map { $0 == row ? 1.0 : 0 } }
    var (startLoss, loss) = (0.0, Double.nan)
    if targets.isEmpty { return outcome(mean, covariance, 0, 0) }
    var ensembles: [Ensemble] = []
    for iteration in 0..<steps {
      progress(
        FitProgress(
          step: "ensemble \(iteration + 1) of \(steps)", isFirst: iteration == 0, loss: loss,
          words: "\(members) members"))
      guard let ensemble = await ensemble(iteration, mean, covariance) else { return nil }
      ensembles.append(ensemble)
      // The first ensemble is as wide as the priors, and its line is used for its own step alone.
      let near = iteration == 0 ? ensembles : Array(ensembles.dropFirst().suffix(1 + Self.pooled))
      guard
        let update = EnsembleUpdate(
          places: near.flatMap(\.places), readings: near.flatMap(\.readings), figures: figures,
          variances: variances,
          inflation: iteration < steps - 1 && iteration < Self.inflations.count
            ? Self.inflations[iteration] : 1)
      else { return nil }
      func misfit(_ expected: [Double]) -> Double {
        zip(zip(expected, figures), update.deviations).reduce(0) { sum, pair in
          let apart = (pair.0.0 - pair.0.1) / pair.1
          return sum + apart * apart
        }
      }
      if iteration == 0 { startLoss = misfit(update.expectedAtStart) }
      (mean, covariance) = (update.mean, update.covariance)
      loss = misfit(update.expected) + mean.reduce(0) { $0 + $1 * $1 }
    }
    return outcome(mean, covariance, startLoss, loss)
  }

  private func outcome(
    _ mean: [Double], _ covariance: [[Double]], _ startLoss: Double, _ loss: Double
  ) -> CalibrationOutcome {
    CalibrationOutcome(
      normal: free, mean: mean, covariance: covariance, startLoss: startLoss, loss: loss,
      trials: targets.isEmpty ? 0 : steps)
  }

  // MARK: Members

  /// Simulates an ensemble of that mean and covariance; nil when cancelled, or where too few members say anything.
  private func ensemble(_ iteration: Int, _ mean: [Double], _ covariance: [[Double]]) async -> Ensemble? {
    let first = 1 + iteration * members
    guard let drawn = drawn(iteration, mean, covariance) else { return nil }
    let tables = ModelTables(base)
    let places = targets.compactMap { FigurePlace($0.figure, in: tables) }
    guard places.count == targets.count else { return nil }
    let months = places.map(\.monthsNeeded).max() ?? 1
    let work = name(iteration, drawn.map(\.place))
    let there = (try? kept.numbers(of: work, Array(drawn.indices))) ?? [:]
    let known = there.filter { $0.value.count == targets.count }
    let missing = drawn.indices.filter { known[$0] == nil }
    sum.change { ($0.reused, $0.computed) = ($0.reused + known.count, $0.computed + missing.count) }
    let kept = kept
    let readings = await Crew(pieces: missing.map { [$0] }, jobs: max(1, jobs)).run(from: known) {
      var replicator = Replicator(tables)
      var patience = Patience()
      return { member -> [Double]? in
        replicator.use(ModelTables(drawn[member].parameters))
        let outcome = replicator.run(first + member, months: months) { patience.hasEnded() }
        return outcome.map { outcome in
          let gathered = Gathered([outcome], watched: tables.watched)
          return places.map { $0.value(of: gathered) }
        }
      }
    } enter: { (readings: inout [Int: [Double]], member: Int, found: [Double]) in
      readings[member] = found
      // A member that cannot be kept is only simulated again by the next fit.
      try? kept.keep(found, of: work, piece: member)
    }
    guard readings.count == drawn.count, !Task.isCancelled else { return nil }
    var ensemble = Ensemble()
    for (member, one) in drawn.enumerated() {
      guard let reading = readings[member], reading.allSatisfy(\.isFinite) else { continue }
      ensemble.places.append(one.place)
      ensemble.readings.append(reading)
    }
    return ensemble.places.count * 2 > members ? ensemble : nil
  }

  /// The places of the members with what they simulate; nil when cancelled, or where the values of one contradict each other however often
  /// they are drawn.
  private func drawn(
    _ iteration: Int, _ mean: [Double], _ covariance: [[Double]]
  ) -> [(place: [Double], parameters: ServiceParameters)]? {
    var drawn: [(place: [Double], parameters: ServiceParameters)] = []
    for member in 0..<members {
      guard !Task.isCancelled else { return nil }
      let surroundings = others.draw(1 + iteration * members + member).parameters
      var found: (place: [Double], parameters: ServiceParameters)?
      for attempt in 0..<UncertainInputs.attempts where found == nil {
        let scores = free.map { value in
          NormalScore.score(
            StratifiedSequence(
              seed: UInt64(base.run.seed), name: "fit \(value.path) \(iteration) \(attempt)"
            ).number(member))
        }
        guard
          let place = EnsembleUpdate.places(mean: mean, covariance: covariance, scores: [scores])?.first
        else { return nil }
        let parameters = Calibration.parameters(
          surroundings, zip(free, place).map { ($0, $0.freely(at: $1)) })
        if !parameters.contradictions().contains(where: { $0.severity == .error }) {
          found = (place, parameters)
        }
      }
      guard let found else { return nil }
      drawn.append(found)
    }
    return drawn
  }

  /// The name of an ensemble: all that its readings depend on.
  private func name(_ iteration: Int, _ places: [[Double]]) -> String {
    let figures = targets.map { "\($0.figure.measure){\($0.figure.breakdown)}@\($0.figure.date)" }
    let members = places.map { $0.map { String($0.bitPattern, radix: 16) }.joined(separator: " ") }
    return (["ensemble", identity, "\(iteration)"] + figures + free.map(\.path) + members)
      .joined(separator: "\n")
  }
}
