import Testing

@testable import Reports

@Suite("The page of forecasts of the past")
struct SkillPageTests {
  private func row(_ label: String, _ horizon: Int, score: Double, asNow: Double, held: Double = 0.8)
    -> SkillPage.Row
  {
    let coverage = SkillSummary.Coverage(half: 0.5, eightTenths: held, nearlyAll: 0.95)
    return SkillPage.Row(
      SkillSummary.Row(
        label: label, horizon: horizon, count: 40, error: 0.1, errorAsNow: 0.12, score: score,
        scoreAsNow: asNow, scoreOfDrift: 0.1, rawScore: 0.2, held: coverage, rawHeld: coverage, bias: 0),
      tenths: (raw: [10, 2, 2, 2, 4, 4, 2, 2, 2, 10], final: Array(repeating: 4, count: 10)))
  }

  @Test("It says what is told better than by as now, what is not, and draws a figure for each measure")
  func page() {
    let page = SkillPage(
      [
        row("Children looked after", 1, score: 0.04, asNow: 0.05),
        row("Children looked after", 3, score: 0.07, asNow: 0.08, held: 0.76),
        row("In post, FTE", 1, score: 0.06, asNow: 0.05), row("In post, FTE", 3, score: 0.06, asNow: 0.07),
      ], councils: 40, origins: [2017, 2019], replications: 30,
      command: ["caseload", "backtest", "--out", "a b"], version: "1.2.3")
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("How right forecasts of 40 councils as of 2017 and 2019 were"))
    #expect(text.contains("Ranges meant to hold 8 in 10 outcomes held 76 to 80%."))
    #expect(text.contains("at every horizon: children looked after."))
    #expect(text.contains("Not at every horizon: in post, FTE."))
    #expect(text.components(separatedBy: "<figure ").count == 3)
    #expect(text.contains("1 year ahead") && text.contains("3 years ahead"))
    #expect(text.contains("caseload backtest --out ") && text.contains("a b"))
    #expect(text.contains("model version 1.2.3"))
  }

  @Test("Without a score it says that too, and nothing is told better")
  func nothing() {
    let text = String(
      decoding: SkillPage(
        [row("Referrals in the year", 1, score: .nan, asNow: 0.1)], councils: 1, origins: [2017],
        replications: 2, command: ["caseload"], version: "1"
      ).bytes, as: UTF8.self)
    #expect(text.contains("1 council as of 2017"))
    #expect(text.contains("No measure is told better"))
    #expect(!text.contains("nan"))
  }
}
