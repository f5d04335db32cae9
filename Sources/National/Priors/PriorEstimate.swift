import ServiceModel
import Statistics

/// Estimates how things drift from the figures up to a year, of all councils but one part of them.
package struct PriorEstimate: Sendable {
  /// What was known at the end of March after this year; of the population, what was known of the year before.
  package let year: Int
  /// The part of the councils that it is for; nil for one that rests on all.
  package let fold: Int?
  package let drivers: [DriftPrior.Driver: DriftPrior]
  package let correlations: [DriftPrior.Pair: Double]

  package init(
    year: Int, fold: Int?, drivers: [DriftPrior.Driver: DriftPrior], correlations: [DriftPrior.Pair: Double]
  ) {
    (self.year, self.fold, self.drivers, self.correlations) = (year, fold, drivers, correlations)
  }

  /// Years before the one asked for that it rests on, at most.
  private static let span = 12
  /// The year from which spending is returned as it is now.
  private static let newSpending = 2016
  private static let fewestYears = 4

  /// The years that a driver's estimate up to a year rests on.
  static func span(_ driver: DriftPrior.Driver, upTo year: Int) -> ClosedRange<Int> {
    let isNew = driver == .placementPrices && year - newSpending + 1 >= fewestYears
    return (isNew ? newSpending : year - span)...year
  }

  package init(_ panel: Panel, year: Int, fold: Int?) {
    (self.year, self.fold) = (year, fold)
    let learned = panel.others(than: fold ?? -1)
    var found: [DriftPrior.Driver: DriftPrior] = [:]
    var units: [DriftPrior.Driver: [Int: PanelLaw.Unit]] = [:]
    for (driver, series) in DriverSeries.all(panel, upTo: year) {
      let span = Self.span(driver, upTo: year)
      guard let level = SharedLevel(series.values, panel, learned, span) else { continue }
      let own = level.units(series, learned)
      guard let law = PanelLaw.fitted(to: learned.compactMap { own[$0] }) else { continue }
      units[driver] = own
      found[driver] = DriftPrior(
        law: law, regional: level.regional, nationalSd: level.surprise(driver.keptGrowth),
        growth: level.growth, councils: own.values.count { $0.count > 1 }, years: level.years)
    }
    drivers = found
    correlations = Dictionary(
      uniqueKeysWithValues: DriftPrior.Pair.allCases.compactMap { pair in
        let (one, two) = pair.drivers
        guard let first = found[one], let second = found[two], let firsts = units[one],
          let seconds = units[two]
        else { return nil }
        let both = learned.compactMap { council -> (first: PanelLaw.Unit, second: PanelLaw.Unit)? in
          guard let first = firsts[council], let second = seconds[council] else { return nil }
          return (first, second)
        }
        return both.count < 10
          ? nil : (pair, PanelLaw.correlation(first.law, second.law, of: both))
      })
  }
}
