import Parameters
import Testing

@testable import ScenarioFiles

@Suite("Values as a careful person writes them")
struct ValueTests {
  @Test(
    "Numbers",
    arguments: [
      ("3096", 3096), ("+5", 5), ("0", 0), ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("1e3", 1000),
      ("2.5E-1", 0.25),
      ("00", nil), ("1e", nil), ("-", nil), (".", nil), ("1.2.3", nil), ("e5", nil), ("٣", nil),
    ] as [(String, Double?)])
  func numbers(text: String, expected: Double?) {
    #expect((try? NumberReading.number(text, quoted: false)) == expected)
  }

  @Test(
    "Help for near numbers",
    arguments: [
      ("50%", "write 0.5"), ("12.5 %", "write 0.125"), ("036", "write 36"), ("0x1F", "write 31"),
      ("1_000.5", "write 1000.5"), ("1,234,567", "write 1234567"), ("1,5", "write 1.5"),
      ("£3,000", "write 3000"),
      ("16 weeks", "write { value: 16, unit: … } or the number alone"), ("-0b11", "write -3"),
    ])
  func help(text: String, expected: String) {
    #expect(throws: Complaint.self) { try NumberReading.number(text, quoted: false) }
    do throws(Complaint) {
      _ = try NumberReading.number(text, quoted: false)
    } catch {
      #expect(error.help == expected)
    }
  }

  @Test("Whole numbers, switches, dates and names")
  func others() throws {
    let scenario = try read(
      """
      run: { replications: 1e2, seed: 5.0, starts: "2016-04-01" }
      levers: { isOpen: False, style: "bold" }
      """)
    #expect(scenario.parameters.run.replications == 100)
    #expect(scenario.parameters.run.seed == 5)
    #expect(scenario.parameters.run.starts.description == "2016-04-01")
    #expect(!scenario.parameters.levers.isOpen)
    #expect(scenario.parameters.levers.style == .bold)
  }

  @Test("Unit, source and note; a group's source is for those that have none")
  func sources() throws {
    let scenario = try read(
      """
      demand:
        source: Council return 2015
        note: checked twice
        shareHome: 0.5
        shareAway: { value: 0.5, unit: share, source: "assumption: even", note: own }
        referralsPerYear: { uncertain: [2000, 4000] }
      levers: { payment: { pounds: 3 } }
      """)
    #expect(scenario.settings["demand.shareHome"]?.source == .published("Council return 2015"))
    #expect(scenario.settings["demand.shareHome"]?.note == "checked twice")
    #expect(scenario.settings["demand.shareAway"]?.source == .assumption("even"))
    #expect(scenario.settings["demand.shareAway"]?.note == "own")
    #expect(scenario.settings["demand.referralsPerYear"]?.source == Demand.table[0].source)
    #expect(scenario.settings["levers.payment.pounds"]?.source == .notGiven)
  }

  @Test(
    "Families of uncertainty",
    arguments: [
      ("[0.5, 0.9]", .pert(low: 0.5, mode: 0.75, high: 0.9)),
      ("{ low: 0.75, high: 0.9 }", .pert(low: 0.75, mode: 0.75, high: 0.9)),
      ("{ family: uniform, low: 0.5, high: 0.9 }", .uniform(low: 0.5, high: 0.9)),
      ("{ family: triangular, low: 0.5, high: 0.9 }", .triangular(low: 0.5, mode: 0.75, high: 0.9)),
      ("{ family: normal, standardDeviation: 0.1 }", .normal(mean: 0.75, standardDeviation: 0.1)),
      ("{ family: lognormal, standardDeviation: 0.1 }", .lognormal(mean: 0.75, standardDeviation: 0.1)),
    ] as [(String, Uncertainty)])
  func families(text: String, expected: Uncertainty) throws {
    let scenario = try read("demand: { shareHome: { value: 0.75, uncertain: \(text) } }")
    #expect(scenario.settings["demand.shareHome"]?.uncertain == expected)
  }

  @Test("Uncertainty without something to be uncertain about")
  func nothing() {
    #expect(findings("levers: { limit: { uncertain: [2, 3] } }").map(\.code) == ["uncertain-nothing"])
    let zero = "levers: { payment: { pounds: { uncertain: { family: lognormal, standardDeviation: 3 } } } }"
    #expect(findings(zero).map(\.code) == ["uncertain-order"])
    #expect(
      Uncertainty.pert(low: 2900, mode: 3096, high: 3300).text == "pert(low 2900, mode 3096, high 3300)")
  }

  @Test("A warning travels with the scenario, and doubt hides what follows from it")
  func contradictions() throws {
    #expect(try read("run: { replications: 10 }").warnings.map(\.code) == ["few-replications"])
    #expect(findings("demand: { shareHome: x, shareAway: 0.5 }").map(\.code) == ["wrong-type"])
    #expect(findings("demand: { shareHoem: 0.5, shareAway: 0.5 }").map(\.code) == ["unknown-key"])
    let both = "demand: { shareAway: 0.5 }\nrun: { seed: x }"
    #expect(findings(both).map(\.code) == ["sum-not-one", "wrong-type"])
  }
}
