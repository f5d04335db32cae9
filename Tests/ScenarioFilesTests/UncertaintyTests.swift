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
}
