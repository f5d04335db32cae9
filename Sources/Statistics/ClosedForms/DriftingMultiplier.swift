/// A multiplier whose logarithm drifts from year to year: an autoregressive deviation and a random walk with a trend,
/// in a straight line between the turns of two years. A month has the mean of the multiplier over it.
///
/// The logarithm is normal at every moment, and normal together at two: means and covariances of the multiplier follow
/// from the lognormal law, and those of months by Gauss-Legendre integration (three nodes a month, which for what a year
/// can bring is exact to ten digits).
public struct DriftingMultiplier: Sendable {
  /// Standard deviation of a year's own surprise, and of the shared one that stays.
  public let sd, nationalSd: Double
  /// Part of the own deviation that is there a year later.
  public let persistence: Double
  /// Logarithm at the beginning, and its yearly change.
  public let opening, trend: Double

  /// Standard deviations zero or more; persistence from 0 to 1.
  public init(
    sd: Double, persistence: Double, opening: Double = 0, trend: Double = 0, nationalSd: Double = 0
  ) throws(CalculationError) {
    try Check.notNegative("sd", sd)
    try Check.notNegative("nationalSd", nationalSd)
    try Check.probability("persistence", persistence)
    (self.sd, self.nationalSd, self.persistence) = (sd, nationalSd, persistence)
    (self.opening, self.trend) = (opening, trend)
  }

  // MARK: The logarithm

  /// Mean of the logarithm at the turn of a year; the drift begins with turn 0.
  public func logMean(turn: Int) -> Double { opening * kept(turn) + trend * Double(turn) }

  /// Covariance of the logarithm at two turns.
  public func logCovariance(turns one: Int, _ two: Int) -> Double {
    let shared = min(one, two)
    var own = 0.0
    for year in 0..<shared { own += kept(one - 1 - year) * kept(two - 1 - year) }
    return sd * sd * own + nationalSd * nationalSd * Double(shared)
  }

  /// The persistence to a whole power.
  private func kept(_ years: Int) -> Double { (0..<years).reduce(1) { kept, _ in kept * persistence } }

  // MARK: Months

  /// A moment between two turns: how far the line has come, and what it weighs in a mean over a month.
  private struct Node {
    let turn: Int
    let part: Double
    let weight: Double
  }

  private static func nodes(_ month: Int) -> [Node] {
    let shift = (0.6).squareRoot() / 2
    return [(0.5 - shift, 5.0 / 18), (0.5, 8.0 / 18), (0.5 + shift, 5.0 / 18)].map { place, weight in
      Node(turn: month / 12, part: (Double(month % 12) + place) / 12, weight: weight)
    }
  }

  private func mean(_ node: Node) -> Double {
    (1 - node.part) * logMean(turn: node.turn) + node.part * logMean(turn: node.turn + 1)
  }

  private func covariance(_ one: Node, _ two: Node) -> Double {
    let early =
      (1 - one.part)
      * ((1 - two.part) * logCovariance(turns: one.turn, two.turn)
        + two.part * logCovariance(turns: one.turn, two.turn + 1))
    return early
      + one.part
      * ((1 - two.part) * logCovariance(turns: one.turn + 1, two.turn)
        + two.part * logCovariance(turns: one.turn + 1, two.turn + 1))
  }

  /// Mean of the multiplier of a month of the drift, counted from 0.
  public func mean(month: Int) -> Double {
    Self.nodes(month).reduce(0) { $0 + $1.weight * exponential(mean($1) + covariance($1, $1) / 2) }
  }

  /// Covariance of the multipliers of two months.
  public func covariance(months one: Int, _ two: Int) -> Double {
    var sum = 0.0
    for first in Self.nodes(one) {
      for second in Self.nodes(two) {
        let level = mean(first) + mean(second) + (covariance(first, first) + covariance(second, second)) / 2
        sum +=
          first.weight * second.weight * exponential(level) * (exponential(covariance(first, second)) - 1)
      }
    }
    return sum
  }
}
