import Experiments
import Parameters
import ScenarioFiles
import ServiceModel

/// The points of a design as the model takes them.
struct Variants: Sendable {
  let variation: ScenarioVariation<ServiceParameters>
  /// What is still uncertain where the varied values are given.
  private let uncertain: [String: Uncertainty]
  /// Whether shares beside drawn ones give way, so that they sum to 1.
  private let mends: Bool

  init(_ scenario: Scenario<ServiceParameters>, varying paths: [String], isSampled: Bool = false) {
    variation = ScenarioVariation(scenario, varying: paths, leavingOut: ["run.replications"])
    uncertain = scenario.uncertainties.filter { !paths.contains($0.key) }
    mends = isSampled
  }

  /// The parameters with these values, and the first twelve digits of their fingerprint.
  func point(_ values: [Value]) -> (id: String, parameters: ServiceParameters) {
    let variant = variation.variant(values)
    var parameters = variant.parameters
    if mends { parameters.mendShares(keeping: Set(variation.paths)) }
    return (String(variant.fingerprint.prefix(12)), parameters)
  }

  /// What each replication draws anew beside these parameters.
  func inputs(_ parameters: ServiceParameters) -> UncertainInputs { UncertainInputs(parameters, uncertain) }
}
