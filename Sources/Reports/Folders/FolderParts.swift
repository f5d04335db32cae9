import Charts
import Results

/// What the pages of `compare` and `worth` have in common.
struct FolderParts {
  let manifest: Manifest
  let folder: String
  let inputs: [ChangedInputRow]

  /// How many futures each design has.
  var futures: String { Words.count(manifest.replicationsDone, "simulated future") }

  /// `1 April 2015 to 31 March 2025`.
  var period: String { ChangeWords.dated("\(manifest.startDate) to \(manifest.endDate)") }

  var source: String { "\(futures) of each, the same children and workers in both" }

  /// From what the page was made.
  var origin: String {
    "Made by caseload, model version \(manifest.modelVersion), from scenario \(manifest.scenarioHash.prefix(12)), random "
      + "numbers from \(manifest.seed), \(futures), data as of \(ChangeWords.dated(manifest.dataAsOf)). A model, not a "
      + "forecast: what it rests on is in the scenario."
  }

  /// What is to be known first.
  ///
  /// - Parameter idle: the overlays that change nothing in any future.
  func notices(idle: [String]) -> [String] {
    var notices = idle.map { "\(manifest.title(of: $0)) changes nothing, in any future: \(reason(of: $0))." }
    if !manifest.checksHold {
      notices.append("A balance of the model does not hold: do not base decisions on these figures.")
    }
    if manifest.interrupted || manifest.replicationsDone < manifest.replicationsWanted {
      notices.append(
        "Unfinished: \(manifest.replicationsDone) of \(manifest.replicationsWanted) futures were simulated before the "
          + "command was stopped.")
    }
    return notices
  }

  /// Why an overlay changes nothing, as the end of a sentence.
  func reason(of overlay: String) -> String {
    let own = inputs.filter { $0.scenario == overlay }
    if let told = manifest.idleness(of: overlay) { return ChangeWords.dated(told) }
    return inputs.isEmpty || !own.isEmpty
      ? "nothing that it sets has an effect within the run"
      : "it sets nothing that the base does not have already"
  }

  /// What was laid over the base in every design, in a sentence; nil where nothing was.
  var everywhere: String? {
    manifest.changed.map { $0.replacing("Changed:", with: "Changed in all of them:") }
  }

  /// What an overlay sets otherwise than the base.
  func inputsTable(of overlay: String, base: String) -> String {
    let own = inputs.filter { $0.scenario == overlay }
    guard !own.isEmpty else {
      return inputs.isEmpty
        ? Html.paragraph(
          "The folder does not say what the inputs are: an earlier program wrote it. The command below writes it anew."
        )
        : Html.paragraph("It sets nothing that \(base) does not have already.")
    }
    let shown = own.prefix(200)
    let rows = shown.map { row in
      [
        row.meaning.isEmpty ? row.path : row.meaning, Self.value(row.baseValue),
        Self.value(row.value), row.unit == "-" ? "" : row.unit, row.path,
      ]
    }
    return Html.table(
      caption: "What \(manifest.title(of: overlay)) sets otherwise than \(base)",
      columns: ["What it is", base, manifest.title(of: overlay), "Unit", "Name in files"], rows: rows)
      + (own.count > shown.count
        ? Html.paragraph("\(own.count - shown.count) more are in \(Tables.changedInputs.name).", "soft") : "")
  }

  /// A value as people write it.
  private static func value(_ text: String) -> String {
    switch text {
    case "": "not set"
    case LeverEnds.first: "no first day"
    case LeverEnds.last: "no last day"
    default: ChangeWords.dated(text)
    }
  }

  /// The dates that stand for none: before and after every run.
  private enum LeverEnds {
    static let first = "1900-01-01"
    static let last = "2200-12-31"
  }

  /// How far to trust the differences.
  var trust: [String] {
    [
      "Each change is held against the base future by future: the same children, the same workers, the same luck. What "
        + "differs is the change alone, so that a difference is told from chance with far fewer futures than two "
        + "separate runs would need.",
      "A 95% interval holds the mean change that endless futures would have, in 95 of 100 such comparisons. It says "
        + "nothing about how wrong the model may be.",
      "What a change does in the model is what the scenario says it does: the size of an effect is an input, with a "
        + "source or without one.",
    ] + warnings.map(ChangeWords.dated)
  }

  /// The warnings, but for those that say why an overlay changes nothing.
  private var warnings: [String] {
    manifest.warnings.filter { warning in
      !manifest.compared.contains { design in
        warning.hasPrefix(design.name + ": ") && !design.idle.isEmpty
          && design.idle.contains(warning.dropFirst(design.name.count + 2).prefix { $0 != "." })
      }
    }
  }

  /// The commands that make the folder and the page.
  var again: String {
    let program = manifest.command.first.map { String($0.split(separator: "/").last ?? "") }
    let made = ([program].compactMap { $0 } + manifest.command.dropFirst()).map(AgainSection.quoted)
      .joined(separator: " ")
    let page = "caseload report \(AgainSection.quoted(folder))"
    return Html.paragraph("The first command made the folder, and the second made this page:")
      + Html.code([made, page].filter { !$0.isEmpty })
      + Html.paragraph("The same random numbers and scenario give the same figures to the byte.")
  }

  /// Rows of money for a chart of intervals.
  static func rows(_ items: [(label: String, change: Spread, isStrong: Bool)]) -> [IntervalChart.Row] {
    items.map { item in
      IntervalChart.Row(
        label: item.label, mean: item.change.mean, lower: item.change.lower, upper: item.change.upper,
        text: item.change.poundsInWords, isApart: item.change.isApart, isStrong: item.isStrong)
    }
  }

  /// Nominal pounds, in words that say which way: `costs £1.2m more`.
  static func costs(_ change: Spread) -> String {
    "\(change.mean > 0 ? "costs" : "saves") \(Phrase.pounds(change.mean.magnitude))"
      + (change.mean > 0 ? " more" : "")
  }

  /// `95% interval −£1.6m to −£0.8m`.
  static func interval(_ change: Spread) -> String {
    let words = ChangeWords("£")
    return "95% interval of the change \(words.signed(change.lower)) to \(words.signed(change.upper))"
  }
}
