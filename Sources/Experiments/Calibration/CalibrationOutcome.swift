import Parameters
import Results
import ServiceModel
import Statistics

/// What a fit found: the values, how far the figures determine them, and how they go together.
package struct CalibrationOutcome: Sendable {
  /// One fitted value.
  package struct Fitted: Sendable {
    package let free: FreeValue
    /// Rounded to four significant digits.
    package let value: Double
    /// What is left to be uncertain; nil where nothing is.
    package let law: Uncertainty?
    /// The range to show: the ends of the law where it has ends, or else its 95% range.
    package let low, high: Double
    /// By which share the figures narrowed the prior: 1 - posterior standard deviation / prior standard deviation.
    package let narrowed: Double
  }

  package let fitted: [Fitted]
  /// Correlations of the fitted values on their scales, each with those before it, rounded to three decimals; only of values
  /// that are left uncertain.
  package let correlations: [PairCorrelation]
  /// Mean and covariance of the values' places, in prior standard deviations from the start.
  let mean: [Double]
  let covariance: [[Double]]
  /// The sum of squares of the misfit, prior included, at the start and at the end.
  package let startLoss, loss: Double
  package let trials: Int

  /// A fit in which no value leaves its range: each value has the symmetric PERT law of its spread.
  ///
  /// - Parameter covariance: empty where it is not known, and the prior stands.
  init(
    kept free: [FreeValue], unknowns: [Double], covariance: [[Double]], startLoss: Double, loss: Double,
    trials: Int
  ) {
    // A symmetric PERT law is 2 √7 standard deviations wide.
    self.init(free, unknowns, covariance, startLoss, loss, trials) { free, mean, deviation in
      let half = 7.0.squareRoot() * deviation
      let value = short(free.value(at: mean))
      let low = min(short(free.value(at: mean - half)), value)
      let high = max(short(free.value(at: mean + half)), value)
      return (value, low < high ? .pert(low: low, mode: value, high: high) : nil, low, high)
    }
  }

  /// A fit whose values are normal on their scales, and may leave their 95% ranges.
  init(
    normal free: [FreeValue], mean: [Double], covariance: [[Double]], startLoss: Double, loss: Double,
    trials: Int
  ) {
    self.init(free, mean, covariance, startLoss, loss, trials) { free, mean, deviation in
      guard let (value, law) = free.law(mean: mean, deviation: deviation) else {
        let value = short(free.freely(at: mean))
        return (value, nil, value, value)
      }
      let (low, high) = (
        free.freely(at: mean - 1.959_964 * deviation), free.freely(at: mean + 1.959_964 * deviation)
      )
      // A whole number stays whole however many digits it has.
      let point = free.written(free.isWhole ? value : short(value)).asNumber ?? value
      return (point, law.rounded(round: point), short(low), short(high))
    }
  }

  private init(
    _ free: [FreeValue], _ mean: [Double], _ covariance: [[Double]], _ startLoss: Double, _ loss: Double,
    _ trials: Int,
    _ describe: (FreeValue, Double, Double) -> (
      value: Double, law: Uncertainty?, low: Double, high: Double
    )
  ) {
    let known =
      covariance.isEmpty ? free.indices.map { row in free.indices.map { $0 == row ? 1 : 0 } } : covariance
    fitted = free.indices.map { index in
      let deviation = min(known[index][index].squareRoot(), 1)
      let found = describe(free[index], mean[index], deviation)
      return Fitted(
        free: free[index], value: found.value, law: found.law, low: found.low, high: found.high,
        narrowed: 1 - deviation)
    }
    correlations = Self.correlations(fitted, known)
    (self.mean, self.covariance) = (mean, known)
    (self.startLoss, self.loss, self.trials) = (startLoss, loss, trials)
  }

  /// Rounding can take the last of its sense from a matrix of values that all but determine each other: then all
  /// correlations are a little smaller.
  private static func correlations(_ fitted: [Fitted], _ covariance: [[Double]]) -> [PairCorrelation] {
    var shrinkage = 1.0
    while true {
      var (pairs, places): ([PairCorrelation], [(Int, Int, Double)]) = ([], [])
      for one in fitted.indices where fitted[one].law != nil {
        for other in 0..<one where fitted[other].law != nil {
          let scale = (covariance[one][one] * covariance[other][other]).squareRoot()
          let correlation = (shrinkage * covariance[one][other] / scale * 1000).rounded() / 1000
          pairs.append(PairCorrelation(fitted[other].free.path, fitted[one].free.path, correlation))
          places.append((other, one, correlation))
        }
      }
      if CorrelationGroups(count: fitted.count, pairs: places).faults.isEmpty { return pairs }
      shrinkage -= 0.005
    }
  }

  /// The scenario with the fitted values.
  package func parameters(_ base: ServiceParameters) -> ServiceParameters {
    Calibration.parameters(base, fitted.map { ($0.free, $0.value) })
  }

  /// The fitted values for a report.
  package var rows: [FitValueRow] {
    fitted.map { item in
      FitValueRow(
        path: item.free.path, unit: item.free.unit.symbol, start: item.free.start, low: item.free.low,
        high: item.free.high, fitted: item.value, fittedLow: item.low, fittedHigh: item.high,
        narrowed: item.narrowed)
    }
  }

  /// The laws of the fitted values, and those of the other uncertain values.
  package func uncertainties(_ others: [String: Uncertainty]) -> [String: Uncertainty] {
    fitted.reduce(into: others) { laws, item in laws[item.free.path] = item.law }
  }

  /// How the values go together: the fitted ones as was found, the others as they were.
  package func jointly(_ others: [PairCorrelation]) -> [PairCorrelation] {
    let paths = Set(fitted.map(\.free.path))
    return correlations + others.filter { !paths.contains($0.first) && !paths.contains($0.second) }
  }
}

extension Uncertainty {
  /// The law with numbers of four significant digits, round a point value that was rounded before.
  fileprivate func rounded(round point: Double) -> Uncertainty {
    switch self {
    case .pert(let low, _, let high):
      .pert(low: min(short(low), point), mode: point, high: max(short(high), point))
    case .uniform(let low, let high): .uniform(low: short(low), high: short(high))
    case .triangular(let low, _, let high): .triangular(low: short(low), mode: point, high: short(high))
    case .normal(_, let deviation): .normal(mean: point, standardDeviation: short(deviation))
    case .lognormal(_, let deviation): .lognormal(mean: point, standardDeviation: short(deviation))
    }
  }
}

/// Four significant digits.
private func short(_ value: Double) -> Double {
  guard value != 0, value.isFinite else { return value }
  var unit = 1.0
  while value.magnitude / unit >= 10_000 { unit *= 10 }
  while value.magnitude / unit < 1_000 { unit /= 10 }
  // Dividing by a whole power of ten gives the shortest decimal.
  return unit < 1 ? (value / unit).rounded() / (1 / unit).rounded() : (value / unit).rounded() * unit
}
