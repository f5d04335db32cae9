import Notation

/// How likely each amount is to be exceeded.
package struct ExceedanceChart: AdaptiveChart {
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
  package var isNarrow = false

  package init(points: [Point], marks: [Mark] = [], format: ValueFormat, quantity: String) {
    self.points = points.filter { $0.value.isFinite }.sorted {
      ($0.value, $1.probability) < ($1.value, $0.probability)
    }
    (self.marks, self.format, self.quantity) = (marks, format, quantity)
  }

  private var range: ClosedRange<Double> {
    Ticks(extent(points.map(\.value) + marks.map(\.value)), count: isNarrow ? 3 : 6).domain
  }

  private func label(_ point: Point) -> String {
    "\(Self.percent.text(point.probability)): \(format.text(point.value))"
  }

  private static let percent = ValueFormat.percent.with(decimals: 0)

  private var titles: [String] { room.lines(quantity, within: room.width - 16) }
  private var top: Double { 48 + room.line * Double(marks.count) }
  private var bottom: Double { top + (isNarrow ? 240 : 300) }

  package var size: (width: Double, height: Double) {
    (room.width, bottom + 44 + room.line * Double(titles.count))
  }

  package func draw(on drawing: inout Drawing) {
    let plot = Plot(
      horizontal: range, values: 0...1, format: Self.percent,
      left: 16 + Plot.axisWidth(0...1, Self.percent, room),
      right: room.width - 16 - room.widest(points.map(label)), top: top, bottom: bottom)
    drawing.text("Chance of more", x: 8, y: 22, "strong")
    plot.drawValues(on: &drawing)
    plot.drawHorizontal(on: &drawing, format: format, room: room, count: isNarrow ? 3 : 6)
    if range.lowerBound > 0 { drawing.path(Plot.zigzag(left: plot.left + 6, y: bottom), "break") }
    drawing.lines(
      titles, x: isNarrow ? 8 : (plot.left + plot.right) / 2, y: bottom + 44, "label",
      anchor: isNarrow ? .start : .middle)
    for (index, mark) in marks.enumerated() {
      let x = plot.x(mark.value)
      let y = 44 + room.line * Double(index)
      drawing.line(x, y + 4, x, plot.bottom, "threshold")
      let width = room.width(mark.label)
      drawing.text(mark.label, x: min(max(4, x - width / 2), room.width - width - 4), y: y, "label")
    }
    drawing.path(points.map { (x: plot.x($0.value), y: plot.y($0.probability)) }, "line1")
    let places = LabelPlaces.spread(
      points.map { plot.y($0.probability) - 4 }, gap: room.line, within: (top - 4)...(bottom - 2))
    for (point, place) in zip(points, places) {
      let chance = Self.percent.text(point.probability)
      drawing.circle(
        x: plot.x(point.value), y: plot.y(point.probability), radius: 4.5, "dot",
        tip: "\(chance) chance of more than \(format.text(point.value))")
      drawing.text(label(point), x: plot.x(point.value) + 9, y: place + 3, "halo")
    }
  }

  package var table: ChartTable {
    ChartTable(
      columns: [quantity, "Chance of more"],
      rows: points.map {
        [format.text($0.value), Self.percent.text($0.probability)]
      })
  }
}
