import Notation

/// How far each input moves a result, the widest on top.
package struct TornadoChart: Chart {
  /// One input and the results at its two ends.
  package struct Bar: Sendable, Equatable {
    package let label: String
    /// The result when the input is at its lower end, and at its upper end.
    package let low, high: Double
    /// What the ends are, such as `3,100`; may be empty.
    package let lowLabel, highLabel: String

    package init(label: String, low: Double, high: Double, lowLabel: String = "", highLabel: String = "") {
      self.label = label
      (self.low, self.high) = (low, high)
      (self.lowLabel, self.highLabel) = (lowLabel, highLabel)
    }

    /// How far apart the two results are.
    package var swing: Double { abs(high - low) }
  }

  /// Widest first.
  package let bars: [Bar]
  /// The result with every input where it is.
  package let baseline: Double
  package let format: ValueFormat
  /// What is shown, with its unit.
  package let quantity: String
  /// What the two colours stand for.
  package let lowKey, highKey: String

  package init(
    bars: [Bar], baseline: Double, format: ValueFormat, quantity: String,
    lowKey: String = "input at its lower end",
    highKey: String = "input at its upper end"
  ) {
    (self.lowKey, self.highKey) = (lowKey, highKey)
    self.bars = bars.sorted { ($1.swing, $0.label) < ($0.swing, $1.label) }
    (self.baseline, self.format, self.quantity) = (baseline, format, quantity)
  }

  package var size: (width: Double, height: Double) { (860, 100 + 32 * Double(bars.count)) }

  package func draw(on drawing: inout Drawing) {
    let ticks = Ticks(extent([baseline] + bars.flatMap { [$0.low, $0.high] }), count: 6)
    let x = Scale(domain: ticks.domain, from: 340, to: size.width - 80)
    let bottom = size.height - 34
    drawing.text(quantity, x: 8, y: 20, "strong")
    drawing.rectangle(x: 340, y: 30, width: 22, height: 12, "low")
    drawing.text(lowKey, x: 368, y: 41, "tick")
    drawing.rectangle(x: 530, y: 30, width: 22, height: 12, "high")
    drawing.text(highKey, x: 558, y: 41, "tick")
    for tick in ticks.values {
      drawing.line(x(tick), 54, x(tick), bottom, "grid")
      drawing.text(
        format.tick(tick, step: ticks.step), x: x(tick), y: bottom + 18, "tick", anchor: .middle)
    }
    for (index, bar) in bars.enumerated() {
      let y = 58 + 32 * Double(index)
      drawing.text(bar.label, x: 250, y: y + 16, "label", anchor: .end)
      for (value, end, style) in [(bar.low, bar.lowLabel, "low"), (bar.high, bar.highLabel, "high")] {
        guard value != baseline else { continue }
        drawing.rectangle(
          x: x(baseline), y: y + 2, width: x(value) - x(baseline), height: 20, style,
          tip: "\(bar.label) \(end): \(format.text(value))")
        let isLeft = value < baseline
        drawing.text(
          end.isEmpty ? format.text(value) : end, x: x(value) + (isLeft ? -5 : 5), y: y + 16, "tick",
          anchor: isLeft ? .end : .start)
      }
    }
    drawing.line(x(baseline), 50, x(baseline), bottom, "whisker")
  }

  package var table: ChartTable {
    ChartTable(
      columns: ["Input", "Lower end", "Result", "Upper end", "Result there", "Swing"],
      rows: bars.map {
        [
          $0.label, $0.lowLabel, format.text($0.low), $0.highLabel, format.text($0.high),
          format.text($0.swing),
        ]
      })
  }
}
