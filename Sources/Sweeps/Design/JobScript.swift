/// The script that runs the parts of a sweep under a scheduler.
package struct JobScript: Sendable {
  package enum Engine: String, Sendable, CaseIterable {
    case slurm, parallel

    /// The program that takes the script.
    package var tool: String { self == .slurm ? "sbatch" : "parallel" }
    /// What to do where the program is not there.
    package var absence: String {
      switch self {
      case .slurm:
        "there is no sbatch here: run this on a machine of the cluster, or use --engine parallel"
      case .parallel: "there is no GNU parallel here: install it (on Debian: apt-get install parallel)"
      }
    }
  }

  let engine: Engine
  /// Number of parts, and cores of each.
  let tasks, cores: Int
  /// The folder in which the parts run, and that of their logs; absolute.
  let folder, logs: String

  package init(_ engine: Engine, tasks: Int, cores: Int, folder: String, logs: String) {
    (self.engine, self.tasks, self.cores, self.folder) = (engine, tasks, cores, folder)
    self.logs = logs
  }

  /// The script for a command, given as its program and the words that it was started with.
  package func text(_ program: String, _ words: [String]) -> String {
    var lines = ["#!/bin/bash"]
    if engine == .slurm {
      lines += [
        "#SBATCH --job-name=caseload", "#SBATCH --array=1-\(tasks)", "#SBATCH --cpus-per-task=\(cores)",
        "#SBATCH --requeue", "#SBATCH --open-mode=append", "#SBATCH --output=\(logs)/part-%a.log",
      ]
    }
    lines.append("cd \(JobScript.quoted([folder])) || exit 73")
    let shard = engine == .slurm ? "auto" : "\"$1/\(tasks)\""
    let command = JobScript.quoted([program] + JobScript.partWords(words))
    lines.append("exec \(command) --resume --jobs \(cores) --shard \(shard)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The words for sbatch that submit a merge to be run when a job has ended.
  package static func merging(after job: String, _ command: [String], logs: String) -> [String] {
    [
      "--dependency=afterany:\(job)", "--job-name=caseload-merge", "--output=\(logs)/merge.log",
      "--wrap=\(quoted(command))",
    ]
  }

  /// The words for GNU parallel that run the script once for each part.
  package func parallelWords(_ options: [String], script: String, logs: String) -> [String] {
    ["--will-cite", "--joblog", logs + "/parallel.tsv", "--workdir", folder] + options
      + ["bash", script, "{}", ":::"] + (1...tasks).map(String.init)
  }

  /// Words for a shell.
  package static func quoted(_ words: [String]) -> String {
    words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
  }

  /// The words of a command but for those that its parts must not get.
  private static func partWords(_ words: [String]) -> [String] {
    let withValue: Set = [
      "--engine", "--tasks", "--cores", "--engine-option", "--objective", "--jobs", "--shard",
    ]
    let alone: Set = ["--detach", "--force", "--long", "--resume", "--quiet", "-q"]
    var kept: [String] = []
    var skips = false
    for word in words {
      if skips {
        skips = false
      } else if withValue.contains(word) {
        skips = true
      } else if !alone.contains(word), !withValue.contains(where: { word.hasPrefix($0 + "=") }) {
        kept.append(word)
      }
    }
    return kept
  }
}
