import Experiments
import Results
import Statistics

/// How much of the cost of growth each driver brought about, by Shapley's rule: the mean, over all orders, of what a
/// driver adds. Every combination of drivers is simulated on the same random numbers, and the shares add up exactly.
package struct GrowthAttribution: Sendable {
  let drivers: [GrowthDrivers.Driver]
  /// `shares[driver][replication]`, pounds over all years, nominal.
  let shares: [[Double]]
  /// Growth with every driver held: what the opening position brings about by itself.
  let rest: [Double]
  let total: [Double]
  let labels: [String]

  /// Replications that the runs need in all.
  package static func replicationsNeeded(_ drivers: GrowthDrivers, each: Int) -> Int {
    each << drivers.drivers.count
  }

  /// Runs every combination, `replications` of each.
  package init(
    _ runs: VariantRuns, _ drivers: GrowthDrivers, replications: Int
  ) async throws {
    self.drivers = drivers.drivers
    var worth: [[Double]] = []
    var labels: [String] = []
    for set in 0..<(1 << drivers.drivers.count) {
      // The bits of a set are the drivers that are at work; the others are held.
      let held = drivers.drivers.enumerated().filter { set & (1 << $0.offset) == 0 }.flatMap(\.element.hold)
      let scenario = try runs.scenario(sets: held)
      let readings = try await runs.readings(scenario, replications, isWanted: GrowthCost.isWanted)
      let growth = try GrowthCost(readings, budgets: nil)
      labels = growth.labels
      worth.append(growth.sums(growth.stream(\.growth, isReal: false)))
    }
    self.labels = labels
    let count = worth[0].count
    let byReplication = (0..<count).map { replication in
      ShapleyValue.shares(parts: drivers.drivers.count, worth: worth.map { $0[replication] })
    }
    shares = drivers.drivers.indices.map { driver in byReplication.map { $0[driver] } }
    rest = worth[0]
    total = worth[worth.count - 1]
  }

  /// The drivers, the opening position and the total; the parts add up to the total to the penny.
  package var rows: [GrowthDriverRow] {
    let whole = Spread(total)
    let parts = shares.map { Spread($0) } + [Spread(rest)]
    let pence = Pennies.parts(parts.map(\.mean), total: whole.mean)
    let titles =
      drivers.map { ($0.id, $0.title, $0.hold.joined(separator: "; ")) } + [
        (
          "opening_position", "What the opening position and the other prices bring about by themselves", ""
        ), ("total", "All growth beyond a flat number", ""),
      ]
    return zip(titles, zip(parts + [whole], pence + [pence.reduce(0, +)])).map { driver, found in
      var row = GrowthDriverRow.blank
      (row.driver, row.title, row.held) = driver
      row.part = found.0
      row.part.mean = Double(found.1) / 100
      row.share = whole.mean != 0 ? found.0.mean / whole.mean : .nan
      (row.replications, row.from, row.to) = (total.count, labels.first ?? "", labels.last ?? "")
      row.residual = whole.mean - parts.reduce(0) { $0 + $1.mean }
      return row
    }
  }
}
