import Testing

@testable import ServiceModel

extension SignTests {
  @Test("Drift of what children meet", arguments: Effect.ofDriftOfChildren)
  func driftOfChildren(_ effect: Effect) { effect.check(SignService.children) }

  @Test("Drift of staff", arguments: Effect.ofDriftOfStaff)
  func driftOfStaff(_ effect: Effect) { effect.check(SignService.staff) }

  @Test("Drift of prices", arguments: Effect.ofDriftOfPrices)
  func driftOfPrices(_ effect: Effect) { effect.check(SignService.whole) }
}

extension Effect {
  static let ofDriftOfChildren: [Effect] = [
    Effect("drift.referrals.trend", 0, 0.3, .raises, "referrals"),
    Effect("drift.careEntryUnder16.trend", 0, 0.4, .raises, "cla_started age=10-15"),
    Effect("drift.careEntry16plus.trend", 0, 0.5, .raises, "cla_started age=16-17"),
    Effect("drift.careExitUnder16.trend", 0, 0.4, .lowers, "children_looked_after"),
    Effect(
      "drift.careExit16plus.opening", 0, 0.8, .lowers, "children_looked_after",
      with: [
        "drift.careExit16plus.persistence": 0.9, "opening.lookedAfterAges.age10to15": 0,
        "opening.lookedAfterAges.age16plus": 0.4,
      ]),
    Effect("drift.planStarts.trend", 0, 0.4, .raises, "child_protection_plans"),
    Effect("drift.planEnds.trend", 0, 0.4, .lowers, "child_protection_plans"),
    Effect("drift.needStarts.trend", 0, 0.4, .raises, "children_in_stage stage=child_in_need"),
    Effect("drift.needEnds.trend", 0, 0.4, .lowers, "children_in_stage stage=child_in_need"),
    Effect(
      "drift.careEntryUnder16.opening", 0, 0.5, .raises, "cla_started",
      with: [
        "drift.careEntryUnder16.persistence": 0.9, "pathway.childInNeed.emergencyEntryPerYear": 0.5,
        "pathway.childInNeed.exits.care": 0, "pathway.childInNeed.exits.stepDown": 1,
      ]),
  ]

  static let ofDriftOfStaff: [Effect] = [
    Effect("drift.leaving.trend", 0, 0.3, .raises, "leavers_fte"),
    Effect("drift.applicants.trend", -0.3, 0.3, .lowers, "failed_rounds_rate"),
    Effect("drift.agency.trend", -0.3, 0.3, .raises, "agency_fte"),
    Effect("drift.establishment.trend", 0, 0.1, .raises, "inpost_fte"),
    Effect("drift.establishment.trend", -0.15, 0, .raises, "inpost_fte"),
    Effect(
      "drift.leaving.opening", 0, 0.5, .raises, "leavers_fte", with: ["drift.leaving.persistence": 0.8]),
    Effect("drift.leaving.persistence", 0, 0.9, .raises, "leavers_fte", with: ["drift.leaving.opening": 0.6]),
  ]

  static let ofDriftOfPrices: [Effect] = [
    Effect("drift.placementPrices.trend", 0, 0.2, .raises, "cost_gbp line=in_house_fostering"),
    Effect("drift.placementPrices.trend", 0, 0.2, .raises, "cost_gbp line=children_looked_after"),
  ]
}
