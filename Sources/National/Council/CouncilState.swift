import Foundation
import ServiceModel
import Statistics

/// Where a council stands in each thing that drifts, at its newest position: the level about which it moves, and how far
/// from it it is, as its own years say under the law by which councils vary.
struct CouncilState {
  /// One thing that drifts; logarithms of a rate.
  struct Reading {
    /// The level: what all councils share by now, the region's, and the council's own.
    let usual: Double
    /// How far from its level it is at the position.
    let deviation: Double
    /// Standard deviation of the sum of both.
    let sd: Double
    /// The council's own years that it rests on.
    let years: [Int]
  }

  let readings: [DriftPrior.Driver: Reading]

  subscript(driver: DriftPrior.Driver) -> Reading? { readings[driver] }

  /// - Parameters:
  ///   - prior: the law of each thing that drifts.
  ///   - known: the newest year whose figures are used.
  ///   - position: the year to whose 31 March the run's start belongs.
  init(_ table: NationalTable, _ code: String, _ prior: PriorEstimate, known: Int, position: Int) {
    let panel = Panel(table, including: code)
    guard let place = panel.place(of: code) else {
      readings = [:]
      return
    }
    let learned = panel.others(than: prior.fold ?? -1)
    var found: [DriftPrior.Driver: Reading] = [:]
    for (driver, series) in YearlySeries.ofDrivers(panel, upTo: known) {
      guard let law = prior.drivers[driver]?.law,
        let level = SharedLevel(
          series.values, panel, learned,
          PriorEstimate.span(isSpending: driver == .placementPrices, upTo: known)),
        let unit = level.units(series, [place])[place]
      else { continue }
      let state = law.state(of: unit, in: position)
      found[driver] = Reading(
        usual: level.now(panel.regions[place]) + state.level, deviation: state.deviation, sd: state.sd,
        years: level.known(series, place))
    }
    readings = found
  }
}
