import ArgumentParser
import Experiments
import Parameters
import ScenarioFiles
import ServiceModel
import Sweeps

extension Selection.Method: ExpressibleByArgument {}
extension FitMethod: ExpressibleByArgument {}

/// How the best of several designs is chosen.
struct ChoiceOptions: ParsableArguments {
  enum Way: String, ExpressibleByArgument, CaseIterable { case less, more }

  @Option(help: ArgumentHelp("The output that decides, named as for --output.", valueName: "measure"))
  var objective: String

  @Option(help: "Whether less or more is better, where the measure itself does not say.")
  var better: Way?

  @Option(help: "kn or ocba.")
  var method = Selection.Method.kn

  @Option(
    help: ArgumentHelp(
      "The smallest difference that matters (kn): an amount in the output's unit, or 2% of the first design's mean.",
      valueName: "delta"))
  var delta: String?

  @Option(name: .customLong("confidence"), help: "The probability of a right choice, such as 95%.")
  var wantedConfidence = PercentShare(0.95)

  @Option(help: "Replications of each design to begin with.")
  var first = 10

  @Option(help: "The most replications of any one design (kn). Default: 1000.")
  var maxReps: Int?

  @Option(help: "The most replications of all designs together (ocba). Default: 1000.")
  var budget: Int?

  @Option(help: .hidden)
  var reps: Int?

  var confidence: Double { wantedConfidence.share }

  /// The smallest difference that matters; nil where none was given, or what was given is none.
  private var indifference: Comparison.Indifference? {
    guard let size = delta.flatMap(Comparison.Indifference.init) else { return nil }
    switch size {
    case .amount(let amount): return amount > 0 ? size : nil
    case .share(let share): return share > 0 ? size : nil
    }
  }

  func validate() throws {
    if reps != nil {
      throw ValidationError(
        "select itself decides how many replications it needs: say the most with "
          + "\(method == .kn ? "--max-reps" : "--budget"), and how many to begin with with --first.")
    }
    if method == .kn, indifference == nil {
      throw ValidationError(
        "--method kn needs --delta, a difference above 0: an amount in the output's unit, or a share such as 2%."
      )
    }
    if !(confidence > 0.5 && confidence < 1) {
      throw ValidationError("--confidence must be above 50% and below 100%, not \(wantedConfidence.text).")
    }
    try ReplicationOptions.check("--first", first, least: 2)
    if let maxReps { try ReplicationOptions.check("--max-reps", maxReps, least: 2) }
    if let budget { try ReplicationOptions.check("--budget", budget, least: 2) }
    if method == .kn, budget != nil {
      throw ValidationError("--budget is for --method ocba; kn has --max-reps.")
    }
    if method == .ocba, maxReps != nil || delta != nil {
      throw ValidationError("--max-reps and --delta are for --method kn; ocba has --budget.")
    }
    if most < first, method == .kn { throw ValidationError("--max-reps must be at least --first.") }
  }

  /// The most replications: of one design (kn), or of all together (ocba).
  private var most: Int { (method == .kn ? maxReps : budget) ?? 1000 }

  /// Which way the output is better; refuses a difference that it can never make.
  func way(_ output: OutputChoice) throws -> Way {
    if case .amount(let delta)? = indifference, output.range == 0...1, delta > 1 {
      throw ValidationError(
        "--delta \(Value.number(delta).text): \(output.name) is a share, 0 to 1; did you mean \(Value.number(delta / 100).text)?"
      )
    }
    if let better { return better }
    guard let way = Way(rawValue: output.better.rawValue) else {
      throw ValidationError(
        "Only you can say whether more or less of \(output.name) is better: give --better less or --better more."
      )
    }
    return way
  }

  /// The choice among the designs, ready to run.
  func selection(_ designs: [TrialDesign], _ way: Way, _ runner: TrialRunner) throws -> Selection {
    if method == .ocba, most < first * designs.count {
      throw ValidationError("--budget must be at least --first for each of the \(designs.count) designs.")
    }
    var selection = Selection(designs, runner: runner, sign: way == .less ? -1 : 1)
    selection.confidence = confidence
    selection.indifference = indifference ?? .amount(1)
    selection.first = first
    selection.limit = most
    return selection
  }
}

/// A design to choose, with the one output that decides.
struct NamedDesign {
  let name: String
  let trial: TrialDesign

  /// - Parameters:
  ///   - base: whose warm-up counts in no average.
  ///   - work: names all that the numbers of outputs depend on.
  init(
    _ name: String, _ parameters: ServiceParameters, _ uncertain: UncertainInputs, output: String,
    base: ServiceParameters, work: (OutputChoices) -> String
  ) throws(OutputFault) {
    self.name = name
    let tables = ModelTables(parameters)
    let outputs = try OutputChoices([output], tables, base)
    trial = TrialDesign(tables, outputs: outputs, uncertain: uncertain, work: work(outputs))
  }
}

extension DesignOptions {
  /// The points as designs, each named after what varies in it.
  func designs(_ scenario: Scenario<ServiceParameters>, output: String) throws -> [NamedDesign] {
    let grid = try text.read(scenario)
    guard grid.count <= 1000 else {
      throw ValidationError("\(grid.count) designs are too many to choose from: the limit is 1000.")
    }
    let variants = Variants(scenario, varying: grid.paths, isSampled: sample != nil)
    return try grid.sound(variants).map { point in
      try NamedDesign(
        point.name, point.parameters, variants.inputs(point.parameters), output: output,
        base: scenario.parameters
      ) { variants.work(point.values, $0) }
    }
  }
}
