import Dates
import Notation
import Testing

@testable import Charts

extension Samples {
  /// With names longer than any made-up service has.
  static let long: [any Chart] = [
    WaterfallChart(
      startLabel: "2015-16", start: 36e6,
      steps: [
        .init(
          label: "Registered social workers without cases and all their senior practitioners", change: 12e6),
        .init(label: "Guardianship and adoption allowances", change: -1e6),
      ], endLabel: "2024-25", format: .millions,
      quantity: "Mean cost of all services for children looked after and for care leavers, nominal"),
    TornadoChart(
      bars: [
        .init(label: "Length of stay of children in independent fostering agencies", low: -9e6, high: 12e6)
      ], baseline: 0, format: .millions, quantity: "Added to the cost over all years, mean, nominal"),
    SurvivalChart(
      groups: [
        .init(
          label: "registered social workers without cases",
          steps: [.init(time: 1, share: 0.8, lower: 0.7, upper: 0.9, atRisk: 1_000)])
      ], timeUnit: "years", quantity: "Still in post"),
    SmallMultiples(
      panels: (0..<5).map {
        .init(
          title: "Share of initial child protection conferences held within fifteen working days, part \($0)",
          readings: readings, format: .millions)
      }),
    BreachStrip(
      months: [CivilDate(2015, 4, 30)],
      rows: [
        .init(
          label: "R1, share of initial child protection conferences held within fifteen working days (all): "
            + "more than 90%, as at the start", brackets: [.init(lower: 0.9, upper: 0.95)])
      ]),
    ExceedanceChart(
      points: [
        .init(value: 60e6, probability: 0.95), .init(value: 70e6, probability: 0.9),
        .init(value: 190e6, probability: 0.05),
      ],
      marks: [.init(value: 190e6, label: "budget £190.0m"), .init(value: 60e6, label: "last year £60.0m")],
      format: .millions, quantity: "Cost of all services for children in 2024-25, nominal"),
    RiskMatrix(
      likelihoods: ["1 Highly unlikely", "2 Possible", "3 Likely", "4 Almost certain", "5 Certain"],
      impacts: ["1 Insignificant", "2 Minor", "3 Moderate", "4 Catastrophic", "5 Unbearable"],
      ratings: Array(repeating: ["G", "A", "R", " ", "R"], count: 5),
      risks: [
        .init(
          id: "DEMAND-1",
          title: "A fifth more children looked after than at the start of the improvement plan",
          gross: .init(likelihood: 5, impact: 5), net: .init(likelihood: 5, impact: 5),
          target: .init(likelihood: 5, impact: 5))
      ]),
  ]
}

@Suite("How charts make room")
struct ChartLayoutTests {
  @Test("A phone has a drawing of its own, 360 wide, and the page shows one of the two")
  func narrow() throws {
    for chart in Samples.all + Samples.long {
      let slim = try #require(chart.narrow)
      #expect(slim.size.width == 360 && chart.size.width == 860)
      #expect(slim.isNarrow && !chart.isNarrow && slim.table == chart.table)
      let both = chart.drawings(id: "c", title: "t", description: "d")
      #expect(both.contains("class=\"chart wide\"") && both.contains("class=\"chart slim\""))
      #expect(both.contains("id=\"c-title\"") && both.contains("id=\"c-slim-title\""))
    }
    #expect(ChartStyle.css.contains("svg.chart.slim{display:none"))
  }

  @Test("No label reaches beyond its drawing, however long names are, on a page or on a phone")
  func labels() throws {
    for chart in (Samples.all + Samples.long).flatMap({ [$0, $0.narrow ?? $0] }) {
      let reading = try SvgReading(chart.svg(id: "c", title: "t", description: "d"))
      let letters = chart.isNarrow ? Lettering.narrow : Lettering.wide
      #expect(!reading.texts.isEmpty)
      for text in reading.texts {
        let width = Lettering.width(text.words, size: letters, isBold: text.style == "strong")
        let start = text.x - (text.anchor == "end" ? width : text.anchor == "middle" ? width / 2 : 0)
        #expect(start >= -1 && start + width <= chart.size.width + 1, "\(type(of: chart)): \(text.words)")
        #expect(text.y >= 8 && text.y <= chart.size.height, "\(type(of: chart)): \(text.words)")
      }
    }
  }

  @Test("An axis that does not begin at nothing is marked, and all small fields have the same years across")
  func axes() throws {
    let broken = Samples.fan.svg(id: "c", title: "t", description: "d")
    #expect(broken.contains("class=\"break\"") && broken.contains("scale does not begin at 0"))
    let whole = FanChart(
      readings: Samples.readings.map {
        FanChart.Reading(date: $0.date, p05: 0, p10: 1, p25: 2, p50: 3, p75: 4, p90: 5, p95: 6)
      }, format: ValueFormat(), quantity: "x")
    #expect(!whole.svg(id: "c", title: "t", description: "d").contains("class=\"break\""))
    let short = SmallMultiples.Panel(
      title: "Short", readings: Array(Samples.readings.suffix(6)), format: ValueFormat())
    let long = SmallMultiples.Panel(title: "Long", readings: Samples.readings, format: ValueFormat())
    #expect(
      SmallMultiples(panels: [short, long]).dates == Samples.readings[0].date...Samples.readings[23].date)
  }

  @Test("A minus is a minus: in drawings, and not in years or paths")
  func minus() {
    #expect(Samples.waterfall.svg(id: "c", title: "t", description: "d").contains("\u{2212}£1.0m"))
    for (text, said) in [
      ("-5% to -2", "\u{2212}5% to \u{2212}2"), ("(-£45k)", "(\u{2212}£45k)"), ("2015-16", "2015-16"),
      ("on 2015-04-01.", "on 1 April 2015."), ("2015-04-01 to 2025-03-31", "1 April 2015 to 31 March 2025"),
      ("run-2015-04-01.csv", "run-2015-04-01.csv"), ("cheshire-east-2015", "cheshire-east-2015"),
      ("2015-13-01", "2015-13-01"), ("a - 5", "a - 5"), ("--reps 5", "--reps 5"),
    ] { #expect(Markup.said(text) == said) }
  }

  @Test("Words are broken at spaces to fit; no word is lost")
  func lettering() {
    let words = "Registered social workers without cases and their managers"
    let lines = Lettering.lines(words, within: 120)
    #expect(lines.count > 2 && lines.joined(separator: " ") == words)
    #expect(lines.allSatisfy { Lettering.width($0) <= 120 })
    #expect(Lettering.width("MM") > Lettering.width("ii") && Lettering.width("") == 0)
    #expect(Lettering.lines("Incomprehensibilities", within: 10) == ["Incomprehensibilities"])
  }
}
