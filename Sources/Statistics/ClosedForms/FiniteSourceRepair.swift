/// So many units that fail and are repaired by a limited number of repairers, all times exponential (machine repair,
/// M/M/R//N), in steady state.
///
/// With a repairer for every unit the number down is binomial, whatever the laws of the two times.
public struct FiniteSourceRepair: Sendable {
  /// Number of units, up or down.
  public let units: Int
  /// Rate at which a unit that is up goes down.
  public let failureRate: Double
  /// Rate at which one repairer brings a unit up.
  public let repairRate: Double
  /// Number of repairers, each at work on one unit.
  public let repairers: Int
  /// Probabilities that 0, 1, …, all units are down.
  public let downProbabilities: [Double]

  /// At least one unit and one repairer, and positive rates in one unit of time.
  public init(
    units: Int, failureRate: Double, repairRate: Double, repairers: Int
  ) throws(CalculationError) {
    try Check.count("units", units, from: 1)
    try Check.positive("failureRate", failureRate)
    try Check.positive("repairRate", repairRate)
    try Check.count("repairers", repairers, from: 1)
    (self.units, self.failureRate, self.repairRate) = (units, failureRate, repairRate)
    self.repairers = repairers
    downProbabilities = BirthDeath.distribution(
      births: (0..<units).map { Double(units - $0) * failureRate },
      deaths: (1...units).map { Double(min($0, repairers)) * repairRate })
  }

  /// Mean number down.
  public var meanDown: Double { BirthDeath.mean(downProbabilities) }
  /// Mean number down over the number of units, from 0 to 1.
  public var downShare: Double { meanDown / Double(units) }
  /// Standard deviation of the number down.
  public var standardDeviation: Double {
    let mean = meanDown
    let variance = downProbabilities.indices.reduce(0) {
      $0 + (Double($1) - mean) * (Double($1) - mean) * downProbabilities[$1]
    }
    return variance.squareRoot()
  }
  /// Mean number down that no repairer is at work on.
  public var meanWaiting: Double { BirthDeath.mean(Array(downProbabilities.dropFirst(repairers))) }
  /// Repairs completed per unit of time, which in steady state are also the failures.
  public var repairsPerTime: Double { failureRate * (Double(units) - meanDown) }

  /// Probability that at least this share of the units is down.
  public func probabilityDown(atLeastShare share: Double) -> Double {
    let least = share * Double(units) * (1 - 1e-12)
    return downProbabilities.indices.reduce(0) { Double($1) >= least ? $0 + downProbabilities[$1] : $0 }
  }

  /// Probability that one unit, up at time zero, is down at each time, with a repairer for every unit.
  public static func downProbability(
    at time: Double, failureRate: Double, repairRate: Double
  ) -> Double {
    let both = failureRate + repairRate
    return failureRate / both * (1 - exponential(-both * time))
  }
}
