import Reports
import Results
import ScenarioFiles
import Testing

@testable import Evidence

@Suite("Risks over replications")
struct AssessmentTests {
  private let profile: RiskProfile
  private let register: RiskRegister

  init() throws {
    profile = try RiskProfile(path: Project.path("Scenarios/profiles/generic-4x4.yaml"))
    let text = """
      register: Mine
      lead: 2
      indicators: [sign]
      risks:
        - id: R1
          title: Too many
          owner: Me
          cause: Demand
          means: Too many children
          event: children > 3 for 2 months
          consequence: Cost
          impacts:
            - { dimension: money, value: cost, gather: total }
            - { dimension: children, value: children, gather: worst }
      """
    register = try RiskRegister(
      Document(text: text, name: "mine.yaml"),
      known: ["children", "cost", "sign"].map { .init(measure: $0, breakdown: "") })
  }

  private func assess(_ readings: MonthlyReadings) throws -> RiskAssessment {
    try RiskAssessment(
      register.risks[0], .net, readings, profile: profile, register: register, budgets: RiskBudgets())
  }

  @Test("Breach, impact, cell and money, by hand")
  func byHand() throws {
    let children: [[Double]] = [[1, 4, 4, 1], [5, 1, 5, 1], [4, 40, 2, 2], [0, 0, 0, 0]]
    let cost = Array(repeating: [1e6, 1e6, 1e6, 1e6], count: 4)
    let readings = Written.readings(
      [Written.series("children", children), Written.series("cost", cost)], months: 4)
    let found = try assess(readings)
    let breaches: [Int?] = found.outcomes.map { $0.breach }
    #expect(breaches == [2, nil, 1, nil])
    // From the event on: two months of cost, or three; forty children are band 3.
    let pounds: [Double] = found.outcomes.map { $0.pounds }
    let impacts: [Int] = found.outcomes.map { $0.impact }
    #expect(pounds == [2e6, 0, 3e6, 0])
    #expect(impacts == [3, 0, 3, 0])
    #expect(found.exceedance == [0.5, 0.5, 0.5, 0])
    #expect(found.cell == RegisterCell(exceedance: [0.5, 0.5, 0.5, 0], band: profile.likelihoodBand))
    #expect(found.cell.impact == 3 && found.cell.likelihood == 3 && found.colour == "red")
    #expect(found.impactDriver == "money")
    #expect(found.monthsToBreach(0.25) == 2 && found.monthsToBreach(0.5) == 3)
    #expect(found.monthsToBreach(0.75).isNaN && found.typicalMonths == 2.5)
    #expect(found.velocity == "immediate")
    let page = RiskPage(
      RiskFindings(found, confidence: RiskConfidence(found, assumptions: 0)), Manifest()
    ).files
    let text = String(decoding: page[0].bytes, as: UTF8.self)
    #expect(text.hasPrefix("# R1 Too many\n\n> R1 Too many. The event: Too many children."))
    #expect(text.contains("50.0% (2 of 4;"))
    let html = String(decoding: page[1].bytes, as: UTF8.self)
    #expect(html.contains("<blockquote") && !html.contains("<script") && !html.contains("http:"))
    #expect(html.contains("children &gt; 3 for 2 months"))
  }

  @Test("Confidence is low where the band is not certain")
  func confidence() throws {
    let readings = Written.readings(
      [
        Written.series("children", Array(repeating: [5.0, 5, 5], count: 250)),
        Written.series("cost", Array(repeating: [0.0, 0, 0], count: 250)),
      ], months: 3)
    let sure = try assess(readings)
    #expect(RiskConfidence(sure, assumptions: 0.1).word == "high")
    #expect(RiskConfidence(sure, assumptions: 0.6).word == "medium")
    #expect(RiskConfidence(try assess(readings.first(40)), assumptions: 0).word == "low")
  }

  @Test("An early warning is chosen on one half and scored on the other")
  func earlyWarning() throws {
    var numbers = Numbers(seed: 11)
    // In half of the replications a sign comes at month 4 and the event at month 9; else neither.
    let happens: [Bool] = (0..<200).map { _ in numbers.next() < 0.5 }
    let children: [[Double]] = happens.map { event in (0..<12).map { event && $0 >= 8 ? 5 : 0 } }
    var signs: [[Double]] = []
    var noises: [[Double]] = []
    for event in happens {
      signs.append((0..<12).map { month in numbers.next() * 0.4 + (event && month >= 4 ? 1.0 : 0.0) })
      noises.append((0..<12).map { _ in numbers.next() })
    }
    let readings = Written.readings(
      [
        Written.series("children", children), Written.series("cost", children), Written.series("sign", signs),
      ], months: 12)
    let found = try assess(readings)
    let best = EarlyWarning.best(found, register, readings, budgets: RiskBudgets())
    let warning = try #require(best.first)
    #expect(warning.isAbove && warning.threshold >= 0.4 && warning.threshold < 1.4)
    #expect(warning.tested.sensitivity == 1 && warning.tested.precision == 1)
    // The event begins in the fifth month after the sign; a threshold within the sign's spread may be met later.
    #expect(!warning.tested.leads.isEmpty && warning.tested.leads.allSatisfy { (1...5).contains($0) })
    #expect(warning.tested.leads.count { $0 == 5 } * 2 > warning.tested.leads.count)
    #expect(warning.trained.count == 100 && warning.tested.count == 100)
    // A sign that is noise tells nothing ahead, or is not offered at all.
    let noise = Written.readings(
      [
        Written.series("children", children), Written.series("cost", children),
        Written.series("sign", noises),
      ], months: 12)
    for other in EarlyWarning.best(try assess(noise), register, noise, budgets: RiskBudgets()) {
      #expect(other.tested.precision < 0.75)
    }
    // Too rare to choose from.
    let rare = readings.first(6)
    #expect(EarlyWarning.best(try assess(rare), register, rare, budgets: RiskBudgets()).isEmpty)
  }
}
