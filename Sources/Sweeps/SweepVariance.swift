import Experiments
import Statistics

/// Where the variance of one output of a sweep comes from: what was varied, the uncertain inputs, and chance.
///
/// Memory does not grow with the points.
package struct SweepVariance {
  /// Shares of an output's variance, from 0 to 1; nil where nothing can be said.
  package typealias Shares = (varied: Double?, inputs: Double?, chance: Double?)

  /// What the points say; variances in squared units of the output, not a number where nothing can be said.
  struct Split {
    let between, inputs, chance: Double
    /// The interval of the inputs' share.
    let interval: Interval?

    /// What is known of them together.
    var total: Double { [between, inputs, chance].filter(\.isFinite).reduce(0, +) }

    func share(_ part: Double) -> Double {
      let total = max(0, between.isFinite ? between : 0) + [inputs, chance].filter(\.isFinite).reduce(0, +)
      return total > 0 ? part / total : .nan
    }

    /// For people: a part that was estimated below nothing counts as none, so that the shares add up to one.
    var shares: Shares {
      let sum = [between, inputs, chance].filter(\.isFinite).reduce(0) { $0 + max(0, $1) }
      func inside(_ part: Double) -> Double? {
        part.isFinite && sum > 0 ? max(0, part) / sum : nil
      }
      return (inside(between), inside(inputs), inside(chance))
    }
  }

  private let setting: TwinSetting
  private(set) var points = 0
  private var means = Tally()
  private var halves = Covariance()
  private var twins = TwinVariance()
  /// Squared deviations from each point's mean, where all that differs inside a point is chance.
  private var squares = 0.0
  private var freedom = 0

  init(_ setting: TwinSetting) { self.setting = setting }

  var pairs: Int { twins.count }
  /// Mean of the points' means.
  var mean: Double { means.mean }

  /// Enters a finished point: the output in each replication, and in the twins by their replication.
  mutating func enter(_ values: [Double], twins point: [(replication: Int, value: Double)]) {
    let tally = Tally(values.filter(\.isFinite))
    guard tally.count > 0 else { return }
    points += 1
    means.add(tally.mean)
    // Replication 0 has the point values of the inputs, and so another mean.
    let first = setting == .notNeeded ? 0 : 1
    func half(_ parity: Int) -> Tally {
      Tally(values.indices.filter { $0 >= first && $0 % 2 == parity }.map { values[$0] }.filter(\.isFinite))
    }
    let (even, odd) = (half(0), half(1))
    if even.count > 0, odd.count > 0 { halves.add(even.mean, odd.mean) }
    if tally.count > 1 {
      squares += tally.variance * Double(tally.count - 1)
      freedom += tally.count - 1
    }
    twins.add(
      point.filter { values.indices.contains($0.replication) }.map {
        TwinVariance.Pair(replication: $0.replication, values[$0.replication], $0.value)
      })
  }

  var split: Split {
    // The even replications of a sweep have no chance in common with the odd ones.
    let between = halves.covariance
    if setting == .notNeeded {
      return Split(
        between: between, inputs: 0, chance: freedom > 0 ? squares / Double(freedom) : .nan, interval: nil)
    }
    guard let within = twins.split else {
      return Split(between: between, inputs: .nan, chance: .nan, interval: nil)
    }
    return Split(
      between: between, inputs: within.inputs, chance: within.chance,
      interval: twins.interval(beside: between.isFinite ? between : 0))
  }
}
