import Parameters
import ServiceModel
import Testing

@testable import ScenarioFiles

@Suite("Which values may be uncertain")
struct UncertaintyTests {
  private let reader = ScenarioReader<ServiceParameters>(modelVersion: "1")

  @Test("How the run is made is certain")
  func run() {
    #expect(throws: ScenarioFailure.self) {
      try reader.read(text: "run: { seed: { value: 3, uncertain: [1, 5] } }", name: "s.yaml")
    }
    do throws(ScenarioFailure) {
      _ = try reader.read(text: "run: { seed: { value: 3, uncertain: [1, 5] } }", name: "s.yaml")
    } catch {
      #expect(error.findings.map(\.code) == ["not-uncertain"])
      #expect(error.findings.first?.place.line == 1)
    }
  }

  @Test("Without its uncertainty a scenario is the one that never stated any")
  func fixed() throws {
    let stated = try reader.read(
      text: "overload: { paceElasticity: { value: 0.3, uncertain: [0, 1] } }", name: "s.yaml")
    let bare = try reader.read(text: "overload: { paceElasticity: 0.3 }", name: "s.yaml")
    #expect(stated.uncertainties == ["overload.paceElasticity": .pert(low: 0, mode: 0.3, high: 1)])
    #expect(stated.withoutUncertainty.uncertainties.isEmpty)
    #expect(stated.hash != bare.hash && stated.withoutUncertainty.hash == bare.hash)
  }

  @Test("A law of which a tenth lies where the parameter cannot be is told, and how much of it does")
  func outside() throws {
    func findings(_ text: String) throws -> [Finding] {
      try reader.read(text: text, name: "s.yaml").warnings.filter { $0.code == "uncertain-beyond" }
    }
    func law(_ family: String, _ value: Double, _ deviation: Double) -> String {
      "care: { atBirthShare: { value: \(value), uncertain: { family: \(family), standardDeviation: \(deviation) } } }"
    }
    // Beyond half a deviation on each side: 62% of a normal law.
    let found = try findings(law("normal", 0.5, 1))
    #expect(
      found.count == 1 && found[0].message.contains("62% of the draws of") && found[0].severity == .warning)
    #expect(found.first.map { $0.message.contains("outside 0 to 1") } == true)
    // Above 1: a lognormal of mean 0.9 and deviation 0.9 has the median 0.636 and the log-deviation 0.833: 29%.
    #expect(try findings(law("lognormal", 0.9, 0.9)).first.map { $0.message.contains("29%") } == true)
    #expect(try findings(law("normal", 0.5, 0.3)).isEmpty, "9.6% outside")
    #expect(try findings(law("lognormal", 0.2, 0.05)).isEmpty)
  }
}
