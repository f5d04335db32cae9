import ArgumentParser
import Sweeps

extension JobScript.Engine: ExpressibleByArgument {}

/// Who runs the parts of a sweep.
struct EngineOptions: ParsableArguments {
  @Option(help: "Divide the sweep into parts and have Slurm or GNU parallel run them.")
  var engine: JobScript.Engine?

  @Option(name: .customLong("tasks"), help: "The number of parts for --engine. Default: 8.")
  var askedTasks: Int?

  @Option(
    name: .customLong("cores"),
    help: "Cores for each part of --engine; --jobs says the same. Default: 1.")
  var askedCores: Int?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "An option for sbatch or parallel, such as --engine-option=--partition=short. May be repeated.",
      valueName: "option"))
  var engineOption: [String] = []

  @Flag(help: "Submit and return at once; a second job merges the parts when they are done (Slurm).")
  var detach = false

  var tasks: Int { askedTasks ?? 8 }

  func validate() throws {
    if engine == nil, askedTasks != nil || askedCores != nil || !engineOption.isEmpty {
      throw ValidationError("--tasks, --cores and --engine-option go with --engine: give that too.")
    }
    if tasks < 1 || tasks > 10_000 { throw ValidationError("--tasks must be from 1 to 10000, not \(tasks).") }
    if let cores = askedCores, cores < 1 { throw ValidationError("--cores must be 1 or more, not \(cores).") }
    if detach, engine != .slurm { throw ValidationError("--detach is for --engine slurm.") }
    // Another word would be taken for the program to run.
    for word in engineOption where !word.hasPrefix("-") || word.allSatisfy({ $0 == "-" }) {
      throw ValidationError(
        "--engine-option \(Shell.word(word)): an option begins with a dash and holds its value, such as "
          + "--engine-option=--partition=short.")
    }
  }
}
