import Foundation
import TestSupport
import Testing

@Suite("Evidence from a result", .timeLimit(.minutes(2)))
struct EvidenceTests {
  static let register = """
    register: Small
    indicators: [referrals, "vacancy_rate_fte{role=social_worker}"]
    risks:
      - id: R1
        title: Vacancies
        owner: HR
        cause: Turnover
        means: One post in five is empty
        event: vacancy_rate_fte{role=social_worker} > 20% for 2 months
        consequence: Waiting
        impacts:
          - { dimension: money, value: sum_12_months(cost_gbp), gather: worst }
        controls:
          - { id: hire, title: Recruitment in two months, off: { recruitment.steps.advert.mean: 300 } }
        actions:
          - { id: stay, title: Fewer leave, set: { leaving.perYear.under2Years: 0.05 } }
        stress:
          - { title: Leaving, multiply: [leaving.perYear.under2Years], most: 4 }

    """

  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    try place.write(Self.register, as: "risks.yaml")
    let outcome = try place.run("run", "service.yaml", "-q", "--raw", "--reps", "6", "--out", "r")
    #expect(outcome.code == 0, "\(outcome.err)")
  }

  private var profile: String {
    Workplace.project.appendingPathComponent("Scenarios/profiles/generic-4x4.yaml").path
  }

  private func lines(_ name: String) throws -> [Substring] { try place.text(name).split(separator: "\n") }

  @Test func workforce() throws {
    let outcome = try place.run("hr", "r")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.hasPrefix("Still with the council after"))
    #expect(try lines("r/hr_kpis.csv")[0].hasPrefix("measure,role,team,reason,unit,month_end,fy,n_reps,mean"))
    #expect(
      try lines("r/hr_kpis.csv").contains {
        $0.hasPrefix("leavers_fte,,protection,,FTE,2015-04-30,2015-16,6,")
      })
    #expect(
      try lines("r/hr_survival.csv")[0].hasPrefix(
        "role,years,n_reps,spells,at_risk,ended,survival,se,ci_lo,ci_hi"))
  }

  @Test func vacancyFactor() throws {
    let outcome = try place.run("vacancy-factor", "r", "--factor", "7%")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("against a factor of 7.0%"))
    // The columns, all posts, and the one role that the small service has.
    #expect(try lines("r/vacancy_factor.csv").count == 3)
    let alone = try place.run("vacancy-factor", "--turnover", "20%", "--weeks", "20", "--factor", "0.05")
    #expect(alone.out.contains("7.12% of posts") && alone.out.contains("13.7 weeks"))
    #expect(try place.run("vacancy-factor").code == 64)
    #expect(try place.run("vacancy-factor", "r", "--factor", "120%").code == 64)
  }

  @Test func finance() throws {
    let drivers = """
      drivers:
        - { id: referrals, title: Referrals, hold: { demand.referralsPerYear: 300 } }
        - { id: stay, title: Length of stay, hold: { pathway.lookedAfter.duration.mean: 300 } }

      """
    try place.write(drivers, as: "drivers.yaml")
    try place.write("demand: { referralsPerYear: 400 }\n", as: "less.yaml")
    let outcome = try place.run(
      "finance", "r", "--drivers", "drivers.yaml", "--saving", "less.yaml", "--reps", "3")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.err.contains("the further runs need 15 replications, 3 of each"))
    for name in ["growth", "pvm", "npv", "attribution", "savings"] {
      #expect(try lines("r/finance_\(name).csv").count > 1)
    }
    // The second column may hold commas in quotes; here it holds none.
    let rows = try lines("r/finance_attribution.csv").dropFirst().map { $0.split(separator: ",") }
    let pence = rows.compactMap { Int($0[2].replacing(".", with: "")) }
    #expect(pence.count == 4 && pence[..<3].reduce(0, +) == pence[3])
    #expect(outcome.out.contains("All growth"))
  }

  @Test("Risk: all states, and the same bytes with the readings and without them")
  func risk() throws {
    let words = ["--register", "risks.yaml", "--profile", profile, "--reps", "4"]
    let first = try place.finish(place.start(["risk", "r"] + words))
    #expect(first.code == 0, "\(first.err)")
    #expect(first.err.contains("the further runs need up to"))
    let rows = try lines("r/risk_evidence.csv")
    #expect(
      rows[0].hasPrefix(
        "risk_id,title,owner,state,horizon_start,horizon_end,n_reps,breaches,p,p_ci_lo,p_ci_hi,"))
    #expect(rows.dropFirst().map { $0.split(separator: ",")[3] } == ["gross", "net", "target"])
    #expect(try lines("r/risk_controls.csv").count == 2)
    #expect(try lines("r/risk_reverse_stress.csv").count == 2)
    #expect(try place.text("r/risk_page_R1.md").contains("> R1 Vacancies."))
    #expect(try place.text("r/risk_page_R1.html").hasSuffix("</html>\n"))
    let names = place.names(in: "r").filter { $0.hasPrefix("risk_") }
    #expect(names.count == 7)
    let before = try names.map { try place.bytes("r/\($0)") }
    try FileManager.default.removeItem(at: place.url("r/replications.csv.gz"))
    let second = try place.finish(place.start(["risk", "r", "--jobs", "1"] + words))
    #expect(second.code == 0, "\(second.err)")
    #expect(second.err.contains("simulated again with the same random numbers"))
    #expect(try names.map { try place.bytes("r/\($0)") } == before)
    let travel = try place.finish(place.start(["risk", "r", "--previous", "r", "-q"] + words.prefix(4)))
    #expect(travel.code == 0)
    #expect(try place.text("r/risk_evidence.csv").contains("no significant change"))
  }

  @Test("Mistakes are named, with their place, what to do and exit code 65")
  func mistakes() throws {
    try place.write(
      Self.register.replacing("vacancy_rate_fte{role=social_worker} > 20%", with: "vacancy_rte_fte > 20%"),
      as: "wrong.yaml")
    let unknown = try place.run("risk", "r", "--register", "wrong.yaml", "--profile", profile)
    #expect(unknown.code == 65)
    #expect(
      unknown.err.contains("wrong.yaml:9:") && unknown.err.contains("help: did you mean 'vacancy_rate_fte'?"))
    try place.write(
      Self.register.replacing("sum_12_months(cost_gbp)", with: "sum_12_months(cost_gbp) - budget(agency)"),
      as: "budget.yaml")
    let budget = try place.run("risk", "r", "--register", "budget.yaml", "--profile", profile)
    #expect(budget.code == 65)
    #expect(
      budget.err.contains("error[missing-budget]") && budget.err.contains("help: give one in the scenario"))
    let finance = try place.run("finance", "r", "--against-budget")
    #expect(finance.code == 65 && finance.err.contains("error[missing-budget]"))
    let gap = try String(contentsOfFile: profile, encoding: .utf8).replacing("from: 10%", with: "from: 12%")
    try place.write(gap, as: "gap.yaml")
    let bands = try place.run("risk", "r", "--register", "risks.yaml", "--profile", "gap.yaml")
    #expect(bands.code == 65 && bands.err.contains("gap.yaml:6:") && bands.err.contains("error[band-gap]"))
    #expect(try place.run("risk", "r", "--register", "risks.yaml").err.contains("error[no-profile]"))
    #expect(try place.run("risk", "r", "--register", "none.yaml", "--profile", profile).code == 66)
    #expect(try place.run("risk", "none", "--register", "risks.yaml", "--profile", profile).code == 66)
    #expect(try place.run("hr", "service.yaml").code == 65)
    #expect(place.names(in: "r").allSatisfy { !$0.hasPrefix("risk_") })
    let manifest = try place.text("r/manifest.json")
    let version = try #require(try place.json("r/manifest.json")["model_version"] as? String)
    try place.write(
      manifest.replacing("\"model_version\": \"\(version)\"", with: "\"model_version\": \"0.0.1\""),
      as: "r/manifest.json")
    let old = try place.run("hr", "r")
    #expect(
      old.code == 65 && old.err.contains("error[other-version]")
        && old.err.contains("help: run the scenario again"))
  }
}
