import Notation
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
  /// The verb that was typed.
  var verb = "merge"
  let talk: TalkOptions

  /// - Returns: how many points failed; the command is to end with 1 where any did.
  func run() throws -> Int {
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
      best: outcome.best.map { ($0.id, $0.values, $0.estimates[objective?.place ?? 0]) },
      unit: objective?.unit ?? "", folder: Path.relative(target.path))
    summary.shares = outcome.shares
    summary.changed = manifest.changed
    summary.inputsInterval = outcome.inputsInterval.map { ($0.lower, $0.upper) }
    talk.answer { answer(outcome, objective) }
    Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured))
    if !outcome.kept.isEmpty {
      let points = outcome.kept.count == 1 ? "1 point is" : "\(outcome.kept.count) points are"
      Terminal.complain(
        "note: \(points) as an earlier merge left them in results.sqlite: the parts that are there hold less of them"
      )
    }
    if count.missing + count.part > 0 {
      let list = count.open.prefix(10).map(String.init).joined(separator: ", ")
      throw Ending(
        "unfinished: \(count.failed > 0 ? "\(count.failed) failed, " : "")\(count.missing) missing, \(count.part) with too few replications (points \(list)"
          + (count.open.count > 10 ? ", …" : "") + "); run the sweep again with --resume", 75)
    }
    if count.failed > 0 {
      Terminal.complain(
        "\(count.failed) \(count.failed == 1 ? "point" : "points") failed: see the message column of points in results.sqlite\n"
          + "help: run the sweep again with --resume --retry-failed once the cause is mended")
    }
    return count.failed
  }

  /// What is known of the points, and the best of them.
  private func answer(_ outcome: SweepMerge.Outcome, _ objective: SweepObjective?) -> Answer {
    let count = outcome.count
    var answer = Answer(verb)
    answer["scenario"] = .string(manifest.scenario)
    answer["seed"] = manifest.seed.json
    answer["points"] = .integer(count.points)
    answer["done"] = .integer(count.done)
    answer["failed"] = .integer(count.failed)
    answer["missing"] = .integer(count.missing + count.part)
    answer["kept"] = .integer(outcome.kept.count)
    answer["replications"] = .integer(manifest.replications)
    answer["varied"] = .strings(manifest.varied.map(\.name))
    answer["outputs"] = .strings(manifest.outputs.map(\.name))
    answer["units"] = .object(
      manifest.outputs.map { ($0.name, .string(PlainLetters.plain($0.unit))) })
    answer["objective"] = objective.map { .string($0.name) } ?? .null
    answer["best"] = .array(
      outcome.best.map { point in
        .object([
          "point_id": .string(point.id), "values": .strings(point.values),
          "means": .object(
            zip(manifest.outputs, point.means).map { output, mean in (output.name, .number(mean)) }),
        ])
      })
    answer["folder"] = .string(target.path)
    return answer
  }
}
