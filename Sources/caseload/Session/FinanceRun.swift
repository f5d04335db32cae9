import Evidence
import Experiments
import Reports
import Results

/// Draws the evidence of money from a result.
struct FinanceRun: Sendable {
  let result: FinishedResult
  let budgets: Budgets
  /// Share of what social workers cost that counts as a cost of children looked after.
  let staffShare: Double
  /// Replications of each further run.
  let replications: Int
  var drivers: GrowthDrivers?
  /// Drivers that take nothing away.
  var idle: [GrowthDrivers.Driver] = []
  var overlays: [String] = []

  init(_ result: FinishedResult, _ budgets: Budgets, staffShare: Double, replications: Int) {
    (self.result, self.budgets) = (result, budgets)
    (self.staffShare, self.replications) = (staffShare, replications)
  }

  /// What is read of the result.
  @Sendable private static func isWanted(_ measure: String, _ breakdown: String) -> Bool {
    GrowthCost.isWanted(measure, breakdown) || BudgetComparison.isWanted(measure, breakdown)
      || Worth.isWanted(measure, breakdown)
  }

  func run(_ runs: KeptRuns) async throws -> Drawn {
    let readings = try await result.readings(runs, isWanted: Self.isWanted)
    let labels = readings.financialYears.map(\.label)
    let growth = try GrowthCost(
      readings, budgets: budgets.ofGrowth(labels, staffShare: staffShare), staffShare: staffShare)
    let comparison = BudgetComparison(readings, budgets)
    var drawn = Drawn(growth: growth.rows, parts: growth.parts, values: growth.presentValues())
    drawn.scope = GrowthScope(readings, staffShare: staffShare).rows
    (drawn.budgets, drawn.toDate) = (comparison.rows, comparison.toDate)
    let variants = VariantRuns(result, runs)
    if let drivers {
      drawn.drivers = try await GrowthAttribution(variants, drivers, replications: replications).rows
      drawn.idle = GrowthDrivers.words(leftOut: idle)
    }
    for (overlay, name) in zip(overlays, Path.names(overlays, besides: [])) {
      let scenario = try variants.scenario(sets: [], overlays: [overlay])
      let with = try await variants.readings(scenario, replications, isWanted: Worth.isWanted)
      let worth = Worth(overlay: name, base: readings.first(replications), with: with)
      drawn.savings.append(worth.rows)
    }
    return drawn
  }

  /// What was drawn.
  struct Drawn: Sendable {
    let growth: [GrowthRow]
    let parts: [GrowthPartRow]
    let values: [PresentValueRow]
    var scope: [GrowthScopeRow] = []
    var budgets: [BudgetRow] = []
    var toDate: [ToDateRow] = []
    var drivers: [GrowthDriverRow] = []
    var idle = ""
    /// Of each overlay.
    var savings: [[WorthRow]] = []

    init(growth: [GrowthRow], parts: [GrowthPartRow], values: [PresentValueRow]) {
      (self.growth, self.parts, self.values) = (growth, parts, values)
    }

    func files(_ manifest: Manifest) -> [WholeFile.Prepared] {
      var files = [
        GrowthRow.table.file(growth, manifest), GrowthScopeRow.table.file(scope, manifest),
        GrowthPartRow.table.file(parts, manifest), PresentValueRow.table.file(values, manifest),
        BudgetRow.table.file(budgets, manifest), ToDateRow.table.file(toDate, manifest),
      ]
      if !drivers.isEmpty { files.append(GrowthDriverRow.table.file(drivers, manifest)) }
      if !savings.isEmpty { files.append(WorthRow.savings.file(savings.flatMap { $0 }, manifest)) }
      return files
    }

    func words(width: Int, colour: Bool) -> String {
      var said = [GrowthRow.text(growth, parts, values, scope, width: width, colour: colour)]
      said.append(BudgetRow.text(budgets, width: width, colour: colour))
      if !drivers.isEmpty { said.append(GrowthDriverRow.text(drivers, width: width, colour: colour)) }
      if !idle.isEmpty { said.append(idle) }
      said += savings.map { WorthRow.text($0, width: width, colour: colour) }
      return said.joined(separator: "\n")
    }
  }
}
