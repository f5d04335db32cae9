import Experiments

/// Runs one part of a sweep: what is wanted less what is there.
package struct SweepRun: Sendable {
  let plan: SweepPlan
  let folder: SweepFolder
  let shard: Shard
  let objective: SweepObjective?
  /// Points that run at one time.
  let jobs: Int
  let limits: SweepRunner.Limits
  /// Whether a part that was begun may be resumed, and whether failed points are run again.
  let resumes, retriesFailed: Bool

  package init(
    _ plan: SweepPlan, _ folder: SweepFolder, _ shard: Shard, _ objective: SweepObjective?, jobs: Int,
    limits: SweepRunner.Limits, resumes: Bool, retriesFailed: Bool
  ) {
    (self.plan, self.folder, self.shard, self.objective) = (plan, folder, shard, objective)
    (self.jobs, self.limits, self.resumes) = (jobs, limits, resumes)
    self.retriesFailed = retriesFailed
  }

  /// Computes and stores the points; a cancelled task finishes the replications in hand and keeps them.
  ///
  /// - Parameters:
  ///   - began: called once it is known what there is to do.
  ///   - progress: called after each point, from any thread, one call at a time.
  package func run(
    began: @Sendable (SweepTally) -> Void, progress: @escaping @Sendable (SweepTally) -> Void
  ) async throws(StoreFailure) -> SweepTally {
    let store = try ResultStore(folder.shardPath(shard), shape: plan.manifest.shape)
    var start = SweepTally()
    let wanted = try wanted(store, &start)
    began(start)
    let tally = Shared(start)
    let (plan, objective) = (plan, objective)
    let runner = SweepRunner(
      jobs: jobs, replications: plan.replications, twins: plan.manifest.twinSetting, limits: limits,
      prepare: { number throws(PointFailure) in try plan.prepare(number) },
      finished: { result in
        do throws(StoreFailure) {
          try store.enter(result)
        } catch {
          tally.change { $0.stop(error) }
          return false
        }
        tally.change { $0.enter(result, objective) }
        progress(tally.value)
        return true
      })
    await runner.run(wanted)
    do { try store.close() } catch { tally.change { $0.stop(error) } }
    return tally.value
  }

  /// The points of this part that are not there, each with what of it is.
  private func wanted(
    _ store: ResultStore, _ tally: inout SweepTally
  ) throws(StoreFailure) -> [SweepRunner.Wanted] {
    let census = PointCensus(plan.design.count)
    try census.count(store)
    if shard.count > 1, !resumes, !census.isEmpty {
      throw .closed(path: store.path, reason: "this part has been started: --resume continues it")
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
        tally.reused += 1
      } else if point.isFailed, !retriesFailed {
        tally.failedBefore += 1
      } else {
        if let other = point.elsewhere { borrowed[other, default: []].append(number) }
        wanted.append(SweepRunner.Wanted(number: number, done: point.replications))
      }
    }
    tally.wanted = wanted.count
    for (other, numbers) in borrowed { try borrow(numbers, of: other, into: store) }
    guard twins > 0 else { return wanted }
    // Few points have a part of their twins: those that grow, and those that were stopped on the way.
    for place in wanted.indices where wanted[place].done > 0 {
      wanted[place].twinned = Set(try store.twinned(wanted[place].number))
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
