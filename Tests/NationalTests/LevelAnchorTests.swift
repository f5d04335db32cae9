import Foundation
import Statistics
import Testing

@testable import National

@Suite("What councils' own years lead to expect")
struct LevelAnchorTests {
  private static let table = Result { try NationalTable(folder: NationalTable.shipped) }
  private static let priors = Result { try PriorsFile.read(NationalTable.shipped) }

  /// Mean scores over the outcome by years ahead, of the law alone and of "as now", over all councils and these origins.
  private func scores(
    _ measure: SkillMeasure, _ origins: ClosedRange<Int>
  ) throws -> (law: [Double], walk: [Double]) {
    let panel = Panel(try Self.table.get())
    let priors = try #require(try Self.priors.get())
    let rivals = Rivals(panel, measure)
    var (laws, walks) = (SkillMeasure.horizons.map { _ in ForecastSkill() }, [ForecastSkill]())
    walks = laws
    for origin in origins {
      let anchors = try (0..<Panel.parts).map { fold in
        let prior = try #require(priors.newest(upTo: origin, fold: fold))
        return LevelAnchor(panel, prior, known: origin, of: [measure])
      }
      for (place, code) in panel.codes.enumerated() {
        for (index, horizon) in SkillMeasure.horizons.enumerated() {
          guard let outcome = rivals.figure(code, origin + horizon), rivals.figure(code, origin) != nil,
            let law = anchors[panel.folds[place]].law(code, measure, horizon),
            let walk = rivals.walk(code, from: origin, horizon)
          else { continue }
          laws[index].add(
            QuantileForecast(middle: law.middle, deviation: law.deviation, on: measure.scale),
            outcome: outcome)
          walks[index].add(walk, outcome: outcome)
        }
      }
    }
    return (laws.map(\.score), walks.map(\.score))
  }

  @Test(
    "alone they beat \"as now\" where councils come back to their level",
    arguments: [
      "child_protection_plans", "cla_started", "cla_ceased", "referrals", "caseload_fte", "turnover_rate_fte",
    ])
  func beatsAsNow(_ column: String) throws {
    let measure = try #require(SkillMeasure.named(column))
    let (law, walk) = try scores(measure, max(measure.firstOrigin, 2016)...2022)
    for (one, other) in zip(law, walk) { #expect(one < 1.02 * other, "\(law) \(walk)") }
    #expect(law[2] < walk[2])
  }

  /// Thirty councils in two regions, each always at its own level, all of which grow alike.
  private func steady() throws -> (table: NationalTable, level: (String) -> Double) {
    let full = try Self.table.get()
    let codes = Panel(full).codes
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    func level(_ code: String) -> Double { 0.004 * exp(0.1 * Double((places[code] ?? 0) % 7 - 3)) }
    let table = NationalTable(councils: full.councils, years: full.years, sources: full.sources) {
      guard places[$0] != nil else { return .missing }
      if $2.name == "population_0_17" { return .value(50_000) }
      return $2.name == "cla_started" ? .value(50_000 * level($0)) : .missing
    }
    return (table, level)
  }

  @Test("where each council stays at its level, that is what is expected")
  func level() throws {
    let (table, level) = try steady()
    let panel = Panel(table)
    let prior = PriorEstimate(panel, year: 2020, fold: nil)
    let measure = try #require(SkillMeasure.named("cla_started"))
    let anchor = LevelAnchor(panel, prior, known: 2020, of: [measure])
    for code in ["301", "895", "919"] {
      let law = try #require(anchor.law(code, measure, 3))
      #expect(abs(exp(law.middle) / (50_000 * level(code)) - 1) < 0.02)
    }
    #expect(anchor.law("301", try #require(SkillMeasure.named("caseload_fte")), 1) == nil)
    #expect(anchor.law("no council", measure, 1) == nil)
  }

  @Test("what comes one year and goes the next is no surprise that stays; what stays is one")
  func staying() throws {
    let panel = Panel(try Self.table.get())
    func surprise(_ path: (Int) -> Double) throws -> Double {
      let series = PanelSeries(panel, 2010...2025) { path($1) + 0.01 * Double($0 % 5) }
      let level = try #require(SharedLevel(series, panel, panel.others(than: -1), 2010...2025))
      return level.surprise(0)
    }
    let flickering = try surprise { $0 % 2 == 0 ? 0.1 : -0.1 }
    // Steps of 0.2 that all stay, three up and two down in turn.
    let staying = try surprise {
      0.2 * Double([0, 1, 2, 1, 2, 1][($0 - 2010) % 6]) + 0.2 * Double(($0 - 2010) / 6)
    }
    let still = try surprise { _ in 0.5 }
    #expect(still < 0.05 && flickering < 0.1 && staying > flickering)
  }

  @Test("forecasts are drawn to the law as far as was best, and half-way where nothing was seen")
  func shares() {
    // The law lies above the forecast and below it in turn; what came is so much of the way towards it.
    func cases(_ way: (Int) -> Double) -> [LearnedShares.Case] {
      (0..<400).map {
        let toLaw = $0 % 2 == 0 ? 0.3 : -0.2
        return LearnedShares.Case(
          fold: $0 % Panel.parts, median: 4, toLaw: toLaw,
          outcome: ForecastScale.log.value(at: 4 + way($0) * toLaw), scale: .log)
      }
    }
    #expect(LearnedShares([]).all == 0.5 && LearnedShares([]).parts.allSatisfy { $0 == 0.5 })
    for way in [0, 0.3, 0.8, 1] {
      let learned = LearnedShares(cases { _ in way })
      #expect(learned.all == way && learned.parts.allSatisfy { $0 == way })
    }
    #expect(LearnedShares(cases { _ in -1 }).all == 0)
    // Few forecasts draw it less than fifty that stand before them.
    #expect(LearnedShares(Array(cases { _ in 1 }.prefix(20))).all == 0.5)
    // A part learns from the others alone.
    let one = LearnedShares(cases { $0 % Panel.parts == 0 ? 0 : 1 })
    #expect(one.parts[0] == 1 && one.all == 1)
    let most = LearnedShares(cases { $0 % Panel.parts < 3 ? 0 : 1 })
    #expect(most.all == 0 && most.parts[4] == 0)
  }

  @Test("an outcome of next to nothing counts as no more than three times itself")
  func nextToNothing() {
    let one = LearnedShares.Case(fold: 0, median: 0, toLaw: 5, outcome: 1e-6, scale: .log)
    #expect(one.error(0) == 3 && one.error(1) == 3)
    #expect(
      abs(LearnedShares.Case(fold: 0, median: 0, toLaw: 1, outcome: 2, scale: .log).error(0) - 0.5) < 1e-12)
  }
}
