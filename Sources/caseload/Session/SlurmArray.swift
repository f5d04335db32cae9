import Foundation
import Sweeps

/// Submits the parts of a sweep to Slurm: as one array, or as several where the cluster's own are shorter.
struct SlurmArray {
  /// The exit code where Slurm refuses a job, told apart from a Slurm that is not there (sysexits: EX_PROTOCOL).
  static let refusal: Int32 = 76

  private let sbatch: String
  /// The most tasks of one array.
  let most: Int
  /// What the cluster calls its limit, where it says.
  private let limit: Int?

  init(sbatch: String) throws {
    self.sbatch = sbatch
    limit = SlurmArray.limit()
    most = limit.map { $0 - 1 } ?? .max
    if most < 1 {
      throw Ending(
        "error: this cluster runs no arrays of jobs (MaxArraySize is \(limit ?? 0))\n"
          + "help: submit a job for each part yourself: caseload sweep … --shard 1/8", SlurmArray.refusal)
    }
  }

  /// One more than the largest number that a task may have; nil where the cluster does not say.
  private static func limit() -> Int? {
    guard let scontrol = Tool.find("scontrol"),
      let answer = try? Tool.run(scontrol, ["show", "config"], isQuiet: true), answer.code == 0
    else { return nil }
    return SlurmSettings.maxArraySize(answer.out)
  }

  /// Submits all parts, and returns the numbers of the jobs.
  func submit(_ script: JobScript, _ options: EngineOptions, in folder: String) throws -> [String] {
    var jobs: [String] = []
    for first in stride(from: 0, to: options.tasks, by: min(most, options.tasks)) {
      let words = script.sbatchWords(
        options.engineOption, tasks: min(most, options.tasks - first), after: first,
        isCut: options.tasks > most)
      jobs.append(try submit(words, after: jobs, in: folder))
    }
    return jobs
  }

  /// Submits one job, and returns its number.
  ///
  /// - Parameter jobs: those that were submitted before, to be named where this one is refused.
  func submit(_ words: [String], after jobs: [String], in folder: String) throws -> String {
    let result = try Tool.run(sbatch, words, in: folder)
    let job = result.out.split(separator: ";").first.map {
      String($0).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    if result.code == 0, let job, Int(job) != nil { return job }
    var text = "error: sbatch did not accept the job (its exit code is \(result.code))\n"
    if !jobs.isEmpty {
      let list = jobs.joined(separator: " ")
      text += "The jobs before it were accepted and carry on: `scancel \(list)` ends them.\n"
    }
    text +=
      "help: see what sbatch says above. An array holds "
      + (limit.map { "up to \($0 - 1) tasks here (MaxArraySize)" } ?? "as many tasks as MaxArraySize allows")
      + ";\nhow many jobs one person may have is another limit: give fewer --tasks"
    throw Ending(text, SlurmArray.refusal)
  }
}
