import Foundation
import Results
import Sweeps

/// A sweep that others run: a job script, a submission, and the merge.
struct EngineRun {
  let engine: JobScript.Engine
  let options: EngineOptions
  /// Of each part.
  let cores: Int
  let session: Session

  func run(_ plan: SweepPlan, _ parts: PartOptions, isForced: Bool) async throws {
    guard let tool = Tool.find(engine.tool) else { throw Ending("error: \(engine.absence)", 69) }
    let cluster = engine == .slurm ? try SlurmArray(sbatch: tool) : nil
    _ = try SweepObjective(parts.objective, plan.manifest)
    var plan = plan
    let folder = try plan.begin(resumes: parts.resume, replaces: isForced)
    let script = JobScript(
      engine, tasks: options.tasks, cores: cores, folder: FileManager.default.currentDirectoryPath,
      place: Path.absolute(folder.path))
    try WholeFile.makeFolder(folder.path + "/" + JobScript.logs)
    let isCut = cluster.map { options.tasks > $0.most } ?? false
    let words = Array(CommandLine.arguments.dropFirst())
    try write(script.text(Path.program, words, isCut: isCut), JobScript.name, folder)
    if let cluster {
      let jobs = try cluster.submit(script, options, in: folder.path)
      session.talk.say(
        "submitted job \(jobs.joined(separator: ", ")): \(options.tasks) parts; logs in \(logs(folder))")
      if options.detach {
        let asked = (parts.long ? ["--long"] : []) + (parts.objective.map { ["--objective=\($0)"] } ?? [])
        try write(
          script.mergeText(Path.program, asked, Path.absolute(folder.path)), JobScript.mergeName, folder)
        let words = script.mergingWords(options.engineOption, after: jobs)
        let merge = try cluster.submit(words, after: jobs, in: folder.path)
        session.talk.answer {
          var answer = Answer("sweep")
          answer["jobs"] = .strings(jobs)
          answer["merge_job"] = .string(merge)
          answer["folder"] = .string(folder.path)
          return answer
        }
        return Terminal.say(
          "job \(jobs.joined(separator: ", ")) computes; job \(merge) then merges into "
            + "\(Path.relative(folder.path))\n")
      }
      try await wait(jobs)
    } else {
      try await runParts(tool, script, folder)
    }
    let failed = try MergeRun(
      folders: [folder], target: folder, manifest: plan.manifest, isLong: parts.long,
      objective: parts.objective, talk: session.talk
    ).run()
    if failed > 0 { throw Ending("", 1) }
  }

  private func write(_ text: String, _ name: String, _ folder: SweepFolder) throws {
    try WholeFile.write(Array(text.utf8), to: folder.path + "/" + name)
  }

  private func logs(_ folder: SweepFolder) -> String { Path.relative(folder.path) + "/" + JobScript.logs }

  /// Lets GNU parallel run the parts; a signal stops them, and they keep what they have.
  private func runParts(_ tool: String, _ script: JobScript, _ folder: SweepFolder) async throws {
    let process = try Tool.start(tool, script.parallelWords(options.engineOption), in: folder.path)
    let code = try await session.run(
      lost: "the parts stop by themselves; run the same command with --resume to continue",
      saying: "stopping the parts"
    ) {
      await withTaskCancellationHandler {
        process.waitUntilExit()
        return process.terminationStatus
      } onCancel: {
        process.terminate()
      }
    }
    if session.signal != 0 {
      throw session.stopped("stopped. Run the same command with --resume to continue.")
    }
    if code != 0 { session.talk.say("\(code) parts failed; see \(logs(folder))") }
  }

  /// Waits until Slurm knows the jobs no longer as ones that wait or run.
  private func wait(_ jobs: [String]) async throws {
    guard let squeue = Tool.find("squeue") else { throw Ending("error: squeue is not installed here", 69) }
    let (list, names) = (jobs.joined(separator: ","), jobs.joined(separator: " "))
    let hasEnded = try await session.run(
      lost: "the job carries on: `scancel \(names)` ends it", saying: "leaving the job to itself"
    ) {
      while !Task.isCancelled {
        let answer = try Tool.run(squeue, ["--noheader", "--array", "--job", list, "--format=%i"])
        if answer.out.allSatisfy(\.isWhitespace) { return true }
        try? await Task.sleep(for: .milliseconds(500))
      }
      return false
    }
    if !hasEnded {
      throw session.stopped(
        "the job carries on without this command; `scancel \(names)` ends it, `caseload merge` merges what "
          + "there is")
    }
  }
}
