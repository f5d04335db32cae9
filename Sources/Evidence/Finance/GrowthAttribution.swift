import Experiments
import Reports
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
    _ runs: VariantRuns, _ drivers: GrowthDrivers, replications: Int,
    progress: @escaping @Sendable (ReplicationRunner.Progress) -> Void = { _ in }
  ) async throws(EvidenceFailure) {
    self.drivers = drivers.drivers
    var worth: [[Double]] = []
    var labels: [String] = []
    for set in 0..<(1 << drivers.drivers.count) {
      // The bits of a set are the drivers that are at work; the others are held.
      let held = drivers.drivers.enumerated().filter { set & (1 << $0.offset) == 0 }.flatMap(\.element.hold)
      let scenario = try runs.scenario(sets: held)
      let readings = try await runs.readings(
        scenario, replications, progress: progress, isWanted: GrowthCost.isWanted)
      let growth = try GrowthCost(readings, budgets: nil)
      labels = growth.labels
      worth.append(growth.totals(\.growth, isReal: false))
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

  /// `finance_attribution.csv`; its parts add up to the total to the penny.
  package var table: EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.attribution,
      columns: [
        "driver", "title", "gbp", "ci_lo", "ci_hi", "share_of_total", "n_reps", "price_basis", "from_fy",
        "to_fy",
        "held_by", "residual_check",
      ])
    let whole = Spread(total)
    let parts = shares.map { Spread($0) } + [Spread(rest)]
    let pence = Pennies.parts(parts.map(\.mean), total: whole.mean)
    let residual = Int(((whole.mean - parts.reduce(0) { $0 + $1.mean }) * 100).rounded())
    func add(_ id: String, _ title: String, _ pence: Int, _ spread: Spread, _ held: String) {
      table.add([
        .text(id), .text(title), .pence(pence), .pounds(spread.lower), .pounds(spread.upper),
        whole.mean != 0 ? .number(spread.mean / whole.mean) : .empty, .whole(total.count), .text("nominal"),
        .text(labels.first ?? ""), .text(labels.last ?? ""), .text(held), .pence(residual),
      ])
    }
    for (place, driver) in drivers.enumerated() {
      add(driver.id, driver.title, pence[place], parts[place], driver.hold.joined(separator: "; "))
    }
    add(
      "opening_position", "What the opening position and the other prices bring about by themselves",
      pence[drivers.count], parts[drivers.count], "")
    add("total", "All growth beyond a flat number", pence.reduce(0, +), whole, "")
    return table
  }

  /// What a person reads at a terminal.
  package func text(width: Int, colour: Bool) -> String {
    var cells = [["Cost of growth by what drove it", "mean", "95% interval"]]
    func add(_ title: String, _ values: [Double]) {
      let spread = Spread(values)
      cells.append([
        title, Phrase.pounds(spread.mean), "\(Phrase.pounds(spread.lower)) to \(Phrase.pounds(spread.upper))",
      ])
    }
    for (driver, share) in zip(drivers, shares) { add(driver.title, share) }
    add("Opening position and other prices", rest)
    add("All growth", total)
    return
      (Phrase.table(cells, width: width, colour: colour)
      + ["\(total.count) replications of each combination; the parts add up exactly."])
      .joined(separator: "\n") + "\n"
  }
}
