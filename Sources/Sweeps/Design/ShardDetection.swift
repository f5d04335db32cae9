/// What a scheduler says of the task that it has started.
package struct ShardDetection: Sendable, Equatable {
  package let shard: Shard
  /// The scheduler and the variables that were read, for saying so.
  package let account: String
  /// Cores that the scheduler gave to the task, where it says.
  package let cores: Int?

  /// A scheduler's variables that make no sense, or none at all.
  package struct Failure: Error, Sendable, Equatable { package let message: String }

  /// The variables that tell a task its place among the others. Of several names the first that is set counts.
  private struct Scheduler {
    let name: String
    let task: [String]
    /// The number of the first task where the scheduler does not say.
    let start: Int
    var first: [String] = []
    var step: [String] = []
    /// How many tasks there are, or the number of the last.
    var count: [String] = []
    var last: [String] = []
    let cores: [String]
  }

  private static let schedulers = [
    Scheduler(
      name: "Slurm", task: ["SLURM_ARRAY_TASK_ID"], start: 0, first: ["SLURM_ARRAY_TASK_MIN"],
      step: ["SLURM_ARRAY_TASK_STEP"], count: ["SLURM_ARRAY_TASK_COUNT"],
      cores: ["SLURM_CPUS_PER_TASK", "SLURM_CPUS_ON_NODE"]),
    Scheduler(
      name: "Grid Engine", task: ["SGE_TASK_ID"], start: 1, first: ["SGE_TASK_FIRST"],
      step: ["SGE_TASK_STEPSIZE"], last: ["SGE_TASK_LAST"], cores: ["NSLOTS"]),
    Scheduler(
      name: "PBS", task: ["PBS_ARRAY_INDEX", "PBS_ARRAYID"], start: 1, first: ["CASELOAD_FIRST"],
      count: ["CASELOAD_SHARDS"], cores: ["NCPUS"]),
    // From the file that HTCondor writes for the task.
    Scheduler(
      name: "HTCondor", task: ["ProcId"], start: 0, count: ["CASELOAD_SHARDS", "TotalSubmitProcs"],
      cores: ["RequestCpus"]),
  ]

  /// Reads the variables of Slurm, Grid Engine, PBS or HTCondor. `file` gives the text of a file, or nil.
  package static func read(
    _ environment: [String: String], file: (String) -> String? = { _ in nil }
  ) throws(Failure) -> ShardDetection {
    let written = environment["_CONDOR_JOB_AD"].flatMap(file).map(entries) ?? [:]
    let variables = environment.merging(written) { $1 }
    func find(_ names: [String]) -> Int? { names.lazy.compactMap { variables[$0].flatMap { Int($0) } }.first }
    guard let scheduler = schedulers.first(where: { find($0.task) != nil }), let task = find(scheduler.task)
    else {
      throw Failure(
        message:
          "No scheduler variables are set (SLURM_ARRAY_TASK_ID, SGE_TASK_ID, PBS_ARRAY_INDEX, _CONDOR_JOB_AD)."
      )
    }
    let names = scheduler.task + scheduler.first + scheduler.step + scheduler.count + scheduler.last
    let read = names.compactMap { name in variables[name].map { "\(name)=\($0)" } }.joined(separator: " ")
    let (first, step) = (find(scheduler.first) ?? scheduler.start, max(1, find(scheduler.step) ?? 1))
    guard let count = find(scheduler.count) ?? find(scheduler.last).map({ ($0 - first) / step + 1 }) else {
      throw Failure(
        message: "\(scheduler.name) does not say how many tasks there are: set CASELOAD_SHARDS (\(read)).")
    }
    guard (task - first) % step == 0, let shard = Shard((task - first) / step + 1, of: count) else {
      throw Failure(
        message: "\(scheduler.name)'s variables do not name one of \(count) tasks in a row (\(read)).")
    }
    let cores = find(scheduler.cores).flatMap { $0 > 0 ? $0 : nil }
    return ShardDetection(shard: shard, account: "\(scheduler.name): \(read)", cores: cores)
  }

  /// `Name = number` lines.
  private static func entries(_ text: String) -> [String: String] {
    text.split(separator: "\n").reduce(into: [:]) { entries, line in
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" } }
      if parts.count == 2 { entries[parts[0]] = parts[1] }
    }
  }
}
