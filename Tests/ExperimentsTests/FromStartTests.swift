import Dates
import Foundation
import ScenarioFiles
import ServiceModel
import Testing

@Suite("Levers and shocks that begin with any run")
struct FromStartTests {
  private static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios").path

  static let overlays = ["levers", "shocks"].flatMap { folder -> [String] in
    let files = try? FileManager.default.contentsOfDirectory(atPath: "\(scenarios)/from-start/\(folder)")
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { "from-start/\(folder)/\($0)" }
  }

  private func read(
    _ base: String, _ overlays: [String] = [], sets: [String] = []
  ) throws -> Scenario<ServiceParameters> {
    try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current).read(
      "\(Self.scenarios)/\(base)", overlays: overlays.map { "\(Self.scenarios)/\($0)" }, sets: sets)
  }

  @Test("There is one of nearly every dated overlay")
  func complete() { #expect(Self.overlays.count == 29) }

  @Test(
    "Each has an effect within a run of 2015 and one of 2025, and every value has its source",
    arguments: overlays, ["cheshire-east-2015.yaml", "cheshire-east-2025.yaml"])
  func hasEffect(overlay: String, base: String) throws {
    let (plain, with) = (try read(base), try read(base, [overlay]))
    let known = Set(plain.warnings.map(\.message))
    let own = with.warnings.filter { !known.contains($0.message) }
    let vain = ["outside-run", "nothing-to-move", "set-in-vain", "costs-only", "no-dates", "later-than-data"]
    #expect(own.filter { vain.contains($0.code) }.map(\.message) == [])
    #expect(with.hash != plain.hash)
    let bare = with.settings.values.filter { $0.place != nil && $0.value != nil && $0.source == .notGiven }
    #expect(bare.map(\.path) == [])
  }

  @Test("The first day follows the run, whichever file moves it; what is kept is the date")
  func follows() throws {
    let overlay = "from-start/levers/retention-payment.yaml"
    let path = "levers.retentionPayment"
    for (base, sets, from, until) in [
      ("cheshire-east-2015.yaml", [], CivilDate(2015, 4, 1), CivilDate(2020, 3, 31)),
      ("cheshire-east-2025.yaml", [], CivilDate(2025, 4, 1), CivilDate(2030, 3, 31)),
      (
        "cheshire-east-2025.yaml", ["run.starts=2026-04-01", "\(path).until=start + 6 months - 1 day"],
        CivilDate(2026, 4, 1), CivilDate(2026, 9, 30)
      ),
    ] {
      let scenario = try read(base, [overlay], sets: sets)
      #expect(scenario.parameters.levers.retentionPayment.dates.from == from)
      #expect(scenario.parameters.levers.retentionPayment.dates.until == until)
      #expect(scenario.settings["\(path).from"]?.value == .date(from))
    }
    let dated = try read(
      "cheshire-east-2025.yaml", [overlay], sets: ["\(path).from=2025-04-01", "\(path).until=2030-03-31"])
    #expect(try read("cheshire-east-2025.yaml", [overlay]).hash == dated.hash)
  }

  @Test("A day beyond all dates is a finding with its place")
  func beyond() throws {
    let failure = #expect(throws: ScenarioFailure.self) {
      try read("england.yaml", sets: ["levers.edgeOfCare.from=start + 900 years"])
    }
    let finding = try #require(failure?.findings.first { $0.code == "out-of-range" })
    #expect(finding.help?.contains("fewer") == true && finding.place.file.hasPrefix("--set "))
  }
}
