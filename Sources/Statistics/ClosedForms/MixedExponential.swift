/// A duration that is exponential with one of two hazards, chosen once and never seen
/// (D. J. Bartholomew, Stochastic Models for Social Processes, 3rd edition, 1982).
public struct MixedExponential: Sendable {
  /// Share, from 0 to 1, with the first hazard.
  public let firstShare: Double
  /// The two hazards per unit of time, both positive.
  public let firstHazard: Double, secondHazard: Double

  /// A share in 0...1 and two positive hazards.
  public init(firstShare: Double, firstHazard: Double, secondHazard: Double) throws(CalculationError) {
    try Check.probability("firstShare", firstShare)
    try Check.positive("firstHazard", firstHazard)
    try Check.positive("secondHazard", secondHazard)
    (self.firstShare, self.firstHazard, self.secondHazard) = (firstShare, firstHazard, secondHazard)
  }

  /// Mean duration.
  public var mean: Double { firstShare / firstHazard + (1 - firstShare) / secondHazard }

  /// Probability of lasting longer than a time of zero or more.
  public func survival(_ time: Double) -> Double {
    firstShare * exponential(-firstHazard * time) + (1 - firstShare) * exponential(-secondHazard * time)
  }

  /// Hazard at a time, given survival to it. It falls with time, as the quick to leave are the first to go.
  public func hazard(_ time: Double) -> Double {
    let ending =
      firstShare * firstHazard * exponential(-firstHazard * time)
      + (1 - firstShare) * secondHazard * exponential(-secondHazard * time)
    return ending / survival(time)
  }

  /// The time that half outlast, by bisection to the last digit.
  public var median: Double {
    var low = 0.0
    var high = logarithm(2) / min(firstHazard, secondHazard)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if survival(middle) > 0.5 { low = middle } else { high = middle }
    }
  }

  /// Ends per unit of time at a time after a fresh start, when each end begins a new duration at once.
  public func renewalDensity(_ time: Double) -> Double {
    1 / mean + (hazard(0) - 1 / mean) * exponential(-mixingRate * time)
  }

  /// Mean number of ends up to a time of zero or more after a fresh start.
  public func renewals(to time: Double) -> Double {
    time / mean + (hazard(0) - 1 / mean) * (1 - exponential(-mixingRate * time)) / mixingRate
  }

  private var mixingRate: Double { firstShare * secondHazard + (1 - firstShare) * firstHazard }
}
