/// The script that runs the parts of a sweep under a scheduler.
///
/// A scheduler gets fixed words alone: it is started in the folder of the sweep, and the script and the logs have the same
/// names in every sweep. What people named (folders, files, values, the program's own path) stands in the script only, each
/// word in quotation marks.
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

  /// The script of the parts, that of the merge, and the folder of logs; in the folder of the sweep.
  package static let name = "job.sh"
  package static let mergeName = "merge.sh"
  package static let logs = "logs"

  let engine: Engine
  /// Number of parts, and cores of each.
  let tasks, cores: Int
  /// The folder in which the parts run, and that of the sweep; absolute.
  let folder, place: String

  package init(_ engine: Engine, tasks: Int, cores: Int, folder: String, place: String) {
    (self.engine, self.tasks, self.cores) = (engine, tasks, cores)
    (self.folder, self.place) = (folder, place)
  }

  /// Whether Slurm would read something into the path of the logs: it replaces what follows a per cent sign. Then the
  /// script opens its log itself.
  private var opensLog: Bool { engine == .slurm && place.contains { $0 == "%" || $0 == "\\" } }

  /// The script for a command, given as its program and the words that it was started with, the verb first.
  ///
  /// - Parameter isCut: whether the parts are in several arrays; the script then gets the number of parts before its own.
  package func text(_ program: String, _ words: [String], isCut: Bool = false) -> String {
    // What is ours stands before what people said, which may end with names after `--`.
    let own = ["--resume", "--jobs", String(cores), "--shard"]
    let begin = JobScript.quoted([program] + words.prefix(1) + own)
    let rest = JobScript.quoted(JobScript.partWords(Array(words.dropFirst())))
    let number = isCut ? "$(($1 + SLURM_ARRAY_TASK_ID))" : "$1"
    let shard = engine == .slurm && !isCut ? "auto" : "\"\(number)/\(tasks)\""
    let log = "part-\"\(isCut ? number : "$SLURM_ARRAY_TASK_ID")\".log"
    return script(log, "exec \(begin) \(shard) \(rest)")
  }

  /// The script for a merge with these options in a folder; absolute.
  package func mergeText(_ program: String, _ options: [String], _ folder: String) -> String {
    script("merge.log", "exec " + JobScript.quoted([program, "merge"] + options + ["--", folder]))
  }

  private func script(_ log: String, _ line: String) -> String {
    let logs = JobScript.quoted([place + "/" + JobScript.logs])
    return "#!/bin/bash\n" + (opensLog ? "exec >>\(logs)/\(log) 2>&1\n" : "")
      + "cd \(JobScript.quoted([folder])) || exit 73\n\(line)\n"
  }

  private func output(_ name: String) -> String {
    "--output=" + (opensLog ? "/dev/null" : JobScript.logs + "/" + name)
  }

  // MARK: What the scheduler gets

  /// The words for sbatch that submit so many tasks of the script, after so many in other arrays.
  package func sbatchWords(_ options: [String], tasks: Int, after first: Int, isCut: Bool) -> [String] {
    [
      "--parsable", "--job-name=caseload", "--array=1-\(tasks)", "--cpus-per-task=\(cores)", "--requeue",
      "--open-mode=append", output("part-\(first > 0 ? "\(first)+" : "")%a.log"),
    ] + options + [JobScript.name] + (isCut ? [String(first)] : [])
  }

  /// The words for sbatch that submit a merge to be run when the jobs have ended.
  package func mergingWords(_ options: [String], after jobs: [String]) -> [String] {
    [
      "--parsable", "--dependency=afterany:\(jobs.joined(separator: ":"))", "--job-name=caseload-merge",
      output("merge.log"),
    ] + options + [JobScript.mergeName]
  }

  /// The words for GNU parallel that run the script once for each part. Parts that are to stop have time to keep what
  /// they have.
  package func parallelWords(_ options: [String]) -> [String] {
    // Other machines have to be told the folder; parallel puts it in quotation marks.
    let isFar = options.contains { option in
      ["-S", "--sshlogin", "--slf"].contains { option.hasPrefix($0) }
    }
    return [
      "--will-cite", "--joblog", JobScript.logs + "/parallel.tsv", "--termseq", "TERM,10000,KILL,25",
    ] + (isFar ? ["--workdir", "."] : []) + options + ["bash", JobScript.name, "{}", ":::"]
      + (1...tasks).map(String.init)
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
    for (place, word) in words.enumerated() {
      if skips {
        skips = false
      } else if word == "--" {
        return kept + words[place...]
      } else if withValue.contains(word) {
        skips = true
      } else if !alone.contains(word), !withValue.contains(where: { word.hasPrefix($0 + "=") }) {
        kept.append(word)
      }
    }
    return kept
  }
}
