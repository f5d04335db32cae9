import Notation
import Results

/// What a person sees at the end of a comparison.
package struct ComparisonSummary: Sendable {
  let rows: [ComparisonRow]
  let base: String
  let manifest: Manifest
  let folder: String

  package init(_ rows: [ComparisonRow], base: String, manifest: Manifest, folder: String) {
    (self.rows, self.base, self.manifest, self.folder) = (rows, base, manifest, folder)
  }

  /// The summary as lines of at most `width` characters (80 at least), ended by a line feed.
  package func text(width: Int = 100, colour: Bool = false) -> String {
    let width = max(80, width)
    let style = TextStyle(hasColour: colour)
    var lines = opening(width, style)
    var names: [String] = []
    for row in rows where !names.contains(row.scenario) { names.append(row.scenario) }
    for name in names {
      lines += [""] + section(name, width, style)
    }
    lines += [""] + closing(width)
    return lines.joined(separator: "\n") + "\n"
  }

  private func opening(_ width: Int, _ style: TextStyle) -> [String] {
    var lines = [style.heading("Compared with \(base)")]
    lines += Prose.wrap(
      "\(manifest.startDate) to \(manifest.endDate), \(Words.count(manifest.replicationsDone, "pair")) of "
        + "replications, seed \(manifest.seed): each pair meets the same children and workers. Differences are "
        + "scenario minus base, with their 95% interval.", width: width, indent: 0)
    if manifest.interrupted || manifest.replicationsDone < manifest.replicationsWanted {
      lines += Prose.wrap(
        "UNFINISHED: \(manifest.replicationsDone) of \(manifest.replicationsWanted) pairs were finished.",
        width: width
      ).map(style.bad)
    }
    return lines
  }

  private func section(_ name: String, _ width: Int, _ style: TextStyle) -> [String] {
    var table = TextTable([.left, .right, .right, .right, .right, .right, .left])
    table.add(
      [name, "base", "scenario", "difference", "95% interval", "better in", "verdict"], style: style.heading)
    for row in rows where row.scenario == name {
      let format = MeasureFormat(unit: row.unit)
      let shown = format == .whole ? MeasureFormat.oneDecimal : format
      func text(_ value: Double?) -> String { value.map { shown.bare($0) } ?? "–" }
      let share = row.shareBetter.map { Phrase.percent($0, decimals: 0) } ?? "–"
      table.add(
        [
          row.output + format.labelEnding, text(row.baseMean), text(row.mean), text(row.difference),
          "\(text(row.lower)) to \(text(row.upper))", share, row.verdict.rawValue,
        ], style: emphasis(row.verdict, style))
    }
    return table.lines(width: width)
  }

  private func emphasis(_ verdict: ComparisonRow.Verdict, _ style: TextStyle) -> (String) -> String {
    switch verdict {
    case .better: style.good
    case .worse: style.bad
    case .unresolved: style.quiet
    case .higher, .lower, .equivalent: { $0 }
    }
  }

  private func closing(_ width: Int) -> [String] {
    var lines: [String] = []
    let worth = rows.compactMap { row in
      row.varianceReduction.flatMap { $0.isFinite && $0 != 1 ? (row, $0) : nil }
    }
    if let least = worth.min(by: { $0.1 < $1.1 }), let most = worth.max(by: { $0.1 < $1.1 }) {
      func told(_ item: (ComparisonRow, Double)) -> String {
        "\(Phrase.number(item.1, decimals: 1)) for \(item.0.output) under \(item.0.scenario)"
      }
      lines += Prose.wrap(
        "One pair was worth this many independent replications: from \(told(least)) to \(told(most)).",
        width: width)
    }
    let open = rows.count { $0.verdict == .unresolved }
    if open > 0 {
      lines += Prose.wrap(
        "\(Words.count(open, "difference")) of \(rows.count) cannot be told from chance: use more --reps, or state "
          + "with --delta how small a difference does not matter.", width: width)
    }
    lines.append("Files: \(folder)")
    return lines
  }
}
