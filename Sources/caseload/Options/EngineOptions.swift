import ArgumentParser
import Sweeps

extension JobScript.Engine: ExpressibleByArgument {}

/// Who runs the parts of a sweep.
struct EngineOptions: ParsableArguments {
  @Option(help: "Divide the sweep into parts and have Slurm or GNU parallel run them.")
  var engine: JobScript.Engine?

  @Option(help: "The number of parts for --engine.")
  var tasks = 8

  @Option(help: "Cores for each part.")
  var cores = 1

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "An option for sbatch or parallel, such as --engine-option=--partition=short. May be repeated.",
      valueName: "option"))
  var engineOption: [String] = []

  @Flag(help: "Submit and return at once; a second job merges the parts when they are done (Slurm).")
  var detach = false

  func validate() throws {
    if tasks < 1 || tasks > 10_000 { throw ValidationError("--tasks must be from 1 to 10000, not \(tasks).") }
    if cores < 1 { throw ValidationError("--cores must be 1 or more, not \(cores).") }
    if detach, engine != .slurm { throw ValidationError("--detach is for --engine slurm.") }
  }
}
