import Notation

/// Lines with their bands over one another, against a date, a year or a value: the first in blue, drawn through; the second
/// in green, broken.
package struct BandChart: Chart {
  package struct Point: Sendable, Equatable {
    package let x, low, middle, high: Double
    /// What `x` is called in the table; that of its mark where empty.
    package let label: String
    package init(x: Double, low: Double, middle: Double, high: Double, label: String = "") {
      (self.x, self.low, self.middle, self.high, self.label) = (x, low, middle, high, label)
    }
  }

  package struct Line: Sendable, Equatable {
    package let name: String
    package let points: [Point]
    package init(name: String, points: [Point]) {
      self.name = name
      self.points = points.filter { $0.low.isFinite && $0.middle.isFinite && $0.high.isFinite }
    }
  }

  /// A mark on the horizontal axis.
  package struct Mark: Sendable, Equatable {
    package let x: Double
    package let label: String
    package init(x: Double, label: String) { (self.x, self.label) = (x, label) }
  }

  /// At most four.
  package let lines: [Line]
  package let format: ValueFormat
  /// What is shown, with its unit, and what the bands hold.
  package let quantity: String
  package let horizontal: String
  package let marks: [Mark]
  package let isNarrow: Bool

  package init(
    lines: [Line], format: ValueFormat, quantity: String, horizontal: String, marks: [Mark],
    isNarrow: Bool = false
  ) {
    (self.lines, self.format, self.quantity) = (Array(lines.prefix(4)), format, quantity)
    (self.horizontal, self.marks, self.isNarrow) = (horizontal, marks, isNarrow)
  }

  private var width: Double { isNarrow ? 340 : 720 }
  private var letters: Int { isNarrow ? 46 : 98 }
  private var head: [String] { Typeset.lines(quantity, most: letters) }
  private var key: [[String]] { lines.map { Typeset.lines($0.name, most: letters - 6) } }
  private var top: Double { 30 + 18 * Double(head.count + key.reduce(0) { $0 + $1.count }) }

  package var size: (width: Double, height: Double) { (width, top + (isNarrow ? 240 : 290) + 52) }

  package func draw(on drawing: inout Drawing) {
    let points = lines.flatMap(\.points)
    guard !points.isEmpty else { return drawing.text("There is nothing to draw.", x: 10, y: 24) }
    let all = extent(points.flatMap { [$0.low, $0.high] })
    // The axis begins at nothing unless that would press everything into the upper half.
    let values = all.lowerBound > 0 && all.lowerBound < all.upperBound / 2 ? 0...all.upperBound : all
    let plot = Plot(
      horizontal: extent(points.map(\.x)), values: values, format: format, left: 62, right: width - 32,
      top: top,
      bottom: size.height - 52)
    drawHead(on: &drawing)
    for tick in plot.ticks.values {
      drawing.line(plot.left, plot.y(tick), plot.right, plot.y(tick), tick == 0 ? "zero" : "grid")
      drawing.text(
        Typeset.minus(format.tick(tick, step: plot.ticks.step)), x: plot.left - 8, y: plot.y(tick) + 4,
        "tick",
        anchor: .end)
    }
    drawMarks(in: plot, on: &drawing)
    for (place, line) in lines.enumerated() {
      let above = line.points.map { (x: plot.x($0.x), y: plot.y($0.high)) }
      let below = line.points.reversed().map { (x: plot.x($0.x), y: plot.y($0.low)) }
      drawing.path(above + below, "area\(place + 1)", isClosed: true)
    }
    for (place, line) in lines.enumerated() {
      drawing.path(line.points.map { (x: plot.x($0.x), y: plot.y($0.middle)) }, "line\(place + 1)")
      guard line.points.count <= 20 else { continue }
      for point in line.points {
        drawing.circle(
          x: plot.x(point.x), y: plot.y(point.middle), radius: 3.5, "spot\(place + 1)",
          tip: "\(line.name): \(Typeset.minus(format.text(point.middle)))")
      }
    }
  }

  private func drawHead(on drawing: inout Drawing) {
    var y = 16.0
    for line in head {
      drawing.text(line, x: 4, y: y, "strong")
      y += 18
    }
    for (place, name) in key.enumerated() {
      drawing.rectangle(x: 4, y: y - 11, width: 26, height: 14, "area\(place + 1)")
      drawing.path([(x: 4, y: y - 4), (x: 30, y: y - 4)], "line\(place + 1)")
      for line in name {
        drawing.text(line, x: 38, y: y, "tick")
        y += 18
      }
    }
  }

  private func drawMarks(in plot: Plot, on drawing: inout Drawing) {
    drawing.line(plot.left, plot.bottom, plot.right, plot.bottom, "axis")
    var last = -Double.infinity
    for mark in marks where plot.x.domain.contains(mark.x) {
      let place = plot.x(mark.x)
      drawing.line(place, plot.bottom, place, plot.bottom + 5, "axis")
      let half = 3.7 * Double(mark.label.count)
      guard place - half > last + 8, place + half < width + 8 else { continue }
      drawing.text(mark.label, x: place, y: plot.bottom + 19, "tick", anchor: .middle)
      last = place + half
    }
    drawing.text(horizontal, x: plot.right, y: plot.bottom + 40, "tick", anchor: .end)
  }

  package var table: ChartTable {
    let labels = Dictionary(marks.map { ($0.x, $0.label) }, uniquingKeysWith: { first, _ in first })
    return ChartTable(
      columns: [horizontal, "Of", "Lower end", "Middle", "Upper end"],
      rows: lines.flatMap { line in
        line.points.map { point in
          [
            point.label.isEmpty ? labels[point.x] ?? PlainNumber.text(point.x, digits: 6) : point.label,
            line.name,
          ]
            + [point.low, point.middle, point.high].map { Typeset.minus(format.text($0)) }
        }
      })
  }
}
