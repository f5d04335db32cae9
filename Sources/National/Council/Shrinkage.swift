import Foundation

/// How far a council's own years tell its level of a measure, from how all councils' years vary: an empirical Bayes
/// estimate on the logarithm.
///
/// With a variance of levels between councils `between` and of one council's years about its level `within`, the mean of
/// n years has the weight between / (between + within / n).
struct Shrinkage {
  let between: Double
  let within: Double

  /// Years of the panel that the variances rest on, at most.
  private static let years = 6

  /// - Parameters:
  ///   - last: the newest year of which the measure's figures are known.
  ///   - newest: the newest mid-year of which the population is.
  /// - Returns: nil where fewer than twenty councils have two years or more.
  init?(_ table: NationalTable, _ measure: NationalMeasure, upTo last: Int, populationUpTo newest: Int) {
    let isRate = measure.unit == "share" || measure.unit.hasPrefix("£ per") || measure.unit.contains(" per ")
    let population = NationalMeasure.named("population_0_17")
    var means: [Double] = []
    var within = 0.0
    var freedom = 0
    for council in table.real {
      let logs = ((last - Self.years + 1)...last).compactMap { year -> Double? in
        guard let value = table.figure(measure, council.code, year).value, value > 0 else { return nil }
        if isRate { return log(value) }
        guard let population, let children = Self.near(table, population, council.code, year, newest) else {
          return nil
        }
        return log(value / children)
      }
      guard logs.count >= 2 else { continue }
      let mean = logs.reduce(0, +) / Double(logs.count)
      means.append(mean)
      within += logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      freedom += logs.count - 1
    }
    guard means.count >= 20, freedom > 0 else { return nil }
    let centre = means.reduce(0, +) / Double(means.count)
    let spread = means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(means.count - 1)
    self.within = within / Double(freedom)
    between = max(spread - self.within / Double(Self.years), 0)
  }

  /// The weight of the mean of that many own years.
  func ownShare(years: Int) -> Double {
    let noise = within / Double(max(years, 1))
    return between + noise > 0 ? between / (between + noise) : 1
  }

  /// The number of children in that year or the nearest one known.
  private static func near(
    _ table: NationalTable, _ population: NationalMeasure, _ code: String, _ year: Int, _ newest: Int
  ) -> Double? {
    [year, year - 1, year + 1, year - 2].filter { $0 <= newest }
      .lazy.compactMap { table.figure(population, code, $0).value }.first
  }
}
