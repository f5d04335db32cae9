import Notation
import Results
import Statistics

/// How far forecasts of one measure some years ahead have been right over many councils.
package struct SkillRow: Sendable, Equatable {
  package var measure = ""
  package var horizon = 0
  /// Forecasts that were held against an outcome.
  package var count = 0
  /// What ranges are widened by, anchored and as they came out: learned from all councils' forecasts.
  package var width = 1.0, rawWidth = 1.0
  /// The same for the councils of each part, learned from the others.
  package var widths: [Double] = [], rawWidths: [Double] = []
  /// How much of the way forecasts are drawn to their anchor: learned from all councils' forecasts, and for the councils of
  /// each part from the others'.
  package var share = Anchoring.share
  package var shares: [Double] = []
  /// Mean absolute error over the outcome: of the median, anchored or not, and of "as now".
  package var error = Double.nan, rawError = Double.nan, errorAsNow = Double.nan
  /// Mean ranked score over the outcome: anchored and widened, as it came out, "as now", and with England's growth.
  package var score = Double.nan, rawScore = Double.nan, scoreAsNow = Double.nan, scoreOfDrift = Double.nan
  /// The share of outcomes that the 80% range held: anchored and widened, and as it came out.
  package var held = Double.nan, rawHeld = Double.nan
  /// The same of the 50% and of the 95% range.
  package var held50 = Double.nan, held95 = Double.nan, rawHeld50 = Double.nan, rawHeld95 = Double.nan
  /// Mean logarithm of the median over the outcome: anchored, and as it came out.
  package var bias = Double.nan, rawBias = Double.nan
}

/// How far forecasts have been right, as a file of the national table's folder.
package struct SkillTable: Sendable {
  package static let name = "skill.csv"
  package let rows: [SkillRow]

  package init(_ rows: [SkillRow]) { self.rows = rows }

  package subscript(measure: String, horizon: Int) -> SkillRow? {
    rows.first { $0.measure == measure && $0.horizon == horizon }
  }

  private struct Column: Sendable {
    let name: String
    let property: WritableKeyPath<SkillRow, Double> & Sendable
  }

  private static let numbers: [Column] = [
    Column(name: "width", property: \.width), Column(name: "raw_width", property: \.rawWidth),
    Column(name: "error", property: \.error), Column(name: "raw_error", property: \.rawError),
    Column(name: "error_as_now", property: \.errorAsNow), Column(name: "score", property: \.score),
    Column(name: "raw_score", property: \.rawScore), Column(name: "score_as_now", property: \.scoreAsNow),
    Column(name: "score_of_drift", property: \.scoreOfDrift), Column(name: "held_80", property: \.held),
    Column(name: "raw_held_80", property: \.rawHeld), Column(name: "held_50", property: \.held50),
    Column(name: "held_95", property: \.held95), Column(name: "raw_held_50", property: \.rawHeld50),
    Column(name: "raw_held_95", property: \.rawHeld95), Column(name: "bias", property: \.bias),
    Column(name: "raw_bias", property: \.rawBias), Column(name: "share", property: \.share),
  ]
  private static let columns =
    ["measure", "horizon", "count"] + numbers.map(\.name)
    + (0..<Panel.parts).map { "width_\($0 + 1)" } + (0..<Panel.parts).map { "raw_width_\($0 + 1)" }
    + (0..<Panel.parts).map { "share_\($0 + 1)" }

  /// A range that had to be twenty times as wide, or as narrow, is no forecast.
  private static let likelyWidths = 0.05...20.0

  /// The table of a folder; nil where there is none.
  ///
  /// - Throws: `NationalFailure` where it is not such a table.
  package static func read(_ folder: String) throws -> SkillTable? {
    let path = folder + "/" + name
    guard ResultReader.has(name, folder) else { return nil }
    let table = CSVRows(try ResultReader.bytes(of: path))
    let help = "make it again: caseload backtest --all --learn"
    guard table.columns == columns else {
      throw NationalFailure(
        "\(path):1", "skill-columns", "The columns are not \(columns.joined(separator: ",")).", help: help)
    }
    return SkillTable(
      try table.rows.map { row in
        let cells = row.cells.dropFirst(2).map { Double($0) ?? .nan }
        guard row.cells.count == columns.count, let horizon = Int(row.cells[1]),
          let count = Int(row.cells[2]),
          SkillMeasure.named(row.cells[0]) != nil, SkillMeasure.horizons.contains(horizon), count >= 0,
          cells.dropFirst(1 + numbers.count).dropLast(Panel.parts).allSatisfy({ likelyWidths.contains($0) }),
          cells.suffix(Panel.parts).allSatisfy({ (0...1).contains($0) })
        else {
          throw NationalFailure(
            "\(path):\(row.line)", "skill-row", "The row is not that of a measure's skill.", help: help)
        }
        var made = SkillRow(measure: row.cells[0], horizon: horizon, count: count)
        for (column, cell) in zip(numbers, cells.dropFirst()) { made[keyPath: column.property] = cell }
        let widths = cells.dropFirst(1 + numbers.count).dropLast(Panel.parts)
        made.shares = Array(cells.suffix(Panel.parts))
        made.widths = Array(widths.prefix(Panel.parts))
        made.rawWidths = Array(widths.suffix(Panel.parts))
        return made
      })
  }

  package var file: WholeFile.Prepared {
    var text = CSVText(columns: Self.columns, ending: [])
    for row in rows {
      text.cell(row.measure)
      text.cell(row.horizon)
      text.cell(row.count)
      for column in Self.numbers { text.cell(Self.rounded(row[keyPath: column.property])) }
      for number in row.widths + row.rawWidths + row.shares { text.cell(Self.rounded(number)) }
      text.endRow()
    }
    return WholeFile.Prepared(name: Self.name, bytes: text.bytes)
  }

  /// Four decimal places; no cell where there is no number.
  private static func rounded(_ number: Double) -> Double? {
    number.isFinite ? (number * 10_000).rounded() / 10_000 : nil
  }
}
