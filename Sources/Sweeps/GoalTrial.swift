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
  private var runner: TrialRunner
  private let variants: Variants

  package init(
    path: String, isWhole: Bool, conditions: [Condition], scenario: Scenario<ServiceParameters>,
    runner: TrialRunner
  ) {
    (self.path, self.conditions, self.isWhole) = (path, conditions, isWhole)
    (self.scenario, self.runner) = (scenario, runner)
    variants = Variants(scenario, varying: [path])
  }

  /// The same with another runner.
  package func with(_ runner: TrialRunner) -> GoalTrial {
    var trial = self
    trial.runner = runner
    return trial
  }

  /// Replications of each value.
  package var wanted: Int { scenario.parameters.run.replications }

  /// Refuses conditions on what is not watched.
  ///
  /// - Returns: a condition whose number the output cannot be, with what is wrong; nil where there is none.
  package func check() throws(OutputFault) -> (condition: Condition, fault: BoundFault)? {
    let choices = try outputs(ModelTables(scenario.parameters)).all
    return conditions.lazy.compactMap { condition in
      choices.first { $0.name == condition.output }?.fault(of: condition.number).map { (condition, $0) }
    }.first
  }

  /// Nil where the task was cancelled, or the value contradicts the rest of the scenario.
  package func run(_ value: Double) async -> TippingPoint.Trial? {
    let values: [Value] = [isWhole ? .whole(Int(value)) : .number(value)]
    let parameters = variants.point(values).parameters
    guard !parameters.contradictions().contains(where: { $0.severity == .error }) else { return nil }
    let tables = ModelTables(parameters)
    guard let outputs = try? outputs(tables) else { return nil }
    let design = TrialDesign(
      tables, outputs: outputs, uncertain: variants.inputs(parameters), work: variants.work(values, outputs))
    let trials = await runner.run([design], 0..<wanted)
    guard trials.count == wanted else { return nil }
    let held = trials.values[0].count { row in
      conditions.allSatisfy { $0.holds(row[outputs.place(of: $0.output) ?? 0]) }
    }
    let seen = conditions.map { condition -> ClosedRange<Double>? in
      let place = outputs.place(of: condition.output) ?? 0
      let values = trials.values[0].map { $0[place] }.filter(\.isFinite)
      return values.min().flatMap { least in values.max().map { least...$0 } }
    }
    return TippingPoint.Trial(value: value, held: held, count: wanted, seen: seen)
  }

  /// What each condition is about, a sentence each: unit, how it is gathered, over which period.
  package func meanings() throws(OutputFault) -> [String] {
    let choices = try outputs(ModelTables(scenario.parameters))
    return conditions.compactMap { condition in
      choices.place(of: condition.output).map { place in
        let output = choices.all[place]
        return
          "\"\(condition.text)\": \(output.name) is \(output.meaning); the bound is \(output.text(condition.value))."
      }
    }
  }

  /// Conditions whose bound lies far from everything that was simulated, a sentence each.
  package func farBounds(_ trials: [TippingPoint.Trial]) throws(OutputFault) -> [String] {
    let choices = try outputs(ModelTables(scenario.parameters))
    return conditions.indices.compactMap { place in
      let condition = conditions[place]
      let ranges = trials.compactMap { $0.seen.indices.contains(place) ? $0.seen[place] : nil }
      guard let least = ranges.map(\.lowerBound).min(), let most = ranges.map(\.upperBound).max(),
        !(least...most).contains(condition.value),
        ranges.allSatisfy({ FarBound.isFar(condition.value, from: $0) }),
        let output = choices.place(of: condition.output).map({ choices.all[$0] })
      else { return nil }
      let holds = condition.holds(least) ? "always" : "never"
      return
        "\"\(condition.text)\" \(holds) holds: \(output.text(condition.value)) is far from anything simulated, "
        + "\(output.text(least)) to \(output.text(most)) (\(output.meaning))."
    }
  }

  private func outputs(_ tables: ModelTables) throws(OutputFault) -> OutputChoices {
    let names = conditions.map(\.output).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return try OutputChoices(names, in: tables, warmUp: scenario.parameters.run.warmUpMonths)
  }
}

/// Whether a bound can have been meant.
enum FarBound {
  /// Beyond what was seen by more than its width and by more than half of the nearest of it.
  static func isFar(_ bound: Double, from seen: ClosedRange<Double>) -> Bool {
    let nearest = bound < seen.lowerBound ? seen.lowerBound : seen.upperBound
    guard !seen.contains(bound) else { return false }
    let width = seen.upperBound - seen.lowerBound
    return abs(bound - nearest) > max(width, nearest.magnitude / 2)
  }
}
