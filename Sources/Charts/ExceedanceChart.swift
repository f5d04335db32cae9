import Notation

/// How likely each amount is to be exceeded.
package struct ExceedanceChart: Chart {
  /// An amount, and the probability that more comes.
  package struct Point: Sendable, Equatable {
    package let value, probability: Double

    package init(value: Double, probability: Double) {
      self.value = value
      self.probability = probability
    }
  }

  /// One amount to be seen against the curve, such as a budget.
  package struct Mark: Sendable, Equatable {
    package let value: Double
    package let label: String

    package init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// In order of value.
  package let points: [Point]
  package let marks: [Mark]
  package let format: ValueFormat
  /// What is exceeded, with its unit.
  package let quantity: String

  package init(points: [Point], marks: [Mark] = [], format: ValueFormat, quantity: String) {
    self.points = points.filter { $0.value.isFinite }.sorted {
      ($0.value, $1.probability) < ($1.value, $0.probability)
    }
    (self.marks, self.format, self.quantity) = (marks, format, quantity)
  }

  package var size: (width: Double, height: Double) { (860, 380) }

  package func draw(on drawing: inout Drawing) {
    let range = Ticks(extent(points.map(\.value) + marks.map(\.value)), count: 6).domain
    let plot = Plot(
      horizontal: range, values: 0...1, format: ValueFormat.percent.with(decimals: 0), left: 64,
      right: size.width - 90, top: 44, bottom: size.height - 60)
    drawing.text("Probability of more", x: 8, y: 24, "strong")
    plot.drawValues(on: &drawing)
    plot.drawHorizontal(on: &drawing, format: format)
    drawing.text(
      quantity, x: (plot.left + plot.right) / 2, y: plot.bottom + 42, "label", anchor: .middle)
    for mark in marks {
      let x = plot.x(mark.value)
      drawing.line(x, plot.top, x, plot.bottom, "threshold")
      let isRight = x > (plot.left + plot.right) / 2
      drawing.text(
        mark.label, x: x + (isRight ? -6 : 6), y: plot.top + 12, "label", anchor: isRight ? .end : .start)
    }
    drawing.path(points.map { (x: plot.x($0.value), y: plot.y($0.probability)) }, "line1")
    for point in points {
      let x = plot.x(point.value)
      let y = plot.y(point.probability)
      let chance = ValueFormat.percent.with(decimals: 0).text(point.probability)
      drawing.circle(
        x: x, y: y, radius: 4.5, "dot", tip: "\(chance) chance of more than \(format.text(point.value))")
      drawing.text("\(chance): \(format.text(point.value))", x: x + 8, y: y - 5, "tick")
    }
  }

  package var table: ChartTable {
    ChartTable(
      columns: [quantity, "Probability of more"],
      rows: points.map {
        [format.text($0.value), ValueFormat.percent.with(decimals: 0).text($0.probability)]
      })
  }
}
