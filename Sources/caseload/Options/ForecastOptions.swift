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

  /// Adds the forecast, where the scenario is that of a council of the national table.
  func add(
    to result: inout ResultSet, _ scenario: Scenario<ServiceParameters>, _ outcomes: [ReplicationOutcome],
    _ tables: ModelTables
  ) throws {
    let folder = national ?? NationalTable.shipped
    guard scenario.council != nil, national != nil || ShippedFile.isThere(folder) else { return }
    var steps = CouncilForecast.Steps()
    (steps.usesAnchor, steps.usesWidths) = (!hasNoAnchor, !hasNoWidths)
    let table = try NationalTable(folder: folder)
    let day = scenario.parameters.run.dataAsOf
    if let forecast = CouncilForecast(
      outcomes, tables, scenario.council, dataAsOf: day, table, try PriorsFile.read(folder),
      try SkillTable.read(folder), steps)
    {
      (result.forecast, result.forecastWords) = (forecast.rows, forecast.words)
    }
    guard let council = table.council(of: scenario.council), !council.isWhole else { return }
    result.benchmarks = CouncilBenchmarks(table, council, dataAsOf: day).rows(forecast: result.forecast)
  }
}
