import Foundation
import TestSupport
import Testing

@Suite("Evidence from a result", .timeLimit(.minutes(2)))
struct EvidenceTests {
  static let register =
    "register: Small\nindicators: [referrals, \"vacancy_rate_fte{role=social_worker}\"]\n" + SmallService.risk
      + """
          controls:
            - { id: hire, title: Recruitment in two months, off: { recruitment.steps.advert.mean: 300 } }
          actions:
            - { id: stay, title: Fewer leave, set: { leaving.perYear.under2Years: { times: 0.1 } } }
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
    #expect(outcome.err.contains("15 replications computed, 0 reused from r/runs.sqlite"))
    let again = try place.run(
      "finance", "r", "--drivers", "drivers.yaml", "--saving", "less.yaml", "--reps", "3")
    #expect(again.err.contains("0 replications computed, 15 reused") && again.out == outcome.out)
    for name in ["growth", "growth_scope", "pvm", "npv", "attribution", "savings", "budgets"] {
      #expect(try lines("r/finance_\(name).csv").count > 1)
    }
    // The second column may hold commas in quotes; here it holds none.
    let rows = try lines("r/finance_attribution.csv").dropFirst().map { $0.split(separator: ",") }
    let pence = rows.compactMap { Int($0[3].replacing(".", with: "")) }
    #expect(pence.count == 4 && pence[..<3].reduce(0, +) == pence[3])
    #expect(outcome.out.contains("All of it") && outcome.out.contains("No budget is set"))
    #expect(outcome.out.contains("less: change, all years"))
  }

  @Test("Budgets of a file, of a scenario and of a run: by line and heading, 0 and income among them")
  func budgets() throws {
    let text =
      "fy,line_code,budget\n2015-16,in_house_fostering,1000000\n2015-16,secure,0\n2015-16,total,100000000\n"
    try place.write(text, as: "budget.csv")
    let outcome = try place.run("finance", "r", "--budget", "budget.csv")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(
      outcome.out.contains("In-house fostering")
        && outcome.out.contains("No budget is set for: Social workers."))
    let rows = try lines("r/finance_budgets.csv")
    #expect(rows.contains { $0.hasPrefix("2015-16,total,Total,nominal,6,GBP,100000000.00,budget.csv,") })
    #expect(
      rows.contains { $0.hasPrefix("2015-16,secure,Secure accommodation,nominal,6,GBP,0.00,budget.csv,") })
    #expect(try lines("r/finance_to_date.csv").count == 1 + 4 * 12)
    // What was written is a file of budgets itself.
    #expect(
      try place.run("finance", "r", "--budget", "r/finance_budgets.csv", "-q").out.contains(
        "In-house fostering"))
    let run = try place.run(
      "run", "service.yaml", "--reps", "4", "--raw", "--xlsx", "--budget", "budget.csv", "--out", "b")
    #expect(run.code == 0 && run.out.contains("Total, 2015-16: budget £100m"), "\(run.err)")
    #expect(try place.run("finance", "b").out.contains("£100m"))
    let report = try place.run("report", "r", "--budget", "budget.csv")
    #expect(report.code == 0, "\(report.err)")
    #expect(try place.text("r/board.html").contains("Total, 2015-16: budget £100m"))
    #expect(try place.run("report", "b").code == 0)
    #expect(try place.text("b/board.html").contains("Total, 2015-16: budget £100m"))
    #expect(try place.text("b/report.html").contains("Budgets and how likely they are to be exceeded"))
    try place.write("money: { budget: { inHouseFostering: 0 } }\n", as: "none.yaml")
    #expect(
      try place.run("run", "service.yaml", "--with", "none.yaml", "--reps", "3", "--raw", "--out", "n").code
        == 0)
    let zero = try place.run("finance", "n")
    #expect(zero.out.contains(">29.2%") || zero.out.contains(">43.8%"), "\(zero.out)")
    // Thousands of pounds, and a year outside the run, are said with their line; a heading is a budget of its own.
    try place.write(
      "fy;line_code;budget\n;children_looked_after;1000000\n2001-02;agency;5000\n2015-16;total;9\n",
      as: "slips.csv")
    let slips = try place.run("finance", "r", "--budget", "slips.csv", "--against-budget")
    #expect(slips.code == 0 && slips.err.contains("slips.csv:3:16: warning[outside-the-run]"), "\(slips.err)")
    #expect(slips.err.contains("slips.csv:4:15: warning[implausible]"), "\(slips.err)")
    let wrong = try place.run("finance", "r", "--budget", "service.yaml")
    #expect(wrong.code == 65 && wrong.err.contains("help:"))
    #expect(try place.run("finance", "r", "--budget", "nowhere.csv").code == 66)
  }

  @Test("Worth: every number with its pairs, kept and reused; a folder of something else is refused")
  func worth() throws {
    try place.write("demand: { referralsPerYear: 500 }\n", as: "less.yaml")
    let words = ["worth", "service.yaml", "less.yaml", "--reps", "5", "--out", "w"]
    let outcome = try place.finish(place.start(words))
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("less: change, all years") && outcome.out.contains("Payback of the mean: "))
    #expect(outcome.err.contains("10 replications computed, 0 reused from w/runs.sqlite"))
    #expect(try lines("w/worth.csv")[0].hasPrefix("overlay,item,code,title,fy,price_basis,unit,n_reps,mean,"))
    let before = try place.bytes("w/worth.csv")
    let more = try place.finish(place.start(words + ["--json"]))
    #expect(more.err.contains("0 replications computed, 10 reused") && more.out.hasPrefix("{"))
    #expect(try place.bytes("w/worth.csv") == before)
    #expect(try place.run("worth", "service.yaml", "less.yaml", "--reps", "5", "--out", "r").code == 73)
    #expect(try place.run("worth", "service.yaml", "less.yaml", "--reps", "1", "--out", "w").code == 64)
  }

  @Test("Evidence that is interrupted keeps what is finished and goes on from there")
  func resumed() throws {
    try place.write(SmallService.long, as: "long.yaml")
    try place.write("demand: { referralsPerYear: 601 }\n", as: "more.yaml")
    let words = ["worth", "long.yaml", "more.yaml", "--jobs", "1", "--out", "w"]
    let process = try place.start(words)
    while process.isRunning, !place.names(in: "w").contains("runs.sqlite") { usleep(20_000) }
    usleep(700_000)
    kill(process.processIdentifier, SIGINT)
    let stopped = try place.finish(process)
    #expect(stopped.code == 130, "\(stopped.err)")
    #expect(
      stopped.err.contains("w/runs.sqlite keeps what is finished; run the same command again to resume"))
    #expect(place.names(in: "w") == ["runs.sqlite"])
    let resumed = try place.finish(place.start(words + ["--reps", "3"]))
    #expect(resumed.code == 0, "\(resumed.err)")
    #expect(resumed.err.contains("3 replications computed, 3 reused"))
    let apart = try place.finish(
      place.start(["worth", "long.yaml", "more.yaml", "--reps", "3", "--out", "fresh"]))
    #expect(apart.code == 0)
    #expect(try place.bytes("w/worth.csv") == place.bytes("fresh/worth.csv"))
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
    // Gross, net and target stand on the same futures, and the page says how they differ.
    #expect(
      Set(rows.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[6] }) == ["6"])
    #expect(try place.text("r/risk_page_R1.md").contains("Beside net, in the same futures"))
    #expect(first.err.contains(" computed, 0 reused from r/runs.sqlite"))
    let before = try names.map { try place.bytes("r/\($0)") }
    try FileManager.default.removeItem(at: place.url("r/replications.csv.gz"))
    let second = try place.finish(place.start(["risk", "r", "--jobs", "1"] + words))
    #expect(second.code == 0, "\(second.err)")
    #expect(second.err.contains("simulated again with the same random numbers"))
    #expect(second.err.contains("6 replications computed, "))
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
    #expect(finance.err.contains("in_house_fostering") && finance.err.contains("children_looked_after"))
    let gap = try String(contentsOfFile: profile, encoding: .utf8).replacing("from: 10%", with: "from: 12%")
    try place.write(gap, as: "gap.yaml")
    let bands = try place.run("risk", "r", "--register", "risks.yaml", "--profile", "gap.yaml")
    #expect(bands.code == 65 && bands.err.contains("gap.yaml:6:") && bands.err.contains("error[band-gap]"))
    #expect(try place.run("risk", "r", "--register", "risks.yaml").err.contains("error[no-profile]"))
    #expect(try place.run("risk", "r", "--register", "none.yaml", "--profile", profile).code == 66)
    #expect(try place.run("risk", "none", "--register", "risks.yaml", "--profile", profile).code == 66)
    #expect(try place.run("hr", "service.yaml").code == 65)
    #expect(place.names(in: "r").allSatisfy { !$0.hasPrefix("risk_") })
    let version = try #require(try place.json("r/manifest.json")["model_version"] as? String)
    try place.reseal("r/manifest.json") {
      $0.replacing("\"model_version\": \"\(version)\"", with: "\"model_version\": \"0.0.1\"")
    }
    let old = try place.run("hr", "r")
    #expect(
      old.code == 65 && old.err.contains("error[other-version]")
        && old.err.contains("help: run the scenario again"))
  }
}
