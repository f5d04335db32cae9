import ArgumentParser
import Experiments
import Foundation
import Reports
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
  func choices(_ tables: ModelTables, warmUp: Int, and others: [String] = []) throws -> OutputChoices {
    try OutputOptions.find((outputs.isEmpty ? [] : outputs) + others, tables, warmUp: warmUp)
  }

  static func find(_ names: [String], _ tables: ModelTables, warmUp: Int) throws -> OutputChoices {
    do {
      return try OutputChoices(names, in: tables, warmUp: warmUp)
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
