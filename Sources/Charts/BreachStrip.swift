import Dates
import Notation

/// In which months a threshold is likely to be crossed: one strip of months for each threshold.
///
/// Each month holds the bounds of a probability, as they follow from the quantiles that are known.
package struct BreachStrip: AdaptiveChart {
  /// A probability that is known to lie between two bounds.
  package struct Bracket: Sendable, Equatable {
    package let lower, upper: Double

    /// The bounds lie within 0 to 1 in order.
    package init(lower: Double, upper: Double) {
      precondition(
        0 <= lower && lower <= upper && upper <= 1, "bounds of a probability are in order within 0 to 1")
      self.lower = lower
      self.upper = upper
    }

    /// The bracket that quantiles give for the probability of a value above (or below) a threshold. `quantiles` are
    /// pairs of a share and the value that so large a share of the replications does not exceed, in order of share.
    package init(ofExceeding threshold: Double, quantiles: [(share: Double, value: Double)]) {
      let below = quantiles.last { $0.value <= threshold }?.share ?? 0
      let above = quantiles.first { $0.value > threshold }?.share ?? 1
      self.init(lower: 1 - above, upper: 1 - min(below, above))
    }

    /// In percent, for example `50% to 75%`, or `less than 5%`.
    package var text: String {
      let percent = ValueFormat.percent.with(decimals: 0)
      if lower == upper { return percent.text(lower) }
      if lower <= 0 { return "less than \(percent.text(upper))" }
      if upper >= 1 { return "more than \(percent.text(lower))" }
      return "\(percent.text(lower)) to \(percent.text(upper))"
    }

    /// 0 (hardly ever) to 6 (nearly always).
    package var level: Int { [0.049, 0.099, 0.249, 0.499, 0.749, 0.899].count { lower > $0 } }
  }

  /// One strip.
  package struct Row: Sendable, Equatable {
    package let label: String
    /// One for each month; nil where nothing was read.
    package let brackets: [Bracket?]

    package init(label: String, brackets: [Bracket?]) {
      self.label = label
      self.brackets = brackets
    }
  }

  /// Month ends, in order.
  package let months: [CivilDate]
  package let rows: [Row]
  package var isNarrow = false

  package init(months: [CivilDate], rows: [Row]) {
    precondition(rows.allSatisfy { $0.brackets.count == months.count }, "a strip has a cell for every month")
    self.months = months
    self.rows = rows
  }

  /// What each level of a bracket is called.
  package static let names = ["under 5%", "5–10%", "10–25%", "25–50%", "50–75%", "75–90%", "over 90%"]

  private var key: Key {
    Key(
      Self.names.enumerated().map { level, name in
        Key.Entry(words: name) { drawing, x, y in
          cell(level, x: x, y: y - 8, width: 20, height: 16, "", on: &drawing)
        }
      }, room)
  }

  private var labels: [[String]] { rows.map { room.lines($0.label, within: room.width - 16) } }

  /// The upper edge of a strip.
  private func top(_ row: Int) -> Double {
    labels.prefix(row + 1).reduce(key.height + 8) { $0 + room.line * Double($1.count) + 10 }
      + 26 * Double(row)
  }

  private var bottom: Double { rows.isEmpty ? key.height + 8 : top(rows.count - 1) + 24 }

  package var size: (width: Double, height: Double) { (room.width, bottom + 28) }

  package func draw(on drawing: inout Drawing) {
    key.draw(on: &drawing, top: 2)
    let left = 8.0
    let width = (room.width - 24) / Double(max(1, months.count))
    for (index, row) in rows.enumerated() {
      let top = top(index)
      let words = labels[index]
      drawing.lines(words, x: left, y: top - 6 - room.line * Double(words.count - 1), "label")
      for run in runs(row) {
        guard let bracket = row.brackets[run.lowerBound] else { continue }
        let (first, last) = (months[run.lowerBound], months[run.upperBound - 1])
        cell(
          bracket.level, x: left + width * Double(run.lowerBound), y: top, width: width * Double(run.count),
          height: 20, (run.count == 1 ? "\(first)" : "\(first) to \(last)") + ": \(bracket.text)",
          on: &drawing)
      }
    }
    var last = -Double.infinity
    for (month, date) in months.enumerated() where date.civil.month == 4 {
      let x = left + width * Double(month)
      drawing.line(x, bottom, x, bottom + 5, "axis")
      guard x - last > 66, x < room.width - 66 else { continue }
      drawing.text("Apr \(date.civil.year)", x: x, y: bottom + 20, "tick")
      last = x
    }
  }

  /// Months in a row of which the same is known.
  private func runs(_ row: Row) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for month in row.brackets.indices {
      if let last = runs.last, row.brackets[last.lowerBound] == row.brackets[month] {
        runs[runs.count - 1] = last.lowerBound..<(month + 1)
      } else {
        runs.append(month..<(month + 1))
      }
    }
    return runs
  }

  /// A cell; a light point in it says that the threshold is crossed more likely than not.
  private func cell(
    _ level: Int, x: Double, y: Double, width: Double, height: Double, _ tip: String,
    on drawing: inout Drawing
  ) {
    drawing.rectangle(
      x: x, y: y, width: width, height: height, level == 0 ? "strip0" : "strip strip\(level)", tip: tip)
    if level >= 4 {
      // One in the middle, or in a long run one in each stretch of it.
      let count = max(1, (width / 24).rounded(.down))
      for place in 0..<Int(count) {
        drawing.circle(
          x: x + width * (Double(place) + 0.5) / count, y: y + height / 2, radius: min(2, width / 3),
          "more-likely")
      }
    }
  }

  package var table: ChartTable {
    ChartTable(
      columns: ["Month end"] + rows.map(\.label),
      rows: months.indices.map { month in
        [months[month].description] + rows.map { $0.brackets[month]?.text ?? "–" }
      })
  }
}
