import Experiments
import Sweeps

extension Session {
  /// Computes one part of a sweep; where it is the whole, its tables are made as well.
  func compute(_ plan: SweepPlan, _ shard: Shard, _ parts: PartOptions, isForced: Bool) async throws {
    var plan = plan
    let isPart = shard.count > 1
    let asked = plan.replications
    let folder = try plan.begin(resumes: parts.resume || isPart, replaces: isForced)
    if plan.replications > asked {
      Terminal.complain(
        "note: each point has \(plan.replications) replications in \(folder.path) already, more than the \(asked) "
          + "asked for; they are kept")
    }
    let objective = try SweepObjective(parts.objective, plan.manifest)
    let run = SweepRun(
      plan, folder, shard, objective, jobs: jobs, limits: parts.limits, resumes: parts.resume,
      retriesFailed: parts.retryFailed)
    let tally = try await points(
      run, objective, part: isPart ? "part \(shard.number) of \(shard.count): " : "",
      replications: plan.replications)
    for message in tally.messages { Terminal.complain(message) }
    if let failure = tally.failure { Terminal.complain("error: \(failure)") }
    if let code = tally.stopped(signal) {
      throw Ending("\(tally.account). Run the same command with --resume to continue.", code)
    }
    var failed = tally.failed
    if !isPart {
      failed = try MergeRun(
        folders: [folder], target: folder, manifest: plan.manifest, isLong: parts.long,
        objective: parts.objective, verb: "sweep", talk: talk
      ).run()
    }
    if isPart {
      talk.answer {
        var answer = Answer("sweep")
        answer["part"] = .string("\(shard.number)/\(shard.count)")
        answer["words"] = .strings([tally.account])
        answer["folder"] = .string(folder.path)
        return answer
      }
    }
    let next = isPart ? ". When all parts are done: caseload merge \(Shell.path(folder.path))" : ""
    talk.say(tally.account + next)
    if failed > 0 { throw Ending("", 1) }
  }

  /// Runs the points, with a line of progress.
  private func points(
    _ run: SweepRun, _ objective: SweepObjective?, part: String, replications: Int
  ) async throws -> SweepTally {
    let (talk, line, jobs) = (talk, line, jobs)
    return try await self.run(
      lost: "the points in hand are lost; run the same command with --resume to continue"
    ) {
      try await run.run { tally in
        talk.say(
          "\(part)\(tally.wanted) \(tally.wanted == 1 ? "point" : "points") to compute, \(tally.reused) reused, \(tally.failedBefore) failed earlier; "
            + "\(replications) replications each, \(jobs) at a time")
      } progress: { tally in
        line.count(tally.finished, of: tally.wanted, "points", failed: tally.failed) {
          guard let best = tally.best, let objective else { return "" }
          return "; best so far \(best.id): \(objective.name) \(objective.text(best.mean))"
        }
      }
    }
  }
}
