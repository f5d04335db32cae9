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
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
  }

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
    if let reps, reps < 1 { throw ValidationError("--reps must be 1 or more, not \(reps).") }
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
