import ArgumentParser
import Experiments
import Foundation
import Parameters
import Results
import Sweeps
import Synchronization

/// Runs one part of a sweep: what is wanted less what is there.
struct SweepRun {
  let plan: SweepPlan
  let folder: SweepFolder
  let shard: Shard
  let jobs: Int
  let talk: TalkOptions
  let parts: PartOptions

  init(_ plan: SweepPlan, folder: SweepFolder, shard: Shard, jobs: Int, talk: TalkOptions, parts: PartOptions)
  {
    self.plan = plan
    self.folder = folder
    self.shard = shard
    self.jobs = jobs
    self.talk = talk
    self.parts = parts
  }

  func run() async throws -> SweepEnding {
    let objective = try SweepObjective(parts.objective, plan.manifest)
    let store: ResultStore
    var ending = SweepEnding()
    let wanted: [SweepRunner.Wanted]
    do throws(StoreFailure) {
      store = try ResultStore(folder.shardPath(shard), shape: plan.manifest.shape)
      wanted = try self.wanted(store, &ending)
    } catch {
      Terminal.complain("error: \(error)")
      throw ExitCode(error.exitCode)
    }
    if !talk.quiet {
      let part = shard.count > 1 ? "part \(shard.number) of \(shard.count): " : ""
      Terminal.talk(
        "\(part)\(wanted.count) points to compute, \(ending.reused) reused, \(ending.failed) failed earlier; "
          + "\(plan.replications) replications each, \(jobs) at a time")
    }
    let tally = SweepTally(wanted.count, objective, shown: !talk.quiet)
    let plan = plan
    let runner = SweepRunner(
      jobs: jobs, replications: plan.replications, twins: plan.manifest.twinSetting, limits: parts.limits,
      clock: ProgressLine.now,
      prepare: { plan.prepare($0) },
      finished: { result in
        do throws(StoreFailure) {
          try store.enter(result)
        } catch {
          tally.stop(error)
          return false
        }
        tally.enter(result)
        return true
      })
    let interrupts = Interrupts()
    let work = Task { await runner.run(wanted) }
    interrupts.watch(lost: "the points in hand are lost; the same command with --resume goes on") {
      work.cancel()
    }
    await work.value
    tally.finish()
    ending.signal = interrupts.signal
    ending.take(tally, of: wanted.count)
    do { try store.close() } catch { if ending.failure == nil { ending.failure = error } }
    return ending
  }

  /// The points of this part that are not there, each with what of it is.
  private func wanted(_ store: ResultStore, _ ending: inout SweepEnding) throws(StoreFailure) -> [SweepRunner
    .Wanted]
  {
    let census = PointCensus(plan.design.count)
    try census.count(store)
    if shard.count > 1, !parts.resume, !census.isEmpty {
      throw .closed(path: store.path, reason: "this part has been begun: --resume goes on with it")
    }
    for other in folder.shards where other.count != shard.count {
      let cut = try ResultStore(reading: folder.shardPath(other), shape: plan.manifest.shape)
      try census.count(cut, of: other)
      try cut.close()
    }
    let twins = plan.manifest.twinSetting.count(of: plan.replications)
    var wanted: [SweepRunner.Wanted] = []
    var borrowed: [Shard: [Int]] = [:]
    for number in stride(from: shard.number, through: plan.design.count, by: shard.count) {
      let point = census[number]
      if point.replications >= plan.replications, point.twins >= twins {
        ending.reused += 1
      } else if point.isFailed, !parts.retryFailed {
        ending.failed += 1
      } else {
        if let other = point.elsewhere { borrowed[other, default: []].append(number) }
        wanted.append(SweepRunner.Wanted(number: number, done: point.replications))
      }
    }
    for (other, numbers) in borrowed { try borrow(numbers, of: other, into: store) }
    guard twins > 0 else { return wanted }
    // Few points have a part of their twins: those that grow, and those that were stopped on the way.
    for (place, point) in wanted.enumerated() where point.done > 0 {
      wanted[place] = SweepRunner.Wanted(
        number: point.number, done: point.done, twinned: Set(try store.twinned(point.number)))
    }
    return wanted
  }

  /// Takes over what another cut of the sweep holds of points that are to grow.
  private func borrow(_ numbers: [Int], of other: Shard, into store: ResultStore) throws(StoreFailure) {
    let cut = try ResultStore(reading: folder.shardPath(other), shape: plan.manifest.shape)
    for number in numbers {
      guard var point = try cut.point(number) else { continue }
      point.status = .part
      point.twinned = point.twins.map(\.replication)
      try store.enter(point)
    }
    try cut.close()
  }
}

/// The output by which points are ranked.
struct SweepObjective: Sendable {
  let place: Int
  let name: String
  /// 1 where less is better, -1 where more is.
  let sign: Double

  /// The output of that name; without a name the cost, or the first output that has a better way.
  init?(_ name: String?, _ manifest: SweepManifest) throws {
    let outputs = manifest.outputs
    if let name {
      guard let place = outputs.firstIndex(where: { $0.name == name }) else {
        throw ValidationError(
          "--objective \(name) is not one of the outputs: \(outputs.map(\.name).joined(separator: " ")).")
      }
      self.init(place, outputs[place])
      return
    }
    let preferred =
      outputs.firstIndex { $0.name == Series.cost } ?? outputs.firstIndex { $0.better != "neither" }
    guard let place = preferred else { return nil }
    self.init(place, outputs[place])
  }

  private init(_ place: Int, _ column: SweepManifest.Column) {
    self.place = place
    name = column.name
    sign = column.better == "more" ? -1 : 1
  }
}
