import DiscreteEvents
import Parameters

/// Who is in post, which posts are vacant, who starts and who leaves, by the Department for Education's definitions:
/// turnover is leavers in twelve months over those in post at the end; vacancy is vacancies over vacancies and in
/// post.
struct WorkforceMeasure: Measure {
  static let subject = Series.Subject.staff
  private var established = Flat<Role, ExactAmount>()
  private var filled = Flat<Role, ExactAmount>()
  private var teamEstablished = Flat<Team, ExactAmount>()
  private var teamFilled = Flat<Team, ExactAmount>()
  private var heads = 0.0
  private var started = Flat<Role, Double>()
  private var startedInTeam = Flat<Team, Double>()
  private var promoted = Flat<Role, Double>()
  private var left = Flat<Role, TwelveMonths>(repeating: TwelveMonths())
  private var leftTeam = Flat<Team, Double>()
  private var reasons = Flat<LeavingReason, Double>()
  /// People in post at the census, and those with the council for a year and for two.
  private var people = Flat<Role, Double>()
  private var overOneYear = Flat<Role, Double>()
  private var overTwoYears = 0.0
  private var turnedAway = 0.0
  private var vacantDays = 0.0
  private var postDays = 0.0
  private var lastChange = 0.0

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .postOpened(let post):
      settle(at: time)
      established[post.role] += post.fte
      teamEstablished[post.team] += post.fte
    case .postClosed(let post):
      settle(at: time)
      established[post.role] -= post.fte
      teamEstablished[post.team] -= post.fte
    case .workerStarted(_, let placing, let atStart):
      fill(placing, at: time)
      heads += 1
      if !atStart {
        started[placing.role] += placing.fte
        startedInTeam[placing.team] += placing.fte
      }
    case .workerLeft(_, let placing, _, let reason):
      empty(placing, at: time)
      heads -= 1
      left[placing.role].add(placing.fte)
      leftTeam[placing.team] += placing.fte
      reasons[reason] += placing.fte
    case .workerPromoted(_, let from, let to):
      empty(from, at: time)
      fill(to, at: time)
      promoted[to.role] += to.fte
    case .workerAtCensus(let placing, _, _, _, let joined, let isAgency):
      if !isAgency { countTenure(placing.role, since: joined, at: time) }
    case .workerWithoutCasesAtCensus(let placing, let joined):
      countTenure(placing.role, since: joined, at: time)
    case .starterTurnedAway: turnedAway += 1
    default: break
    }
  }

  private mutating func fill(_ placing: Placing, at time: SimulatedTime) {
    settle(at: time)
    filled[placing.role] += placing.fte
    teamFilled[placing.team] += placing.fte
  }

  private mutating func empty(_ placing: Placing, at time: SimulatedTime) {
    settle(at: time)
    filled[placing.role] -= placing.fte
    teamFilled[placing.team] -= placing.fte
  }

  private mutating func settle(at time: SimulatedTime) {
    let days = time.days - lastChange
    vacantDays += (established.sum - filled.sum).value * days
    postDays += established.sum.value * days
    lastChange = time.days
  }

  private mutating func countTenure(_ role: Role, since joined: SimulatedTime, at time: SimulatedTime) {
    let years = time.days(since: joined) / 365.25
    people[role] += 1
    if years >= 1 { overOneYear[role] += 1 }
    if years >= 2 { overTwoYears += 1 }
  }

  mutating func settle(_ month: Month) { settle(at: month.end) }

  mutating func report(_ r: inout Report) {
    reportPosts(&r)
    reportMoves(&r)
    reportParts(&r)
    r.each(
      Series.promotions, .fte, &promoted,
      "FTE of posts filled by promotion, by role; these are not starters.", .neither.workforceYear)
    let managers = filled[.practiceManager]
    r.ratio(
      "practice_manager_vacancy_rate", .share, (established[.practiceManager] - managers).value,
      over: established[.practiceManager].value, "The vacancy rate of practice managers.",
      .less.workforceYear.indicator(20))
    r.ratio(
      "span_of_control", "FTE per practice manager FTE",
      (filled.sum - managers).value, over: managers.value,
      "FTE in post other than practice managers, those without cases among them, per FTE of practice managers in "
        + "post.", .less.workforceYear.indicator(19))
    r.rate(
      "vacant_posts_fte_average", .fte, vacantDays, over: r.month.days,
      "Vacant FTE, averaged over the days of the month.", .less)
    r.rate(
      "vacancy_rate_fte_average", .share, &vacantDays, over: &postDays,
      "Vacant FTE as a share of established FTE, averaged over the days of the month.", .less)
    r.flow(
      "starters_turned_away", .people, &turnedAway,
      "Starters from the advert that is always open who found no vacant post.")
  }

  private mutating func reportPosts(_ r: inout Report) {
    r.stock(
      Series.inPost, .fte, filled.sum.value, "FTE in post; also by role and by team.",
      .more.workforceYear.indicator(2).headline(6, "In post, FTE"))
    r.parts(Series.inPost, filled)
    r.stock("inpost_headcount", .people, heads, "People in post.", .more.workforceYear.indicator(3))
    r.stock(
      "establishment_fte", .fte, established.sum.value, "FTE established.",
      .neither.workforceYear.indicator(1))
    let vacant = (established.sum - filled.sum).value
    r.stock(
      "vacancy_fte", .fte, vacant, "FTE established but not in post.", .less.workforceYear.indicator(4))
    r.ratio(
      Series.vacancyRate, .share, vacant, over: established.sum.value,
      "Vacancies as a share of vacancies and in post: the Department's definition; also by role and by team.",
      .less.workforceYear.indicator(5).headline(7, "Vacancy rate").fan)
    r.parts(Series.vacancyRate, by: Role.self, headline: .socialWorker) {
      ((established[$0] - filled[$0]).value, over: established[$0].value)
    }
  }

  private mutating func reportMoves(_ r: inout Report) {
    r.flow(
      Series.starters, .fte, started.sum, "FTE that started with the council; also by role and by team.",
      .neither.workforceYear.indicator(6).labelled("Starters, FTE in the year"))
    var leftInMonth = 0.0
    var leftInYear = 0.0
    for role in Role.allCases {
      leftInMonth += left[role].month
      leftInYear += left[role].total
    }
    r.flow(
      Series.leavers, .fte, leftInMonth, "FTE that left the council; also by reason, by role and by team.",
      .less.workforceYear.indicator(7).labelled("Leavers, FTE in the year"))
    r.parts(Series.leavers, &reasons)
    r.ratio(
      Series.turnover, .share, leftInYear, over: filled.sum.value,
      "FTE that left in twelve months as a share of FTE in post at the end: the Department's definition, "
        + "a published ratio and not the hazard; also by role.",
      .less.workforceYear.overTwelveMonths.aboveOne.indicator(8).headline(8, "Turnover rate"))
    r.parts(Series.turnover, by: Role.self) { (left[$0].total, over: filled[$0].value) }
    let definition =
      "Share of people in post who have been with the council for a year or more; with `months=24`, two years; also by role."
    r.ratio(
      "stability_index", .share, overOneYear.sum, over: people.sum, definition,
      .more.workforceYear.overTwelveMonths.indicator(18))
    r.part("stability_index", of: "months=24", overTwoYears, over: people.sum)
    r.parts("stability_index", by: Role.self) { (overOneYear[$0], over: people[$0]) }
    r.forget(&people)
    r.forget(&overOneYear)
    r.forget(&overTwoYears)
  }

  private mutating func reportParts(_ r: inout Report) {
    r.parts(Series.inPost, teamFilled)
    r.parts(Series.vacancyRate, by: Team.self) {
      ((teamEstablished[$0] - teamFilled[$0]).value, over: teamEstablished[$0].value)
    }
    r.parts(Series.starters, &started)
    r.parts(Series.starters, &startedInTeam)
    r.parts(Series.leavers, by: Role.self) { (left[$0].month, over: 1) }
    r.parts(Series.leavers, &leftTeam)
    r.forget(&left)
  }
}
