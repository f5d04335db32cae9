import Experiments
import Results
import Sweeps

extension Session {
  /// Does work whose finished replications are kept in a file beside the folder of its result, and says how many were
  /// there already.
  ///
  /// - Parameter work: what is to be done with the runner that keeps; nil where it came to nothing.
  /// - Throws: the end that a signal made of it, with where the replications are kept.
  func keeping<Value: Sendable>(
    beside folder: OutputFolder, _ work: @escaping @Sendable (TrialRunner) async throws -> Value?
  ) async throws -> Value? {
    let path = folder.path + ".runs.sqlite"
    let (store, place) = (try KeptStore(path), Path.relative(path))
    if !store.isKeeping {
      talk.say("note: nothing is kept of an interrupted run: you may not write \(place)")
    }
    let runner = TrialRunner(jobs: jobs, kept: store.kept)
    let lost =
      store.isKeeping
      ? "\(place) keeps what is finished; run the same command again to resume"
      : "nothing was written; run the same command to start afresh"
    let made: Value?
    do {
      made = try await run(lost: lost, saying: "finishing the replications in hand") {
        try await work(runner)
      }
    } catch {
      try store.close()
      throw error
    }
    try store.close()
    let tally = runner.tally
    if store.isKeeping {
      talk.say("\(tally.computed) replications computed, \(tally.reused) reused from \(place)")
    }
    if made == nil, signal != 0 {
      if tally.lost > 0 {
        throw stopped(
          "interrupted: \(tally.lost) of \(tally.computed) replications could not be kept in \(place)")
      }
      throw stopped("interrupted: \(lost)")
    }
    return made
  }
}

/// The file of finished work beside a folder, or nothing where there can be none: a folder may be all that one may
/// write.
struct KeptStore {
  private let store: WorkStore?

  init(_ path: String) throws(StoreFailure) {
    do {
      store = try WorkStore(path)
    } catch .closed {
      store = nil
    }
  }

  var isKeeping: Bool { store != nil }
  var kept: any KeptWork { store ?? NothingKept() }

  func close() throws(StoreFailure) { try store?.close() }
}
