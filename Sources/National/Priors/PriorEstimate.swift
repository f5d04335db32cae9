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
  /// How the measures whose forecasts are scored vary, by column, but for children looked after, who have a regression.
  package let measures: [String: DriftPrior]

  package init(
    year: Int, fold: Int?, drivers: [DriftPrior.Driver: DriftPrior],
    correlations: [DriftPrior.Pair: Double], measures: [String: DriftPrior]
  ) {
    (self.year, self.fold, self.drivers, self.correlations) = (year, fold, drivers, correlations)
    self.measures = measures
  }

  /// Years before the one asked for that it rests on, at most.
  private static let span = 12
  /// The year from which spending is returned as it is now.
  private static let newSpending = 2016
  private static let fewestYears = 4

  /// The years that an estimate up to a year rests on.
  static func span(isSpending: Bool, upTo year: Int) -> ClosedRange<Int> {
    let isNew = isSpending && year - newSpending + 1 >= fewestYears
    return (isNew ? newSpending : year - span)...year
  }

  /// The law of a series, and each council's deviations from its region's path; nil where too little is known.
  private static func fitted(
    _ series: YearlySeries, _ panel: Panel, _ learned: [Int], _ span: ClosedRange<Int>, keptGrowth: Double
  ) -> (prior: DriftPrior, own: [Int: PanelLaw.Unit])? {
    guard let level = SharedLevel(series.values, panel, learned, span) else { return nil }
    let own = level.units(series, learned)
    guard let law = PanelLaw.fitted(to: learned.compactMap { own[$0] }) else { return nil }
    let prior = DriftPrior(
      law: law, regional: level.regional, nationalSd: level.surprise(keptGrowth), growth: level.growth,
      councils: own.values.count { $0.count > 1 }, years: level.years)
    return (prior, own)
  }

  package init(_ panel: Panel, year: Int, fold: Int?) {
    (self.year, self.fold) = (year, fold)
    let learned = panel.others(than: fold ?? -1)
    var found: [DriftPrior.Driver: DriftPrior] = [:]
    var units: [DriftPrior.Driver: [Int: PanelLaw.Unit]] = [:]
    for (driver, series) in YearlySeries.ofDrivers(panel, upTo: year) {
      let span = Self.span(isSpending: driver == .placementPrices, upTo: year)
      guard let (prior, own) = Self.fitted(series, panel, learned, span, keptGrowth: driver.keptGrowth)
      else { continue }
      (units[driver], found[driver]) = (own, prior)
    }
    drivers = found
    var measures: [String: DriftPrior] = [:]
    for measure in SkillMeasure.all where measure.variesAboutLevel {
      let series = YearlySeries(measure, panel, upTo: year)
      let span = Self.span(isSpending: measure.isSpending, upTo: year)
      measures[measure.column.name] =
        Self.fitted(series, panel, learned, span, keptGrowth: measure.keptGrowth)?.prior
    }
    self.measures = measures
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

extension PriorEstimate {
  /// What the name of a measure's law begins with: some drivers are called like columns.
  static let measurePrefix = "measure="

  /// The laws by name, those of the drift first.
  var laws: [(name: String, prior: DriftPrior)] {
    DriftPrior.Driver.allCases.compactMap { driver in drivers[driver].map { (driver.name, $0) } }
      + SkillMeasure.all.compactMap { measure in
        measures[measure.column.name].map { (Self.measurePrefix + measure.column.name, $0) }
      }
  }
}
