import Notation
import Results

/// What a person sees at the end of a comparison.
package struct ComparisonSummary: Sendable {
  let rows: [ComparisonRow]
  let base: String
  let manifest: Manifest
  let folder: String
  let names: MeasureNames

  package init(
    _ rows: [ComparisonRow], base: String, manifest: Manifest, folder: String, names: MeasureNames
  ) {
    (self.rows, self.base, self.manifest, self.folder) = (rows, base, manifest, folder)
    self.names = names
  }

  /// Outputs as people call them, within a sentence.
  package func named(_ outputs: [String]) -> String {
    outputs.map { names.output($0).lowercasedFirst }.joined(separator: "; ")
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
    var lines = [style.heading("Compared with \(manifest.scenario.isEmpty ? base : manifest.scenario)")]
    if let changed = manifest.changed {
      lines += Prose.wrap(changed.replacing("Changed:", with: "Changed in all of them:"), width: width)
    }
    lines += Prose.wrap(
      "\(manifest.startDate) to \(manifest.endDate), \(Words.count(manifest.replicationsDone, "pair")) of "
        + "replications, seed \(manifest.seed): each pair meets the same children and workers. Figures are means over "
        + "the replications; differences are scenario minus base, with their 95% interval.", width: width,
      indent: 0)
    lines += periods.flatMap { Prose.wrap($0, width: width) }
    if manifest.interrupted || manifest.replicationsDone < manifest.replicationsWanted {
      lines += Prose.wrap(
        "UNFINISHED: \(manifest.replicationsDone) of \(manifest.replicationsWanted) pairs were finished.",
        width: width
      ).map(style.bad)
    }
    return lines
  }

  /// How the outputs are gathered from a run and over which months, those alike together.
  private var periods: [String] {
    rows.map(\.period).filter { !$0.isEmpty }.uniqued.map { period in
      let outputs = rows.filter { $0.period == period }.map(\.output).uniqued
      return "\(period.prefix(1).uppercased() + period.dropFirst()): \(named(outputs))."
    }
  }

  private func section(_ name: String, _ width: Int, _ style: TextStyle) -> [String] {
    let own = rows.filter { $0.scenario == name }
    if !own.isEmpty, own.allSatisfy({ $0.verdict == .same }) {
      let why = manifest.idleness(of: name).map { ": \($0)" } ?? ""
      return [style.heading(manifest.title(of: name))]
        + Prose.wrap("No difference in any future\(why).", width: width)
    }
    var table = TextTable([.left, .right, .right, .right, .right, .right, .left])
    table.add(
      [manifest.title(of: name), "base", "scenario", "difference", "95% interval", "b/s/w", "verdict"],
      style: style.heading)
    for row in own {
      let format = MeasureFormat(unit: row.unit)
      let shown = format == .whole ? MeasureFormat.oneDecimal : format
      func text(_ value: Double?) -> String { value.map { shown.bare($0) } ?? "–" }
      let fine = shown.format.telling(telling(row))
      func change(_ value: Double?) -> String { value.map { fine.bare($0) } ?? "–" }
      let counts = [row.pairsBetter, row.pairsSame, row.pairsWorse].compactMap { $0 }
      table.add(
        [
          names.output(row.output) + format.labelEnding, text(row.baseMean), text(row.mean),
          change(row.difference),
          "\(change(row.lower)) to \(change(row.upper))",
          counts.isEmpty ? "–" : counts.map { Phrase.number($0) }.joined(separator: "/"), words(row),
        ], style: emphasis(row.verdict, style))
    }
    return table.lines(width: width)
  }

  /// What must not be shown as 0 unless it is: the ends of the interval, and a difference that is no mere rounding.
  private func telling(_ row: ComparisonRow) -> [Double] {
    let (lower, upper, mean) = (row.lower ?? 0, row.upper ?? 0, row.difference ?? 0)
    return abs(mean) > (upper - lower) / 1000 ? [lower, upper, mean] : [lower, upper]
  }

  private func words(_ row: ComparisonRow) -> String {
    switch row.verdict {
    case .same: "no difference"
    case .unresolved where row.isHeldBackByHolm: "unresolved*"
    default: row.verdict.rawValue
    }
  }

  private func emphasis(_ verdict: ComparisonRow.Verdict, _ style: TextStyle) -> (String) -> String {
    switch verdict {
    case .better: style.good
    case .worse: style.bad
    case .unresolved: style.quiet
    case .higher, .lower, .equivalent, .same: { $0 }
    }
  }

  private func closing(_ width: Int) -> [String] {
    var lines: [String] = []
    let worth = rows.compactMap { row in
      row.varianceReduction.flatMap { $0.isFinite && $0 != 1 ? (row, $0) : nil }
    }
    if let least = worth.min(by: { $0.1 < $1.1 }), let most = worth.max(by: { $0.1 < $1.1 }) {
      func told(_ item: (ComparisonRow, Double)) -> String {
        "\(Phrase.number(item.1, decimals: 1)) for \(named([item.0.output])) under \(manifest.title(of: item.0.scenario))"
      }
      lines += Prose.wrap(
        "One pair was worth this many independent replications: from \(told(least)) to \(told(most)).",
        width: width)
    }
    if rows.contains(where: \.isHeldBackByHolm) {
      let designs = rows.map(\.scenario).uniqued.count
      lines += Prose.wrap(
        "* The interval by itself leaves zero out, but of \(designs) scenarios compared one may do so by chance, and "
          + "after Holm's adjustment for that the difference is not told apart (p_holm above 5%).",
        width: width)
    }
    if rows.contains(where: { $0.pairsBetter != nil }) {
      lines += Prose.wrap(
        "b/s/w: in how many pairs the scenario was better than the base, the same, and worse.",
        width: width)
    }
    let open = rows.count { $0.verdict == .unresolved }
    if open > 0 {
      lines += Prose.wrap(
        "\(Phrase.number(open)) of \(Words.count(rows.count, "difference")) cannot be told from chance: use more --reps, or state "
          + "with --delta how small a difference does not matter.", width: width)
    }
    lines.append("Files: \(folder)")
    return lines
  }
}
