import ArgumentParser
import Experiments
import Foundation
import National
import Notation
import Results
import ScenarioFiles
import ServiceModel

/// How a run of a council is read as a forecast.
struct ForecastOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-anchor"),
    help: "Forecast from the replications alone, without published levels or other councils' figures.")
  var hasNoAnchor = false

  @Flag(
    name: .customLong("no-widths"),
    help: "Forecast with the ranges as simulated, not as wide as other councils' forecasts had to be.")
  var hasNoWidths = false

  @Option(help: "The folder of the national table.", completion: .directory)
  var national: String?

  /// The national table and what was learned of it, read before anything is simulated.
  struct Learned {
    let table: NationalTable
    let priors: PriorsFile?
    let skill: SkillTable?
  }

  /// - Returns: nil where the scenario is no council's, or no table is there.
  func learned(_ scenario: Scenario<ServiceParameters>) throws -> Learned? {
    let folder = national ?? NationalTable.shipped
    guard scenario.council != nil, national != nil || ShippedFile.isThere(folder) else { return nil }
    return Learned(
      table: try NationalTable(folder: folder), priors: try PriorsFile.read(folder),
      skill: try SkillTable.read(folder))
  }

  /// Whether something was set that no past year knows of.
  private static func hasLevers(_ scenario: Scenario<ServiceParameters>) -> Bool {
    scenario.settings.values.contains { setting in
      !setting.isDefault && ["levers.", "shocks."].contains { setting.path.hasPrefix($0) }
    }
  }

  /// Adds the forecast, where the scenario is that of a council of the national table.
  func add(
    to result: inout ResultSet, _ scenario: Scenario<ServiceParameters>, _ outcomes: [ReplicationOutcome],
    _ tables: ModelTables, _ learned: Learned?
  ) {
    guard let learned else { return }
    var steps = CouncilForecast.Steps()
    (steps.usesAnchor, steps.usesWidths) = (!hasNoAnchor, !hasNoWidths)
    let table = learned.table
    let day = scenario.parameters.run.dataAsOf
    if let forecast = CouncilForecast(
      outcomes, tables, scenario.council, dataAsOf: day, table, learned.priors, learned.skill, steps)
    {
      (result.forecast, result.forecastWords) = (forecast.rows, forecast.words)
      if steps.usesAnchor, Self.hasLevers(scenario) {
        result.forecastWords.append(
          "Forecasts are drawn to what past years lead to expect, which know nothing of levers and shocks: read what these do "
            + "off what was simulated, or from `caseload compare` and `caseload worth`.")
      }
    }
    guard let council = table.council(of: scenario.council), !council.isWhole else { return }
    result.benchmarks = CouncilBenchmarks(table, council, dataAsOf: day).rows(forecast: result.forecast)
  }
}
