import ArgumentParser
import Experiments
import Foundation
import Results
import ServiceModel

/// How many cores work.
struct JobOptions: ParsableArguments {
  @Option(help: "Replications run at a time. Default: the number of cores.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...JobOptions.most).contains(jobs) {
      throw ValidationError(
        jobs < 1
          ? "--jobs must be 1 or more, not \(jobs)."
          : "--jobs must be \(JobOptions.most) or less, not \(jobs): each needs memory of its own.")
    }
  }

  /// The most that run at a time, well above what machines have.
  private static let most = 1024

  var cores: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// From which seed, and on how many cores.
struct SeedOptions: ParsableArguments {
  @Option(help: "Seed, instead of run.seed.")
  var seed: Int?

  @OptionGroup var jobs: JobOptions

  func validate() throws {
    if let seed, seed < 0 { throw ValidationError("--seed must be 0 or more, not \(seed).") }
  }

  /// As `--set` would say it.
  var sets: [String] { seed.map { ["run.seed=\($0)"] } ?? [] }
}

/// How often, from which seed and on how many cores.
struct ReplicationOptions: ParsableArguments {
  @Option(
    help: "Replications (of each design or point, if there are several), instead of run.replications.")
  var reps: Int?

  @OptionGroup var seed: SeedOptions

  func validate() throws {
    if let reps { try ReplicationOptions.check("--reps", reps, least: 1) }
  }

  /// The most replications of anything, as for `run.replications`.
  static let most = 1_000_000

  /// Refuses a number of replications that there cannot be.
  static func check(_ option: String, _ number: Int, least: Int) throws {
    if number < least { throw ValidationError("\(option) must be \(least) or more, not \(number).") }
    if number > most { throw ValidationError("\(option) must be \(most) or less, not \(number).") }
  }

  /// As `--set` would say it.
  var sets: [String] { (reps.map { ["run.replications=\($0)"] } ?? []) + seed.sets }

  var jobs: Int? { seed.jobs.jobs }
  var cores: Int { seed.jobs.cores }
}

/// Which numbers are looked at. Shared by the verbs that compare designs.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      """
      An output to report: measure, measure{key=value}, either of them with @2017-18 (a financial year) or @average. May be \
      repeated. Default: the headline measures.
      """, valueName: "measure"))
  var outputs: [String] = []
}

extension OutputChoices {
  /// Finds outputs by their names in what a scenario watches; its warm-up counts in no average.
  init(
    _ names: [String], _ tables: ModelTables, _ parameters: ServiceParameters, averagingStaff: Bool = false
  ) throws(OutputFault) {
    try self.init(
      names, in: tables, warmUp: parameters.run.warmUpMonths, averagingStaff: averagingStaff)
  }
}

/// Where an experiment writes.
struct FolderOptions: ParsableArguments {
  @Option(
    help: "Folder for the results. Default: a folder in Results/ named after the scenario file.",
    completion: .directory)
  var out: String?

  @Flag(help: "Replace any results in the folder.")
  var force = false

  /// Opens the folder.
  func folder(default name: String) throws(OutputFailure) -> OutputFolder {
    try OutputFolder(path(default: name), force: force)
  }

  func path(default name: String) -> String { out ?? "Results/\(name)" }
}
