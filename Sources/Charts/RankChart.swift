import Notation

/// Where in their forecasts outcomes fell: for each of several horizons the number of outcomes in each tenth of the forecast,
/// bars of one forecast and a stepped line of another. Where forecasts are as wide as they should be all are near the line
/// that marks a tenth.
package struct RankChart: Chart {
  package struct Panel: Sendable, Equatable {
    package let label: String
    /// Outcomes in each tenth, from the lowest, of the forecast that is drawn as bars and of the other.
    package let bars, steps: [Int]

    package init(label: String, bars: [Int], steps: [Int]) {
      (self.label, self.bars, self.steps) = (label, bars, steps)
    }
  }

  package let panels: [Panel]
  /// What the two forecasts are called.
  package let barsName, stepsName: String
  package let isNarrow: Bool

  package init(panels: [Panel], barsName: String, stepsName: String, isNarrow: Bool = false) {
    (self.panels, self.barsName, self.stepsName) = (panels, barsName, stepsName)
    self.isNarrow = isNarrow
  }

  private static let height = 110.0
  private static let gap = 18.0
  private var columns: Int { isNarrow ? 2 : 4 }
  private var width: Double { isNarrow ? 340 : 720 }
  private var top: Double { isNarrow ? 76 : 34 }
  private var panelWidth: Double { (width - 8 - Self.gap * Double(columns - 1)) / Double(columns) }
  /// From the top of a panel's label to that of the one beneath.
  private var row: Double { 26 + Self.height + 30 }

  package var size: (width: Double, height: Double) {
    (width, top + Double((panels.count + columns - 1) / columns) * row + 4)
  }

  /// The largest share of outcomes in a tenth, over all panels: they have one scale.
  private var highest: Double {
    panels.flatMap { Self.shares($0.bars) + Self.shares($0.steps) }.max() ?? 0
  }

  private static func shares(_ counts: [Int]) -> [Double] {
    let sum = counts.reduce(0, +)
    return counts.map { sum > 0 ? Double($0) / Double(sum) : 0 }
  }

  package func draw(on drawing: inout Drawing) {
    drawKey(on: &drawing)
    let scale = Scale(domain: 0...max(highest * 1.05, 0.2), from: Self.height, to: 0)
    for (place, panel) in panels.enumerated() {
      let x = 4 + Double(place % columns) * (panelWidth + Self.gap)
      let y = top + Double(place / columns) * row
      drawing.text(panel.label, x: x, y: y + 16, "label")
      draw(panel, x: x, y: y + 26, scale, on: &drawing)
    }
  }

  private func drawKey(on drawing: inout Drawing) {
    let items = [barsName, stepsName, "a tenth of all"]
    for (place, item) in items.enumerated() {
      let (x, y) = isNarrow ? (4.0, 4 + 22 * Double(place)) : (4 + 190 * Double(place), 6.0)
      switch place {
      case 0: drawing.rectangle(x: x, y: y, width: 22, height: 14, "rank")
      case 1: drawing.line(x, y + 7, x + 22, y + 7, "line3")
      default: drawing.line(x, y + 7, x + 22, y + 7, "threshold")
      }
      drawing.text(item, x: x + 30, y: y + 11, "tick")
    }
  }

  private func draw(_ panel: Panel, x: Double, y: Double, _ scale: Scale, on drawing: inout Drawing) {
    let wide = panelWidth / Double(max(panel.bars.count, 1))
    let base = y + Self.height
    for (tenth, share) in Self.shares(panel.bars).enumerated() {
      drawing.rectangle(
        x: x + Double(tenth) * wide + 1, y: y + scale(share), width: wide - 2,
        height: Self.height - scale(share), "rank",
        tip:
          "\(panel.label), \(Self.tenths[min(tenth, 9)]) tenth: \(panel.bars[tenth]) of \(panel.bars.reduce(0, +))"
      )
    }
    let points = Self.shares(panel.steps).enumerated().flatMap { tenth, share in
      [tenth, tenth + 1].map { (x: x + Double($0) * wide, y: y + scale(share)) }
    }
    drawing.path(points, "line3")
    drawing.line(x, y + scale(0.1), x + panelWidth, y + scale(0.1), "threshold")
    drawing.line(x, base, x + panelWidth, base, "axis")
    drawing.text("lowest", x: x, y: base + 17, "tick")
    drawing.text("highest", x: x + panelWidth, y: base + 17, "tick", anchor: .end)
  }

  private static let tenths = [
    "lowest", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "highest",
  ]

  package var table: ChartTable {
    ChartTable(
      columns: ["Tenth of the forecast"]
        + panels.flatMap { ["\($0.label), \(barsName)", "\($0.label), \(stepsName)"] },
      rows: Self.tenths.enumerated().map { place, name in
        [name] + panels.flatMap { ["\($0.bars[place])", "\($0.steps[place])"] }
      })
  }
}
