import Dates
import Foundation
import Notation
import Testing

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One chart of every kind.
enum Samples {
  static let readings = (0..<24).map { month -> FanChart.Reading in
    let middle = 357.0 + Double(month) * 3
    return FanChart.Reading(
      date: CivilDate(2015, 4, 30).adding(days: 30 * month), p05: middle - 20, p10: middle - 15,
      p25: middle - 6,
      p50: middle, p75: middle + 7, p90: middle + 14, p95: middle + 22)
  }
  static let point = FanChart.Point(date: CivilDate(2016, 3, 31), value: 386, source: "DfE & ONS <2016>")
  static let fan = FanChart(
    readings: readings, observed: [point], thresholds: [.init(value: 400, label: "budgeted")],
    format: ValueFormat(), quantity: "Children looked after")
  static let waterfall = WaterfallChart(
    startLabel: "2015-16", start: 36e6,
    steps: [.init(label: "Homes", change: 12e6), .init(label: "Agency", change: -1e6)],
    endLabel: "2024-25", format: .millions, quantity: "Mean cost")
  static let survival = SurvivalChart(
    groups: [
      .init(
        label: "social worker",
        steps: [
          .init(time: 1, share: 0.8, lower: 0.7, upper: 0.9, atRisk: 100),
          .init(time: 3, share: 0.5, lower: 0.4, upper: 0.6, atRisk: 60),
        ]), .init(label: "agency", steps: [.init(time: 0.5, share: 0.4, lower: 0.3, upper: 0.5, atRisk: 9)]),
    ], timeUnit: "years", quantity: "Still in post")
  static let tornado = TornadoChart(
    bars: [
      .init(label: "pay", low: 9, high: 12, lowLabel: "1%", highLabel: "4%"),
      .init(label: "referrals", low: 20, high: 4, lowLabel: "2,900", highLabel: "3,300"),
    ], baseline: 10, format: ValueFormat(), quantity: "Cost")
  static let exceedance = ExceedanceChart(
    points: [.init(value: 60, probability: 0.9), .init(value: 70, probability: 0.1)],
    marks: [.init(value: 65, label: "budget")], format: ValueFormat(), quantity: "Cost")
  static let multiples = SmallMultiples(panels: [
    .init(title: "Referrals", readings: readings, observed: [point], format: ValueFormat()),
    .init(title: "Nothing", readings: [], format: ValueFormat()),
  ])
  static let strip = BreachStrip(
    months: [CivilDate(2015, 4, 30), CivilDate(2015, 5, 31)],
    rows: [.init(label: "vacancies", brackets: [.init(lower: 0.9, upper: 0.95), nil])])
  static let matrix = RiskMatrix(
    likelihoods: ["1", "2", "3", "4"], impacts: ["1", "2", "3", "4"],
    ratings: Array(repeating: ["G", "A", "R", " "], count: 4),
    risks: [
      .init(
        id: "R1", title: "Vacancies", gross: .init(likelihood: 4, impact: 3),
        net: .init(likelihood: 3, impact: 3),
        target: .init(likelihood: 1, impact: 2)),
      .init(id: "R2", title: "Partners", gross: nil, net: .init(likelihood: 3, impact: 3), target: nil),
    ])
  static let all: [any Chart] = [fan, waterfall, survival, tornado, exceedance, multiples, strip, matrix]
}

/// What stands in an SVG text.
final class SvgReading: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var classes: Set<String> = []
  var numbers: [Double] = []
  /// The lines of words, each with its place.
  var texts: [(words: String, x: Double, y: Double, anchor: String, style: String)] = []
  private var isText = false

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "it is not well-formed: \(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    isText = name == "text"
    if isText, let x = attributes["x"].flatMap(Double.init), let y = attributes["y"].flatMap(Double.init) {
      texts.append(("", x, y, attributes["text-anchor"] ?? "start", attributes["class"] ?? ""))
    }
    for word in (attributes["class"] ?? "").split(separator: " ") { classes.insert(String(word)) }
    for key in ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"] {
      if let text = attributes[key], let number = Double(text) { numbers.append(number) }
    }
  }

  func parser(_ parser: XMLParser, foundCharacters words: String) {
    if isText, let last = texts.indices.last { texts[last].words += words }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { isText = false }
}

@Suite struct ChartTests {
  @Test(arguments: Samples.all.indices)
  func everyChartIsSoundSvg(index: Int) throws {
    let chart = Samples.all[index]
    let svg = chart.svg(id: "c", title: "A finding & more", description: "What is drawn")
    let reading = try SvgReading(svg)
    #expect(svg.contains("role=\"img\" aria-labelledby=\"c-title c-desc\""))
    #expect(svg.contains("<title id=\"c-title\">A finding &amp; more</title>"))
    #expect((reading.counts["text"] ?? 0) > 3)
    #expect(!reading.numbers.isEmpty && reading.numbers.allSatisfy(\.isFinite))
    for word in ["nan", "inf"] { #expect(!svg.lowercased().contains("\"\(word)")) }
    // Nothing lies outside the drawing.
    #expect(reading.numbers.allSatisfy { $0 >= -1 && $0 <= max(chart.size.width, chart.size.height) })
    #expect(!chart.table.rows.isEmpty)
  }

  @Test("Every class that a chart uses has its look in the style sheet", arguments: Samples.all.indices)
  func classes(index: Int) throws {
    let reading = try SvgReading(Samples.all[index].svg(id: "c", title: "t", description: "d"))
    for name in reading.classes.subtracting(["chart", "label"]) {
      let isDressed = ChartStyle.css.contains(".\(name)") || ChartStyle.css.contains("text.\(name)")
      #expect(isDressed, "the style sheet does not know .\(name)")
    }
  }

  @Test func theFanHasItsBandsPointsAndThreshold() throws {
    let reading = try SvgReading(Samples.fan.svg(id: "c", title: "t", description: "d"))
    #expect(
      reading.classes.isSuperset(of: ["widest", "band80", "band50", "median", "observed", "threshold"]))
    #expect(Samples.fan.table.columns.last == "Published")
    #expect(Samples.fan.table.rows.count == 25, "a published figure between two readings has its own row")
    let row = Samples.fan.table.rows[0]
    #expect(row == ["2015-04-30", "337", "342", "351", "357", "364", "371", "379", ""])
  }

  @Test("With its 95% the fan is wider, its key and table say so, and single replications are drawn")
  func theFanOf95() throws {
    let readings = Samples.readings.map { reading in
      var reading = reading
      reading.p025 = reading.p05 - 9
      reading.p975 = reading.p95 + 9
      return reading
    }
    let paths = [0.0, 5].map { shift in
      Samples.readings.map { FanChart.Step(date: $0.date, value: $0.p50 + shift) }
        + [FanChart.Step(date: CivilDate(2017, 5, 1), value: .nan)]
    }
    let fan = FanChart(readings: readings, paths: paths, format: ValueFormat(), quantity: "x")
    let svg = fan.svg(id: "c", title: "t", description: "d")
    #expect(svg.contains("95 in 100") && !svg.contains("9 in 10<") && svg.contains("single futures"))
    // One in the key.
    #expect(svg.matches(of: #/class="path"/#).count == 3)
    #expect(fan.table.columns[1] == "95 in 100 from" && fan.table.columns.last == "95 in 100 to")
    #expect(
      fan.table.rows[0] == ["2015-04-30", "328", "337", "342", "351", "357", "364", "371", "379", "388"])
    // One date without them, and the widest band holds 90% everywhere.
    let narrow = FanChart(
      readings: [Samples.readings[0]] + readings.dropFirst(), format: ValueFormat(), quantity: "x")
    #expect(narrow.svg(id: "c", title: "t", description: "d").contains("9 in 10<"))
    #expect(narrow.table.columns.count == 8)
  }

  @Test func anEmptyFanSaysSo() {
    let fan = FanChart(readings: [], format: ValueFormat(), quantity: "x")
    #expect(fan.svg(id: "c", title: "t", description: "d").contains("There are no readings to draw."))
  }

  @Test func theWaterfallAddsUp() {
    #expect(Samples.waterfall.end == 47e6)
    #expect(
      Samples.waterfall.table.rows == [
        ["2015-16", "", "£36.0m"], ["Homes", "+£12.0m", "£48.0m"], ["Agency", "-£1.0m", "£47.0m"],
        ["2024-25", "", "£47.0m"],
      ])
  }

  @Test func theWidestBarIsOnTop() {
    #expect(Samples.tornado.bars.map(\.label) == ["referrals", "pay"])
    #expect(Samples.tornado.table.rows[0] == ["referrals", "2,900", "20", "3,300", "4", "16"])
  }

  @Test("Quantiles bound the probability of exceeding a threshold from both sides")
  func brackets() {
    let quantiles = [(0.05, 1.0), (0.1, 2), (0.25, 3), (0.5, 4), (0.75, 5), (0.9, 6), (0.95, 7)]
      .map { (share: $0.0, value: $0.1) }
    func bracket(_ threshold: Double) -> BreachStrip.Bracket {
      .init(ofExceeding: threshold, quantiles: quantiles)
    }
    #expect(bracket(4.5) == .init(lower: 0.25, upper: 0.5))
    #expect(bracket(0) == .init(lower: 0.95, upper: 1))
    #expect(bracket(8) == .init(lower: 0, upper: 1 - 0.95))
    #expect(bracket(4).text == "25% to 50%", "a quantile that equals the threshold does not exceed it")
    #expect(bracket(0).text == "more than 95%")
    #expect(bracket(8).text == "less than 5%")
    #expect(bracket(0).level == 6 && bracket(8).level == 0 && bracket(3.5).level == 4)
  }

  /// By day and by night, words and marks stand off the page: W3C's contrast of 4.5 for words and 3 for marks.
  @Test func coloursHaveContrast() throws {
    func luminance(_ hex: String) -> Double {
      let value = Int(hex, radix: 16) ?? 0
      let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    func contrast(_ one: String, _ two: String) -> Double {
      let levels = [luminance(one), luminance(two)].sorted()
      return (levels[1] + 0.05) / (levels[0] + 0.05)
    }
    let blocks = ChartStyle.css.matches(of: #/:root\{([^}]*)\}/#).map { String($0.output.1) }
    #expect(blocks.count == 3, "day, night and paper")
    for block in blocks {
      var colours: [String: String] = [:]
      for match in block.matches(of: #/--([a-z-]+):#([0-9a-f]+)/#) {
        let hex = String(match.output.2)
        colours[String(match.output.1)] = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
      }
      let paper = try #require(colours["paper"])
      for name in ["ink", "soft", "blue", "teal", "pink"] {
        #expect(contrast(try #require(colours[name]), paper) >= 4.5, "\(name) on the page")
      }
      for name in ["orange", "teal-fill"] {
        #expect(contrast(try #require(colours[name]), paper) >= 2.9, "\(name) on the page")
      }
      for name in ["red-cell", "amber-cell", "green-cell"] {
        #expect(
          contrast(try #require(colours[name]), try #require(colours["ink"])) >= 4.5, "words on \(name)")
      }
    }
  }
}
