import Dates
import Foundation
import Results
import Statistics
import Testing

@testable import National

@Suite("How far forecasts have been right")
struct SkillTests {
  private static let table = Result { try NationalTable(folder: NationalTable.shipped) }

  /// Mean scores over the outcome at 1, 2, 3 and 5 years, over all councils and the origins 2015 to 2020.
  private func scores(
    _ column: String, _ forecast: (Rivals, String, Int, Int) -> QuantileForecast?
  ) throws -> [Double] {
    let panel = Panel(try Self.table.get())
    let rivals = Rivals(panel, try #require(SkillMeasure.named(column)))
    return SkillMeasure.horizons.map { horizon in
      var skill = ForecastSkill()
      for code in panel.codes {
        for origin in 2015...2020 {
          if let outcome = rivals.figure(code, origin + horizon),
            let forecast = forecast(rivals, code, origin, horizon)
          {
            skill.add(forecast, outcome: outcome)
          }
        }
      }
      return skill.score
    }
  }

  private func expect(_ found: [Double], _ wanted: [Double], within: Double) {
    for (one, other) in zip(found, wanted) { #expect(abs(one - other) <= within, "\(found)") }
  }

  @Test("\"as now\" scores what a first measurement on the same figures gave")
  func asNow() throws {
    for (column, wanted) in [
      ("children_looked_after", [0.0433, 0.0657, 0.0812, 0.1026]),
      ("child_protection_plans", [0.1444, 0.1746, 0.1852, 0.2183]),
      ("children_in_need", [0.0735, 0.0899, 0.0993, 0.1118]),
      ("inpost_fte", [0.0572, 0.0766, 0.0908, 0.1151]),
    ] {
      expect(try scores(column) { $0.walk($1, from: $2, $3) }, wanted, within: 0.0002)
    }
  }

  @Test("so does \"as now\" with the growth that all councils had up to the origin")
  func growth() throws {
    expect(
      try scores("children_looked_after") { $0.drift($1, from: $2, $3) },
      [0.0421, 0.0627, 0.0762, 0.0984], within: 0.0006)
  }

  @Test("the anchor beats both by what a first measurement of the same regression gave")
  func anchor() throws {
    let panel = Panel(try Self.table.get())
    var anchors: [String: Anchor] = [:]
    for origin in 2015...2020 {
      for fold in 0..<Panel.parts {
        anchors["\(origin) \(fold)"] = Anchor(panel, origin: origin, fold: fold)
      }
    }
    let found = try scores("children_looked_after") { _, code, origin, horizon in
      guard let fold = panel.fold(of: code), let anchor = anchors["\(origin) \(fold)"] else { return nil }
      return anchor.law(code, horizon).map {
        QuantileForecast(middle: $0.middle, deviation: $0.deviation, on: .log)
      }
    }
    expect(found, [0.0410, 0.0606, 0.0739, 0.0948], within: 0.0006)
  }

  @Test("nothing of after the origin moves the anchor or how things drift", arguments: [2016, 2019])
  func nothingLater(_ origin: Int) throws {
    let full = try Self.table.get()
    let known = NationalTable(councils: full.councils, years: full.years, sources: full.sources) {
      $1 <= ($2.period == .midYear ? origin - 1 : origin) ? full.figure($2, $0, $1) : .missing
    }
    for code in ["301", "895", "919"] {
      let (one, two) = (Panel(full), Panel(known))
      let fold = try #require(one.fold(of: code))
      let law = try #require(Anchor(one, origin: origin, fold: fold)?.law(code, 3))
      #expect(law == Anchor(two, origin: origin, fold: fold)?.law(code, 3))
    }
    let one = PriorEstimate(Panel(full), year: origin, fold: 2)
    let two = PriorEstimate(Panel(known), year: origin, fold: 2)
    #expect(one.drivers == two.drivers)
    #expect(one.correlations == two.correlations)
    // Cases for each worker were first published of 2016.
    let expected = SkillMeasure.all.count - (origin < 2017 ? 2 : 1)
    #expect(one.measures == two.measures && one.measures.count == expected)
    for code in ["301", "895", "919"] {
      let (levels, others) = (
        LevelAnchor(Panel(full), one, known: origin), LevelAnchor(Panel(known), one, known: origin)
      )
      for measure in SkillMeasure.all {
        #expect(levels.law(code, measure, 3) == others.law(code, measure, 3), "\(measure.label)")
      }
    }
  }

  @Test("a council's own figures do not move what is learned for it")
  func otherCouncils() throws {
    let full = try Self.table.get()
    let changed = NationalTable(councils: full.councils, years: full.years, sources: full.sources) {
      let figure = full.figure($2, $0, $1)
      guard $0 == "895", let value = figure.value else { return figure }
      return .value($2.unit == "share" ? value / 2 : value * 3)
    }
    let fold = try #require(Panel(full).fold(of: "895"))
    let one = try #require(Anchor(Panel(full), origin: 2018, fold: fold))
    let two = try #require(Anchor(Panel(changed), origin: 2018, fold: fold))
    // Another council of the same part sees the same laws whatever that one's figures are.
    let neighbour = try #require(
      Panel(full).codes.first { $0 != "895" && Panel(full).fold(of: $0) == fold })
    #expect(one.law(neighbour, 3) == two.law(neighbour, 3))
    let measure = try #require(SkillMeasure.named("children_looked_after"))
    #expect(
      Rivals(Panel(full), measure).drift(neighbour, from: 2018, 3)
        == Rivals(Panel(changed), measure).drift(neighbour, from: 2018, 3))
  }

  @Test("councils that a reorganisation changed stand in their whole area, and can be asked for")
  func panel() throws {
    let table = try Self.table.get()
    let panel = Panel(table)
    #expect(panel.codes.count >= 145)
    for code in ["ENG", "201", "420", "835", "838", "941"] { #expect(panel.place(of: code) == nil) }
    for code in ["8351", "9281", "9091"] {
      #expect(panel.place(of: code).map { panel.regions[$0].isEmpty } == false)
    }
    let with = Panel(table, including: "838")
    let place = try #require(with.place(of: "838"))
    #expect(with.fold(of: "838") == with.fold(of: "8351"))
    for fold in 0..<Panel.parts { #expect(!with.others(than: fold).contains(place)) }
    for fold in 0..<Panel.parts {
      #expect(panel.others(than: fold).allSatisfy { panel.folds[$0] != fold })
    }
  }

  @Test("skill that is written is read again, to four places")
  func roundTrip() throws {
    let folder = NSTemporaryDirectory() + "skill-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var row = SkillRow(measure: "children_looked_after", horizon: 3, count: 120)
    (row.width, row.error, row.held) = (1.25, 0.0875, 0.81)
    row.widths = [1, 1.1, 1.2, 1.3, 1.4]
    row.rawWidths = [2, 2, 2, 2, 2.5]
    (row.share, row.shares) = (0.4, [0, 0.25, 0.5, 0.75, 1])
    try WholeFile.write([SkillTable([row]).file], to: folder)
    let again = try #require(try SkillTable.read(folder)?["children_looked_after", 3])
    #expect(again.widths == row.widths && again.rawWidths == row.rawWidths)
    #expect(again.share == 0.4 && again.shares == row.shares)
    #expect(again.width == 1.25 && again.error == 0.0875 && again.held == 0.81 && again.count == 120)
    #expect(again.score.isNaN)
    try "measure,horizon\n".write(toFile: folder + "/skill.csv", atomically: true, encoding: .utf8)
    #expect(throws: NationalFailure.self) { try SkillTable.read(folder) }
  }
}
