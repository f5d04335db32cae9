import Notation

/// How one amount becomes another, part by part: rises and falls stand between two totals.
package struct WaterfallChart: AdaptiveChart {
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
  package var isNarrow = false

  package init(
    startLabel: String, start: Double, steps: [Step], endLabel: String, format: ValueFormat, quantity: String
  ) {
    (self.startLabel, self.start, self.steps, self.endLabel) = (startLabel, start, steps, endLabel)
    (self.format, self.quantity) = (format, quantity)
  }

  /// The start with every change.
  package var end: Double { steps.reduce(start) { $0 + $1.change } }

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
