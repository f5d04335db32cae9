import Testing

@testable import ServiceModel

extension SignTests {
  @Test("Responses of an overloaded team", arguments: Effect.ofResponses)
  func responses(_ effect: Effect) { effect.check(SignService.team) }

  @Test("Responses in recruitment and agency", arguments: Effect.ofResponsesOfStaff)
  func responsesOfStaff(_ effect: Effect) { effect.check(SignService.staff) }

  @Test("Responses at the front door", arguments: Effect.ofThresholds)
  func thresholds(_ effect: Effect) { effect.check(SignService.children) }
}

extension Effect {
  /// Each lowers what waits, and costs.
  static let ofResponses: [Effect] = [
    Effect(
      "responses.agencyAbove.isOn", false, true, .raises, "agency_above_establishment_fte", with: crowded),
    Effect("responses.agencyAbove.isOn", false, true, .lowers, "unallocated_children", with: crowded),
    Effect("responses.agencyAbove.isOn", false, true, .raises, "cost_gbp line=agency", with: crowded),
    Effect(
      "responses.agencyAbove.mostWorkers", 1, 6, .raises, "agency_above_establishment_fte", with: managedTeam),
    Effect("responses.agencyAbove.premium", 0, 0.5, .raises, "cost_gbp line=agency", with: managedTeam),
    Effect(
      "responses.agencyAbove.delayDays", 0, 200, .lowers, "agency_above_establishment_fte", with: managedTeam),
    Effect(
      "responses.agencyAbove.leastDays", 0, 500, .raises, "agency_above_establishment_fte", with: roomy),
    Effect(
      "responses.agencyAbove.windDownDays", 0, 200, .raises, "agency_above_establishment_fte",
      with: managedTeam),
    Effect(
      "responses.agencyAbove.endsBelow", 0, 0.039, .lowers, "agency_above_establishment_fte", with: roomy),
    Effect("responses.lending.isOn", false, true, .lowers, "unallocated_children", with: neighbours),
    Effect("responses.lending.isOn", false, true, .raises, "lent_fte", with: neighbours),
    Effect("responses.lending.upToLoad", 0.3, 1, .raises, "lent_fte", with: lent),
    Effect("responses.lending.mostChildren", 2, 100, .raises, "lent_fte", with: lent),
    Effect("responses.lending.poundsPerWeek", 0, 500, .raises, "cost_gbp line=programmes", with: lent),
    Effect("responses.overtime.isOn", false, true, .lowers, "unallocated_children", with: paid),
    Effect("responses.overtime.isOn", false, true, .raises, "cost_gbp line=social_workers", with: paid),
    Effect("responses.overtime.share", 0.02, 0.3, .lowers, "unallocated_children", with: overtime),
    Effect("responses.overtime.payRatio", 0, 2, .raises, "cost_gbp line=social_workers", with: overtime),
    Effect("responses.overtime.leavingHazardRatio", 1, 3, .raises, "leavers_fte", with: overtime),
    Effect("responses.overtime.mostDays", 0, 14, .lowers, "responses_in_force", with: overtime),
    Effect(
      "responses.overtime.restDays", 0, 100, .lowers, "responses_in_force",
      with: [
        "responses.overtime.isOn": true, "responses.overtime.triggerAt": 0.02,
        "workforce.teams.protection.caseloadCap": 9, "responses.overtime.mostDays": 14,
      ]),
    Effect("responses.managersCarry.isOn", false, true, .lowers, "unallocated_children", with: crowded),
    Effect("responses.managersCarry.mostCases", 2, 12, .lowers, "unallocated_children", with: carrying),
    Effect("responses.managersCarry.deskShare", 0.3, 1, .lowers, "manager_utilisation", with: carrying),
    Effect("responses.managersCarry.triggerAt", 0.02, 0.5, .lowers, "responses_in_force", with: carrying),
    Effect("responses.reviewEveryDays", 7, 200, .lowers, "responses_in_force", with: carrying),
    Effect("responses.signOff.isOn", false, true, .lowers, "signoff_wait_mean_days", with: slowDesks),
    Effect("responses.signOff.isOn", false, true, .lowers, "unallocated_children", with: slowDesks),
    Effect("responses.signOff.elsewhereRatio", 1, 4, .raises, "manager_utilisation", with: pooled),
    Effect("responses.signOff.weightWhileWaiting", 0, 1, .raises, "unallocated_children", with: pooled),
  ]

  static let ofResponsesOfStaff: [Effect] = [
    Effect(
      "responses.managersFirst.isOn", false, true, .lowers, "practice_manager_vacancy_rate",
      with: ["recruitment.roundsAtOnce": 8]),
    Effect("responses.askAgain.isOn", false, true, .raises, "agency_fte", with: ["agency.cap": 0.9]),
    Effect(
      "responses.askAgain.everyDays", 14, 400, .lowers, "agency_fte",
      with: ["responses.askAgain.isOn": true, "agency.cap": 0.9]),
  ]

  static let ofThresholds: [Effect] = [
    Effect(
      "responses.thresholds.isOn", false, true, .lowers, "stage_started stage=assessment", with: standing),
    Effect("responses.thresholds.share", 0.1, 0.6, .lowers, "stage_started stage=assessment", with: raised),
    Effect(
      "responses.thresholds.earlyHelpShare", 0, 1, .raises, "stage_started stage=early_help", with: raised),
  ]

  private static var standing: KeyValuePairs<String, Setting> {
    ["responses.thresholds.triggerAt": 0, "responses.thresholds.endsBelow": 0]
  }
  private static var raised: KeyValuePairs<String, Setting> {
    [
      "responses.thresholds.isOn": true, "responses.thresholds.triggerAt": 0,
      "responses.thresholds.endsBelow": 0, "responses.thresholds.share": 0.5,
    ]
  }
  private static var crowded: KeyValuePairs<String, Setting> {
    [
      "workforce.teams.protection.caseloadCap": 9, "agency.perWeek.socialWorker": 1_500,
      "responses.agencyAbove.triggerAt": 0.05,
    ]
  }
  private static var managedTeam: KeyValuePairs<String, Setting> {
    [
      "workforce.teams.protection.caseloadCap": 9, "agency.perWeek.socialWorker": 1_500,
      "responses.agencyAbove.isOn": true, "responses.agencyAbove.triggerAt": 0.02,
    ]
  }
  /// A list that comes and goes.
  private static var roomy: KeyValuePairs<String, Setting> {
    [
      "workforce.teams.protection.caseloadCap": 9, "workforce.teams.protection.posts.socialWorker": 15,
      "responses.agencyAbove.isOn": true, "responses.agencyAbove.triggerAt": 0.04,
      "responses.agencyAbove.delayDays": 7, "responses.agencyAbove.windDownDays": 0,
    ]
  }
  private static var neighbours: KeyValuePairs<String, Setting> {
    ["workforce.teams.protection.caseloadCap": 9, "workforce.teams.caredFor.posts.socialWorker": 5]
  }
  private static var lent: KeyValuePairs<String, Setting> {
    [
      "workforce.teams.protection.caseloadCap": 9, "workforce.teams.caredFor.posts.socialWorker": 5,
      "responses.lending.isOn": true,
    ]
  }
  private static var paid: KeyValuePairs<String, Setting> {
    [
      "workforce.teams.protection.caseloadCap": 9, "money.salary.socialWorker": 30_000,
      "responses.overtime.share": 0.3,
    ]
  }
  private static var overtime: KeyValuePairs<String, Setting> {
    [
      "workforce.teams.protection.caseloadCap": 9, "money.salary.socialWorker": 30_000,
      "responses.overtime.isOn": true, "responses.overtime.triggerAt": 0.02,
    ]
  }
  private static var carrying: KeyValuePairs<String, Setting> {
    [
      "workforce.teams.protection.caseloadCap": 9, "managers.supervisionHours": 1,
      "responses.managersCarry.isOn": true, "responses.managersCarry.endsBelow": 0.01,
      "responses.managersCarry.triggerAt": 0.05,
    ]
  }
  private static var slowDesks: KeyValuePairs<String, Setting> {
    [
      "pathway.childInNeed.signOffHours": 3, "managers.hoursPerWeek": 8,
      "workforce.teams.caredFor.posts.practiceManager": 4,
    ]
  }
  private static var pooled: KeyValuePairs<String, Setting> {
    [
      "pathway.childInNeed.signOffHours": 3, "managers.hoursPerWeek": 8, "responses.signOff.isOn": true,
      "workforce.teams.protection.caseloadCap": 9, "workforce.teams.caredFor.posts.practiceManager": 2,
    ]
  }
}
