import Charts
import Dates
import Foundation
import Notation
import Testing

@testable import Reports
@testable import Results

@Suite("Vega-Lite twins of the charts")
struct VegaTests {
  private let readings = (0..<12).map { month in
    FanChart.Reading(
      date: CivilDate(2015, 4, 30).adding(days: 30 * month), p05: 330, p10: 340, p25: 350, p50: 357, p75: 364,
      p90: 374, p95: 384)
  }
  private let point = FanChart.Point(date: CivilDate(2016, 3, 31), value: 386, source: "x")

  private func text(_ chart: any ReportChart) -> String {
    String(decoding: chart.vegaLite.text, as: UTF8.self).filter { !$0.isWhitespace }
  }

  @Test("A fan has the drawing's scale, its dashed edges, and every kind of mark in its legend")
  func fan() throws {
    let fan = FanChart(
      readings: readings, observed: [point], thresholds: [.init(value: 400, label: "norm")],
      format: ValueFormat(),
      quantity: "Children")
    let twin = text(fan)
    let domain = fan.valueDomain
    #expect(twin.contains("\"domain\":[\(Int(domain.lowerBound)),\(Int(domain.upperBound))]"))
    #expect(twin.matches(of: #/"strokeDash":\[5,3\]/#).count == 2)
    #expect(twin.contains("[\"median\",\"halfoffutures\",\"8in10(dashededge)\",\"9in10\",\"published\"]"))
    #expect(twin.contains("\"label\":\"norm\"") && twin.contains("\"label\":\"1in10above374\""))
  }

  @Test("Money is in pounds and millions, as the drawing says it, with a minus that is one")
  func money() {
    let chart = WaterfallChart(
      startLabel: "2015-16", start: 36e6, steps: [.init(label: "Homes", change: -2e6)], endLabel: "2016-17",
      format: .millions, quantity: "Mean cost, nominal")
    let twin = text(chart)
    #expect(twin.contains("+'£'+format(abs(datum.value)*0.000001,',.3~f')+'m'") && twin.contains("\u{2212}"))
    #expect(twin.contains("[\"whole\",\"more\",\"less\"]"))
  }

  @Test("Small charts share one legend, and one time across")
  func multiples() {
    let panels = [readings, Array(readings.suffix(4))].map {
      SmallMultiples.Panel(title: "Cost", readings: $0, format: .millions)
    }
    let twin = text(SmallMultiples(panels: panels))
    #expect(twin.contains("\"resolve\":{\"scale\":{\"color\":\"shared\"}}"))
    let start = "{\"year\":2015,\"month\":4,\"date\":30}"
    #expect(twin.components(separatedBy: start).count - 1 == 6, "two panels of three layers")
  }

  @Test("The strip's colours are the drawing's seven, and a matrix names its marks")
  func cells() {
    let strip = BreachStrip(
      months: [CivilDate(2015, 4, 30)], rows: [.init(label: "x", brackets: [.init(lower: 0.9, upper: 0.95)])])
    #expect(text(strip).contains("\"chance\":\"over90%\""))
    let matrix = RiskMatrix(
      likelihoods: ["1", "2"], impacts: ["1", "2"], ratings: [["G", "A"], ["A", "R"]],
      risks: [
        .init(
          id: "R1", title: "x", gross: .init(likelihood: 2, impact: 2), net: .init(likelihood: 1, impact: 1),
          target: nil)
      ])
    let twin = text(matrix)
    #expect(twin.contains("\"state\":\"net:controlsinforce\"") && twin.contains("\"words\":\"R4\""))
    #expect(twin.contains("\"to_x\":1"))
  }
}
