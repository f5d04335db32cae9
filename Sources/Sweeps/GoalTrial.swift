import Experiments
import Parameters
import ScenarioFiles
import ServiceModel

/// Tries values of one parameter: in how many replications do some conditions hold together?
package struct GoalTrial: Sendable {
  package let path: String
  private let conditions: [Condition]
  private let isWhole: Bool
  private let scenario: Scenario<ServiceParameters>
  private let runner: TrialRunner
  private let variants: Variants

  package init(
    path: String, isWhole: Bool, conditions: [Condition], scenario: Scenario<ServiceParameters>,
    runner: TrialRunner
  ) {
    (self.path, self.conditions, self.isWhole) = (path, conditions, isWhole)
    (self.scenario, self.runner) = (scenario, runner)
    variants = Variants(scenario, varying: [path])
  }

  /// Replications of each value.
  package var wanted: Int { scenario.parameters.run.replications }

  /// Refuses conditions on what is not watched.
  package func check() throws(OutputFault) { _ = try outputs(ModelTables(scenario.parameters)) }

  /// Nil where the task was cancelled, or the value contradicts the rest of the scenario.
  package func run(_ value: Double) async -> TippingPoint.Trial? {
    let parameters = variants.point([isWhole ? .whole(Int(value)) : .number(value)]).parameters
    guard !parameters.contradictions().contains(where: { $0.severity == .error }) else { return nil }
    let tables = ModelTables(parameters)
    guard let outputs = try? outputs(tables) else { return nil }
    let trials = await runner.run(
      [TrialDesign(tables, outputs: outputs, uncertain: variants.inputs(parameters))], 0..<wanted)
    guard trials.count == wanted else { return nil }
    let held = trials.values[0].count { row in
      conditions.allSatisfy { $0.holds(row[outputs.place(of: $0.output) ?? 0]) }
    }
    return TippingPoint.Trial(value: value, held: held, count: wanted)
  }

  private func outputs(_ tables: ModelTables) throws(OutputFault) -> OutputChoices {
    let names = conditions.map(\.output).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return try OutputChoices(names, in: tables, warmUp: scenario.parameters.run.warmUpMonths)
  }
}
