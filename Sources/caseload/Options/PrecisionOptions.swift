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

  @Option(help: "The most replications for --precision. Default: 2000, or --reps if that is more.")
  var maxReps: Int?

  @Flag(help: "End with exit code 1 if --max-reps was not enough for --precision.")
  var requirePrecision = false

  func validate() throws {
    try precision?.validatePrecision()
    if let maxReps { try ReplicationOptions.check("--max-reps", maxReps, least: 2) }
    if precision == nil, requirePrecision || !outputs.isEmpty || maxReps != nil {
      throw ValidationError(
        "--max-reps, --require-precision and --precise go with --precision: give that too, such as 5%.")
    }
  }

  /// How many replications to begin with: as many as the scenario says, but no more than are allowed.
  ///
  /// - Parameter asked: what `--reps` says.
  func first(_ wanted: Int, asked: Int?) throws -> Int {
    guard precision != nil, let maxReps else { return wanted }
    if let asked, asked > maxReps {
      throw ValidationError("--reps \(asked) is more than --max-reps \(maxReps) allows.")
    }
    return min(wanted, maxReps)
  }

  /// The rule, or nil where a fixed number of replications was asked for.
  func rule(_ tables: ModelTables, _ parameters: ServiceParameters) throws(OutputFault) -> PrecisionRule? {
    guard let precision else { return nil }
    let limit = maxReps ?? max(2000, parameters.run.replications)
    let names = outputs.isEmpty ? PrecisionOptions.usual : outputs
    return PrecisionRule(
      try OutputChoices(names, tables, parameters), share: precision.share, limit: limit)
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
