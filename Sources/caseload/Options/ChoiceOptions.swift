import ArgumentParser
import Experiments
import Parameters
import ScenarioFiles
import ServiceModel
import Sweeps

extension Selection.Method: ExpressibleByArgument {}

/// How the best of several designs is chosen.
struct ChoiceOptions: ParsableArguments {
  enum Way: String, ExpressibleByArgument, CaseIterable { case less, more }

  @Option(help: ArgumentHelp("The output that decides, named as for --output.", valueName: "measure"))
  var objective: String

  @Option(help: "Whether less or more is better, where the measure itself does not say.")
  var better: Way?

  @Option(help: "kn or ocba.")
  var method = Selection.Method.kn

  @Option(help: "The smallest difference that matters, in the output's unit (kn).")
  var delta: Double?

  @Option(help: "The probability of a right choice.")
  var confidence = 0.95

  @Option(help: "Replications of each design to begin with.")
  var first = 10

  @Option(help: "The most replications of any one design (kn).")
  var maxReps = 1000

  @Option(help: "The most replications of all designs together (ocba).")
  var budget = 1000

  func validate() throws {
    if method == .kn, delta.map({ $0 > 0 && $0.isFinite }) != true {
      throw ValidationError("--method kn needs --delta, a difference above 0 in the output's unit.")
    }
    if !(confidence > 0.5 && confidence < 1) {
      throw ValidationError("--confidence must be above 0.5 and below 1.")
    }
    if first < 2 { throw ValidationError("--first must be 2 or more, not \(first).") }
    if maxReps < first { throw ValidationError("--max-reps must be at least --first.") }
  }

  /// Which way the output is better.
  func way(_ output: OutputChoice) throws -> Way {
    if let better { return better }
    guard let way = Way(rawValue: output.better.rawValue) else {
      throw ValidationError(
        "Only you can say whether more or less of \(output.name) is better: give --better less or --better more."
      )
    }
    return way
  }

  /// The choice among the designs, ready to run.
  func selection(_ designs: [TrialDesign], _ way: Way, jobs: Int) throws -> Selection {
    if method == .ocba, budget < first * designs.count {
      throw ValidationError("--budget must be at least --first for each of the \(designs.count) designs.")
    }
    var selection = Selection(designs, runner: TrialRunner(jobs: jobs), sign: way == .less ? -1 : 1)
    selection.confidence = confidence
    selection.indifference = delta ?? 1
    selection.first = first
    selection.limit = method == .kn ? maxReps : budget
    return selection
  }
}

/// A design to choose, with the one output that decides.
struct NamedDesign {
  let name: String
  let trial: TrialDesign

  /// - Parameter base: whose warm-up counts in no average.
  init(
    _ name: String, _ parameters: ServiceParameters, _ uncertain: UncertainInputs, output: String,
    base: ServiceParameters
  ) throws(OutputFault) {
    self.name = name
    let tables = ModelTables(parameters)
    trial = TrialDesign(
      tables, outputs: try OutputChoices([output], tables, base), uncertain: uncertain)
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
    return try grid.sound(variants).map {
      try NamedDesign(
        $0.name, $0.parameters, variants.inputs($0.parameters), output: output, base: scenario.parameters)
    }
  }
}
