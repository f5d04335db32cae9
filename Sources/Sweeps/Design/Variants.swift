import Experiments
import Parameters
import ScenarioFiles
import ServiceModel

/// The points of a design as the model takes them.
package struct Variants: Sendable {
  private let variation: ScenarioVariation<ServiceParameters>
  /// What is still uncertain where the varied values are given.
  private let uncertain: [String: Uncertainty]
  private let jointly: [PairCorrelation]
  /// Whether shares beside drawn ones give way, so that they sum to 1.
  private let mends: Bool

  package init(_ scenario: Scenario<ServiceParameters>, varying paths: [String], isSampled: Bool = false) {
    variation = ScenarioVariation(scenario, varying: paths, leavingOut: ["run.replications"])
    uncertain = scenario.uncertainties.filter { !paths.contains($0.key) }
    jointly = scenario.jointly
    mends = isSampled
  }

  /// The parameters with these values, and the point's name: the letter p and the first twelve digits of their
  /// fingerprint. Without the letter, a spreadsheet takes one name in a few for a number.
  package func point(_ values: [Value]) -> (id: String, parameters: ServiceParameters) {
    let variant = variation.variant(values)
    var parameters = variant.parameters
    if mends { parameters.mendShares(keeping: Set(variation.paths)) }
    return ("p" + variant.fingerprint.prefix(12), parameters)
  }

  /// The name of all that the numbers of a point's outputs depend on, for keeping its replications.
  package func work(_ values: [Value], _ outputs: OutputChoices) -> String {
    outputs.work(variation.variant(values).fingerprint + (mends ? " with shares that give way" : ""))
  }

  /// What each replication draws anew beside these parameters.
  package func inputs(_ parameters: ServiceParameters) -> UncertainInputs {
    UncertainInputs(parameters, uncertain, jointly: jointly)
  }
}

extension SweepDesign {
  /// Every point with what it varies as its name; the first that contradicts itself is refused.
  package func sound(
    _ variants: Variants
  ) throws(Mistakes) -> [(name: String, values: [Value], parameters: ServiceParameters)] {
    var mistakes = Mistakes()
    var points: [(name: String, values: [Value], parameters: ServiceParameters)] = []
    for number in 1...count where mistakes.isEmpty {
      let values = values(number)
      let parameters = variants.point(values).parameters
      if let fault = parameters.contradictions().first(where: { $0.severity == .error }) {
        mistakes.add("\(levels(values)): error[\(fault.code)]: \(fault.message)", 65)
      }
      points.append((levels(values), values, parameters))
    }
    try mistakes.end()
    return points
  }
}
