import DiscreteEvents

@testable import ServiceModel

extension MeasureStory {
  static let ofMoney: [MeasureStory] = [month, inflation, budget, nextBudget]

  private static let month = MeasureStory(
    title: "What a month costs",
    set: {
      $0.money.earlyHelpPerWeek = 7
      $0.money.careOverheadPerWeek = 70
      $0.money.placementPerWeek[.residential] = 700
      $0.money.salary[.socialWorker] = 36_525
      $0.money.onCostShare = 0.5
      $0.money.perStarter = 500
      $0.money.perRound = 300
      $0.money.perHire = 200
      $0.money.perProceedings = 5_000
      $0.workforce.teams[.protection].posts[.socialWorker] = 1
    },
    opening: [.postOpened(worker(0))],
    facts: [
      (10, .stageEntered(child: 1, stage: .earlyHelp, band: .age5to9)),
      (12, .spent(line: .programmes, pounds: 100, events: 1)), (13, .roundStarted(post: 0)),
      (15, .hired(worker(0), days: 2)), (15, .workerStarted(worker: 0, worker(0), atStart: false)),
      (20, .stageEntered(child: 2, stage: .lookedAfter, band: .age5to9)),
      (20, .careStarted(child: 2, band: .age5to9)),
      (20, .placed(child: 2, placement: .residential, first: true)), (20, .proceedingsStarted(child: 2)),
    ],
    // Twenty days of early help at £1, ten of a home at £100 and of overheads at £10, fifteen of salary at £150.
    wanted: [
      "cost_gbp line=early_help": 20, "activity line=early_help": 20.0 / 7,
      "cost_gbp line=residential": 1_000,
      "activity line=residential": 10.0 / 7, "cost_gbp line=care_overheads": 100,
      "cost_gbp line=children_looked_after": 1_100, "cost_gbp line=social_workers": 2_250,
      "activity line=social_workers": 15 / 365.25, "cost_gbp line=induction": 500,
      "activity line=induction": 1,
      "cost_gbp line=recruitment": 500, "activity line=recruitment": 1, "cost_gbp line=legal": 5_000,
      "activity line=legal": 1, "cost_gbp line=programmes": 100, "activity line=programmes": 1,
      "cost_gbp": 9_470, "cost_real_gbp": 9_470,
    ])

  /// A year of 366 days: £100 a day for programmes.
  private static let budget = MeasureStory(
    title: "Two months against a budget of one heading", months: 2,
    set: { $0.money.budget[.programmes].pounds = 36_600 },
    facts: [
      (10, .spent(line: .programmes, pounds: 4_000, events: 1)),
      (40, .spent(line: .programmes, pounds: 1_000, events: 1)),
      (50, .spent(line: .recruitment, pounds: 700, events: 1)),
    ],
    // 61 days are over. Recruitment has no budget, so that it counts in the cost alone.
    wanted: [
      "cost_to_date_gbp": 5_700, "budget_to_date_gbp": 6_100, "over_budget_to_date_gbp": -1_100,
      "over_budget_to_date_gbp line=programmes": -1_100,
    ])

  private static let nextBudget = MeasureStory(
    title: "In April both begin anew, and the budget is uprated", months: 13,
    set: {
      $0.money.budget[.programmes].pounds = 36_600
      $0.money.generalInflation = [0.25]
    },
    facts: [
      (360, .spent(line: .programmes, pounds: 90_000, events: 1)),
      (380, .spent(line: .programmes, pounds: 4_000, events: 1)),
    ],
    wanted: [
      "cost_to_date_gbp": 5_000, "budget_to_date_gbp": 36_600 * 1.25 / 365 * 30,
      "over_budget_to_date_gbp": 5_000 - 36_600 * 1.25 / 365 * 30,
      "over_budget_to_date_gbp line=programmes": 5_000 - 36_600 * 1.25 / 365 * 30,
    ])

  private static let inflation = MeasureStory(
    title: "Money of the day and of the first year, in the second April", months: 13,
    set: {
      $0.money.earlyHelpPerWeek = 7
      $0.money.generalInflation = [0.25]
    },
    opening: [.stageEntered(child: 1, stage: .earlyHelp, band: .age5to9)],
    facts: [(370, .spent(line: .programmes, pounds: 100, events: 1))],
    wanted: [
      "cost_gbp line=early_help": 37.5, "cost_real_gbp line=early_help": 30, "cost_gbp line=programmes": 125,
      "cost_real_gbp line=programmes": 100, "cost_gbp": 162.5, "cost_real_gbp": 130,
    ])
}
