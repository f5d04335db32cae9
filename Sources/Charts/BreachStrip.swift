import Dates
import Notation

/// In which months a threshold is likely to be crossed: one strip of months for each threshold.
///
/// Each month holds the bounds of a probability, as they follow from the quantiles that are known.
package struct BreachStrip: Chart {
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
    var level: Int { [0.049, 0.099, 0.249, 0.499, 0.749, 0.899].count { lower > $0 } }
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

  package init(months: [CivilDate], rows: [Row]) {
    precondition(rows.allSatisfy { $0.brackets.count == months.count }, "a strip has a cell for every month")
    self.months = months
    self.rows = rows
  }

  package var size: (width: Double, height: Double) { (860, 84 + 46 * Double(rows.count)) }

  package func draw(on drawing: inout Drawing) {
    let names = ["under 5%", "5–10%", "10–25%", "25–50%", "50–75%", "75–90%", "over 90%"]
    for (level, name) in names.enumerated() {
      let x = 8 + 116 * Double(level)
      cell(level, x: x, y: 8, width: 20, height: 16, "", on: &drawing)
      drawing.text(name, x: x + 26, y: 21, "tick")
    }
    let left = 8.0
    let width = (size.width - 24) / Double(max(1, months.count))
    for (index, row) in rows.enumerated() {
      let top = 58 + 46 * Double(index)
      drawing.text(row.label, x: left, y: top - 6, "label")
      for (month, bracket) in row.brackets.enumerated() {
        guard let bracket else { continue }
        cell(
          bracket.level, x: left + width * Double(month), y: top, width: width, height: 20,
          "\(months[month]): \(bracket.text)", on: &drawing)
      }
    }
    let bottom = 58 + 46 * Double(rows.count) - 18
    var last = -Double.infinity
    for (month, date) in months.enumerated() where date.civil.month == 4 {
      let x = left + width * Double(month)
      drawing.line(x, bottom, x, bottom + 5, "axis")
      guard x - last > 60 else { continue }
      drawing.text("Apr \(date.civil.year)", x: x, y: bottom + 19, "tick", anchor: x < 30 ? .start : .middle)
      last = x
    }
  }

  /// A cell; a light point in it says that the threshold is crossed more likely than not.
  private func cell(
    _ level: Int, x: Double, y: Double, width: Double, height: Double, _ tip: String,
    on drawing: inout Drawing
  ) {
    drawing.rectangle(
      x: x, y: y, width: width, height: height, level == 0 ? "strip0" : "strip strip\(level)", tip: tip)
    if level >= 4 {
      drawing.circle(x: x + width / 2, y: y + height / 2, radius: min(2, width / 3), "more-likely")
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
