import Experiments
import Foundation
import National
import Notation
import Results
import Sweeps

extension Session {
  /// Makes forecasts of the past and scores them; those that were simulated before are taken from the folder.
  ///
  /// - Returns: the scores of this part's forecasts.
  func scores(
    _ backtest: Backtest, _ hindcasts: [Hindcast], _ part: Shard, in folder: String
  ) async throws -> [HindcastScore] {
    try WholeFile.makeFolder(folder)
    let own = part.count > 1 ? "runs-" + part.fileName : "runs.sqlite"
    let others = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
      part.count == 1 && $0.hasPrefix("runs-") && $0.hasSuffix(".sqlite")
    }
    let stores = try ([own] + others).map { try WorkStore(folder + "/" + $0) }
    defer { for store in stores { try? store.close() } }
    let runs = HindcastRuns(jobs: jobs, kept: stores)
    let mine = hindcasts.enumerated().filter { part.holds($0.offset + 1) }.map(\.element)
    talk.say(
      "\(mine.count) \(mine.count == 1 ? "forecast" : "forecasts") of \(backtest.replications) replications, \(jobs) replications at a time"
    )
    do {
      let (line, wanted) = (line, mine.count)
      let scores = try await run(
        lost: "the forecast in hand is lost; run the same command again to resume",
        saying: "keeping what is finished"
      ) {
        try await backtest.scores(mine, runs) { line.count($0, of: wanted, "forecasts") }
      }
      talk.say("\(runs.tally.computed) computed, \(runs.tally.reused) reused from \(Path.relative(folder))")
      return scores
    } catch is HindcastRuns.Interruption {
      throw stopped(
        "interrupted: \(Path.relative(folder)) keeps what is finished; run the same command again to resume")
    }
  }
}
