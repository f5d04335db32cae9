/// How far forecasts have been right, over many outcomes: each score over its outcome, so that large and small councils
/// count the same.
public struct ForecastSkill: Sendable, Equatable {
  /// Bars of the histogram of ranks.
  public static let bars = 10
  /// The middle ranges whose coverage is counted.
  public static let ranges = [0.5, 0.8, 0.95]

  public private(set) var count = 0
  private var scores = 0.0
  private var errors = 0.0
  private var logarithms = 0.0
  private var held: [Int]
  /// How many outcomes had a rank in each tenth of the forecast, from the lowest.
  public private(set) var histogram: [Int]

  public init() {
    held = Self.ranges.map { _ in 0 }
    histogram = Array(repeating: 0, count: Self.bars)
  }

  /// Adds a forecast and what came; an outcome of 0 or less has no score over itself and is left out.
  public mutating func add(_ forecast: QuantileForecast, outcome: Double) {
    guard outcome > 0, outcome.isFinite, forecast.median.isFinite else { return }
    count += 1
    scores += forecast.score(outcome) / outcome
    errors += (forecast.median - outcome).magnitude / outcome
    logarithms += logarithm(max(forecast.median, 1e-9) / outcome)
    for (place, share) in Self.ranges.enumerated() where forecast.holds(outcome, share: share) {
      held[place] += 1
    }
    histogram[min(Int(forecast.rank(of: outcome) * Double(Self.bars)), Self.bars - 1)] += 1
  }

  /// Adds the outcomes of another.
  public mutating func add(_ other: ForecastSkill) {
    count += other.count
    scores += other.scores
    errors += other.errors
    logarithms += other.logarithms
    for place in held.indices { held[place] += other.held[place] }
    for bar in histogram.indices { histogram[bar] += other.histogram[bar] }
  }

  /// Mean of the continuous ranked probability score over the outcome; not a number without an outcome.
  public var score: Double { mean(scores) }
  /// Mean of the median's absolute error over the outcome.
  public var absoluteError: Double { mean(errors) }
  /// Mean logarithm of the median over the outcome: above 0 where forecasts were too high.
  public var bias: Double { mean(logarithms) }
  /// The share of outcomes that each of `ranges` held.
  public var coverage: [Double] { held.map { mean(Double($0)) } }

  private func mean(_ sum: Double) -> Double { count > 0 ? sum / Double(count) : .nan }
}
