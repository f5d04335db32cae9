import Foundation
import Notation
import Testing

@testable import Charts

@Suite("Charts of comparisons, sweeps and worth")
struct FolderChartTests {
  /// Sizes of the words in the drawing are 12 px at least; every place lies inside it.
  private func expectInside(_ chart: any Chart, sourceLocation: SourceLocation = #_sourceLocation) {
    var drawing = Drawing()
    chart.draw(on: &drawing)
    let numbers = drawing.elements.matches(of: #/ (x|x1|x2|cx)="(-?[\d.]+)"/#).compactMap {
      Double($0.output.2)
    }
    let heights = drawing.elements.matches(of: #/ (y|y1|y2|cy)="(-?[\d.]+)"/#).compactMap {
      Double($0.output.2)
    }
    #expect(
      !numbers.isEmpty && numbers.allSatisfy { (0...chart.size.width).contains($0) },
      sourceLocation: sourceLocation)
    #expect(
      !heights.isEmpty && heights.allSatisfy { (0...chart.size.height).contains($0) },
      sourceLocation: sourceLocation)
    #expect(
      !drawing.elements.contains("class=\"small\""), "smaller than 12 px", sourceLocation: sourceLocation)
  }

  @Test(
    "A minus stands before numbers alone",
    arguments: [
      ("-2.3", "\u{2212}2.3"), ("-£1.2m", "\u{2212}£1.2m"), ("2015-16", "2015-16"),
      ("(-1 to -2)", "(\u{2212}1 to \u{2212}2)"),
      ("in-house", "in-house"), ("-", "-"), ("", ""),
    ])
  func minus(text: String, set: String) { #expect(Typeset.minus(text) == set) }

  @Test(
    "Outcomes by tenths: bars as high as their shares, a line for the other forecast, and one at a tenth",
    arguments: [false, true])
  func ranks(isNarrow: Bool) {
    let panels = [1, 2, 3, 5].map {
      RankChart.Panel(
        label: "\($0) years ahead", bars: [4, 0, 2, 2, 2, 2, 2, 2, 2, 2],
        steps: Array(repeating: 2, count: 10))
    }
    let chart = RankChart(panels: panels, barsName: "forecast", stepsName: "as simulated", isNarrow: isNarrow)
    expectInside(chart)
    var drawing = Drawing()
    chart.draw(on: &drawing)
    let bars = drawing.elements.matches(of: #/class="rank"[^>]* height="([\d.]+)"/#).dropFirst()
      .compactMap { Double($0.output.1) }
    #expect(bars.count == 40)
    #expect(abs(bars[0] - 2 * bars[2]) < 0.02 && bars[1] == 0)
    #expect(drawing.elements.components(separatedBy: "class=\"threshold\"").count == 6)
    #expect(chart.table.rows.count == 10 && chart.table.columns.count == 9)
    #expect(chart.table.rows[0].prefix(3) == ["lowest", "4", "2"])
    // Nothing has come: no bar, and nothing that is no number.
    let none = RankChart(
      panels: [.init(label: "1 year ahead", bars: Array(repeating: 0, count: 10), steps: [])],
      barsName: "a", stepsName: "b", isNarrow: isNarrow)
    var empty = Drawing()
    none.draw(on: &empty)
    #expect(!empty.elements.contains("nan"))
  }

  @Test("Words are broken into lines between words")
  func lines() {
    #expect(Typeset.lines("one two three", most: 7) == ["one two", "three"])
    #expect(Typeset.lines("unbreakable", most: 3) == ["unbreakable"])
    #expect(Typeset.lines("", most: 3).isEmpty)
  }

  private let rows = [
    IntervalChart.Row(
      label: "Cost in all", mean: 0.02, lower: 0.01, upper: 0.03, text: "+2%", isApart: true, isStrong: true),
    IntervalChart.Row(
      label: "A measure with a name that is longer than one line of the drawing has room for", mean: -0.4,
      lower: -0.9,
      upper: 0.1, text: "-0.4", isApart: false),
    IntervalChart.Row(
      label: "Nothing known", mean: .nan, lower: .nan, upper: .nan, text: "–", isApart: false),
  ]

  @Test(
    "Amounts with intervals: full where told apart, a ring where not, nothing where nothing is known",
    arguments: [false, true])
  func intervals(isNarrow: Bool) {
    let chart = IntervalChart(rows: rows, format: .percent, quantity: "Change, %", isNarrow: isNarrow)
    expectInside(chart)
    var drawing = Drawing()
    chart.draw(on: &drawing)
    // One of each stands in the key.
    #expect(drawing.elements.matches(of: #/<circle class="dot"/#).count == 2)
    #expect(drawing.elements.matches(of: #/<circle class="ring"/#).count == 2)
    #expect(chart.table.rows.count == 3 && chart.table.rows[1][1] == "\u{2212}40.0%")
    #expect(chart.size.width == (isNarrow ? 340 : 720))
  }

  @Test("Two bands over one another, and what has no number is left out", arguments: [false, true])
  func bands(isNarrow: Bool) {
    let points = (0..<10).map {
      BandChart.Point(x: Double($0), low: Double($0), middle: Double($0) + 1, high: Double($0) + 2)
    }
    let gap = BandChart.Point(x: 3, low: .nan, middle: 1, high: 2)
    let chart = BandChart(
      lines: [.init(name: "base", points: points), .init(name: "other", points: points + [gap])],
      format: ValueFormat(),
      quantity: "Children", horizontal: "Year",
      marks: (0..<10).map { .init(x: Double($0), label: "201\($0)-1\($0)") },
      isNarrow: isNarrow)
    expectInside(chart)
    #expect(chart.table.rows.count == 20)
    var drawing = Drawing()
    chart.draw(on: &drawing)
    #expect(drawing.elements.contains("class=\"area1\"") && drawing.elements.contains("class=\"line2\""))
  }

  @Test(
    "A heat map has numbers where there is room and the number of the shade where not", arguments: [3, 24])
  func heat(columns: Int) {
    let values = (0..<2).map { row in (0..<columns).map { Double(row * columns + $0) * 1000 } }
    let chart = HeatChart(
      columns: (0..<columns).map { "\($0)" }, rows: ["a", "b"], columnTitle: "x", rowTitle: "y",
      values: values,
      best: (0, 0), format: ValueFormat(), quantity: "Cost", isNarrow: columns > 10)
    expectInside(chart)
    var drawing = Drawing()
    chart.draw(on: &drawing)
    #expect(drawing.elements.contains(">1,000<") == (columns == 3))
    #expect(drawing.elements.contains("heat-best"))
    #expect(drawing.elements.contains("heat5") && drawing.elements.contains("heat1"))
  }

  @Test("Shares of a variance fill their bar", arguments: [false, true])
  func split(isNarrow: Bool) {
    let chart = SplitChart(
      rows: [.init(label: "Cost", shares: [0.5, 0.3, 0.2])], parts: ["varied", "inputs", "chance"],
      isNarrow: isNarrow)
    expectInside(chart)
    var drawing = Drawing()
    chart.draw(on: &drawing)
    #expect(drawing.elements.contains("50%, 30%, 20%"))
    let widths = drawing.elements.matches(of: #/height="20"/#).count
    #expect(widths == 3)
  }
}
