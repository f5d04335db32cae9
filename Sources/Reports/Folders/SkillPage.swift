import Charts
import Notation
import Results

/// How right forecasts of the past were, as one page: each measure's score beside "as now", what the ranges held, and where in
/// their forecasts outcomes fell.
package struct SkillPage: Sendable {
  package struct Row: Sendable {
    let skill: SkillSummary.Row
    /// Outcomes in each tenth of their forecasts, as simulated and in the end.
    let raw, final: [Int]

    package init(_ skill: SkillSummary.Row, tenths: (raw: [Int], final: [Int])) {
      (self.skill, raw, final) = (skill, tenths.raw, tenths.final)
    }
  }

  private let rows: [Row]
  private let councils: Int
  private let origins: [Int]
  private let replications: Int
  private let command: [String]
  private let version: String

  /// - Parameter command: what made the forecasts, in its parts.
  package init(
    _ rows: [Row], councils: Int, origins: [Int], replications: Int, command: [String], version: String
  ) {
    (self.rows, self.councils, self.origins) = (rows, councils, origins)
    (self.replications, self.command, self.version) = (replications, command, version)
  }

  private var forecasts: String {
    "\(Words.count(councils, "council")) as of \(Prose.list(origins.map(String.init)))"
  }

  package var bytes: [UInt8] {
    FolderPage(
      title: "How right forecasts of \(forecasts) were", lead: lead, notices: notices,
      sections: [
        .init(
          id: "ranks", title: "Where in their forecasts outcomes fell",
          pieces: [.html(Html.paragraph(Self.reading))] + labels.map { .figure(figure($0)) }),
        .init(id: "scores", title: "Scores by measure and years ahead", pieces: [.html(table)]),
        .init(
          id: "again", title: "How to make this again", pieces: [.html(Html.code([again]))]),
      ],
      origin: "Made by caseload, model version \(version), from forecasts of \(forecasts), "
        + "\(Words.count(replications, "simulated future")) each."
    ).bytes
  }

  /// What shares of few outcomes say.
  private var notices: [String] {
    let counts = rows.map(\.skill.count)
    guard let least = counts.min(), let most = counts.max(), least < Self.fewForecasts else { return [] }
    return [
      "Each line is of \(least == most ? "\(most)" : "\(least) to \(most)") "
        + "\(most == 1 ? "forecast" : "forecasts"): so few say little of how often a range holds what comes, or of which "
        + "forecast is better. Many councils say more (--all)."
    ]
  }

  /// With fewer outcomes a share is no nearer than about a fifth either way.
  private static let fewForecasts = 20

  private var again: String { command.map(AgainSection.quoted).joined(separator: " ") }

  private var labels: [String] { rows.map(\.skill.label).uniqued }

  private func rows(of label: String) -> [Row] { rows.filter { $0.skill.label == label } }

  /// Which measures are told better than by "as now", at every horizon.
  private var lead: String {
    let better = labels.filter { label in
      rows(of: label).allSatisfy { $0.skill.score < $0.skill.scoreAsNow }
    }
    let others = labels.filter { !better.contains($0) }
    let held = rows.map(\.skill.held.eightTenths)
    func listed(_ labels: [String]) -> String { labels.map(Self.inSentence).joined(separator: "; ") }
    return "Ranges meant to hold 8 in 10 outcomes held \(Self.span(held)). "
      + (better.isEmpty
        ? "No measure is told better than by \u{201C}as now\u{201D} at every horizon."
        : "Told better than by \u{201C}as now\u{201D} at every horizon: \(listed(better)).")
      + (others.isEmpty || better.isEmpty ? "" : " Not at every horizon: \(listed(others)).")
  }

  /// A measure's name as it stands inside a sentence.
  private static func inSentence(_ label: String) -> String {
    label.prefix(1).lowercased() + label.dropFirst()
  }

  private static let reading =
    "Each forecast is cut into tenths that are equally likely by its own account. Where forecasts are as wide as they "
    + "should be, a tenth of all outcomes falls into each: all bars reach the dashed line. Bars that are high at both ends "
    + "say that ranges were too narrow, high in the middle too wide, high on one side that forecasts lay too low or too "
    + "high. The line in steps is the forecast as simulated, before it is drawn to what other councils' years say and "
    + "widened as they ask."

  private var table: String {
    Html.table(
      caption: "Score over the outcome (smaller is better), error of the middle, and what ranges held",
      columns: [
        "Measure", "Years ahead", "Forecasts", "Score", "As now", "With growth", "As simulated", "Error",
        "Error as now", "50% held", "80% held", "95% held", "80% as simulated",
      ],
      rows: rows.map { row in
        let skill = row.skill
        return [skill.label, "\(skill.horizon)", "\(skill.count)"]
          + [skill.score, skill.scoreAsNow, skill.scoreOfDrift, skill.rawScore].map {
            $0.isFinite ? Phrase.number($0, decimals: 3) : "–"
          }
          + [
            skill.error, skill.errorAsNow, skill.held.half, skill.held.eightTenths, skill.held.nearlyAll,
            skill.rawHeld.eightTenths,
          ].map(Self.percent)
      }, numeric: Set(1..<13))
      + Html.paragraph(
        "The score is the continuous ranked probability score over the outcome. \u{201C}As now\u{201D} and "
          + "\u{201C}with growth\u{201D} are told how wide to be from all years, later ones too.", "soft")
  }

  private static func percent(_ share: Double) -> String {
    share.isFinite ? Phrase.percent(share, decimals: 0) : "–"
  }

  /// `79 to 81%`.
  private static func span(_ shares: [Double]) -> String {
    let known = shares.filter(\.isFinite)
    guard let low = known.min(), let high = known.max() else { return "nothing that is known" }
    let (from, to) = (percent(low), percent(high))
    return from == to ? from : "\(from.dropLast()) to \(to)"
  }

  private func figure(_ label: String) -> FolderFigure {
    let own = rows(of: label)
    let panels = own.map {
      RankChart.Panel(
        label: Words.count($0.skill.horizon, "year") + " ahead", bars: $0.final, steps: $0.raw)
    }
    return FolderFigure(
      id: "ranks-\(labels.firstIndex(of: label) ?? 0)",
      finding: "\(label): ranges of 8 in 10 held \(Self.span(own.map(\.skill.held.eightTenths))), "
        + "as simulated \(Self.span(own.map(\.skill.rawHeld.eightTenths)))",
      description: "For each number of years ahead, the share of outcomes in each tenth of their forecasts.",
      source: "forecasts of \(forecasts), and the published figures"
    ) { isNarrow in
      RankChart(panels: panels, barsName: "forecast", stepsName: "as simulated", isNarrow: isNarrow)
    }
  }
}
