import Reports
import Results
import ScenarioFiles
import Statistics
import Testing

@testable import Evidence

@Suite("States of a risk, and what tells them apart")
struct RiskStateTests {
  private let profile: RiskProfile
  private let register: RiskRegister

  init() throws {
    profile = try RiskProfile(path: Project.path("Scenarios/profiles/generic-4x4.yaml"))
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
          impacts: [{ dimension: money, value: cost, gather: worst }]
      """
    register = try RiskRegister(
      Document(text: text, name: "mine.yaml"),
      known: ["children", "cost"].map { .init(measure: $0, breakdown: "") })
  }

  /// Replications of which those at these places have the event, at that cost.
  private func assess(
    _ state: RiskRow.State, _ events: Set<Int>, of count: Int, pounds: Double = 1e6
  ) throws -> RiskAssessment {
    let readings = Written.readings(
      [
        Written.series("children", (0..<count).map { [events.contains($0) ? 5.0 : 1.0] }),
        Written.series("cost", (0..<count).map { _ in [pounds] }),
      ], months: 1)
    return try RiskAssessment(
      register.risks[0], state, readings, profile: profile, register: register, budgets: RiskBudgets())
  }

  private func findings(_ net: RiskAssessment, _ others: [RiskRow]) -> RiskFindings {
    var findings = RiskFindings(net, confidence: RiskConfidence(net, assumptions: 0))
    findings.others = others
    return findings
  }

  @Test("A difference that chance may make is none: no arrow, and the words say so")
  func notApart() throws {
    let net = try assess(.net, Set(0..<40), of: 100)
    let gross = try assess(.gross, Set(2..<45), of: 100).row(against: net)
    #expect(abs(gross.change.mean - 0.03) < 1e-12 && gross.change.lower < 0 && gross.change.upper > 0)
    #expect(!gross.change.isApart && gross.likelihood.trials == net.row.likelihood.trials)
    #expect(findings(net, [gross]).paragraph.contains("not told apart (3.0 points, 95% interval"))
    let text = RiskFindings.text([findings(net, [gross])], width: 100, colour: false)
    #expect(text.contains("All states stand on the same 100 futures."))
  }

  @Test("The score printed is that of the cell printed, and the likelihood printed is that of the band")
  func oneNumber() throws {
    let net = try assess(.net, Set(0..<40), of: 100)
    let row = net.row
    let words = findings(net, []).paragraph
    #expect(
      words.contains(
        "Score \(row.impactBand) × \(row.likelihoodBand) = \(row.impactBand * row.likelihoodBand)"))
    #expect(
      words.contains(
        "Likelihood of that impact or a worse one: \(row.likelihoodOfCell.words), likelihood band"))
    #expect(net.profile.likelihoodBand(row.likelihoodOfCell.share) == row.likelihoodBand)
    #expect(!words.contains("counts as") && !words.contains("which or worse"))
    // Few replications: the reason names the interval that reaches beyond the band.
    let few = try assess(.net, Set(0..<2), of: 10)
    let interval = few.likelihoodOfCell.interval
    let reason = RiskConfidence(few, assumptions: 0).reason
    #expect(
      !few.isBandCertain
        && reason.contains("\(Phrase.percent(interval.lower)) to \(Phrase.percent(interval.upper))"))
  }

  @Test("A difference that pairs tell is told with its interval")
  func apart() throws {
    let net = try assess(.net, Set(0..<40), of: 100)
    let gross = try assess(.gross, Set(0..<60), of: 100).row(against: net)
    #expect(gross.change.isApart && gross.isToldApart)
    #expect(findings(net, [gross]).paragraph.contains("20.0 points more (95% interval"))
    #expect(abs(gross.changeOfCost.mean - 200_000) < 1e-6 && gross.changeOfCost.isApart)
  }

  @Test("Few replications claim no colour")
  func fewReplications() throws {
    let few = try assess(.gross, [], of: 5).row
    #expect(few.rating == RiskRow.notTold && few.bestRating == "green" && few.worstRating == "red")
    #expect(few.likelihood.words.hasPrefix("below 43.5%"))
    let many = try assess(.net, [], of: 2000).row
    #expect(many.rating == "green" && many.isRatingCertain && many.lowestScore == many.highestScore)
    let sure = try assess(.net, Set(0..<2000), of: 2000, pounds: 3e6).row
    #expect(sure.rating == "red")
    let page = RiskPage(findings(try assess(.net, [], of: 5), []), Manifest()).files[0]
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("not told (green to red)"))
  }

  @Test("One number of months to the event, wherever it is told")
  func months() throws {
    let net = try assess(.net, Set(0..<30), of: 100)
    #expect(net.row.typicalMonths == 1 && net.row.monthsMedian.isNaN)
    let page = String(decoding: RiskPage(findings(net, []), Manifest()).files[0].bytes, as: UTF8.self)
    #expect(page.contains("Median months to the event, where it happens"))
    #expect(page.contains("within 1 months"))
  }

  @Test("A warning is useful only from a stated skill on")
  func useful() {
    var row = RiskWarningRow.blank
    (row.indicator, row.direction, row.threshold) = ("vacancies", "above", 0.2)
    row.heldOut = 100
    (row.told, row.cameTrue) = (Likelihood(2, of: 43), Likelihood(2, of: 2))
    #expect(!row.isUseful)
    var found = RiskFindings(.blank)
    found.net.likelihood = Likelihood(43, of: 100)
    found.net.likelihoodOfCell = Likelihood(43, of: 100)
    found.warnings = [row]
    #expect(
      found.paragraph.contains(
        "No useful early warning was found: the best, vacancies above 0.200, tells only 4.7%"))
    (row.told, row.cameTrue) = (Likelihood(40, of: 43), Likelihood(40, of: 80))
    #expect(!row.isUseful, "half of the warnings come true, as often as the event happens, by chance alone")
    (row.told, row.cameTrue) = (Likelihood(35, of: 43), Likelihood(35, of: 45))
    #expect(row.isUseful)
    found.warnings = [row]
    #expect(found.paragraph.contains("The best early warning is vacancies above 0.200"))
  }
}
