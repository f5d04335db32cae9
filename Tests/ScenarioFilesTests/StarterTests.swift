import Parameters
import Testing

@testable import ScenarioFiles

@Suite("The starter scenario")
struct StarterTests {
  private let writer = StarterWriter<Town>()

  @Test("Its lines")
  func lines() {
    let text = writer.text(title: "My \"town\"", headlines: ["demand.referralsPerYear", "levers.limit"])
    #expect(text.contains("\nscenario: \"My \\\"town\\\"\"\n# question: "))
    #expect(text.contains("\n# basedOn: another-scenario.yaml\n"))
    #expect(
      text.contains(
        """

        demand:
          # Referrals in a year. [unit: per year; allowed: 0 to 20000; source: DfE 2015, table "A1": all]
          referralsPerYear: { value: 3000, unit: "per year", source: "DfE 2015, table \\"A1\\": all" }
          # Share that stays at home. [unit: share; allowed: 0 to 1; source: assumption: a guess]
          # shareHome: 0.75

        """))
    #expect(text.contains("  # limit: # not set unless given\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  @Test("It reads without a finding and changes nothing", arguments: [false, true])
  func roundTrip(all: Bool) throws {
    let paths = Town.table.map(\.path)
    let text = writer.text(title: "T", question: "Q: \"why\"?", headlines: all ? paths : ["run.seed"])
    let scenario = try read(text)
    #expect(scenario.warnings.isEmpty)
    #expect(scenario.title == "T")
    #expect(scenario.question == "Q: \"why\"?")
    #expect(try scenario.hash == read("scenario: x").hash)
    for parameter in Town.table where all && scenario.settings[parameter.path]?.value != nil {
      #expect(scenario.settings[parameter.path]?.source == parameter.source)
      #expect(scenario.settings[parameter.path]?.isDefault == false)
    }
  }

  @Test("Every commented line, uncommented, is right too")
  func uncommented() throws {
    let lines = writer.text(title: "T").split(separator: "\n").map(String.init)
    let opened = lines.filter { !$0.hasPrefix("#") && !$0.contains("not set") }.map { line in
      line.replacing(/^( +)# (?<rest>[a-zA-Z]+: [^ ].*)$/) { "\($0.output.1)\($0.output.rest)" }
    }
    let scenario = try read(opened.filter { !$0.contains("# ") }.joined(separator: "\n"))
    #expect(scenario.settings.values.filter(\.isDefault).map(\.path) == ["levers.limit"])
  }

  @Test("A parent is shown")
  func parent() throws {
    let folder = try Folder([
      "base.yaml": "run: { seed: 8 }", "new.yaml": writer.text(title: "New", basedOn: "base.yaml"),
    ])
    #expect(try folder.read("new.yaml").parameters.run.seed == 8)
  }
}
