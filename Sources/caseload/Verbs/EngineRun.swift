import Foundation
import Results
import Sweeps

/// A sweep that others run: a job script, a submission, and the merge.
struct EngineRun {
  let engine: JobScript.Engine
  let options: EngineOptions
  var plan: SweepPlan
  let session: Session
  let isResumed, isForced: Bool

  func run() async throws {
    guard let tool = Tool.find(engine.tool) else {
      throw Ending(
        engine == .slurm
          ? "error: there is no sbatch here: run this on a machine of the cluster, or use --engine parallel"
          : "error: there is no GNU parallel here: install it (on Debian: apt-get install parallel)", 69)
    }
    var plan = plan
    let folder = try plan.begin(resumes: isResumed, replaces: isForced)
    let (logs, script) = (folder.path + "/logs", folder.path + "/job.sh")
    let text = JobScript(
      engine, tasks: options.tasks, cores: options.cores, folder: FileManager.default.currentDirectoryPath,
      logs: Path.absolute(logs)
    ).text(Path.program, Array(CommandLine.arguments.dropFirst()))
    try WholeFile.makeFolder(logs)
    try WholeFile.write(Array(text.utf8), to: script)
    switch engine {
    case .slurm:
      let job = try submit(tool, [script])
      session.talk.say("submitted job \(job): \(options.tasks) parts; logs in \(Path.relative(logs))")
      if options.detach {
        let command = JobScript.quoted([Path.program, "merge", Path.absolute(folder.path)])
        let merge = try submit(
          tool,
          [
            "--dependency=afterany:\(job)", "--job-name=caseload-merge", "--output=\(logs)/merge.log",
            "--wrap=\(command)",
          ])
        return Terminal.say("job \(job), then job \(merge) merges into \(Path.relative(folder.path))\n")
      }
      try await wait(job)
    case .parallel:
      let words = [
        "--will-cite", "--joblog", logs + "/parallel.tsv", "--workdir",
        FileManager.default.currentDirectoryPath,
      ]
      let parts = (1...options.tasks).map(String.init)
      let code = try Tool.run(
        tool, words + options.engineOption + ["bash", Path.absolute(script), "{}", ":::"] + parts
      ).code
      if code != 0 { session.talk.say("\(code) parts did not end well; see \(Path.relative(logs))") }
    }
    try MergeRun(folders: [folder], target: folder, manifest: plan.manifest, talk: session.talk).run()
  }

  private func submit(_ tool: String, _ words: [String]) throws -> String {
    let result = try Tool.run(tool, ["--parsable"] + options.engineOption + words, isHeard: true)
    let job = result.out.split(separator: ";").first.map {
      String($0).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard result.code == 0, let job, Int(job) != nil else {
      throw Ending(
        "error: sbatch did not take the job (exit code \(result.code)); the script is \(words.last ?? "")", 69
      )
    }
    return job
  }

  /// Waits until Slurm knows the job no longer as one that waits or runs.
  private func wait(_ job: String) async throws {
    guard let squeue = Tool.find("squeue") else { throw Ending("error: there is no squeue here", 69) }
    let hasEnded = try await session.run(
      lost: "the job goes on: scancel \(job) ends it", saying: "leaving the job to itself"
    ) {
      while !Task.isCancelled {
        let answer = try Tool.run(
          squeue, ["--noheader", "--array", "--job", job, "--format=%i"], isHeard: true)
        if answer.out.allSatisfy(\.isWhitespace) { return true }
        try? await Task.sleep(for: .milliseconds(500))
      }
      return false
    }
    if !hasEnded {
      throw session.stopped(
        "the job goes on without this command; `scancel \(job)` ends it, `caseload merge` merges")
    }
  }
}

/// Programs of others.
enum Tool {
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
}
