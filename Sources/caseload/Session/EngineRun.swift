import Foundation
import Results
import Sweeps

/// A sweep that others run: a job script, a submission, and the merge.
struct EngineRun {
  let engine: JobScript.Engine
  let options: EngineOptions
  let session: Session

  func run(_ plan: SweepPlan, isResumed: Bool, isForced: Bool) async throws {
    guard let tool = Tool.find(engine.tool) else { throw Ending("error: \(engine.absence)", 69) }
    var plan = plan
    let folder = try plan.begin(resumes: isResumed, replaces: isForced)
    let here = FileManager.default.currentDirectoryPath
    let (logs, path) = (folder.path + "/logs", folder.path + "/job.sh")
    let script = JobScript(
      engine, tasks: options.tasks, cores: options.cores, folder: here, logs: Path.absolute(logs))
    try WholeFile.makeFolder(logs)
    try WholeFile.write(
      Array(script.text(Path.program, Array(CommandLine.arguments.dropFirst())).utf8), to: path)
    switch engine {
    case .slurm:
      let job = try submit(tool, [path])
      session.talk.say("submitted job \(job): \(options.tasks) parts; logs in \(Path.relative(logs))")
      if options.detach {
        let words = JobScript.merging(
          after: job, [Path.program, "merge", Path.absolute(folder.path)], logs: logs)
        let merge = try submit(tool, words)
        return Terminal.say(
          "job \(job) computes; job \(merge) then merges into \(Path.relative(folder.path))\n")
      }
      try await wait(job)
    case .parallel:
      let words = script.parallelWords(options.engineOption, script: Path.absolute(path), logs: logs)
      let code = try Tool.run(tool, words).code
      if code != 0 { session.talk.say("\(code) parts failed; see \(Path.relative(logs))") }
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
        "error: sbatch did not accept the job (exit code \(result.code)); the script is \(words.last ?? "")",
        69)
    }
    return job
  }

  /// Waits until Slurm knows the job no longer as one that waits or runs.
  private func wait(_ job: String) async throws {
    guard let squeue = Tool.find("squeue") else { throw Ending("error: squeue is not installed here", 69) }
    let hasEnded = try await session.run(
      lost: "the job carries on: `scancel \(job)` ends it", saying: "leaving the job to itself"
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
        "the job carries on without this command; `scancel \(job)` ends it, `caseload merge` merges what there is"
      )
    }
  }
}
