import ArgumentParser
import Experiments
import Foundation
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// How often, from which seed and on how many cores. Shared by the verbs that compare designs.
struct ReplicationOptions: ParsableArguments {
  @Option(name: .long, help: "Replications of each, instead of run.replications.")
  var reps: Int?

  @Option(name: .long, help: "Seed, instead of run.seed.")
  var seed: Int?

  @Option(name: .long, help: "Replications that run at one time. Default: the number of cores.")
  var jobs: Int?

  func validate() throws {
    if let reps, reps < 1 { throw ValidationError("--reps must be 1 or more, not \(reps).") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
    if let seed, seed < 0 { throw ValidationError("--seed must be 0 or more, not \(seed).") }
  }

  /// As `--set` would say it.
  var sets: [String] {
    (reps.map { ["run.replications=\($0)"] } ?? []) + (seed.map { ["run.seed=\($0)"] } ?? [])
  }

  var cores: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// Which numbers are looked at. Shared by the verbs that compare designs.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("output"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      A number to look at: measure, measure{key=value}, either with @2017-18 (a financial year) or @average. May be \
      given several times. Default: the headline measures.
      """, valueName: "measure"))
  var outputs: [String] = []

  /// Finds the outputs in what a scenario watches, or ends the program.
  ///
  /// - Parameter averages: see `OutputChoices.init`.
  func choices(
    _ tables: ModelTables, warmUp: Int, and others: [String] = [], averagingStaff averages: Bool = false
  ) throws -> OutputChoices {
    try OutputOptions.find(outputs + others, tables, warmUp: warmUp, averagingStaff: averages)
  }

  static func find(
    _ names: [String], _ tables: ModelTables, warmUp: Int, averagingStaff averages: Bool = false
  ) throws -> OutputChoices {
    do {
      return try OutputChoices(names, in: tables, warmUp: warmUp, averagingStaff: averages)
    } catch {
      throw ValidationError(words(error))
    }
  }

  private static func words(_ fault: OutputFault) -> String {
    switch fault {
    case .twice(let name): return "The output \(name) is asked for twice."
    case .unknownSpan(let name, let word, let years):
      let range = "\(years.first ?? "") to \(years.last ?? "")"
      return "\(name): there is no '\(word)'; write @average or a financial year of the run, \(range)."
    case .unknown(let name, let known):
      let near = Suggestion.nearest(to: name, among: known)
      let list = known.prefix(60).joined(separator: " ")
      return "There is no output '\(name)'"
        + (near.map { "; did you mean '\($0)'?" } ?? "; there are: \(list)")
    }
  }
}

/// Where an experiment writes.
struct FolderOptions: ParsableArguments {
  @Option(name: .long, help: "Folder for the results.", completion: .directory)
  var out: String?

  @Flag(name: .long, help: "Replace the results that are in the folder.")
  var force = false

  /// Opens the folder, or ends the program.
  func folder(default name: String) throws -> OutputFolder {
    try Told.failure { () throws(OutputFailure) in try OutputFolder(out ?? "Results/\(name)", force: force) }
  }
}

/// Failures told to the person who asked, each with its exit code.
enum Told {
  static func failure<Result>(_ work: () throws(OutputFailure) -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
  }

  /// The path as seen from the working folder.
  static func relative(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  /// A file's name without its folder and ending.
  static func stem(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}

/// When a run has been repeated often enough.
struct PrecisionOptions: ParsableArguments {
  /// What the precision is of where nobody says.
  static let usual = [Series.lookedAfter, Series.cost]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Go on until the 95% interval of each named output is within this share of its mean and has kept to it, such as 5%.",
      valueName: "share"))
  var precision: PercentShare?

  @Option(
    name: .customLong("precise"), parsing: .singleValue,
    help: ArgumentHelp(
      "An output that --precision is about. Default: \(PrecisionOptions.usual.joined(separator: " and ")).",
      valueName: "measure"))
  var outputs: [String] = []

  @Option(name: .long, help: "The most replications for --precision.")
  var maxReps = 2000

  @Flag(name: .long, help: "End with exit code 1 where --max-reps was not enough for --precision.")
  var requirePrecision = false

  func validate() throws {
    if maxReps < 2 { throw ValidationError("--max-reps must be 2 or more, not \(maxReps).") }
    if precision == nil, requirePrecision || !outputs.isEmpty {
      throw ValidationError(
        "--require-precision and --precise are about --precision: give it too, such as 5%.")
    }
  }

  /// The rule, or nil where a fixed number of replications was asked for.
  func rule(_ tables: ModelTables, warmUp: Int) throws -> PrecisionRule? {
    guard let precision else { return nil }
    let names = outputs.isEmpty ? PrecisionOptions.usual : outputs
    return PrecisionRule(
      try OutputOptions.find(names, tables, warmUp: warmUp), share: precision.share, limit: maxReps)
  }

  /// Says what is not precise enough, and ends the program where that was asked for.
  func judge(_ rule: PrecisionRule?, _ outcomes: [ReplicationOutcome]) throws {
    guard let open = rule?.open(outcomes), !open.isEmpty else { return }
    let list = open.map { need in
      need.output.name + (need.relative.isFinite ? " (±\((need.relative * 1000).rounded() / 10)%)" : "")
    }
    Terminal.complain(
      "not as precise as asked for after \(outcomes.count) replications: \(list.joined(separator: ", "))")
    if requirePrecision { throw ExitCode(1) }
  }
}
