import Parameters
import ScenarioFiles
import ServiceModel
import Testing

@testable import Evidence

@Suite("What controls and actions do to a value")
struct RiskChangeTests {
  private let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)

  private func scenario(_ sets: [String] = []) throws -> Scenario<ServiceParameters> {
    try reader.read(Project.path("Scenarios/cheshire-east-2015.yaml"), sets: sets)
  }

  private func change(_ path: String, _ kind: RiskChange.Kind) -> RiskChange {
    RiskChange(path: path, kind: kind, place: Place(file: "risks.yaml", line: 1, column: 1))
  }

  @Test("A factor and an amount count from the value as it stands")
  func relative() throws {
    let base = try scenario()
    let before = base.parameters.recruitment.applicantsPerRound[.socialWorker]
    let path = "recruitment.applicantsPerRound.socialWorker"
    let changed = try scenario(RiskChange.sets([change(path, .times(1.2))], base.settings))
    #expect(abs(changed.parameters.recruitment.applicantsPerRound[.socialWorker] - before * 1.2) < 1e-12)
    // One after another, whichever control they belong to.
    let twice = RiskChange.sets([change(path, .times(0.5)), change(path, .plus(1))], base.settings)
    #expect(twice.count == 1)
    #expect(
      abs(try scenario(twice).parameters.recruitment.applicantsPerRound[.socialWorker] - (before * 0.5 + 1))
        < 1e-12)
    let whole = RiskChange.sets([change("recruitment.roundsAtOnce", .plus(-7))], base.settings)
    #expect(whole == ["recruitment.roundsAtOnce=10"])
  }

  @Test(
    "An uncertain value keeps its law, moved with it: each future differs by the change and nothing else",
    arguments: [
      RiskChange.Kind.times(1.5), .times(0.5), .plus(0.01), .times(0),
    ])
  func uncertain(kind: RiskChange.Kind) throws {
    let path = "money.placementInflation.residential"
    let base = try scenario()
    let changed = try scenario(RiskChange.sets([change(path, kind)], base.settings))
    for number in [0, 1, 2, 17] {
      let before = base.uncertainInputs.draw(number).parameters.money.placementInflation[.residential]
      let after = changed.uncertainInputs.draw(number).parameters.money.placementInflation[.residential]
      let wanted =
        switch kind {
        case .times(let factor): before * factor
        case .plus(let amount): before + amount
        case .set: before
        }
      #expect(abs(after - wanted) < 1e-9, "\(number)")
    }
  }

  private func findings(_ changes: String) throws -> [String] {
    let text = """
      register: Mine
      risks:
        - id: R1
          title: Too many
          owner: Me
          cause: Demand
          means: Too many children
          event: children > 3
          consequence: Cost
          impacts: [{ dimension: money, value: children, gather: worst }]
          actions: [{ id: a, title: Act, set: \(changes) }]
      """
    let document = try Document(text: text, name: "mine.yaml")
    let register = try RiskRegister(document, known: [.init(measure: "children", breakdown: "")])
    let changes = register.risks[0].actions.flatMap(\.changes)
    return document.findings(changes, try scenario().settings).map { "\($0.place.line) \($0.code)" }
  }

  @Test("What a register may not do is found in its place")
  func mistakes() throws {
    #expect(try findings("{ demand.referralsPerYear: { times: 1.2 } }").isEmpty)
    #expect(try findings("{ money.placementInflation.residential: 0.02 }") == ["11 sets-uncertain-input"])
    #expect(try findings("{ demand.referralsPerYaer: { times: 1.2 } }") == ["11 unknown-path"])
    #expect(try findings("{ recruitment.begins: { times: 2 } }") == ["11 not-a-number"])
    #expect(try findings("{ progression.internalManagerShare: { plus: 0.9 } }") == ["11 out-of-range"])
    #expect(throws: ScenarioFailure.self) { try findings("{ demand.referralsPerYear: { by: 2 } }") }
    #expect(throws: ScenarioFailure.self) {
      try findings("{ demand.referralsPerYear: { times: 2, plus: 1 } }")
    }
  }

  @Test("The shipped register sets no uncertain value and means what its titles say")
  func shipped() throws {
    let settings = try scenario().settings
    let known = ModelTables.everySeries.map {
      RiskExpression.Reference(measure: $0.measure, breakdown: $0.breakdown)
    }
    let document = try Document(path: Project.path("Scenarios/risks/improvement-plan.yaml"))
    let register = try RiskRegister(document, known: known)
    for risk in register.risks {
      let changes = (risk.controls + risk.actions).flatMap(\.changes)
      #expect(document.findings(changes, settings).isEmpty)
      for stress in risk.stresses {
        #expect(document.findings(stress.changes(stress.most), settings).isEmpty)
      }
    }
    let applicants = register.risks[0].actions.flatMap(\.changes).first { $0.path.contains("applicants") }
    #expect(applicants?.kind == .times(1.2))
  }
}
