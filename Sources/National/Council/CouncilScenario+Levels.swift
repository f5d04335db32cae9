import Foundation
import Parameters
import ServiceModel

/// What each yearly number of the council is expected to be in the coming year.
extension CouncilScenario {
  /// A yearly number as its own years lead to expect it: the rates of its parts for each child, by the children of the
  /// council. Nil where one of them is not known.
  func expected(_ name: String, _ drivers: [DriftPrior.Driver]) -> Told? {
    var sum = 0.0
    for driver in drivers {
      guard let rate = expected(driver) else { return nil }
      sum += rate
    }
    return Told(sum * population, .derived(levelWords(name, drivers[0])))
  }

  /// A rate in the coming year: the council's level, and what is left by then of its deviation. Nil where too little is
  /// known of how councils vary.
  func expected(_ driver: DriftPrior.Driver) -> Double? {
    guard let reading = state?[driver], let law = prior?.drivers[driver]?.law else { return nil }
    return exp(reading.usual + law.persistence * reading.deviation)
  }

  /// What an expected rate rests on.
  func levelWords(_ name: String, _ driver: DriftPrior.Driver) -> String {
    let years = state?[driver]?.years ?? []
    let own =
      years.isEmpty
      ? "no year of its own" : years.count == 1 ? "\(years[0])" : "\(years[0]) to \(years[years.count - 1])"
    return "\(name), expected of its \(own) as councils vary about their region's level (priors.csv)"
  }
}
