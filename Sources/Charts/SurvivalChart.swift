import Notation

/// Share still there after each length of time (Kaplan and Meier), for up to four groups, with the numbers at risk.
package struct SurvivalChart: Chart {
  /// The share just after one time.
  package struct Step: Sendable, Equatable {
    package let time, share, lower, upper: Double
    package let atRisk: Int

    package init(time: Double, share: Double, lower: Double, upper: Double, atRisk: Int) {
      (self.time, self.share, self.lower, self.upper) = (time, share, lower, upper)
      self.atRisk = atRisk
    }
  }

  /// One curve; its steps in order of time.
  package struct Group: Sendable, Equatable {
    package let label: String
    package let steps: [Step]

    package init(label: String, steps: [Step]) {
      self.label = label
      self.steps = steps
    }
  }

  package let groups: [Group]
  /// What the time is counted in, for example `years since starting`.
  package let timeUnit: String
  /// What remains, for example `still in post`.
  package let quantity: String

  /// Up to four groups are drawn; there must not be more.
  package init(groups: [Group], timeUnit: String, quantity: String) {
    precondition(groups.count <= 4, "more than four curves cannot be told apart")
    (self.groups, self.timeUnit, self.quantity) = (groups, timeUnit, quantity)
  }

  package var size: (width: Double, height: Double) { (860, 380 + 20 * Double(groups.count)) }

  package func draw(on drawing: inout Drawing) {
    let longest = groups.flatMap(\.steps).map(\.time).max() ?? 1
    let plot = Plot(
      horizontal: 0...max(longest, 1e-9), values: 0...1,
      format: ValueFormat.percent.with(decimals: 0), left: 64, right: size.width - 170, top: 40,
      bottom: 310)
    drawing.text(quantity, x: 8, y: 22, "strong")
    plot.drawValues(on: &drawing)
    plot.drawHorizontal(on: &drawing, format: ValueFormat())
    drawing.text(timeUnit, x: (plot.left + plot.right) / 2, y: 348, "tick", anchor: .middle)
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
    let ends = groups.map { plot.y($0.steps.last?.share ?? 1) }
    let lasts = groups.map { plot.x($0.steps.last?.time ?? 0) }
    let places = LabelPlaces.spread(ends, gap: 17, within: plot.top...plot.bottom)
    for (index, group) in groups.enumerated() {
      drawing.line(lasts[index], ends[index], plot.right + 8, places[index], "leader")
      drawing.line(plot.right + 10, places[index], plot.right + 34, places[index], "line\(index + 1)")
      drawing.text(group.label, x: plot.right + 38, y: places[index] + 4)
    }
    drawAtRisk(in: plot, on: &drawing)
  }

  private func drawAtRisk(in plot: Plot, on drawing: inout Drawing) {
    drawing.text("Spells at risk", x: 8, y: 348, "small")
    let marks = Ticks(plot.x.domain, count: 6).values.filter { plot.x.domain.contains($0) }
    for (index, group) in groups.enumerated() {
      let y = 368 + 20 * Double(index)
      drawing.text(group.label, x: plot.right + 38, y: y, "small")
      for mark in marks {
        guard let step = group.steps.first(where: { $0.time >= mark }) else { continue }
        drawing.text(
          ValueFormat().text(Double(step.atRisk)), x: plot.x(mark), y: y, "small", anchor: .middle)
      }
    }
  }

  package var table: ChartTable {
    let percent = ValueFormat.percent
    return ChartTable(
      columns: ["Group", "Time, \(timeUnit)", "Share", "95% interval", "At risk"],
      rows: groups.flatMap { group in
        group.steps.map {
          [
            group.label, ValueFormat(decimals: 2).text($0.time), percent.text($0.share),
            "\(percent.text($0.lower)) to \(percent.text($0.upper))", String($0.atRisk),
          ]
        }
      })
  }
}
