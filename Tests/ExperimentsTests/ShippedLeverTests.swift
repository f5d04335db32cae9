import Experiments
import Foundation
import Parameters
import ScenarioFiles
import ServiceModel
import Statistics
import Testing

/// One overlay that is shipped, and something other than cost that it must move in the shipped scenario.
struct ShippedLever: Sendable, CustomTestStringConvertible {
  enum Direction: Double, Sendable {
    case raises = 1
    case lowers = -1
  }

  let overlay: String
  let direction: Direction
  /// An output as `caseload compare --output` names it.
  let output: String

  init(_ overlay: String, _ direction: Direction, _ output: String) {
    self.overlay = overlay
    self.direction = direction
    self.output = output
  }

  var testDescription: String { "\(overlay) \(direction) \(output)" }

  /// The years in which most of them are at full height.
  static let all: [ShippedLever] = [
    ShippedLever("levers/agency-cap", .lowers, "agency_fte@average"),
    ShippedLever("levers/agency-conversion", .raises, "agency_converted_fte@2017-18"),
    ShippedLever("levers/asye-academy", .raises, "cohort_starters{route=academy}@2017-18"),
    ShippedLever("levers/caseload-cap", .raises, "unallocated_waited_rate"),
    ShippedLever("levers/caseload-support", .lowers, "share_over_norm@average"),
    ShippedLever("levers/early-help-expansion", .raises, "early_help_children@2018-19"),
    ShippedLever("levers/edge-of-care", .lowers, "cla_started@2018-19"),
    ShippedLever("levers/extra-practice-managers", .lowers, "span_of_control@2018-19"),
    ShippedLever("levers/extra-social-workers", .raises, "inpost_fte@2018-19"),
    ShippedLever("levers/faster-recruitment", .lowers, "time_to_hire_p50_days@2017-18"),
    ShippedLever("levers/hr-team", .lowers, "time_to_fill_p50_days@2016-17"),
    ShippedLever("levers/in-house-fostering-drive", .raises, "foster_carers_in_house@2018-19"),
    ShippedLever("levers/manager-support", .lowers, "manager_utilisation@2017-18"),
    ShippedLever("levers/partnership-programme", .raises, "partner_engagement@2017-18"),
    ShippedLever("levers/pay-supplement", .lowers, "failed_rounds_rate"),
    ShippedLever("levers/plan-resourcing", .raises, "actions_delivered@2015-16"),
    ShippedLever("levers/price-negotiation", .lowers, "cost_gbp{line=residential}@2018-19"),
    ShippedLever("levers/recruitment-campaign", .lowers, "failed_rounds_rate@2017-18"),
    ShippedLever("levers/retention-payment", .lowers, "leavers_fte"),
    ShippedLever("levers/reunification", .lowers, "children_looked_after@2018-19"),
    ShippedLever("levers/special-guardianship", .lowers, "children_looked_after@2018-19"),
    ShippedLever("levers/step-down", .lowers, "children_looked_after{placement=residential}@2018-19"),
    ShippedLever("shocks/budget-freeze", .raises, "vacancy_fte@2017-18"),
    ShippedLever("shocks/demand-surge", .raises, "referrals@2016-17"),
    ShippedLever("shocks/hiring-freeze", .raises, "vacancy_fte@2016-17"),
    ShippedLever("shocks/inadequate-judgement", .raises, "failed_rounds_rate@2016-17"),
    ShippedLever("shocks/loss-of-managers", .raises, "practice_manager_vacancy_rate@2016-17"),
    ShippedLever("shocks/partner-withdrawal", .lowers, "partner_engagement@2017-18"),
    ShippedLever("shocks/pay-competition", .raises, "failed_rounds_rate"),
    ShippedLever("shocks/placement-price-shock", .raises, "cost_gbp{line=residential}@2018-19"),
    ShippedLever("shocks/shortage-of-homes", .lowers, "children_looked_after{placement=residential}@2018-19"),
  ]
}

@Suite("Every lever and shock that is shipped moves what it is about")
struct ShippedLeverTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios").path

  /// The shipped scenario to the end of the years that the table reads.
  private func scenario(_ overlays: [String] = []) throws -> Scenario<ServiceParameters> {
    try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current).read(
      "\(Self.folder)/cheshire-east-2015.yaml", overlays: overlays.map { "\(Self.folder)/\($0).yaml" },
      sets: ["run.ends=2019-03-31"])
  }

  @Test("Nothing that a shipped overlay sets can change nothing", arguments: ShippedLever.all)
  func isNotIdle(_ lever: ShippedLever) throws {
    let codes = try scenario([lever.overlay]).parameters.contradictions().map(\.code)
    #expect(!codes.contains("nothing-to-move") && !codes.contains("costs-only"))
  }

  @Test("The table has every overlay of both folders")
  func complete() throws {
    let files = try ["levers", "shocks"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(folder)")
        .filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0.dropLast(5))" }
    }
    #expect(files.sorted() == ShippedLever.all.map(\.overlay).sorted() && files.count == 31)
  }

  @Test("In pairs of runs on the same random numbers, each moves its measure the stated way")
  func moves() async throws {
    let levers = ShippedLever.all
    let scenarios = try [scenario()] + levers.map { try scenario([$0.overlay]) }
    let names = Set(levers.map(\.output)).sorted()
    let designs = try scenarios.map { scenario in
      let tables = ModelTables(scenario.parameters)
      return TrialDesign(
        tables, outputs: try OutputChoices(names, in: tables, averagingStaff: true),
        uncertain: scenario.uncertainInputs)
    }
    let trials = await TrialRunner(jobs: 2).run(designs, 0..<20)
    for (number, lever) in levers.enumerated() {
      let place = try #require(designs[0].outputs.place(of: lever.output))
      var moved = Tally()
      var (right, wrong) = (0.0, 0.0)
      for (base, other) in zip(trials.values[0], trials.values[number + 1]) {
        let way = (other[place] - base[place]) * lever.direction.rawValue
        moved.add(way)
        if way > 0 { right += 1 } else if way < 0 { wrong += 1 }
      }
      // By its mean; or, where some futures move far and most a little, by the number of pairs that go that way.
      let byMean = moved.mean > 3 * moved.standardError && moved.mean > 0
      let bySign = right - wrong >= 3 * (right + wrong).squareRoot() && right > 0
      #expect(byMean || bySign, "\(lever): \(moved.mean) ± \(moved.standardError), \(right) to \(wrong)")
    }
  }
}
