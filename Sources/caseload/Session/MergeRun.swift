import Reports
import Results
import Sweeps

/// Merges the parts of a sweep and says what came of it.
struct MergeRun {
  let folders: [SweepFolder]
  let target: SweepFolder
  let manifest: SweepManifest
  var isLong = false
  var objective: String?
  let talk: TalkOptions

  func run() throws {
    var merge = SweepMerge(folders, into: target, manifest: manifest)
    merge.isLong = isLong
    let objective = try SweepObjective(self.objective, manifest)
    merge.objective = objective
    let outcome = try merge.run()
    let count = outcome.count
    var summary = SweepSummary(
      title: manifest.scenario, points: count.points, done: count.done, failed: count.failed,
      missing: count.missing + count.part, replications: manifest.replications,
      varied: manifest.varied.map(\.name), objective: objective?.name, better: objective?.better ?? "",
      best: outcome.best.map { ($0.id, $0.values, $0.means[objective?.place ?? 0]) },
      unit: objective?.unit ?? "", folder: Path.relative(target.path))
    summary.shares = outcome.shares
    Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured))
    if count.missing + count.part > 0 {
      let list = count.open.prefix(10).map(String.init).joined(separator: ", ")
      throw Ending(
        "unfinished: \(count.missing) missing, \(count.part) with too few replications (points \(list)"
          + (count.open.count > 10 ? ", …" : "") + "); run the sweep again with --resume", 75)
    }
    if count.failed > 0 {
      Terminal.complain("\(count.failed) points failed: see the message column of points in results.sqlite")
    }
  }
}
