import Dates
import Foundation
import Parameters
import ServiceModel
import Testing

@testable import ScenarioFiles

@Suite("What a scenario knew, and when")
struct LaterKnowledgeTests {
  private func read(
    _ text: String, overlays: [String] = [], sets: [String] = []
  ) throws -> Scenario<ServiceParameters> {
    try ScenarioReader<ServiceParameters>(modelVersion: "1").read(
      text: text, name: "town.yaml", overlays: overlays, sets: sets)
  }

  private func warnings(_ text: String, sets: [String] = []) throws -> [Finding] {
    try read(text, sets: sets).warnings.filter { ["later-than-data", "hindsight"].contains($0.code) }
  }

  /// A scenario whose figures end on 31 March 2017, and one value with what is said of it.
  private func town(_ about: String) -> String {
    "run: { dataAsOf: 2017-03-31 }\ndemand:\n  repeatShare: { value: 0.3, \(about) }\n"
  }

  @Test(
    "Dates in words",
    arguments: [
      ("Children looked after in England 2018 (DfE)", "2018-01-01"), ("the year 2017-18", "2018-03-31"),
      ("mid-year estimates, mid-2015 to mid-2024 (ONS)", "2024-06-30"),
      ("at 31 March 2018, revised", "2018-03-31"),
      ("report of September 2015", "2015-09-01"), ("Cheshire West, Oct 2020", "2020-10-01"),
      ("England 2014-2020", "2020-01-01"), ("known on 2018-11-15.", "2018-11-15"),
      ("SFR07/2016 (DfE)", "2016-01-01"), ("children_looked_after, 2021, DfE 2025 release", "2021-01-01"),
      ("years to 30 September 2016 and 2017", "2017-01-01"),
      ("2015-16 to 2024-25, section 251 outturn", "2025-03-31"), ("from 2015–16", "2015-01-01"),
    ])
  func dates(_ text: String, _ wanted: String) {
    #expect(SourceDates.newest(in: text)?.description == wanted)
  }

  @Test(
    "Numbers that are no years",
    arguments: [
      "£2,018 a week", "2,020 of 3,749 referrals", "prior 3590 in 3200 to 4000", "0.2018 of all",
      "20180 days",
      "fitted", "May be later", "£2018 a week", "2018% more", "table A2019",
    ])
  func noDates(_ text: String) {
    #expect(SourceDates.newest(in: text) == nil)
  }

  @Test("A source that speaks of a later year is told, with its place")
  func later() throws {
    let found = try warnings(town("source: \"derived: Devon 2018\""))
    #expect(found.map(\.code) == ["later-than-data"])
    #expect(found.first?.severity == .warning)
    #expect(found.first.map { "\($0.place)" } == "town.yaml:3:3")
    #expect(
      found.first?.message
        == "\"demand.repeatShare\" rests on figures of 2018-01-01 or later, but the scenario's figures end on 2017-03-31."
    )
    #expect(try warnings(town("source: \"derived: Devon 2017\"")) == [])
    #expect(try warnings(town("source: \"SFR 2016-17\"")) == [])
    #expect(try warnings(town("source: \"SFR 2017-18\"")).count == 1)
  }

  @Test("What is said to be known outweighs what the source sounds like")
  func known() throws {
    #expect(try warnings(town("source: \"projected for 2024-25\", known: 2016-05-25")) == [])
    let found = try warnings(town("source: \"a national study\", known: 2018-11-15"))
    #expect(found.count == 1)
    #expect(found.first?.message.contains("figures known to 2018-11-15") == true)
    #expect(
      try read(town("known: 2018-11-15")).describe("demand.repeatShare")?.known == CivilDate(2018, 11, 15))
  }

  @Test("A group's source is told once, and its date goes with it alone")
  func groups() throws {
    let text = """
      run: { dataAsOf: 2017-03-31 }
      demand:
        ages:
          under1: 0.2
          age1to4: 0.2
          age5to9: 0.2
          age10to15: 0.2
          age16plus: { value: 0.2, source: "England 2021" }
          source: "England 2019"

      """
    let found = try warnings(text)
    #expect(found.map { $0.place.line } == [4, 8])
    #expect(found.first?.message.hasPrefix("\"demand.ages.under1\" and 3 others rest on") == true)
    let dated = text.replacing(
      "    source: \"England 2019\"", with: "    source: \"England 2019\"\n    known: 2016-01-01")
    #expect(try warnings(dated).map { $0.place.line } == [8])
  }

  @Test("A scenario that does not say what it knew is not asked, nor is a value without a source")
  func notAsked() throws {
    #expect(try warnings("demand: { repeatShare: { value: 0.3, source: \"Devon 2018\" } }") == [])
    #expect(try warnings("run: { dataAsOf: 2017-03-31 }\ndemand: { repeatShare: 0.3 }") == [])
    // The value that holds is what counts.
    #expect(try warnings(town("source: \"Devon 2018\""), sets: ["demand.repeatShare=0.2"]) == [])
    let later = try warnings(town("source: \"Devon 2016\""), sets: ["run.dataAsOf=2015-03-31"])
    #expect(later.count == 1)
  }

  @Test("An overlay of hindsight says so once, and only while a value of it holds")
  func hindsight() throws {
    let folder = try Folder([
      "late.yaml":
        "hindsight: how it turned out\nrun: { dataAsOf: 2025-03-31 }\ndemand: { repeatShare: { value: 0.2, source: \"Devon 2018\" } }\n"
    ])
    let base = town("source: \"Devon 2016\"")
    let late = "\(folder.path)/late.yaml"
    let found = try read(base, overlays: [late]).warnings
    #expect(found.map(\.code) == ["hindsight"])
    #expect(
      found.first?.message == "Uses figures known only later than 2017-03-31: how it turned out (2 values).")
    #expect(found.first?.place.line == 1)
    let sets = ["demand.repeatShare=0.1", "run.dataAsOf=2017-03-31"]
    #expect(try read(base, overlays: [late], sets: sets).warnings.filter { $0.code == "hindsight" } == [])
    // What stands in the scenario itself is still held against its own date.
    let found2018 = try read(
      town("source: \"Devon 2018\""), overlays: [late], sets: ["demand.growthPerYear=0"])
    #expect(found2018.warnings.map(\.code) == ["hindsight"])
    let other = town("source: \"Devon 2016\"") + "  growthPerYear: { value: 0, source: \"Devon 2019\" }\n"
    #expect(try read(other, overlays: [late]).warnings.map(\.code) == ["later-than-data", "hindsight"])
  }

  @Test("A date that is none is refused", arguments: ["soon", "2018", "[2018-01-01]", "2018-02-30", ""])
  func noDate(_ text: String) {
    #expect(throws: ScenarioFailure.self) { try read(town("known: \(text)")) }
    #expect(throws: ScenarioFailure.self) { try read("demand:\n  known: \(text)\n  repeatShare: 0.3\n") }
  }

  // MARK: What ships

  private static var project: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  private func shipped(_ overlays: [String] = []) throws -> Scenario<ServiceParameters> {
    try ScenarioReader<ServiceParameters>(modelVersion: "1").read(
      "\(Self.project)/Scenarios/cheshire-east-2015.yaml",
      overlays: overlays.map { "\(Self.project)/Scenarios/\($0)" })
  }

  @Test("The shipped scenario knows nothing later than it says, nor do its levers, shocks and budgets")
  func shippedIsHonest() throws {
    #expect(try shipped().warnings.filter { $0.code == "later-than-data" } == [])
    for folder in ["levers", "shocks", "budgets"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(Self.project)/Scenarios/\(folder)")
      for file in files.sorted() where file.hasSuffix(".yaml") {
        let found = try shipped(["\(folder)/\(file)"]).warnings.filter { $0.code == "later-than-data" }
        #expect(found == [], "\(found.map(\.message))")
      }
    }
  }

  @Test("With its overlay of hindsight it says again what was known in 2025")
  func shippedWithHindsight() throws {
    let scenario = try shipped(["hindsight/cheshire-east-2015.yaml"])
    #expect(scenario.warnings.filter { $0.code == "later-than-data" } == [])
    #expect(scenario.warnings.filter { $0.code == "hindsight" }.count == 1)
    let parameters = scenario.parameters
    #expect(
      parameters.demand.populationByYear == [
        74_959, 75_333, 75_668, 76_255, 76_769, 77_292, 78_381, 80_336, 81_832, 83_041,
      ])
    #expect(parameters.money.payAwards == [0.01, 0.01, 0.02, 0.02, 0.0275, 0.0175, 0.05, 0.05, 0.035])
    #expect(parameters.agency.priceRise == [0.01, 0.05, 0.02, 0.02, 0.02, 0.03, 0.06, 0.05, 0.03])
    let rises: [(Placement, Double)] = [
      (.inHouseFostering, 0.027), (.agencyFostering, 0.027), (.residential, 0.097), (.supported, 0.06),
      (.secure, 0.05), (.residentialSchool, 0.05), (.other, 0.027), (.kinship, 0.02), (.forAdoption, 0.02),
    ]
    for (placement, rise) in rises { #expect(parameters.money.placementInflation[placement] == rise) }
    #expect(parameters.demand.direct[.unaccompanied].perYear == 8)
    #expect(parameters.leaving.caseloadElasticity == 0.42 && parameters.leaving.absenceEffect == 2.2)
    #expect(parameters.care.returnInterval.mean == 600)
    #expect(parameters.pathway.stages[.lookedAfter].duration.shape == 0.7)
    // None of them is uncertain any more but the elasticity, whose interval the study gives.
    let uncertain = Set(scenario.uncertainties.keys)
    #expect(!uncertain.contains("money.placementInflation.residential"))
    #expect(uncertain.contains("leaving.caseloadElasticity"))
    #expect(try shipped().uncertainties.keys.contains("money.placementInflation.residential"))
  }
}
