import Foundation
import Statistics

/// What a plain regression on other councils' figures says of children looked after, strictly of what was known at an
/// origin.
///
/// A year's growth of the logarithm about England's mean is regressed on eight features of the year before, each
/// standardised over the councils of that year: the share aged 16 and over, starts and ceases for each child looked
/// after, the rate for each child of the population, the growth of the region and of the council itself over five years,
/// and children in need and on plans for each child looked after. What it adds is damped from year to year; seven tenths of
/// England's mean growth go on.
package struct Anchor: Sendable {
  /// The law of the logarithm of children looked after some years ahead.
  package struct Law: Sendable, Equatable {
    package let middle: Double
    package let deviation: Double
    package var median: Double { exp(middle) }
  }

  private let origin: Int
  private let features: AnchorFeatures
  private let regression: RidgeRegression
  /// Of what a year's growth misses the regression by.
  private let deviation: Double
  /// England's growth, year by year.
  private let growths: [Double]

  /// Added to each feature's sum of squares.
  private static let penalty = 60.0
  /// A larger change about the mean counts as this: most such are of how children were counted.
  private static let largestChange = 0.25
  private static let damping = 0.95
  private static let keptGrowth = 0.7
  /// How much faster than a random walk's the variance grows, a year.
  private static let spreading = 0.12
  private static let firstYear = 2011

  /// - Parameters:
  ///   - fold: the part whose councils it is for; only those of the others are learned from.
  /// - Returns: nil where too few years are known.
  package init?(_ panel: Panel, origin: Int, fold: Int) {
    let features = AnchorFeatures(panel, upTo: origin, learnedFrom: panel.others(than: fold))
    var rows: [[Double]] = []
    var outcomes: [Double] = []
    var growths: [Double] = []
    for year in stride(from: Self.firstYear, to: origin, by: 1) {
      let known = features.of(year)
      let growing = panel.others(than: fold).compactMap { council -> (Int, Double)? in
        let growth = features.place(council, year + 1) - features.place(council, year)
        return growth.isFinite ? (council, growth) : nil
      }
      guard !growing.isEmpty else { continue }
      let mean = growing.reduce(0) { $0 + $1.1 } / Double(growing.count)
      growths.append(mean)
      for (council, growth) in growing {
        rows.append(known[council])
        outcomes.append(min(max(growth - mean, -Self.largestChange), Self.largestChange))
      }
    }
    guard growths.count >= 2,
      let regression = RidgeRegression(features: rows, outcomes: outcomes, penalty: Self.penalty)
    else { return nil }
    let misses = zip(rows, outcomes).map { $1 - regression.prediction($0) }
    let mean = misses.reduce(0, +) / Double(misses.count)
    let square = misses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(misses.count)
    let middle = Sample.quantiles(misses.map(\.magnitude), [0.5])[0]
    deviation = 0.5 * (square.squareRoot() + 1.4826 * middle)
    (self.origin, self.features, self.regression, self.growths) = (origin, features, regression, growths)
  }

  /// The law `horizon` years after the origin, 1 or more; nil where the council's number at the origin is not known.
  package func law(_ code: String, _ horizon: Int) -> Law? {
    guard let council = features.panel.place(of: code) else { return nil }
    let now = features.place(council, origin)
    guard now.isFinite else { return nil }
    let years = Double(horizon)
    let mean = growths.reduce(0, +) / Double(growths.count)
    let national = growths.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(growths.count)
    let damped = (1 - pow(Self.damping, years)) / (1 - Self.damping)
    let own = regression.prediction(features.of(origin)[council])
    let variance =
      years * deviation * deviation * (1 + Self.spreading * (years - 1)) + years * national
      + years * years * national / Double(growths.count)
    return Law(
      middle: now + damped * own + years * Self.keptGrowth * mean, deviation: variance.squareRoot())
  }
}
