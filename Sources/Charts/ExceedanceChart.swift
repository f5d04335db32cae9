/// How likely each amount is to be exceeded.
public struct ExceedanceChart: Chart {
  /// An amount, and the probability that more comes.
  public struct Point: Sendable, Equatable {
    public let value, probability: Double

    public init(value: Double, probability: Double) {
      self.value = value
      self.probability = probability
    }
  }

  /// One amount to be seen against the curve, such as a budget.
  public struct Mark: Sendable, Equatable {
    public let value: Double
    public let label: String

    public init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// In order of value.
  public let points: [Point]
  public let marks: [Mark]
  public let format: ValueFormat
  /// What is exceeded, with its unit.
  public let quantity: String

  public init(points: [Point], marks: [Mark] = [], format: ValueFormat, quantity: String) {
    self.points = points.filter { $0.value.isFinite }.sorted {
      ($0.value, $1.probability) < ($1.value, $0.probability)
    }
    self.marks = marks
    self.format = format
    self.quantity = quantity
  }

  public var size: (width: Double, height: Double) { (860, 380) }

  public func draw(on drawing: inout Drawing) {
    let range = Ticks(extent(points.map(\.value) + marks.map(\.value)), count: 6).domain
    let plot = Plot(
      horizontal: range, values: 0...1, format: ValueFormat(suffix: "%", multiplier: 100), left: 64,
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
      let chance = ValueFormat(suffix: "%", multiplier: 100).text(point.probability)
      drawing.circle(
        x: x, y: y, radius: 4.5, "dot", tip: "\(chance) chance of more than \(format.text(point.value))")
      drawing.text("\(chance): \(format.text(point.value))", x: x + 8, y: y - 5, "tick")
    }
  }

  public var table: ChartTable {
    ChartTable(
      columns: [quantity, "Probability of more"],
      rows: points.map {
        [format.text($0.value), ValueFormat(suffix: "%", multiplier: 100).text($0.probability)]
      })
  }
}
