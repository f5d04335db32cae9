import ArgumentParser
import Experiments
import ScenarioFiles
import ServiceModel
import Sweeps

/// What is searched for, and between which ends.
struct GoalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The parameter, and the two ends between which to search.", valueName: "path=low:high")
  )
  var vary: String

  @Option(
    help: ArgumentHelp(
      "What must hold; several conditions must hold together in a replication.", valueName: "measure <= value"
    ))
  var hold: [String]

  @Option(
    name: .customLong("probability"), help: "The share of replications in which it must hold, such as 80%.")
  var wanted = PercentShare(0.8)

  @Option(help: "How closely the turning point is found. Default: a hundredth of the range.")
  var tolerance: Double?

  var probability: Double { wanted.share }

  func validate() throws {
    if !(probability > 0 && probability <= 1) {
      throw ValidationError("--probability must be above 0% and at most 100%, not \(wanted.text).")
    }
    if let tolerance, !(tolerance > 0 && tolerance.isFinite) {
      throw ValidationError("--tolerance must be above 0.")
    }
    if hold.isEmpty { throw ValidationError("Say what must hold: --hold \"measure <= value\".") }
  }

  /// What is tried at each value, and the search.
  func trial(
    _ scenario: Scenario<ServiceParameters>, _ runner: TrialRunner
  ) throws -> (trial: GoalTrial, point: TippingPoint) {
    let (path, low, high, isWhole) = try DesignText.ends(vary, option: "--vary")
    let conditions = try hold.map { text -> Condition in
      guard let condition = Condition(text) else {
        throw ValidationError("--hold \"\(text)\": write a measure, one of <= >= < >, and a number.")
      }
      return condition
    }
    let trial = GoalTrial(
      path: path, isWhole: isWhole, conditions: conditions, scenario: scenario,
      runner: runner)
    if let (condition, fault) = try trial.check() {
      throw Ending(
        "--hold \"\(condition.text)\": error[out-of-range]: \(fault.message)\nhelp: \(fault.help)", 64)
    }
    let point = TippingPoint(
      low: low, high: high, tolerance: tolerance ?? (high - low) / 100, isWhole: isWhole,
      probability: probability)
    return (trial, point)
  }
}
