import Experiments
import Parameters
import Reports
import Results
import ServiceModel
import Testing

@Suite("Comparison of designs")
struct PairedDesignTests {
  private let tables: ModelTables = {
    var service = ServiceParameters()
    service.demand.referralsPerYear = 200
    return ModelTables(service)
  }()

  private func rows(
    _ base: [Double], _ others: [[Double]], output: String = "cost_gbp", delta: Double = 0
  ) throws -> [ComparisonRow] {
    let outputs = try OutputChoices([output], in: tables).all
    var comparison = Comparison(outputs)
    comparison.everyOther = .amount(delta)
    let trials = TrialRunner.Trials(values: ([base] + others).map { $0.map { [$0] } })
    return comparison.rows(trials, names: others.indices.map { "design \($0)" })
  }

  @Test("Law's inventory: mean difference and paired interval")
  func law() throws {
    // A. M. Law, Simulation Modeling and Analysis, section 10.2: 90% there, so only the mean and the error are compared.
    let row = try #require(
      try rows([118.21, 120.22, 122.45, 122.68, 119.4], [[126.97, 124.31, 126.68, 122.66, 127.23]]).first)
    #expect(abs((row.difference ?? .nan) - 4.978) < 1e-9)
    // Half-width 3.32887 at 90% is 2.131847 standard errors of 4 degrees of freedom.
    #expect(abs((row.standardError ?? .nan) - 3.32887309 / 2.131846786) < 1e-6)
    #expect(row.n == 5 && abs((row.shareBetter ?? .nan) - 0.2) < 1e-12)
  }

  @Test("Which way is better is known, and a difference too small to matter is none")
  func verdicts() throws {
    let base = [10.0, 11, 12, 13, 14]
    let up = base.map { $0 + 1 + 0.01 * ($0 - 12) }
    #expect(try rows(base, [up], output: "cost_gbp").first?.verdict == .worse)
    #expect(try rows(base, [up], output: "inpost_fte").first?.verdict == .better)
    #expect(try rows(base, [up], output: "referrals").first?.verdict == .higher)
    #expect(try rows(base, [up], output: "referrals").first?.shareBetter == nil)
    #expect(try rows(base, [up], delta: 2).first?.verdict == .equivalent)
    #expect(try rows(base, [[12, 9, 14, 11, 15]]).first?.verdict == .unresolved)
    let same = try #require(try rows(base, [base]).first)
    #expect(same.verdict == .same && same.pairsSame == 5 && same.shareBetter == 0 && same.pValue == 1)
    let some = try #require(try rows(base, [[10, 11, 11, 12, 13]]).first)
    #expect(some.pairsBetter == 3 && some.pairsSame == 2 && some.pairsWorse == 0 && some.shareBetter == 0.6)
    // Differences that are the same but for rounding say nothing of what pairing is worth.
    let shifted = base.map { $0 * 0.1 + 0.3 - 0.1 * $0 + $0 }
    #expect(try rows(base, [shifted]).first?.varianceReduction == nil)
  }

  @Test("Of twenty comparisons one at the edge is no longer told from chance")
  func several() throws {
    let base = [0.0, 0, 0, 0, 0, 0]
    // t = 2.9 or so with 5 degrees of freedom: p about 0.03 alone.
    let edge = [1.0, 0.2, 1.6, -0.1, 1.2, 0.6]
    #expect(try rows(base, [edge]).first?.verdict == .worse)
    let many = try rows(base, [edge] + Array(repeating: [1, -1, 1, -1, 1, -1], count: 19))
    #expect(many.first?.verdict == .unresolved)
    #expect((many.first?.adjustedPValue ?? 0) > (many.first?.pValue ?? 1))
    #expect(many.first?.isHeldBackByHolm == true && many.last?.isHeldBackByHolm == false)
  }

  @Test("An output knows which way is better, and every headline is an output")
  func preferences() throws {
    let better = try ["cost_gbp", "inpost_fte", "referrals"].map { try OutputChoice($0, in: tables).better }
    #expect(better == [.less, .more, .neither])
    let headlines = try OutputChoices([], in: tables).all.map(\.name)
    #expect(headlines.count == 12 && headlines.allSatisfy { !$0.contains("@") })
    let averaged = try OutputChoices([], in: tables, averagingStaff: true).all.map(\.name)
    #expect(averaged.filter { $0.hasSuffix("@average") }.count == 6 && averaged.contains("cost_gbp"))
  }

  @Test("Outputs by name, part, year and average")
  func outputs() throws {
    let names = [
      "referrals", "referrals@2016-17", "children_looked_after@average",
      "vacancy_rate_fte{role=social_worker}",
    ]
    #expect(try OutputChoices(names, in: tables).all.map(\.name) == names)
    #expect(throws: OutputFault.twice("referrals")) {
      try OutputChoices(["referrals", "referrals"], in: tables)
    }
    #expect(throws: OutputFault.self) { try OutputChoices(["referral"], in: tables) }
    #expect(throws: OutputFault.self) { try OutputChoices(["referrals@1999-00"], in: tables) }
    #expect(throws: OutputFault.self) { try OutputChoices(["referrals{team=moon}"], in: tables) }
  }

  @Test("Trials do not depend on the cores, and equal what a run reads")
  func trials() async throws {
    let outputs = try OutputChoices(["referrals@2015-16", "referrals"], in: tables)
    let design = TrialDesign(tables, outputs: outputs)
    let one = await TrialRunner(jobs: 1).run([design, design], 0..<5)
    let many = await TrialRunner(jobs: 3).run([design, design], 0..<5)
    #expect(one.values == many.values)
    #expect(one.values[0] == one.values[1] && one.count == 5 && one.broken == 0)
    let outcomes = await ReplicationRunner(tables, jobs: 1).run(0..<5)
    let series = try #require(tables.watched.firstIndex { $0.measure == "referrals" && $0.breakdown.isEmpty })
    let gathered = Gathered(outcomes, watched: tables.watched)
    #expect(one.values[0].map { $0[0] } == gathered.span(series, 0..<12))
  }
}
