import ArgumentParser
import Experiments
import Foundation
import Reports
import Results
import Sweeps

/// Who runs the parts of a sweep.
struct EngineOptions: ParsableArguments {
  enum Engine: String, ExpressibleByArgument, CaseIterable { case slurm, parallel }

  @Option(name: .long, help: "Cut the sweep into parts and let Slurm or GNU parallel run them.")
  var engine: Engine?

  @Option(name: .long, help: "Number of parts for --engine.")
  var tasks = 8

  @Option(name: .long, help: "Cores for each part.")
  var cores = 1

  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "An option for sbatch or parallel, such as --engine-option=--partition=short. May be given several times.",
      valueName: "option"))
  var engineOption: [String] = []

  @Flag(
    name: .long, help: "Submit and come back at once; a second job merges when the parts are done (Slurm).")
  var detach = false

  func validate() throws {
    if tasks < 1 || tasks > 10_000 { throw ValidationError("--tasks must be from 1 to 10000, not \(tasks).") }
    if cores < 1 { throw ValidationError("--cores must be 1 or more, not \(cores).") }
    if detach, engine != .slurm { throw ValidationError("--detach is for --engine slurm.") }
  }

  /// The words of this command that a part must not get.
  static func partWords(_ words: [String]) -> [String] {
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

/// A sweep that others run: a job script, a submission, and the merge.
struct EngineRun {
  let name: EngineOptions.Engine
  let options: EngineOptions
  var plan: SweepPlan
  let talk: TalkOptions
  let isResumed: Bool
  let isForced: Bool

  init(
    _ name: EngineOptions.Engine, _ options: EngineOptions, _ plan: SweepPlan, _ talk: TalkOptions,
    isResumed: Bool,
    isForced: Bool
  ) {
    self.name = name
    self.options = options
    self.plan = plan
    self.talk = talk
    self.isResumed = isResumed
    self.isForced = isForced
  }

  func run() async throws {
    var plan = plan
    guard let tool = Tool.find(name == .slurm ? "sbatch" : "parallel") else {
      Terminal.complain(
        name == .slurm
          ? "error: there is no sbatch here: run this on a machine of the cluster, or use --engine parallel"
          : "error: there is no GNU parallel here: install it (on Debian: apt-get install parallel)")
      throw ExitCode(69)
    }
    let folder = try plan.begin(resumes: isResumed, replaces: isForced)
    let logs = folder.path + "/logs"
    let script = folder.path + "/job.sh"
    try Told.failure { () throws(OutputFailure) in
      try WholeFile.makeFolder(logs)
      try WholeFile.write(Array(jobScript(folder, logs).utf8), to: script)
    }
    switch name {
    case .slurm:
      let job = try submit(tool, [script])
      if !talk.quiet {
        Terminal.talk("submitted job \(job): \(options.tasks) parts; logs in \(Told.relative(logs))")
      }
      if options.detach {
        let merge = try submit(
          tool,
          [
            "--dependency=afterany:\(job)", "--job-name=caseload-merge", "--output=\(logs)/merge.log",
            "--wrap=\(Tool.quoted([Tool.itself, "merge", absolute(folder.path)]))",
          ])
        Terminal.say("job \(job), then job \(merge) merges into \(Told.relative(folder.path))\n")
        return
      }
      try await wait(job)
    case .parallel:
      let parts = (1...options.tasks).map(String.init)
      let code = try Tool.run(
        tool,
        [
          "--will-cite", "--joblog", folder.path + "/logs/parallel.tsv", "--workdir",
          FileManager.default.currentDirectoryPath,
        ]
          + options.engineOption + ["bash", absolute(script), "{}", ":::"] + parts
      ).code
      if code != 0, !talk.quiet {
        Terminal.talk("\(code) parts did not end well; see \(Told.relative(logs))")
      }
    }
    try MergeRun([folder], into: folder, manifest: plan.manifest, isLong: false, objective: nil, talk).run()
  }

  private func jobScript(_ folder: SweepFolder, _ logs: String) -> String {
    let words = [Tool.itself] + EngineOptions.partWords(Array(CommandLine.arguments.dropFirst()))
    let here = FileManager.default.currentDirectoryPath
    var lines = ["#!/bin/bash"]
    if name == .slurm {
      lines += [
        "#SBATCH --job-name=caseload", "#SBATCH --array=1-\(options.tasks)",
        "#SBATCH --cpus-per-task=\(options.cores)", "#SBATCH --requeue", "#SBATCH --open-mode=append",
        "#SBATCH --output=\(absolute(logs))/part-%a.log",
      ]
    }
    lines.append("cd \(Tool.quoted([here])) || exit 73")
    let shard = name == .slurm ? "auto" : "\"$1/\(options.tasks)\""
    lines.append("exec \(Tool.quoted(words)) --resume --jobs \(options.cores) --shard \(shard)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func submit(_ tool: String, _ words: [String]) throws -> String {
    let result = try Tool.run(tool, ["--parsable"] + options.engineOption + words, isHeard: true)
    let job = result.out.split(separator: ";").first.map {
      String($0).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard result.code == 0, let job, Int(job) != nil else {
      Terminal.complain(
        "error: sbatch did not take the job (exit code \(result.code)); the script is \(words.last ?? "")")
      throw ExitCode(69)
    }
    return job
  }

  /// Waits until Slurm knows the job no longer as one that waits or runs.
  private func wait(_ job: String) async throws {
    guard let squeue = Tool.find("squeue") else { throw ExitCode(69) }
    let interrupts = Interrupts()
    interrupts.watch(lost: "the job goes on: scancel \(job) ends it") {}
    while interrupts.signal == 0 {
      let answer = try Tool.run(
        squeue, ["--noheader", "--array", "--job", job, "--format=%i"], isHeard: true)
      if answer.out.allSatisfy(\.isWhitespace) { return }
      try await Task.sleep(for: .milliseconds(500))
    }
    Terminal.complain(
      "the job goes on without this command; `scancel \(job)` ends it, `caseload merge` merges")
    throw ExitCode(128 + interrupts.signal)
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

/// Programs of others.
enum Tool {
  /// The path of this program.
  static var itself: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
  }

  /// The path of a program on the PATH.
  static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end. What it says goes to standard error, or is returned where it `isHeard`.
  static func run(_ path: String, _ words: [String], isHeard: Bool = false) throws -> (
    code: Int32, out: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = isHeard ? pipe : FileHandle.standardError
    try process.run()
    let data = isHeard ? pipe.fileHandleForReading.readDataToEndOfFile() : Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Words for a shell.
  static func quoted(_ words: [String]) -> String {
    words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
  }
}
