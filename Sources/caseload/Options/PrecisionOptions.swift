import ArgumentParser
import Experiments
import Parameters
import ServiceModel

/// When a run has been repeated often enough.
struct PrecisionOptions: ParsableArguments {
  /// What the precision is of where nobody says.
  static let usual = [Series.lookedAfter, Series.cost]

  @Option(
    help: ArgumentHelp(
      "Continue until the 95% interval of each named output is within this share of its mean and stays there, such as 5%.",
      valueName: "share"))
  var precision: PercentShare?

  @Option(
    name: .customLong("precise"),
    help: ArgumentHelp(
      "An output to which --precision applies. Default: \(PrecisionOptions.usual.joined(separator: " and ")).",
      valueName: "measure"))
  var outputs: [String] = []

  @Option(help: "The most replications for --precision.")
  var maxReps = 2000

  @Flag(help: "End with exit code 1 if --max-reps was not enough for --precision.")
  var requirePrecision = false

  func validate() throws {
    try precision?.validatePrecision()
    if maxReps < 2 { throw ValidationError("--max-reps must be 2 or more, not \(maxReps).") }
    if precision == nil, requirePrecision || !outputs.isEmpty {
      throw ValidationError(
        "--require-precision and --precise go with --precision: give that too, such as 5%.")
    }
  }

  /// The rule, or nil where a fixed number of replications was asked for.
  func rule(_ tables: ModelTables, _ parameters: ServiceParameters) throws(OutputFault) -> PrecisionRule? {
    guard let precision else { return nil }
    let names = outputs.isEmpty ? PrecisionOptions.usual : outputs
    return PrecisionRule(
      try OutputChoices(names, tables, parameters), share: precision.share, limit: maxReps)
  }

  /// Says what is not precise enough, and ends the program where that was asked for.
  func judge(_ rule: PrecisionRule?, _ outcomes: [ReplicationOutcome]) throws {
    guard let open = rule?.open(outcomes), !open.isEmpty else { return }
    let list = open.map { need in
      need.output.name + (need.relative.isFinite ? " (±\(PercentShare(need.relative).text))" : "")
    }
    let words =
      "not as precise as requested after \(outcomes.count) replications: \(list.joined(separator: ", "))"
    if requirePrecision { throw Ending(words, 1) }
    Terminal.complain(words)
  }
}
