import Notation
import Results

/// How far forecasts have been right, as a table: for each measure and years ahead the error, the score and what the 80%
/// range held, beside "as now" and growth as all councils had.
package struct SkillSummary {
  /// One line of it.
  package struct Row: Sendable {
    package let label: String
    package let horizon, count: Int
    package let error, errorAsNow, score, scoreAsNow, scoreOfDrift, rawScore, bias: Double
    /// The shares of outcomes that ranges of 50, 80 and 95% held, in the end and as simulated.
    package let held, rawHeld: Coverage

    package init(
      label: String, horizon: Int, count: Int, error: Double, errorAsNow: Double, score: Double,
      scoreAsNow: Double, scoreOfDrift: Double, rawScore: Double, held: Coverage, rawHeld: Coverage,
      bias: Double
    ) {
      (self.label, self.horizon, self.count) = (label, horizon, count)
      (self.error, self.errorAsNow, self.score) = (error, errorAsNow, score)
      (self.scoreAsNow, self.scoreOfDrift, self.rawScore) = (scoreAsNow, scoreOfDrift, rawScore)
      (self.held, self.rawHeld, self.bias) = (held, rawHeld, bias)
    }

    fileprivate var numbers: [(name: String, value: Double)] {
      [
        ("error", error), ("error_as_now", errorAsNow), ("score", score), ("score_as_now", scoreAsNow),
        ("score_of_drift", scoreOfDrift), ("raw_score", rawScore), ("held_50", held.half),
        ("held_80", held.eightTenths), ("held_95", held.nearlyAll), ("raw_held_50", rawHeld.half),
        ("raw_held_80", rawHeld.eightTenths), ("raw_held_95", rawHeld.nearlyAll), ("bias", bias),
      ]
    }
  }

  /// The shares of outcomes that the middle ranges of forecasts held.
  package struct Coverage: Sendable {
    package let half, eightTenths, nearlyAll: Double

    package init(half: Double, eightTenths: Double, nearlyAll: Double) {
      (self.half, self.eightTenths, self.nearlyAll) = (half, eightTenths, nearlyAll)
    }
  }

  private let rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  package func text(width: Int, colour: Bool) -> String {
    let style = TextStyle(hasColour: colour)
    var table = TextTable([.left] + Array(repeating: .right, count: 8))
    table.add(
      ["Score over outcome", "n", "forecast", "as now", "growth", "raw", "in 80%", "raw", "bias"],
      style: style.heading)
    var label = ""
    for row in rows {
      if row.label != label { table.add([row.label] + Array(repeating: "", count: 8), style: style.heading) }
      label = row.label
      let scores = [row.score, row.scoreAsNow, row.scoreOfDrift, row.rawScore].map {
        $0.isFinite ? Phrase.number($0, decimals: 3) : "–"
      }
      let shares = [row.held.eightTenths, row.rawHeld.eightTenths].map { Phrase.percent($0, decimals: 0) }
      table.add(
        ["  " + Words.count(row.horizon, "year"), "\(row.count)"] + scores + shares
          + [Phrase.percent(row.bias)])
    }
    let words = Prose.wrap(
      "The score is the continuous ranked probability score over the outcome: smaller is better. \"As now\" and \"growth\" "
        + "are told how wide to be from all years, later ones too.", width: width, indent: 0)
    return (table.lines(width: width) + words).joined(separator: "\n") + "\n"
  }

  package var json: JSONValue {
    .array(
      rows.map { row in
        .object(
          [
            ("measure", .string(row.label)), ("horizon", .integer(row.horizon)),
            ("count", .integer(row.count)),
          ]
            + row.numbers.map { ($0.name, $0.value.isFinite ? .number($0.value) : .null) })
      })
  }
}
