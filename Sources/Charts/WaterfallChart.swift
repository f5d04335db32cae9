import Notation

/// How one amount becomes another, part by part: rises and falls stand between two totals.
package struct WaterfallChart: Chart {
  /// One part of the change.
  package struct Step: Sendable, Equatable {
    package let label: String
    /// Positive for a rise.
    package let change: Double

    package init(label: String, change: Double) {
      self.label = label
      self.change = change
    }
  }

  package let startLabel: String
  package let start: Double
  package let steps: [Step]
  package let endLabel: String
  package let format: ValueFormat
  /// What is shown, with its unit.
  package let quantity: String

  package init(
    startLabel: String, start: Double, steps: [Step], endLabel: String, format: ValueFormat, quantity: String
  ) {
    (self.startLabel, self.start, self.steps, self.endLabel) = (startLabel, start, steps, endLabel)
    (self.format, self.quantity) = (format, quantity)
  }

  /// The start with every change.
  package var end: Double { steps.reduce(start) { $0 + $1.change } }

  package var size: (width: Double, height: Double) { (860, 76 + 30 * Double(steps.count + 2)) }

  package func draw(on drawing: inout Drawing) {
    var levels = [start]
    for step in steps { levels.append((levels.last ?? 0) + step.change) }
    let ticks = Ticks(extent([0] + levels), count: 6)
    let x = Scale(domain: ticks.domain, from: 260, to: size.width - 90)
    let bottom = size.height - 34
    drawing.text(quantity, x: 8, y: 20, "strong")
    for tick in ticks.values {
      drawing.line(x(tick), 36, x(tick), bottom, tick == 0 ? "zero" : "grid")
      drawing.text(
        format.tick(tick, step: ticks.step), x: x(tick), y: bottom + 18, "tick", anchor: .middle)
    }
    func row(_ index: Int) -> Double { 40 + 30 * Double(index) }
    func bar(_ index: Int, _ label: String, _ from: Double, _ to: Double, _ style: String, _ words: String) {
      let y = row(index)
      drawing.text(label, x: 250, y: y + 16, "label", anchor: .end)
      drawing.rectangle(
        x: x(from), y: y + 2, width: x(to) - x(from), height: 20, style, tip: "\(label): \(words)")
      let isFall = to < from
      drawing.text(
        words, x: max(x(from), x(to)) + 6, y: y + 16, style == "total" ? "strong" : "label")
      if isFall { drawing.line(x(to), y + 2, x(to), y + 22, "whisker") }
    }
    bar(0, startLabel, 0, start, "total", format.text(start))
    for (index, step) in steps.enumerated() {
      let from = levels[index]
      drawing.line(x(from), row(index) + 22, x(from), row(index + 1) + 2, "connector")
      bar(
        index + 1, step.label, from, levels[index + 1], step.change < 0 ? "fall" : "rise",
        format.signed(step.change))
    }
    drawing.line(x(end), row(steps.count) + 22, x(end), row(steps.count + 1) + 2, "connector")
    bar(steps.count + 1, endLabel, 0, end, "total", format.text(end))
  }

  package var table: ChartTable {
    ChartTable(
      columns: ["Part", "Change", "Reached"],
      rows: [[startLabel, "", format.text(start)]]
        + steps.indices.map { index in
          let reached = steps[...index].reduce(start) { $0 + $1.change }
          return [steps[index].label, format.signed(steps[index].change), format.text(reached)]
        } + [[endLabel, "", format.text(end)]])
  }
}
