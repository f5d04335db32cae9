/// A stock fed at a constant rate that everyone leaves at one constant hazard: dn/dt = inflow - hazard n.
public struct ConstantInflowStock: Sendable {
  /// Stock at time zero.
  public let initial: Double
  /// Joiners per unit of time.
  public let inflow: Double
  /// Leaving hazard per head and unit of time.
  public let hazard: Double

  /// Stock and inflow zero or more; hazard positive.
  public init(initial: Double, inflow: Double, hazard: Double) throws(CalculationError) {
    try Check.notNegative("initial", initial)
    try Check.notNegative("inflow", inflow)
    try Check.positive("hazard", hazard)
    (self.initial, self.inflow, self.hazard) = (initial, inflow, hazard)
  }

  /// Stock in the long run.
  public var limit: Double { inflow / hazard }

  /// Mean stock at a time of zero or more.
  public func mean(at time: Double) -> Double {
    limit + (initial - limit) * exponential(-hazard * time)
  }

  /// Mean number who leave between two times, the second not before the first.
  public func leavers(from start: Double, to end: Double) -> Double {
    inflow * (end - start) + mean(at: start) - mean(at: end)
  }
}
