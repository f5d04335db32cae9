import Parameters
import Results
import ServiceModel
import Statistics

/// What a fit found: the values, and how far the figures determine them.
package struct CalibrationOutcome: Sendable {
  /// One fitted value.
  package struct Fitted: Sendable {
    package let free: FreeValue
    /// Rounded to four significant digits.
    package let value: Double
    /// Ends of the PERT law whose standard deviation, on the value's scale, is that of the fit.
    package let low, high: Double
    /// Share of the prior's variance that the figures took away: 0 where they say nothing about the value.
    package let learned: Double
  }

  package let fitted: [Fitted]
  /// The largest correlation between two fitted values, and their paths; nil with fewer than two.
  package let tightest: (first: String, second: String, correlation: Double)?
  /// The sum of squares that was minimised, at the start and at the end.
  package let startLoss, loss: Double
  package let trials: Int

  init(
    free: [FreeValue], unknowns: [Double], posterior: RidgeStep, startLoss: Double, loss: Double, trials: Int
  ) {
    let covariance = posterior.covariance ?? []
    fitted = free.indices.map { index in
      let variance = covariance.isEmpty ? 1 : min(covariance[index][index], 1)
      // A symmetric PERT law is 2 √7 standard deviations wide.
      let half = 7.0.squareRoot() * variance.squareRoot()
      let value = rounded(free[index].value(at: unknowns[index]))
      let low = rounded(free[index].value(at: unknowns[index] - half))
      let high = rounded(free[index].value(at: unknowns[index] + half))
      return Fitted(
        free: free[index], value: value, low: min(low, value), high: max(high, value), learned: 1 - variance)
    }
    var tightest: (String, String, Double)?
    for one in free.indices where !covariance.isEmpty {
      for other in 0..<one {
        let scale = (covariance[one][one] * covariance[other][other]).squareRoot()
        let correlation = covariance[one][other] / scale
        if correlation.magnitude > (tightest?.2.magnitude ?? 0) {
          tightest = (free[other].path, free[one].path, correlation)
        }
      }
    }
    (self.tightest, self.startLoss, self.loss, self.trials) = (tightest, startLoss, loss, trials)
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
        learned: item.learned)
    }
  }

  /// The laws of the fitted values, and those of the other uncertain values.
  package func uncertainties(_ others: [String: Uncertainty]) -> [String: Uncertainty] {
    fitted.reduce(into: others) { laws, item in
      laws[item.free.path] =
        item.low < item.high ? .pert(low: item.low, mode: item.value, high: item.high) : nil
    }
  }
}

/// Four significant digits.
private func rounded(_ value: Double) -> Double {
  guard value != 0, value.isFinite else { return value }
  var unit = 1.0
  while value.magnitude / unit >= 10_000 { unit *= 10 }
  while value.magnitude / unit < 1_000 { unit /= 10 }
  // Dividing by a whole power of ten gives the shortest decimal.
  return unit < 1 ? (value / unit).rounded() / (1 / unit).rounded() : (value / unit).rounded() * unit
}
