import Evidence
import Experiments
import Foundation
import Results
import Sweeps

extension Session {
  /// Does work whose finished replications are kept in a file, and says how many were there already.
  ///
  /// - Parameters:
  ///   - path: the file; made where it is missing.
  ///   - wanted: replications that are needed at most, for the line of progress.
  func keeping<Value: Sendable>(
    in path: String, wanted: Int, _ work: @escaping @Sendable (KeptRuns) async throws -> Value
  ) async throws -> Value {
    try WholeFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    let store = try WorkStore(path)
    let runs = KeptRuns(jobs: jobs, kept: store, progress: progress(of: wanted))
    let place = Path.relative(path)
    do {
      let made = try await run(
        lost: "\(place) keeps what is finished; run the same command again to resume",
        saying: "finishing the replications in hand and keeping them"
      ) { try await work(runs) }
      try store.close()
      let tally = runs.tally
      if tally.computed + tally.reused > 0 {
        talk.say("\(tally.computed) replications computed, \(tally.reused) reused from \(place)")
      }
      return made
    } catch let failure as EvidenceFailure where failure.isInterruption {
      try store.close()
      throw stopped("interrupted: \(place) keeps what is finished; run the same command again to resume")
    }
  }

  /// Draws evidence from a result. Where replications have to be simulated for it, those that are finished are kept.
  ///
  /// - Parameter needed: replications beside those of the result.
  func evidence<Value: Sendable>(
    _ result: FinishedResult, needs needed: Int, in path: String,
    _ work: @escaping @Sendable (KeptRuns) async throws -> Value
  ) async throws -> Value {
    let wanted = needed + (result.hasReadings ? 0 : result.replications)
    if wanted > 0 { return try await keeping(in: path, wanted: wanted, work) }
    return try await run { try await work(KeptRuns(jobs: jobs)) }
  }

  /// What to call after each replication of any of several runs that need so many together.
  func progress(of wanted: Int) -> KeptRuns.Progress {
    let sum = Shared((done: 0, events: UInt64(0)))
    return { [line] events in
      let sum = sum.change { sum in
        sum.done += 1
        sum.events += events
        return sum
      }
      line.count(min(sum.done, wanted), of: wanted, "replications", events: sum.events)
    }
  }
}
