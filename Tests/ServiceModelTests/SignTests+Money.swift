import Dates
import Parameters

@testable import ServiceModel

extension Effect {
  static let ofMoney: [Effect] = [
    Effect("money.salary.socialWorker", 30_000, 33_000, .raises, "cost_gbp line=social_workers"),
    Effect("money.marketSupplement.socialWorker", 0, 1_000, .raises, "cost_gbp line=market_supplements"),
    Effect("money.onCostShare", 0.2, 0.3, .raises, "cost_gbp line=social_workers"),
    Effect("money.payAwards", [0], [0.03], .raises, "cost_gbp line=practice_managers"),
    Effect(
      "money.payScale.socialWorker.increment", 500, 1_500, .raises, "cost_gbp line=social_workers",
      with: ["money.payScale.socialWorker.points": 3]),
    Effect(
      "money.payScale.socialWorker.points", 1, 4, .raises, "cost_gbp line=social_workers",
      with: ["money.payScale.socialWorker.increment": 1_000, "workforce.tenureAtStart.years5to10": 1]),
    Effect(
      "money.payScale.socialWorker.entryPoint", 0, 3, .raises, "cost_gbp line=social_workers",
      with: ["money.payScale.socialWorker.increment": 1_000, "money.payScale.socialWorker.points": 3]),
    Effect(
      "newlyQualified.salaryRatio", 0.7, 1, .raises, "cost_gbp line=social_workers",
      with: ["newlyQualified.share": 1]),
    Effect("money.perRound", 0, 500, .raises, "cost_gbp line=recruitment"),
    Effect("money.perHire", 0, 500, .raises, "cost_gbp line=recruitment"),
    Effect(
      "cohorts.academy.poundsEach", 0, 500, .raises, "cost_gbp line=recruitment",
      with: ["cohorts.academy.people": 3]),
    Effect("money.perStarter", 0, 500, .raises, "cost_gbp line=induction"),
    Effect("agency.perWeek.socialWorker", 1_000, 1_500, .raises, "cost_gbp line=agency"),
    Effect("agency.priceRise", [0], [0.1], .raises, "cost_gbp line=agency"),
    Effect("money.placementPerWeek.inHouseFostering", 300, 400, .raises, "cost_gbp line=in_house_fostering"),
    Effect("money.placementInflation.inHouseFostering", 0, 0.1, .raises, "cost_gbp line=in_house_fostering"),
    Effect(
      "money.market.nationalElasticity.agencyFostering", 0, 2, .raises, "cost_gbp line=agency_fostering",
      with: ["money.market.nationalDemand": [50, 60]]),
    Effect(
      "money.market.nationalDemand", [50, 50], [50, 60], .raises, "cost_gbp line=agency_fostering",
      with: ["money.market.nationalElasticity.agencyFostering": 1]),
    Effect("money.market.ownElasticity.agencyFostering", 0, 0.5, .raises, "cost_gbp line=agency_fostering"),
    Effect("money.careOverheadPerWeek", 0, 100, .raises, "cost_gbp line=care_overheads"),
    Effect("money.allowancePerWeek", 0, 100, .raises, "cost_gbp line=allowances", with: adopted),
    Effect(
      "money.allowanceShare", 0, 1, .raises, "cost_gbp line=allowances",
      with: [
        "money.allowancePerWeek": 100, "pathway.lookedAfter.exits.otherEnd": 0,
        "pathway.lookedAfter.exits.adoption": 1,
      ]),
    Effect(
      "opening.allowances", 0, 10, .raises, "cost_gbp line=allowances", with: ["money.allowancePerWeek": 100]),
    Effect("money.perProceedings", 0, 5_000, .raises, "cost_gbp line=legal", with: ["care.orderShare": 1]),
    Effect("care.orderShare", 0, 1, .raises, "cost_gbp line=legal", with: ["money.perProceedings": 5_000]),
    Effect("money.careLeaverPerWeek", 0, 50, .raises, "cost_gbp line=care_leavers"),
    Effect("money.familySupportPerWeek", 0, 50, .raises, "cost_gbp line=family_support"),
    Effect("money.earlyHelpPerWeek", 0, 50, .raises, "cost_gbp line=early_help"),
    Effect(
      "money.grantPerWeek.age16or17", 500, 700, .lowers, "cost_gbp line=unaccompanied_grant", with: alone),
    Effect(
      "money.grantRises", [0], [0.1], .lowers, "cost_gbp line=unaccompanied_grant",
      with: ["money.grantPerWeek.age16or17": 500, "demand.unaccompanied.perYear": 30]),
    Effect(
      "opening.unaccompanied", 0, 20, .lowers, "cost_gbp line=unaccompanied_grant",
      with: ["money.grantPerWeek.age16or17": 500, "money.grantPerWeek.under16": 500]),
    Effect(
      "opening.unaccompaniedLeavers", 0, 20, .lowers, "cost_gbp line=unaccompanied_grant",
      with: ["money.grantPerWeek.careLeaver": 200]),
    Effect("money.generalInflation", [0], [0.05], .raises, "cost_gbp line=care_leavers", with: leavers),
    Effect("money.payAwards", [0], [0.05], .raises, "cost_gbp"),
    Effect("money.generalInflation", [0], [0.05], .lowers, "cost_real_gbp"),
    Effect(
      "newlyQualified.share", 0, 1, .lowers, "cost_gbp line=social_workers",
      with: ["newlyQualified.salaryRatio": 0.7]),
  ]

  private static var home: KeyValuePairs<String, Setting> {
    ["pathway.lookedAfter.exits.otherEnd": 0.5, "pathway.lookedAfter.exits.returnedHome": 0.5]
  }
  private static var adopted: KeyValuePairs<String, Setting> { ["opening.allowances": 5] }
  private static var alone: KeyValuePairs<String, Setting> { ["demand.unaccompanied.perYear": 30] }
  private static var leavers: KeyValuePairs<String, Setting> { ["money.careLeaverPerWeek": 50] }

  static let ofLevers: [Effect] = [
    Effect("levers.retentionPayment.leavingHazardRatio", 0.3, 1, .raises, "leavers_fte", with: tied),
    Effect("levers.retentionPayment.pounds", 0, 1_000, .raises, "cost_gbp line=retention", with: tied),
    Effect(
      "levers.retentionPayment.leastYears", 0, 3, .lowers, "cost_gbp line=retention",
      with: ["levers.retentionPayment.pounds": 1_000, "levers.retentionPayment.from": firstDay]),
    Effect(
      "levers.retentionPayment.tieInMonths", 2, 12, .lowers, "leavers_fte",
      with: [
        "levers.retentionPayment.leavingHazardRatio": 0.2, "levers.retentionPayment.leastYears": 0,
        "levers.retentionPayment.from": firstDay,
      ]),
    Effect(
      "levers.retentionPayment.repaidShare", 0, 1, .lowers, "cost_gbp line=retention",
      with: [
        "levers.retentionPayment.pounds": 1_000, "levers.retentionPayment.leastYears": 0,
        "levers.retentionPayment.from": firstDay,
      ]),
    Effect("levers.paySupplement.share", 0, 0.3, .lowers, "leavers_fte"),
    Effect("levers.paySupplement.share", 0, 0.3, .raises, "cost_gbp line=market_supplements"),
    Effect("levers.recruitmentCampaign.applicantsRatio", 1, 4, .lowers, "failed_rounds_rate"),
    Effect("levers.recruitmentCampaign.acceptanceRatio", 0.3, 1, .lowers, "failed_rounds_rate"),
    Effect(
      "levers.recruitmentTeam.capacityRatio", 1, 4, .lowers, "searches_waiting_average",
      with: ["recruitment.roundsAtOnce": 1]),
    Effect("levers.fasterRecruitment.stepsRatio", 0.3, 1, .raises, "time_to_hire_p50_days"),
    Effect("levers.agencyConversion.conversionRatio", 1, 15, .raises, "agency_converted_fte"),
    Effect("levers.agencyLimit.capRatio", 0.05, 1, .raises, "agency_fte"),
    Effect("levers.agencyLimit.demandRatio", 0.2, 1, .raises, "agency_fte"),
    Effect("levers.agencyLimit.priceRatio", 0.8, 1, .raises, "cost_gbp line=agency"),
    Effect("levers.extraPosts.posts.socialWorker", 0, 5, .raises, "establishment_fte"),
    Effect(
      "levers.extraPosts.ownCampaign", false, true, .raises, "inpost_fte",
      with: ["levers.extraPosts.posts.socialWorker": 5, "recruitment.roundsAtOnce": 1]),
    Effect("levers.extraPosts.posts.practiceManager", 0, 3, .lowers, "signoff_wait_mean_days"),
    Effect(
      "levers.reunification.returnRatio", 1, 3, .lowers, "children_looked_after", with: home),
    Effect(
      "levers.permanence.guardianshipRatio", 1, 3, .lowers, "children_looked_after",
      with: [
        "pathway.lookedAfter.exits.otherEnd": 0.5, "pathway.lookedAfter.exits.specialGuardianship": 0.5,
      ]),
    Effect(
      "levers.reunification.poundsEach", 0, 1_000, .raises, "cost_gbp line=programmes",
      with: [
        "pathway.lookedAfter.exits.otherEnd": 0.5, "pathway.lookedAfter.exits.returnedHome": 0.5,
        "levers.reunification.returnRatio": 3,
      ]),
    Effect("levers.managerSupport.hoursRatio", 0.7, 2, .lowers, "signoff_wait_mean_days"),
    Effect("levers.earlyHelpExpansion.uptakeRatio", 1, 3, .raises, "stage_started stage=early_help"),
    Effect(
      "levers.earlyHelpExpansion.placesRatio", 1, 4, .lowers, "early_help_children",
      with: ["pathway.earlyHelp.places": 3]),
    Effect("levers.edgeOfCare.careEntryRatio", 0.4, 1, .raises, "cla_started"),
    Effect("levers.edgeOfCare.riseDays", 30, 700, .raises, "cla_started", with: rising),
    Effect(
      "levers.edgeOfCare.halfLifeDays", 30, 700, .lowers, "cla_started",
      with: [
        "levers.edgeOfCare.shape": "pulse", "levers.edgeOfCare.from": firstDay,
        "levers.edgeOfCare.careEntryRatio": 0.1,
      ]),
    Effect("levers.fosteringDrive.approvalsRatio", 1, 4, .raises, "foster_carers_in_house"),
    Effect("levers.priceNegotiation.priceRatio", 0.8, 1, .raises, "cost_gbp line=agency_fostering"),
    Effect(
      "levers.partnershipProgramme.engagementRatio", 1, 4, .raises, "partner_engagement", with: moving),
    Effect(
      "levers.planResourcing.hoursRatio", 1, 3, .raises, "actions_delivered",
      with: [
        "plan.actions.council1.isPlanned": true, "plan.actions.council1.leastHours": 500,
        "plan.actions.council1.likelyHours": 800, "plan.actions.council1.mostHours": 1_500,
      ]),
    Effect(
      "levers.planResourcing.hoursRatio", 1, 3, .raises, "actions_delivered",
      with: [
        "plan.doneBy": "desks", "plan.actions.council1.isPlanned": true,
        "plan.actions.council1.leastHours": 300,
        "plan.actions.council1.likelyHours": 300, "plan.actions.council1.mostHours": 300,
      ]),
    Effect("levers.caseloadPolicy.normRatio", 1, 1.5, .lowers, "share_over_norm", with: crowded),
    Effect("levers.caseloadPolicy.capRatio", 0.5, 1, .lowers, "unallocated_children", with: crowded),
    Effect(
      "levers.stepDown.perChildYear", 0, 3, .lowers, "children_looked_after placement=residential",
      with: homes),
    Effect(
      "levers.stepDown.kinshipShare", 0, 0.8, .raises, "children_looked_after placement=kinship", with: homes),
    Effect("shocks.payCompetition.neighboursPayRatio", 1, 1.5, .raises, "leavers_fte"),
    Effect("shocks.priceShock.agencyPriceRatio", 1, 1.3, .raises, "cost_gbp line=agency"),
    Effect("shocks.priceShock.placementPriceRatio", 1, 1.3, .raises, "cost_gbp line=agency_fostering"),
    Effect(
      "shocks.managerLoss.managers", 0, 2, .raises, "practice_manager_vacancy_rate",
      with: ["leaving.roleRatio.practiceManager": 0]),
    Effect(
      "shocks.hiringFreeze.isInForce", false, true, .raises, "vacancy_fte",
      with: ["shocks.hiringFreeze.until": Setting(.date(CivilDate(2016, 3, 31)))]),
    Effect(
      "inspection.requiresImprovement.protectionRatio", 1, 3, .raises, "section47_enquiries",
      with: ["inspection.third.judgement": "requiresImprovement"]),
    Effect("shocks.demandSurge.referralsRatio", 1, 1.4, .raises, "referrals"),
    Effect(
      "shocks.partnerWithdrawal.engagementRatio", 0.2, 1, .raises, "partner_engagement", with: moving),
  ]

  private static var firstDay: Setting { Setting(.date(CivilDate(2015, 4, 1))) }
  private static var rising: KeyValuePairs<String, Setting> {
    [
      "levers.edgeOfCare.shape": "linear", "levers.edgeOfCare.from": firstDay,
      "levers.edgeOfCare.careEntryRatio": 0.1,
    ]
  }
  private static var tied: KeyValuePairs<String, Setting> {
    ["levers.retentionPayment.leastYears": 0, "levers.retentionPayment.from": firstDay]
  }
  private static var crowded: KeyValuePairs<String, Setting> {
    ["workforce.teams.protection.caseloadNorm": 4, "workforce.teams.protection.caseloadCap": 9]
  }
  private static var moving: KeyValuePairs<String, Setting> {
    [
      "partnership.partners.health.rates.weakens": 2, "partnership.partners.health.rates.fails": 2,
      "partnership.partners.health.rates.recovers": 2, "partnership.partners.health.rates.strengthens": 2,
    ]
  }
  private static var homes: KeyValuePairs<String, Setting> {
    [
      "opening.placements.inHouseFostering": 0, "opening.placements.agencyFostering": 0,
      "opening.placements.residential": 1, "levers.stepDown.perChildYear": 2,
    ]
  }
}
