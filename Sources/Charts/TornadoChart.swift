import Notation

/// How far each input moves a result, the widest on top.
package struct TornadoChart: AdaptiveChart {
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
  package var isNarrow = false

  package init(
    bars: [Bar], baseline: Double, format: ValueFormat, quantity: String,
    lowKey: String = "input at its lower end",
    highKey: String = "input at its upper end"
  ) {
    (self.lowKey, self.highKey) = (lowKey, highKey)
    self.bars = bars.sorted { ($1.swing, $0.label) < ($0.swing, $1.label) }
    (self.baseline, self.format, self.quantity) = (baseline, format, quantity)
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
