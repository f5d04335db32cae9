import Dates
import Foundation
import Parameters
import Testing

@testable import ScenarioFiles

@Suite("Which value holds")
struct PrecedenceTests {
  static let files = [
    "base/old.yaml": "scenario: Old\nquestion: Old question\nrun: { seed: 10, replications: 100 }\n",
    "base/base.yaml": "basedOn: old.yaml\nrun: { seed: 20 }\nlevers: { style: bold }\n",
    "a.yaml": "scenario: New\nbasedOn: base/base.yaml\nrun: { seed: 30 }\n",
    "one.yaml": "run:\n  seed: 40\n",
    "two.yaml": "scenario: Two\nrun:\n  seed: 50\n",
  ]

  @Test("Each is stronger than the one before")
  func ladder() throws {
    let folder = try Folder(Self.files)
    #expect(try read("scenario: x").parameters.run.seed == 1)
    #expect(try folder.read("base/old.yaml").parameters.run.seed == 10)
    #expect(try folder.read("base/base.yaml").parameters.run.seed == 20)
    #expect(try folder.read("a.yaml").parameters.run.seed == 30)
    #expect(try folder.read("a.yaml", overlays: ["one.yaml"]).parameters.run.seed == 40)
    #expect(try folder.read("a.yaml", overlays: ["one.yaml", "two.yaml"]).parameters.run.seed == 50)
    #expect(
      try folder.read("a.yaml", overlays: ["one.yaml"], sets: ["run.seed=60"]).parameters.run.seed == 60)
  }

  @Test("What a scenario says of itself is its own; what was read is kept, weakest first")
  func files() throws {
    let folder = try Folder(Self.files)
    let scenario = try folder.read("a.yaml", overlays: ["one.yaml"], sets: ["run.seed=60"])
    #expect(scenario.title == "New")
    #expect(scenario.question == nil)
    #expect(
      scenario.files.map { $0.name.replacing("\(folder.path)/", with: "") }
        == ["base/old.yaml", "base/base.yaml", "a.yaml", "one.yaml"])
    #expect(scenario.files[3].text == Self.files["one.yaml"])
    #expect(scenario.files[3].sha256 == Fingerprint.sha256("run:\n  seed: 40\n"))
    #expect(scenario.overlays == ["\(folder.path)/one.yaml"])
    #expect(scenario.sets == ["run.seed=60"])
    #expect(try folder.read("base/base.yaml").title == "base")
  }

  @Test("explain tells where a value is from, and what it overrode")
  func explain() throws {
    let folder = try Folder(Self.files)
    let scenario = try folder.read("a.yaml", overlays: ["one.yaml"], sets: ["run.seed=60"])
    let seed = try #require(scenario.describe("run.seed"))
    #expect(seed.value == .whole(60))
    #expect(seed.defaultValue == .whole(1))
    #expect(seed.range == "0 to 2000000000")
    #expect(seed.meaning == "What the random numbers start from.")
    #expect(seed.from == "--set run.seed=60")
    #expect(seed.source == .notGiven)
    let earlier = seed.overrode.map { "\($0.value?.text ?? "") \($0.place)" }
    #expect(
      earlier.map { $0.replacing("\(folder.path)/", with: "") }
        == ["10 base/old.yaml:3:8", "20 base/base.yaml:2:8", "30 a.yaml:3:8", "40 one.yaml:2:3"])
    let style = try #require(scenario.describe("levers.style"))
    #expect(style.from == "\(folder.path)/base/base.yaml:3:11")
    let referrals = try #require(scenario.describe("demand.referralsPerYear"))
    #expect(referrals.from == "default")
    #expect(referrals.source == .published("DfE 2015, table \"A1\": all"))
    #expect(scenario.describe("run.sead") == nil)
    #expect(scenario.all.map(\.path) == Town.table.map(\.path))
    #expect(scenario.settings["levers.limit"]?.value == nil)
    let reader = ScenarioReader<Town>(modelVersion: "1")
    #expect(reader.help(forUnknown: "run.sead") == #"did you mean "run.seed"?"#)
    // What is near nothing in its group is told what the group holds, or where else the name stands.
    let held = try #require(reader.help(forUnknown: "run.colour"))
    #expect(held.hasPrefix(#""run" holds "#) && held.contains("seed") && !held.contains("did you mean"))
    #expect(reader.help(forUnknown: "levers.seed") == #"did you mean "run.seed"?"#)
  }

  @Test("Overlays that disagree are told of, those that agree are not")
  func conflict() throws {
    let folder = try Folder(Self.files)
    let scenario = try folder.read("a.yaml", overlays: ["one.yaml", "two.yaml"])
    #expect(scenario.warnings.map(\.code) == ["overlay-conflict"])
    #expect(
      scenario.warnings.text.replacing("\(folder.path)/", with: "") == """
        two.yaml:3:3: warning[overlay-conflict]: "run.seed" is 50 here and 40 in an earlier overlay, \
        at one.yaml:2:3.
          seed: 50
          ^~~~
        help: the last one holds, at two.yaml:3:3
        """)
    #expect(try folder.read("a.yaml", overlays: ["one.yaml", "one.yaml"]).warnings.isEmpty)
    #expect(
      try read("scenario: x", sets: ["run.seed=5", "run.seed=6"]).warnings.map(\.code) == ["set-conflict"])
  }

  @Test("A new value stands alone; an entry without a value adds to the old one")
  func replacing() throws {
    let base = "demand: { referralsPerYear: { value: 3100, source: B, note: N, uncertain: [3000, 3300] } }"
    let kept = try read(base)
    #expect(
      kept.settings["demand.referralsPerYear"]?.uncertain == .pert(low: 3000, mode: 3100, high: 3300))
    let fixed = try #require(
      try read(base, sets: ["demand.referralsPerYear=3500"]).settings["demand.referralsPerYear"])
    #expect(fixed.uncertain == nil && fixed.source == .notGiven && fixed.note == nil)
    let spread = "demand.referralsPerYear={uncertain: {family: uniform, low: 1, high: 9000}}"
    let added = try #require(try read(base, sets: [spread]).settings["demand.referralsPerYear"])
    #expect(added.value == .number(3100) && added.source == .published("B") && added.note == "N")
    #expect(added.uncertain == .uniform(low: 1, high: 9000))
    #expect(
      added.overrode == [
        .init(place: Place(file: "town.yaml", line: 1, column: 11, endColumn: 27), value: .number(3100))
      ])
  }

  @Test("The command line takes every kind of value")
  func commandLine() throws {
    let scenario = try read(
      "scenario: x",
      sets: [
        "demand.byMonth=[1, 2.5]", "levers.style=bold", "levers.isOpen=false", "run.starts=2016-04-01",
        " levers.limit = 12 ", "run.seed={value: 9, source: 'a: b'}",
      ])
    #expect(scenario.parameters.demand.byMonth == [1, 2.5])
    #expect(scenario.parameters.levers.style == .bold)
    #expect(!scenario.parameters.levers.isOpen)
    #expect(scenario.parameters.run.starts == CivilDate(2016, 4, 1))
    #expect(scenario.parameters.levers.limit == 12)
    #expect(scenario.settings["run.seed"]?.source == .published("a: b"))
    #expect(scenario.settings["run.seed"]?.place?.description == "--set run.seed={value: 9, source: 'a: b'}")
    #expect(brief("scenario: x", sets: ["run.seed=[1"]) == ["yaml-syntax@1:12"])
    #expect(brief("scenario: x", sets: ["demand.byMonth=[1, x]"]) == ["wrong-type@1:20"])
    #expect(brief("scenario: x", sets: ["run=5"]) == ["not-a-parameter@1:1"])
    #expect(brief("scenario: x", sets: ["run.seed="]) == ["no-value@1:10"])
    #expect(brief("scenario: x", sets: ["=", ""]) == ["unknown-key@1:1", "set-syntax@1:1"])
  }

  @Test("Defaults need no file")
  func defaults() throws {
    let reader = ScenarioReader<Town>(modelVersion: "1")
    let scenario = try reader.readDefaults(sets: ["run.seed=7"])
    #expect(scenario.parameters.run.seed == 7)
    #expect(scenario.files.isEmpty && scenario.title == "Defaults")
  }
}
