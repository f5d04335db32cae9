import Charts
import Parameters
import Results

/// What `compare` found, as one page: what it comes to, what differs in the inputs, the differences, headlines under both,
/// and money.
package struct ComparisonPage: Sendable {
  let stored: StoredComparison
  let names: MeasureNames

  package init(_ stored: StoredComparison, names: MeasureNames) {
    (self.stored, self.names) = (stored, names)
  }

  private var parts: FolderParts {
    FolderParts(manifest: stored.manifest, folder: stored.folder, inputs: stored.inputs)
  }
  private var base: String { stored.rows.first?.base ?? stored.manifest.title }
  /// The base as people call it.
  private var baseTitle: String { stored.manifest.scenario.isEmpty ? base : stored.manifest.scenario }
  private func titled(_ overlay: String) -> String { stored.manifest.title(of: overlay) }
  /// The overlays that change nothing in any future.
  private var idle: [String] {
    overlays.filter { overlay in
      let own = stored.rows.filter { $0.scenario == overlay }
      return own.allSatisfy { $0.verdict == .same }
    }
  }
  private var overlays: [String] { stored.rows.map(\.scenario).uniqued }

  package var bytes: [UInt8] {
    let parts = parts
    let title = stored.manifest.title
    let question = stored.manifest.question.isEmpty ? "" : stored.manifest.question + " "
    let figures = ComparisonFigures(stored: stored, names: names, base: base, parts: parts)
    func eachThatChanges(_ make: (String) -> [FolderPage.Piece]) -> [FolderPage.Piece] {
      each { idle.contains($0) ? [] : make($0) }
    }
    func each(_ make: (String) -> [FolderPage.Piece]) -> [FolderPage.Piece] {
      overlays.flatMap { overlay -> [FolderPage.Piece] in
        let made = make(overlay)
        guard overlays.count > 1, !made.isEmpty else { return made }
        return [.html("<p><b>\(Html.escape(titled(overlay)))</b></p>\n")] + made
      }
    }
    return FolderPage(
      title: overlays.count == 1
        ? "\(title): what \(titled(overlays[0])) changes" : "\(title): what \(overlays.count) changes do",
      lead: question + (parts.everywhere.map { $0 + " " } ?? "")
        + "\(overlays.map(titled).joined(separator: ", ")) held against \(baseTitle) in the same \(parts.futures), \(parts.period).",
      notices: parts.notices(idle: idle),
      sections: [
        .init(id: "answer", title: "What it comes to", pieces: each { answer($0) }),
        .init(
          id: "inputs", title: "What differs in the inputs",
          pieces: overlays.map { .html(parts.inputsTable(of: $0, base: baseTitle)) }),
        .init(
          id: "differences", title: "Differences",
          pieces: eachThatChanges { figures.differences($0) } + [.html(table)]),
        .init(
          id: "fans", title: "With and without it, over time", pieces: eachThatChanges { figures.fans($0) }),
        .init(id: "money", title: "Money, nominal", pieces: eachThatChanges { figures.money($0) }),
        .init(id: "trust", title: "How far to trust it", pieces: [.html(Html.list(trust))]),
        .init(id: "again", title: "How to make this again", pieces: [.html(parts.again)]),
      ], origin: parts.origin
    ).bytes
  }

  private func sentence(_ row: ComparisonRow) -> String {
    let change = ChangeWords(row.unit).phrase(row.difference ?? .nan, row.lower ?? .nan, row.upper ?? .nan)
    let verdict =
      [ComparisonRow.Verdict.better, .worse].contains(row.verdict) ? ": \(row.verdict.rawValue)" : ""
    return "\(names.output(row.output)): \(change)\(verdict)."
  }

  private func answer(_ overlay: String) -> [FolderPage.Piece] {
    let own = stored.rows.filter { $0.scenario == overlay }
    func named(_ verdicts: ComparisonRow.Verdict...) -> String {
      own.filter { verdicts.contains($0.verdict) }.map { names.output($0.output) }.joined(separator: "; ")
    }
    if idle.contains(overlay) {
      return [.html(Html.paragraph("\(titled(overlay)) changes nothing, in any future."))]
    }
    var sentences: [String] = []
    let net = stored.money.first {
      $0.scenario == overlay && $0.level == .net && $0.year == BudgetRow.allYears
    }
    if let net {
      sentences.append(
        net.change.isApart
          ? "Over all years the service with \(titled(overlay)) \(FolderParts.costs(net.change)), nominal "
            + "(\(FolderParts.interval(net.change)))."
          : net.change.mean == 0 && net.change.lower == 0 && net.change.upper == 0
            ? "It costs the same in every future."
            : "Whether it costs or saves over all years cannot be told from \(parts.futures) "
              + "(\(FolderParts.interval(net.change)), nominal).")
    }
    sentences += own.filter { $0.verdict.isTold && $0.output != Series.cost }.map(sentence)
    for (words, list) in [
      ("Cannot be told from chance", named(.unresolved)), ("The same in every future", named(.same)),
      ("No difference that matters", named(.equivalent)),
    ] where !list.isEmpty {
      sentences.append("\(words): \(list).")
    }
    return [.html(Html.list(sentences))]
  }

  private var table: String {
    let rows = stored.rows.map { row in
      let words = ChangeWords(row.unit)
      let counts = [row.pairsBetter, row.pairsSame, row.pairsWorse].compactMap { $0 }
      return [
        (overlays.count > 1 ? titled(row.scenario) + ": " : "") + names.output(row.output),
        words.level(row.baseMean ?? .nan),
        words.level(row.mean ?? .nan),
        words.short(row.difference ?? .nan, row.lower ?? .nan, row.upper ?? .nan), row.verdict.words,
        counts.count == 3 ? counts.map { Phrase.number($0) }.joined(separator: ", ") : "–",
        ChangeWords.dated(row.period),
      ]
    }
    return Html.details(
      "All differences as a table",
      Html.table(
        caption: "Means over the futures; money is nominal",
        columns: [
          "Measure", baseTitle, "With it", "Change (95% interval)", "Verdict", "Futures better, same, worse",
          "How it is read",
        ], rows: rows, numeric: [1, 2]))
  }

  private var trust: [String] {
    let held = stored.rows.contains(where: \.isHeldBackByHolm)
    return parts.trust
      + (held
        ? [
          "Where \(overlays.count) changes are compared, one may look different by chance: a difference counts only where it "
            + "stands after Holm's adjustment for that."
        ] : [])
  }
}

extension ComparisonRow.Verdict {
  /// Whether a difference was told from chance.
  var isTold: Bool { [.better, .worse, .higher, .lower].contains(self) }

  var words: String {
    switch self {
    case .same: "the same in every future"
    case .equivalent: "no difference that matters"
    case .unresolved: "cannot be told from chance"
    case .better, .worse, .higher, .lower: rawValue
    }
  }
}
