/// What a scheduler says of the task that it has started.
package struct ShardDetection: Sendable, Equatable {
  package let shard: Shard
  /// The scheduler and the variables that were read, for saying so.
  package let account: String
  /// Cores that the scheduler gave to the task, where it says.
  package let cores: Int?

  /// A scheduler's variables that make no sense, or none at all.
  package struct Failure: Error, Sendable, Equatable { package let message: String }

  /// Reads the variables of Slurm, PBS, Grid Engine or HTCondor. `file` gives the text of a file, or nil.
  package static func read(
    _ environment: [String: String], file: (String) -> String? = { _ in nil }
  ) throws(Failure) -> ShardDetection {
    func whole(_ name: String) -> Int? { environment[name].flatMap(Int.init) }
    var readings: [Reading] = []
    if let task = whole("SLURM_ARRAY_TASK_ID") {
      readings.append(
        Reading(
          "Slurm", task, first: whole("SLURM_ARRAY_TASK_MIN") ?? 0, step: whole("SLURM_ARRAY_TASK_STEP") ?? 1,
          count: whole("SLURM_ARRAY_TASK_COUNT"),
          cores: whole("SLURM_CPUS_PER_TASK") ?? whole("SLURM_CPUS_ON_NODE"),
          names: [
            "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP", "SLURM_ARRAY_TASK_COUNT",
          ]))
    } else if let task = whole("SGE_TASK_ID"), let last = whole("SGE_TASK_LAST") {
      let first = whole("SGE_TASK_FIRST") ?? 1
      let step = max(1, whole("SGE_TASK_STEPSIZE") ?? 1)
      readings.append(
        Reading(
          "Grid Engine", task, first: first, step: step, count: (last - first) / step + 1,
          cores: whole("NSLOTS"),
          names: ["SGE_TASK_ID", "SGE_TASK_FIRST", "SGE_TASK_LAST", "SGE_TASK_STEPSIZE"]))
    } else if let task = whole("PBS_ARRAY_INDEX") ?? whole("PBS_ARRAYID") {
      readings.append(
        Reading(
          "PBS", task, first: whole("CASELOAD_FIRST") ?? 1, step: 1, count: whole("CASELOAD_SHARDS"),
          cores: whole("NCPUS"),
          names: ["PBS_ARRAY_INDEX", "PBS_ARRAYID", "CASELOAD_FIRST", "CASELOAD_SHARDS"]))
    } else if let path = environment["_CONDOR_JOB_AD"], let advertisement = file(path) {
      let entries = Self.entries(advertisement)
      if let task = entries["ProcId"] {
        readings.append(
          Reading(
            "HTCondor", task, first: 0, step: 1,
            count: whole("CASELOAD_SHARDS") ?? entries["TotalSubmitProcs"], cores: entries["RequestCpus"],
            names: ["_CONDOR_JOB_AD", "CASELOAD_SHARDS"]))
      }
    }
    guard let reading = readings.first else {
      throw Failure(
        message:
          "No scheduler's variables are set (SLURM_ARRAY_TASK_ID, SGE_TASK_ID, PBS_ARRAY_INDEX, _CONDOR_JOB_AD)."
      )
    }
    return try reading.detection(environment)
  }

  /// `Name = number` lines.
  private static func entries(_ text: String) -> [String: Int] {
    var entries: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map {
        String($0.filter { $0 != " " && $0 != "\t" })
      }
      if parts.count == 2, let number = Int(parts[1]) { entries[parts[0]] = number }
    }
    return entries
  }

  private struct Reading {
    let scheduler: String
    let task, first, step: Int
    let count, cores: Int?
    let names: [String]

    init(
      _ scheduler: String, _ task: Int, first: Int, step: Int, count: Int?, cores: Int?, names: [String]
    ) {
      self.scheduler = scheduler
      self.task = task
      self.first = first
      self.step = max(1, step)
      self.count = count
      self.cores = cores
      self.names = names
    }

    func detection(_ environment: [String: String]) throws(Failure) -> ShardDetection {
      let read = names.compactMap { name in environment[name].map { "\(name)=\($0)" } }.joined(separator: " ")
      guard let count else {
        throw Failure(
          message: "\(scheduler) does not say how many tasks there are: set CASELOAD_SHARDS (\(read)).")
      }
      guard (task - first) % step == 0, let shard = Shard((task - first) / step + 1, of: count) else {
        throw Failure(
          message: "\(scheduler)'s variables do not name one of \(count) tasks in a row (\(read)).")
      }
      return ShardDetection(
        shard: shard, account: "\(scheduler): \(read)", cores: cores.flatMap { $0 > 0 ? $0 : nil })
    }
  }
}
