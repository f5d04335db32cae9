import Notation
import Testing

@testable import Charts

@Suite struct DrawingTests {
  @Test func coordinatesHaveAtMostOneDecimal() {
    var drawing = Drawing()
    drawing.line(-0.34, 10, 99.96, 1.05, "axis")
    #expect(drawing.elements == "<line class=\"axis\" x1=\"-0.3\" y1=\"10\" x2=\"100\" y2=\"1.1\"/>\n")
  }

  @Test func aNegativeWidthIsDrawnTheOtherWay() {
    var drawing = Drawing()
    drawing.rectangle(x: 10, y: 20, width: -4, height: -5, "fall", tip: "a < b")
    #expect(
      drawing.elements == """
        <rect class="fall" x="6" y="15" width="4" height="5"><title>a &lt; b</title></rect>

        """)
  }

  @Test func aPathNeedsTwoPoints() {
    var drawing = Drawing()
    drawing.path([(x: 1, y: 2)], "median")
    #expect(drawing.elements.isEmpty)
    drawing.path([(x: 1, y: 2), (x: 3, y: 4)], "median", isClosed: true)
    #expect(drawing.elements == "<path class=\"median\" d=\"M1 2L3 4Z\"/>\n")
  }

  @Test func markupIsEscaped() {
    #expect(Markup.escape("<a href='x'>\"&\u{1}</a>") == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&lt;/a&gt;")
  }

  @Test(
    arguments: [
      (ValueFormat(), 1234.5, "1,235"), (.percent, 0.1724, "17.2%"), (.millions, 23_773_871, "£23.8m"),
      (.millions, -1_250_000, "-£1.3m"), (.millions, -4, "£0.0m"), (ValueFormat(decimals: 1), 18.25, "18.3"),
      (ValueFormat(), .nan, "–"), (ValueFormat(), 1_234_567, "1,234,567"),
      (ValueFormat(decimals: 2), 0.05, "0.05"),
    ])
  func values(format: ValueFormat, value: Double, words: String) {
    #expect(format.text(value) == words)
  }

  @Test func moneyKeepsThreeDigitsOfTheLargest() {
    #expect(ValueFormat.money(upTo: 65_469_067).text(1_450_000) == "£1.5m")
    #expect(ValueFormat.money(upTo: 1_820_000).text(1_450_000) == "£1.45m")
    #expect(ValueFormat.money(upTo: -310_000).text(-45_200) == "-£45k")
  }

  @Test func aRiseHasItsSign() {
    #expect(ValueFormat.millions.signed(2_000_000) == "+£2.0m")
    #expect(ValueFormat.millions.signed(-2_000_000) == "-£2.0m")
  }
}
