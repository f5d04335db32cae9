import ArgumentParser
import Experiments
import Foundation
import Reports
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
      jobs: jobs, replications: plan.replications, limits: parts.limits, clock: ProgressLine.now,
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

  /// The points of this part that are not there, each with the replications that are.
  private func wanted(_ store: ResultStore, _ ending: inout SweepEnding) throws(StoreFailure) -> [SweepRunner
    .Wanted]
  {
    var there = [Int32](repeating: 0, count: plan.design.count + 1)
    var own = there
    var failed = [Bool](repeating: false, count: plan.design.count + 1)
    func note(_ store: ResultStore, isOwn: Bool) throws(StoreFailure) {
      for entry in try store.present() where entry.number <= plan.design.count {
        if entry.status == .failed { failed[entry.number] = true }
        there[entry.number] = max(there[entry.number], Int32(clamping: entry.replications))
        if isOwn { own[entry.number] = Int32(clamping: entry.replications) }
      }
    }
    try note(store, isOwn: true)
    if shard.count > 1, !parts.resume, there.contains(where: { $0 > 0 }) || failed.contains(true) {
      throw .closed(path: store.path, reason: "this part has been begun: --resume goes on with it")
    }
    for other in folder.shards where other.count != shard.count {
      let store = try ResultStore(folder.shardPath(other), shape: plan.manifest.shape)
      try note(store, isOwn: false)
      try store.close()
    }
    var wanted: [SweepRunner.Wanted] = []
    for number in stride(from: shard.number, through: plan.design.count, by: shard.count) {
      if Int(there[number]) >= plan.replications {
        ending.reused += 1
      } else if failed[number], !parts.retryFailed {
        ending.failed += 1
      } else {
        wanted.append(SweepRunner.Wanted(number: number, done: Int(own[number])))
      }
    }
    return wanted
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
      outputs.firstIndex { $0.name == "cost_gbp" } ?? outputs.firstIndex { $0.better != "neither" }
    guard let place = preferred else { return nil }
    self.init(place, outputs[place])
  }

  private init(_ place: Int, _ column: SweepManifest.Column) {
    self.place = place
    name = column.name
    sign = column.better == "more" ? -1 : 1
  }
}

/// Counts finished points and shows how far a sweep is.
final class SweepTally: Sendable {
  private struct State {
    var done = 0
    var failed = 0
    var part = 0
    var messages: [String] = []
    var failure: StoreFailure?
    var best: (mean: Double, id: String)?
    var lastShown = 0.0
  }

  private let state = Mutex(State())
  private let wanted: Int
  private let objective: SweepObjective?
  private let isShown: Bool
  private let isTerminal: Bool
  private let began = ProgressLine.now()

  init(_ wanted: Int, _ objective: SweepObjective?, shown: Bool) {
    self.wanted = wanted
    self.objective = objective
    isShown = shown
    isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  func enter(_ result: PointResult) {
    state.withLock { state in
      switch result.status {
      case .done: state.done += 1
      case .part: state.part += 1
      case .failed:
        state.failed += 1
        if state.messages.count < 10 { state.messages.append("point \(result.id) failed: \(result.message)") }
      }
      if let objective, result.status == .done {
        let values = result.rows.map { $0[objective.place] }.filter(\.isFinite)
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        if !values.isEmpty,
          mean * objective.sign < (state.best?.mean ?? .infinity) * objective.sign || state.best == nil
        {
          state.best = (mean, result.id)
        }
      }
      show(&state)
    }
  }

  func stop(_ failure: StoreFailure) { state.withLock { $0.failure = $0.failure ?? failure } }

  func finish() { if isShown, isTerminal { Terminal.put("\r\u{1B}[2K", to: STDERR_FILENO) } }

  var counts: (done: Int, failed: Int, part: Int, messages: [String], failure: StoreFailure?) {
    state.withLock { ($0.done, $0.failed, $0.part, $0.messages, $0.failure) }
  }

  private func show(_ state: inout State) {
    let time = ProgressLine.now() - began
    let finished = state.done + state.failed
    guard isShown, finished > 0, time - state.lastShown > (isTerminal ? 0.1 : 60) else { return }
    state.lastShown = time
    let left = time / Double(finished) * Double(wanted - finished)
    var text =
      "\(finished)/\(wanted) points, \(state.failed) failed, \(clock(time)) gone, \(clock(left)) left"
    if let best = state.best, let objective {
      text += "; best so far \(best.id): \(objective.name) \(short(best.mean))"
    }
    Terminal.put(isTerminal ? "\r\u{1B}[2K\(text)" : "\(text)\n", to: STDERR_FILENO)
  }

  private func short(_ value: Double) -> String {
    value.magnitude >= 1000 ? String(Int(value.rounded())) : String((value * 1000).rounded() / 1000)
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}

/// How one part of a sweep ended.
struct SweepEnding {
  var computed = 0
  var reused = 0
  var failed = 0
  var missing = 0
  var signal: Int32 = 0
  var messages: [String] = []
  var failure: StoreFailure?

  mutating func take(_ tally: SweepTally, of wanted: Int) {
    let counts = tally.counts
    computed = counts.done
    failed += counts.failed
    missing = wanted - counts.done - counts.failed
    messages = counts.messages
    failure = counts.failure
  }

  var account: String { "computed \(computed), reused \(reused), failed \(failed), missing \(missing)" }

  /// Says what happened and ends the program where it was stopped before its end.
  func endIfStopped(_ talk: TalkOptions) throws {
    for message in messages { Terminal.complain(message) }
    if let failure { Terminal.complain("error: \(failure)") }
    guard failure != nil || signal != 0 || missing > 0 else { return }
    Terminal.complain("\(account). The same command with --resume goes on.")
    if let failure { throw ExitCode(failure.exitCode) }
    throw ExitCode(signal != 0 ? 128 + signal : failed > 0 ? 1 : 75)
  }

  /// The same, and says that it is done where it is.
  func end(_ talk: TalkOptions, hint: String?) throws {
    if hint != nil { try endIfStopped(talk) }
    if !talk.quiet { Terminal.talk(account + (hint.map { ". When all parts are done: \($0)" } ?? "")) }
    if failed > 0 { throw ExitCode(1) }
  }
}
