import Testing

@testable import ServiceModel

@Suite("Partners")
struct PartnershipTests {
  /// Partners who step up and down as the rates say.
  private func moving(months: Int = 24) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    for partner in Partner.allCases {
      service.partnership.partners[partner].rates[.weakens] = 2
      service.partnership.partners[partner].rates[.fails] = 3
      service.partnership.partners[partner].rates[.recovers] = 6
      service.partnership.partners[partner].rates[.strengthens] = 4
    }
    return service
  }

  private func mean(
    _ service: ServiceParameters, _ measure: String, _ breakdown: String = "", replications: Int = 20
  ) -> (mean: Double, error: Double) {
    let tables = ModelTables(service)
    let values = SmallService.outcomes(service, 0..<replications).map { outcome in
      let readings = SmallService.readings(outcome, tables, measure, breakdown)[6...]
      return readings.reduce(0, +) / Double(readings.count)
    }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    return (mean, (variance / Double(values.count)).squareRoot())
  }

  /// Chances of strong, adequate and weak in the long run, by the balance of steps up and down.
  private func stationary(lift: Double) -> [Double] {
    let weights = [4 / 2.0 * lift * lift, 1, 3 / 6.0 / lift / lift]
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  @Test("In the long run engagement is as the stationary law of the chain says", arguments: [1.0, 1.5])
  func stationaryLaw(lift: Double) {
    var service = moving(months: 600)
    if lift != 1 {
      service.plan.actions[.council1].isPlanned = true
      service.partnership.progressEffect = lift - 1
    }
    for (state, wanted) in zip(Engagement.allCases, stationary(lift: lift)) {
      let found = mean(service, "partner_time_share", "state=\(state.rawValue)")
      #expect(abs(found.mean - wanted) < 3.29 * found.error + 0.002, "\(state)")
    }
  }

  @Test("Partners with rates but no effects change no other reading by a bit")
  func noEffects() {
    let team = SmallService.plans(
      perYear: 400, duration: DurationParameters(.gamma, mean: 60, cv: 0.7), months: 12, open: 50)
    var watched = team
    watched.partnership = moving().partnership
    for partner in Partner.allCases {
      watched.partnership.partners[partner].shares = Keyed(repeating: 1.0 / 7)
    }
    let bits = [team, watched].map { service in
      let outcome = SmallService.outcomes(service, 3..<4)[0]
      return zip(outcome.readings.numerators.indices, outcome.readings.numerators).filter { place, _ in
        !ModelTables(service).watched[place % outcome.readings.seriesCount].measure.hasPrefix("partner")
      }.map(\.1.bitPattern)
    }
    #expect(bits[0] == bits[1])
  }

  /// Families referred to the front door, then assessed, with the partners all in one state.
  private func service(in state: Engagement) -> ServiceParameters {
    var service = SmallService.empty(months: 24)
    service.demand.referralsPerYear = 2_000
    service.pathway.stages[.frontDoor].exits[.stepDown] = 0
    service.pathway.stages[.frontDoor].exits[.assessment] = 1
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 30)
    service.pathway.stages[.assessment].exits[.stepDown] = 0.5
    service.pathway.stages[.assessment].exits[.earlyHelp] = 0.3
    service.pathway.stages[.assessment].exits[.section47] = 0.2
    service.pathway.stages[.assessment].statutoryWorkingDays = 32
    service.pathway.stages[.section47].exits[.stepDown] = 0
    service.pathway.stages[.section47].exits[.conference] = 1
    service.pathway.stages[.initialConference].duration = DurationParameters(.constant, mean: 10)
    service.pathway.stages[.initialConference].statutoryWorkingDays = 15
    for partner in Partner.allCases {
      service.partnership.partners[partner].atStart = state
      service.partnership.partners[partner].shares = Keyed(repeating: 1.0 / 7)
    }
    service.partnership.contacts.weak = 1.4
    service.partnership.noActionShare.weak = 0.25
    service.partnership.earlyHelpTakeUp.weak = 0.5
    service.partnership.informationDays.weak = 5
    service.partnership.notQuorateShare.weak = 0.4
    service.partnership.adjournmentDays = 10
    return service
  }

  @Test("Weak partners do what their figures say, and adequate ones nothing")
  func effects() {
    let weak = service(in: .weak)
    let adequate = service(in: .adequate)
    func near(_ measure: String, _ wanted: Double, _ service: ServiceParameters) {
      let found = mean(service, measure)
      #expect(
        abs(found.mean - wanted) < 4 * found.error + 1e-9,
        "\(measure) is \(found.mean), not \(wanted)")
    }
    near("referrals", 2_000.0 / 12, adequate)
    near("referrals", 2_000 * 1.4 / 12, weak)
    near("assessments_in_45_days_rate", 1, adequate)
    near("conferences_in_15_days_rate", 1, adequate)
    let tables = ModelTables(weak)
    let outcome = SmallService.outcomes(weak)[0]
    func sum(_ measure: String, _ breakdown: String = "") -> Double {
      SmallService.readings(outcome, tables, measure, breakdown)[6...].reduce(0, +)
    }
    let assessed = sum("stage_started", "stage=assessment") / sum("referrals")
    // Some 4,000 referrals; the tolerances are four standard errors.
    #expect(abs(assessed - 0.75) < 4 * (0.75 * 0.25 / sum("referrals")).squareRoot())
    let helped = sum("stage_started", "stage=early_help") / sum("assessments_completed")
    #expect(abs(helped - 0.15) < 4 * (0.15 * 0.85 / sum("assessments_completed")).squareRoot())
    #expect(
      SmallService.readings(outcome, tables, "assessments_in_45_days_rate")[6...].allSatisfy { $0 == 0 },
      "30 days and 5 are beyond 32 days")
    let inTime = SmallService.readings(outcome, tables, "conferences_in_15_days_rate")[6...]
    let rate = inTime.reduce(0, +) / Double(inTime.count)
    #expect(abs(rate - 0.6) < 4 * (0.24 / sum("initial_conferences")).squareRoot() + 0.01)
  }

  @Test("A partner's figures are those of its state, by its part in the task", arguments: Engagement.allCases)
  func figures(_ state: Engagement) {
    var service = SmallService.empty()
    service.partnership.partners[.police].shares = Keyed(repeating: 0.5)
    for (path, figure) in [
      ("partnership.contacts.strong", 0.6), ("partnership.contacts.adequate", 1.2),
      ("partnership.contacts.weak", 1.8), ("partnership.noActionShare.strong", 0.1),
      ("partnership.noActionShare.adequate", 0.2), ("partnership.noActionShare.weak", 0.4),
      ("partnership.earlyHelpTakeUp.strong", 0.9), ("partnership.earlyHelpTakeUp.adequate", 0.8),
      ("partnership.earlyHelpTakeUp.weak", 0.6), ("partnership.informationDays.strong", 1),
      ("partnership.informationDays.adequate", 2), ("partnership.informationDays.weak", 4),
      ("partnership.notQuorateShare.strong", 0.1), ("partnership.notQuorateShare.adequate", 0.2),
      ("partnership.notQuorateShare.weak", 0.6), ("partnership.jointPace.strong", 1.5),
      ("partnership.jointPace.adequate", 1), ("partnership.jointPace.weak", 0.5),
    ] { service.set(path, to: .number(figure)) }
    let table = PartnershipTable(service.partnership)
    var levels = PartnershipLevels()
    table.add(.police, state, to: &levels)
    // Half of each figure; of referrals and of what is taken up, half of the way to it from 1.
    let wanted: [Double] =
      switch state {
      case .strong: [0.8, 0.05, 0.95, 0.5, 0.05, 1.5]
      case .adequate: [1.1, 0.1, 0.9, 1, 0.1, 1]
      case .weak: [1.4, 0.2, 0.8, 2, 0.3, 0.5]
      }
    let found = [
      levels.contacts, levels.noAction, levels.takeUp, levels.informationDays, levels.notQuorate,
      table.jointPace(state),
    ]
    for (one, other) in zip(found, wanted) { #expect(abs(one - other) < 1e-12) }
  }

  @Test("Partners' parts in one task that sum to more than 1 are refused")
  func shares() {
    var service = ServiceParameters()
    service.partnership.partners[.police].shares[.referrals] = 0.7
    service.partnership.partners[.schools].shares[.referrals] = 0.5
    let found = service.contradictions()
    #expect(found.map(\.code) == ["shares-above-one"] && found[0].severity == .error)
    #expect(found[0].message.contains("1.2"))
  }
}
