@testable import ServiceModel

extension Effect {
  static let ofDemand: [Effect] = [
    Effect("demand.referralsPerYear", 800, 1_200, .raises, "referrals"),
    Effect("demand.repeatShare", 0, 0.3, .lowers, "referrals"),
    Effect("demand.growthPerYear", 0, 0.2, .raises, "referrals"),
    Effect("demand.yearIndex", [1, 1], [1, 1.4], .raises, "referrals"),
    Effect("demand.population", 50_000, 80_000, .lowers, "cla_rate_per_10000"),
    Effect("demand.populationByYear", [75_000], [90_000], .raises, "referrals"),
    Effect(
      "demand.surges.second.ratio", 1, 2, .raises, "referrals", with: ["demand.surges.second.shape": "pulse"]),
    Effect(
      "demand.surges.third.halfLifeDays", 30, 300, .raises, "referrals",
      with: ["demand.surges.third.shape": "pulse", "demand.surges.third.ratio": 2]),
    Effect("demand.unaccompanied.perYear", 0, 40, .raises, "cla_started age=16-17"),
    Effect("demand.remand.perYear", 0, 40, .raises, "cla_started age=16-17"),
    Effect("demand.transfersIn.perYear", 0, 40, .raises, "cla_started age=16-17"),
    Effect("pathway.frontDoor.duration.mean", 1, 20, .raises, "children_in_stage stage=front_door"),
    Effect("pathway.assessment.duration.mean", 20, 60, .raises, "children_in_need"),
    Effect("pathway.childInNeed.ageRatio.age10to15", 0.5, 2, .raises, "children_in_need"),
    Effect("pathway.childInNeed.exitRatio.age10to15.care", 1, 5, .raises, "cla_started age=10-15"),
    Effect("pathway.childInNeed.emergencyEntryPerYear", 0, 1, .raises, "cla_started"),
    Effect("pathway.assessment.statutoryWorkingDays", 20, 45, .raises, "assessments_in_45_days_rate"),
    Effect("pathway.initialConference.statutoryWorkingDays", 5, 15, .raises, "conferences_in_15_days_rate"),
    Effect("pathway.assessment.duration.mean", 20, 60, .lowers, "assessments_in_45_days_rate"),
    Effect("pathway.assessment.returnShare", 0, 0.6, .raises, "rereferral_rate"),
    Effect("pathway.returnInterval.mean", 100, 500, .lowers, "rereferral_rate"),
    Effect(
      "pathway.earlyHelpReturnRatio", 0.1, 1, .raises, "rereferral_rate",
      with: ["pathway.earlyHelp.returnShare": 0.9]),
    Effect("pathway.earlyHelp.places", 5, 50, .lowers, "early_help_children"),
    Effect(
      "pathway.earlyHelp.waiting.stepUpPerYear", 0, 6, .raises, "stage_started stage=assessment", with: scarce
    ),
    Effect("pathway.earlyHelp.waiting.referralPerYear", 0, 6, .raises, "referrals", with: scarce),
    Effect("pathway.earlyHelp.waiting.givingUpPerYear", 0, 6, .lowers, "early_help_waiting", with: scarce),
    Effect("pathway.earlyHelp.waiting.returnShare", 0, 0.8, .raises, "referrals", with: impatient),
    Effect("pathway.unservedReturnInterval.mean", 50, 500, .lowers, "referrals", with: impatient),
    Effect("pathway.earlyHelp.places", 0, 50, .lowers, "referrals", with: impatient),
    Effect("pathway.earlyHelp.places", 0, 50, .raises, "cost_gbp line=early_help", with: impatient),
    Effect("demand.contactsPerReferral", 1, 3, .raises, "contacts"),
    Effect("pathway.endsAt18", false, true, .raises, "cla_ceased_by_reason reason=turned_18"),
    Effect("pathway.careEntryRatio.under1", 1, 3, .raises, "cla_started age=under-1"),
    Effect("pathway.careEntryRatio.age10to15", 0.4, 1, .raises, "cla_started"),
    Effect("pathway.careEntryStep.age10to15", 0.5, 2, .raises, "children_looked_after age=16-17"),
    Effect("care.atBirthShare", 0, 1, .raises, "children_looked_after age=under-1"),
    Effect("opening.children.childProtectionPlan", 0, 50, .raises, "child_protection_plans"),
    Effect("opening.closuresPerYear", 0, 900, .raises, "referrals"),
    Effect(
      "opening.referralToClosureDays", 0, 360, .lowers, "rereferral_rate",
      with: ["opening.closuresPerYear": 2_000]),
  ]

  private static var scarce: KeyValuePairs<String, Setting> { ["pathway.earlyHelp.places": 5] }
  private static var impatient: KeyValuePairs<String, Setting> {
    [
      "pathway.earlyHelp.places": 5, "pathway.earlyHelp.waiting.givingUpPerYear": 12,
      "pathway.earlyHelp.waiting.returnShare": 0.6, "pathway.earlyHelp.waiting.referralPerYear": 1,
      "money.earlyHelpPerWeek": 45,
    ]
  }

  static let ofCare: [Effect] = [
    Effect("care.orderShare", 0, 1, .raises, "children_looked_after"),
    Effect("care.proceedings.mean", 50, 400, .raises, "children_looked_after"),
    Effect("care.returnShare", 0, 0.6, .raises, "cla_started"),
    Effect("care.returnInterval.mean", 30, 400, .lowers, "cla_started", with: ["care.returnShare": 0.6]),
    Effect("care.leaverUntil", 19, 24, .raises, "care_leavers"),
    Effect("care.extendedShare", 0, 1, .raises, "care_leavers"),
    Effect("care.extendedUntil", 21.5, 25, .raises, "care_leavers", with: ["care.extendedShare": 1]),
    Effect(
      "care.adoptionPlacement.mean", 10, 300, .raises, "children_looked_after placement=for_adoption",
      with: ["care.proceedings.mean": 60]),
    Effect(
      "demand.unaccompanied.stay.to18Share", 0, 1, .raises, "children_looked_after",
      with: ["demand.unaccompanied.perYear": 60]),
    Effect(
      "demand.remand.stay.duration.mean", 30, 300, .raises, "children_looked_after",
      with: ["demand.remand.perYear": 60]),
    Effect(
      "demand.transfersIn.stay.law", "likeAll", "own", .lowers, "cla_ceased_by_reason reason=returned_home",
      with: ["demand.transfersIn.perYear": 60]),
    Effect("placements.homes.places", 4, 40, .lowers, "home_waits", with: homes),
    Effect(
      "placements.homes.places", 4, 40, .raises, "children_looked_after placement=residential", with: homes),
    Effect("pathway.lookedAfter.duration.mean", 150, 400, .raises, "children_looked_after_average"),
    Effect("placements.movesPerYear.inHouseFostering", 0, 2, .raises, "placement_moves"),
    Effect(
      "placements.sameTypeShare", 0, 1, .raises, "children_looked_after placement=residential",
      with: ["placements.movesPerYear.residential": 4]),
    Effect(
      "placements.riseOnMove", 0, 1, .raises, "children_looked_after need=high",
      with: ["placements.movesPerYear.inHouseFostering": 1]),
    Effect("placements.need.standard.moveRatio", 0.5, 2, .raises, "placement_moves", with: moving),
    Effect(
      "placements.need.standard.found.kinship", 0.2, 0.8, .raises, "children_looked_after placement=kinship",
      with: sought),
    Effect(
      "placements.foundAtAge.age10to15.kinship", 0.2, 1, .raises, "children_looked_after placement=kinship",
      with: sought),
    Effect(
      "placements.need.standard.order.kinship", 0, 1, .lowers,
      "children_looked_after placement=residential", with: sought),
    Effect("fostering.places", 26, 60, .lowers, "foster_places_missed"),
    Effect("fostering.recruitedPerYear", 0, 20, .raises, "foster_carers_in_house", with: limited),
    Effect("fostering.lostPerYear", 0, 0.5, .lowers, "foster_carers_in_house", with: limited),
    Effect("fostering.lostPerYear", 0, 0.5, .raises, "placement_moves", with: limited),
    Effect(
      "fostering.placesPerHousehold", 1, 3, .lowers, "foster_places_missed",
      with: ["fostering.places": 26, "fostering.recruitedPerYear": 10, "demand.transfersIn.perYear": 60]),
    Effect(
      "fostering.overflowToAgency", 0, 1, .raises, "children_looked_after placement=agency_fostering",
      with: limited),
    Effect(
      "fostering.takes.standard", 0.1, 1, .raises, "children_looked_after placement=in_house_fostering"),
    Effect(
      "fostering.takesAtAge.age10to15", 0.1, 1, .raises,
      "children_looked_after placement=in_house_fostering"),
  ]

  private static var limited: KeyValuePairs<String, Setting> { ["fostering.places": 26] }
  private static var homes: KeyValuePairs<String, Setting> {
    ["opening.placements.residential": 0.05, "opening.placements.inHouseFostering": 0.65]
  }
  private static var moving: KeyValuePairs<String, Setting> {
    ["placements.movesPerYear.inHouseFostering": 1]
  }
  private static var sought: KeyValuePairs<String, Setting> {
    [
      "placements.chosenBy": "need", "placements.need.standard.order.kinship": 1,
      "placements.need.standard.order.residential": 2, "placements.need.standard.found.kinship": 0.7,
      "placements.need.high.order.residential": 1, "placements.need.complex.order.residential": 1,
    ]
  }

  static let ofPartners: [Effect] = [
    Effect("partnership.contacts.weak", 1, 1.5, .raises, "referrals", with: weak),
    Effect("partnership.noActionShare.weak", 0, 0.4, .lowers, "stage_started stage=assessment", with: weak),
    Effect("partnership.earlyHelpTakeUp.weak", 0.2, 1, .raises, "stage_started stage=early_help", with: weak),
    Effect("partnership.informationDays.weak", 0, 10, .lowers, "assessments_in_45_days_rate", with: weak),
    Effect("partnership.notQuorateShare.weak", 0, 0.8, .lowers, "conferences_in_15_days_rate", with: weak),
    Effect(
      "partnership.adjournmentDays", 1, 20, .lowers, "conferences_in_15_days_rate",
      with: [
        "partnership.partners.police.atStart": "weak", "partnership.partners.police.shares.conferences": 1,
        "partnership.notQuorateShare.weak": 0.5,
      ]),
    Effect(
      "partnership.partners.health.rates.weakens", 0, 20, .lowers, "partner_engagement partner=health",
      with: ["partnership.partners.health.rates.strengthens": 12]),
    Effect(
      "partnership.partners.health.rates.fails", 0.5, 12, .lowers, "partner_engagement partner=health",
      with: steps),
    Effect(
      "partnership.partners.health.rates.recovers", 0.5, 12, .raises, "partner_engagement partner=health",
      with: steps),
    Effect(
      "partnership.partners.health.rates.strengthens", 0.5, 12, .raises, "partner_engagement partner=health",
      with: steps),
    Effect(
      "partnership.progressEffect", 0, 4, .raises, "partner_engagement",
      with: [
        "plan.actions.council1.isPlanned": true, "partnership.partners.health.rates.weakens": 2,
        "partnership.partners.health.rates.strengthens": 2,
      ]),
    Effect(
      "partnership.jointPace.weak", 0.2, 1, .raises, "actions_delivered",
      with: [
        "partnership.partners.police.atStart": "weak", "plan.actions.council1.isPlanned": true,
        "plan.actions.council1.likelyHours": 200, "plan.actions.council1.leastHours": 100,
        "plan.actions.council1.mostHours": 300, "plan.actions.council1.partner": "police",
      ]),
    Effect("plan.hoursPerWeek", 10, 40, .raises, "actions_delivered", with: plan),
    Effect("plan.actions.council2.likelyHours", 150, 900, .lowers, "actions_delivered", with: plan),
    Effect("plan.actions.council2.after", [], [1], .lowers, "actions_delivered", with: plan),
    Effect("plan.actions.council1.ratio", 1, 1.5, .raises, "referrals", with: plan),
    Effect("plan.failureShare", 0, 0.6, .raises, "actions_failed", with: six),
    Effect("plan.repeatEffort", 0.1, 2, .lowers, "actions_delivered", with: failing),
    Effect(
      "plan.actions.council1.halfLifeDays", 30, 400, .raises, "referrals",
      with: [
        "plan.actions.council1.isPlanned": true, "plan.actions.council1.effect": "referrals",
        "plan.actions.council1.ratio": 3,
      ]),
    Effect("plan.actions.council1.pounds", 0, 900, .raises, "cost_gbp line=programmes", with: plan),
    Effect("inspection.inadequate.protectionRatio", 1, 3, .raises, "section47_enquiries", with: judged),
    Effect("inspection.inadequate.careEntryRatio", 1, 3, .raises, "cla_started", with: judged),
    Effect(
      "inspection.inadequate.halfLifeDays", 30, 900, .raises, "section47_enquiries",
      with: [
        "inspection.first.judgement": "inadequate", "inspection.inadequate.protectionRatio": 3,
      ]),
    Effect(
      "inspection.requiresImprovement.careEntryRatio", 1, 3, .raises, "cla_started",
      with: ["inspection.second.judgement": "requiresImprovement"]),
    Effect("notice.reviewEveryDays", 60, 180, .raises, "notice_in_force", with: noticed),
    Effect("notice.reviewsNeeded", 1, 3, .raises, "notice_in_force", with: noticed),
    Effect(
      "notice.deliveredShareAtLeast", 0, 0.5, .raises, "notice_in_force",
      with: [
        "notice.inForceAtStart": true, "plan.actions.council1.isPlanned": true,
        "plan.actions.council1.likelyHours": 3_000, "plan.actions.council1.mostHours": 3_000,
        "plan.actions.council1.leastHours": 3_000,
      ]),
    Effect("inspection.later.afterInadequate.mean", 60, 300, .lowers, "inspections", with: reinspected),
    Effect("inspection.later.afterGood.mean", 60, 300, .lowers, "inspections", with: reinspected),
    Effect("inspection.later.areDrawn", false, true, .raises, "adverse_judgements", with: reinspected),
    Effect("inspection.inadequateShare", 0.1, 0.6, .raises, "inadequate_judgements", with: reinspected),
    Effect(
      "inspection.inadequateShare", 0.05, 0.6, .raises, "notice_months",
      with: [
        "inspection.later.areDrawn": true, "inspection.later.afterRequiresImprovement.mean": 90,
        "inspection.later.afterGood.mean": 90, "notice.followsInadequate": true,
      ]),
  ]

  private static var weak: KeyValuePairs<String, Setting> {
    [
      "partnership.partners.police.atStart": "weak", "partnership.partners.police.shares.referrals": 1,
      "partnership.partners.police.shares.information": 1,
      "partnership.partners.police.shares.conferences": 1,
      "partnership.partners.police.shares.earlyHelp": 1,
    ]
  }
  private static var steps: KeyValuePairs<String, Setting> {
    [
      "partnership.partners.health.rates.weakens": 3, "partnership.partners.health.rates.fails": 3,
      "partnership.partners.health.rates.recovers": 3, "partnership.partners.health.rates.strengthens": 3,
    ]
  }
  /// Six actions that take no time.
  private static var six: KeyValuePairs<String, Setting> {
    [
      "plan.actions.council1.isPlanned": true, "plan.actions.council2.isPlanned": true,
      "plan.actions.council3.isPlanned": true, "plan.actions.council4.isPlanned": true,
      "plan.actions.board1.isPlanned": true, "plan.actions.board2.isPlanned": true,
    ]
  }
  /// Three actions of 150 hours that fail more often than not.
  private static var failing: KeyValuePairs<String, Setting> {
    [
      "plan.failureShare": 0.7, "plan.actions.council1.isPlanned": true,
      "plan.actions.council2.isPlanned": true, "plan.actions.council3.isPlanned": true,
      "plan.actions.council1.likelyHours": 150, "plan.actions.council1.mostHours": 150,
      "plan.actions.council2.likelyHours": 150, "plan.actions.council2.mostHours": 150,
      "plan.actions.council3.likelyHours": 150, "plan.actions.council3.mostHours": 150,
    ]
  }
  private static var plan: KeyValuePairs<String, Setting> {
    [
      "plan.actions.council1.isPlanned": true, "plan.actions.council1.leastHours": 100,
      "plan.actions.council1.likelyHours": 300, "plan.actions.council1.mostHours": 500,
      "plan.actions.council1.effect": "referrals", "plan.actions.council2.isPlanned": true,
      "plan.actions.council2.leastHours": 100, "plan.actions.council2.likelyHours": 300,
      "plan.actions.council2.mostHours": 1_000,
    ]
  }
  private static var judged: KeyValuePairs<String, Setting> { ["inspection.first.judgement": "inadequate"] }
  private static var reinspected: KeyValuePairs<String, Setting> {
    [
      "inspection.later.areDrawn": true, "inspection.later.afterInadequate.mean": 60,
      "inspection.later.afterRequiresImprovement.mean": 60, "inspection.later.afterGood.mean": 60,
    ]
  }
  private static var noticed: KeyValuePairs<String, Setting> { ["notice.inForceAtStart": true] }
}
