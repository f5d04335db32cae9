import Notation

extension SurvivalChart {
  private static let percent = ValueFormat.percent.with(decimals: 0)

  private var key: Key {
    Key(groups.enumerated().map { .line($1.label, "line\($0 + 1)") }, room)
  }

  private var top: Double { key.height + room.line + 20 }
  private var bottom: Double { top + (isNarrow ? 220 : 280) }
  /// The numbers at risk: a name above each row on a phone, at its right on a wide page.
  private var atRiskHeight: Double { (isNarrow ? 2 : 1) * 20 * Double(groups.count) }

  package var size: (width: Double, height: Double) { (room.width, bottom + 88 + atRiskHeight) }

  package func draw(on drawing: inout Drawing) {
    let longest = groups.flatMap(\.steps).map(\.time).max() ?? 1
    let plot = Plot(
      horizontal: 0...max(longest, 1e-9), values: 0...1, format: Self.percent,
      left: 16 + Plot.axisWidth(0...1, Self.percent, room),
      right: room.width - (isNarrow ? 24 : 56) - (isNarrow ? 0 : room.widest(groups.map(\.label))), top: top,
      bottom: bottom)
    key.draw(on: &drawing, top: 2)
    drawing.text(quantity, x: 8, y: key.height + 22, "strong")
    plot.drawValues(on: &drawing)
    plot.drawHorizontal(on: &drawing, format: ValueFormat(), room: room, count: isNarrow ? 4 : 6)
    drawing.text(timeUnit, x: (plot.left + plot.right) / 2, y: bottom + 40, "tick", anchor: .middle)
    for (index, group) in groups.enumerated() {
      func staircase(_ level: KeyPath<Step, Double>) -> [(x: Double, y: Double)] {
        var points = [(x: plot.x(0), y: plot.y(1))]
        for step in group.steps {
          points.append((x: plot.x(step.time), y: points[points.count - 1].y))
          points.append((x: plot.x(step.time), y: plot.y(step[keyPath: level])))
        }
        return points
      }
      drawing.path(
        staircase(\.upper) + staircase(\.lower).reversed(), "area\(index + 1)", isClosed: true)
      drawing.path(staircase(\.share), "line\(index + 1)", tip: group.label)
    }
    drawAtRisk(in: plot, on: &drawing)
  }

  private func drawAtRisk(in plot: Plot, on drawing: inout Drawing) {
    drawing.text("Spells at risk", x: 8, y: bottom + 64, "strong")
    let marks = Ticks(plot.x.domain, count: isNarrow ? 4 : 6).values.filter { plot.x.domain.contains($0) }
    for (index, group) in groups.enumerated() {
      var y = bottom + 84 + 20 * Double(index)
      if isNarrow {
        y += 20 * Double(index)
        drawing.text(group.label, x: 8, y: y, "tick")
        y += 20
      } else {
        drawing.text(group.label, x: plot.right + 44, y: y, "tick")
      }
      var last = -Double.infinity
      for mark in marks {
        guard let step = group.steps.first(where: { $0.time >= mark }) else { continue }
        let words = ValueFormat().text(Double(step.atRisk))
        let half = room.width(words) / 2
        guard plot.x(mark) - half > last + 6 else { continue }
        drawing.text(words, x: plot.x(mark), y: y, "tick", anchor: .middle)
        last = plot.x(mark) + half
      }
    }
  }
}
