import Notation
import Results

/// What a person sees at the end of a sweep.
package struct SweepSummary: Sendable {
  let title: String
  let points, done, failed, missing, replications: Int
  let varied: [String]
  let objective: String?
  let better: String
  let best: [(id: String, values: [String], estimate: Estimate)]
  let unit, folder: String
  /// What was laid over the scenario in every point, in a sentence.
  package var changed: String?
  /// 95% interval of the share from uncertain inputs.
  package var inputsInterval: (lower: Double, upper: Double)?
  /// Shares of the objective's variance by where it comes from, from 0 to 1; a nil one is not known.
  package var shares: (varied: Double?, inputs: Double?, chance: Double?)?

  package init(
    title: String, points: Int, done: Int, failed: Int, missing: Int, replications: Int, varied: [String],
    objective: String?, better: String, best: [(id: String, values: [String], estimate: Estimate)],
    unit: String,
    folder: String
  ) {
    (self.title, self.points, self.done, self.failed) = (title, points, done, failed)
    (self.missing, self.replications, self.varied) = (missing, replications, varied)
    (self.objective, self.better, self.best, self.unit) = (objective, better, best, unit)
    self.folder = folder
  }

  /// The summary as lines, ended by a line feed.
  package func text(width: Int = 100, colour: Bool = false) -> String {
    let style = TextStyle(hasColour: colour)
    var lines = [
      style.heading(
        "\(title): \(Words.count(points, "point")) of \(Words.count(replications, "replication"))")
    ]
    if let changed { lines += Prose.wrap(changed, width: max(width, 60)) }
    lines.append("done \(done), failed \(failed), missing \(missing)")
    if let objective, !best.isEmpty {
      let format = MeasureFormat(unit: unit)
      let shown = format == .whole ? MeasureFormat.oneDecimal : format
      var table = TextTable(
        [.left] + varied.prefix(6).map { _ in TextTable.Side.right } + [TextTable.Side.right, .right])
      table.add(
        ["Points with the \(better) \(objective)"] + varied.prefix(6) + [
          "mean" + format.labelEnding, "95% interval",
        ],
        style: style.heading)
      for item in best {
        let range = item.estimate.interval
        let interval =
          item.estimate.n > 1 ? "\(shown.bare(range.lowerBound)) to \(shown.bare(range.upperBound))" : "–"
        table.add([item.id] + item.values.prefix(6) + [shown.bare(item.estimate.mean), interval])
      }
      lines += [""] + table.lines(width: max(width, 60))
      let rest = done - best.count
      let others =
        rest > 0 ? "The other \(Words.count(rest, "point")) \(rest == 1 ? "is" : "are") in summary.csv. " : ""
      lines += Prose.wrap(
        others
          + "All points meet the same children and workers, so that two means differ by less chance than their intervals "
          + "suggest; and the best of many points looks better than it is: `caseload select` says how certain the choice "
          + "is.", width: max(width, 60))
    }
    lines += variance(max(width, 60))
    let table = shares == nil ? "" : "variance.csv, "
    lines += ["", "Files: \(folder) (results.csv, summary.csv, \(table)results.sqlite)"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where the variance of the objective comes from.
  private func variance(_ width: Int) -> [String] {
    guard let objective, let shares else { return [] }
    let parts = [
      ("what was varied", shares.varied), ("uncertain inputs", shares.inputs), ("chance", shares.chance),
    ].compactMap { name, share in
      share.map { "\(Phrase.percent($0, decimals: 0)) from \(name)" }
    }
    let interval =
      inputsInterval.map { lower, upper in
        " (95% interval of the part from uncertain inputs \(Phrase.percent(max(0, lower), decimals: 0)) to "
          + "\(Phrase.percent(min(1, upper), decimals: 0)))"
      } ?? ""
    guard parts.count == 3 else {
      return [""]
        + Prose.wrap(
          "Variance of \(objective): it cannot be told here how much comes from what was varied, from uncertain inputs and "
            + "from chance; more replications with twins (--twins) tell.", width: width)
    }
    return [""]
      + Prose.wrap(
        "Variance of \(objective): \(parts.joined(separator: ", "))\(interval). More replications narrow only the part that comes "
          + "from chance.", width: width)
  }
}
