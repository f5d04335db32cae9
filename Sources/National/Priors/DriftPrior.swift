import ServiceModel
import Statistics

/// What the councils' published years say of how one thing drifts.
package struct DriftPrior: Sendable, Equatable {
  /// What drifts, and two whose surprises of a year are correlated: those of the model.
  package typealias Driver = DriftDriver
  package typealias Pair = DriftPair

  /// How councils vary about their region's level.
  package var law: PanelLaw
  /// Standard deviation of the regions' levels.
  package var regional: Double
  /// Standard deviation of a year's surprise that all councils share, and their mean yearly growth.
  package var nationalSd, growth: Double
  /// Councils and years that it rests on.
  package var councils: Int
  package var years: ClosedRange<Int>

  /// The yearly trend that is held to go on.
  package func trend(_ driver: Driver) -> Double { driver.keptGrowth * growth }
}

extension DriftDriver {
  /// The part of all councils' mean growth up to now that is held to go on: prices and posts have grown through all
  /// years, rates have turned.
  var keptGrowth: Double {
    switch self {
    case .establishment: 0.7
    case .placementPrices: 0.8
    default: 0
    }
  }
}
