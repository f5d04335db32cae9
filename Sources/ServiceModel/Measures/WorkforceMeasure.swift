import DiscreteEvents

/// Who is in post, which posts are vacant, who starts and who leaves, by the Department for Education's definitions:
/// turnover is leavers in twelve months over those in post at the end; vacancy is vacancies over vacancies and in
/// post.
struct WorkforceMeasure: Measure {
  private let inPost, inPostByRole, headcount, establishment, vacancies, vacancyRate, vacancyRateByRole: Int
  private let starters, leavers, leaversByReason, turnover, turnoverByRole, stability, stabilityTwoYears: Int
  private let inPostByTeam, vacancyRateByTeam, startersByRole, startersByTeam, leaversByRole,
    leaversByTeam: Int
  private let promotedIntoRole: Int
  private let managerVacancyRate, span, vacantAverage, vacancyAverageRate, startersTurnedAway: Int
  private var established = Keyed<Role, Double>(repeating: 0)
  private var filled = Keyed<Role, Double>(repeating: 0)
  private var heads = 0.0
  private var teamEstablished = Keyed<Team, Double>(repeating: 0)
  private var teamFilled = Keyed<Team, Double>(repeating: 0)
  private var started = Keyed<Role, Double>(repeating: 0)
  private var startedInTeam = Keyed<Team, Double>(repeating: 0)
  private var leftTeam = Keyed<Team, Double>(repeating: 0)
  private var promoted = Keyed<Role, Double>(repeating: 0)
  private var left = Keyed<Role, Double>(repeating: 0)
  private var reasons = Keyed<LeavingReason, Double>(repeating: 0)
  private var leftOverYear = Keyed<Role, TwelveMonths>(repeating: TwelveMonths())
  private var people = 0.0
  private var overOneYear = 0.0
  private var overTwoYears = 0.0
  private var turnedAway = 0.0
  private var vacantDays = 0.0
  private var postDays = 0.0
  private var lastChange = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    func declare(_ measure: String, _ unit: String, _ gathering: Gathering, _ list: inout SeriesCatalogue)
      -> Int
    {
      list.declare(measure, unit, gathering, workforceYear: true)
    }
    func byRole(_ measure: String, _ unit: String, _ gathering: Gathering, _ list: inout SeriesCatalogue)
      -> Int
    {
      list.declare(measure, for: Role.self, as: "role", unit, gathering, workforceYear: true)
    }
    inPost = declare("inpost_fte", "FTE", .stock, &catalogue)
    inPostByRole = byRole("inpost_fte", "FTE", .stock, &catalogue)
    headcount = declare("inpost_headcount", "people", .stock, &catalogue)
    establishment = declare("establishment_fte", "FTE", .stock, &catalogue)
    vacancies = declare("vacancy_fte", "FTE", .stock, &catalogue)
    vacancyRate = declare("vacancy_rate_fte", "share", .stockRate, &catalogue)
    vacancyRateByRole = byRole("vacancy_rate_fte", "share", .stockRate, &catalogue)
    starters = declare("starters_fte", "FTE", .flow, &catalogue)
    leavers = declare("leavers_fte", "FTE", .flow, &catalogue)
    leaversByReason = catalogue.declare(
      "leavers_fte", for: LeavingReason.self, as: "reason", "FTE", .flow, workforceYear: true)
    turnover = declare("turnover_rate_fte", "share", .stockRate, &catalogue)
    turnoverByRole = byRole("turnover_rate_fte", "share", .stockRate, &catalogue)
    stability = catalogue.declare("stability_index", "share", .stockRate, workforceYear: true)
    stabilityTwoYears = catalogue.declare(
      "stability_index", of: "months=24", "share", .stockRate, workforceYear: true)
    func byTeam(_ measure: String, _ unit: String, _ gathering: Gathering, _ list: inout SeriesCatalogue)
      -> Int
    {
      list.declare(measure, for: Team.self, as: "team", unit, gathering, workforceYear: true)
    }
    inPostByTeam = byTeam("inpost_fte", "FTE", .stock, &catalogue)
    vacancyRateByTeam = byTeam("vacancy_rate_fte", "share", .stockRate, &catalogue)
    startersByRole = byRole("starters_fte", "FTE", .flow, &catalogue)
    startersByTeam = byTeam("starters_fte", "FTE", .flow, &catalogue)
    leaversByRole = byRole("leavers_fte", "FTE", .flow, &catalogue)
    leaversByTeam = byTeam("leavers_fte", "FTE", .flow, &catalogue)
    promotedIntoRole = byRole("promotions_fte", "FTE", .flow, &catalogue)
    managerVacancyRate = declare("practice_manager_vacancy_rate", "share", .stockRate, &catalogue)
    span = declare("span_of_control", "FTE per practice manager FTE", .stockRate, &catalogue)
    vacantAverage = catalogue.declare("vacant_posts_fte_average", "FTE", .rate)
    vacancyAverageRate = catalogue.declare("vacancy_rate_fte_average", "share", .rate)
    startersTurnedAway = catalogue.declare("starters_turned_away", "people", .flow)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .postOpened(let post):
      settle(at: time)
      established[post.role] += post.fte
      teamEstablished[post.team] += post.fte
    case .workerStarted(_, let placing, let atStart):
      settle(at: time)
      filled[placing.role] += placing.fte
      teamFilled[placing.team] += placing.fte
      heads += 1
      if !atStart {
        started[placing.role] += placing.fte
        startedInTeam[placing.team] += placing.fte
      }
    case .workerLeft(_, let placing, _, let reason):
      settle(at: time)
      filled[placing.role] -= placing.fte
      teamFilled[placing.team] -= placing.fte
      heads -= 1
      left[placing.role] += placing.fte
      leftTeam[placing.team] += placing.fte
      reasons[reason] += placing.fte
    case .workerPromoted(_, let from, let to):
      settle(at: time)
      filled[from.role] -= from.fte
      filled[to.role] += to.fte
      promoted[to.role] += to.fte
      teamFilled[from.team] -= from.fte
      teamFilled[to.team] += to.fte
    case .workerAtCensus(_, _, _, _, let joined, let isAgency):
      if !isAgency { countTenure(since: joined, at: time) }
    case .workerWithoutCasesAtCensus(_, let joined): countTenure(since: joined, at: time)
    case .starterTurnedAway: turnedAway += 1
    default: break
    }
  }

  private mutating func settle(at time: SimulatedTime) {
    let days = time.days - lastChange
    vacantDays += (established.sum - filled.sum) * days
    postDays += established.sum * days
    lastChange = time.days
  }

  private mutating func countTenure(since joined: SimulatedTime, at time: SimulatedTime) {
    let years = time.days(since: joined) / 365.25
    people += 1
    if years >= 1 { overOneYear += 1 }
    if years >= 2 { overTwoYears += 1 }
  }

  mutating func start() {
    started = Keyed(repeating: 0)
    startedInTeam = Keyed(repeating: 0)
    promoted = Keyed(repeating: 0)
    left = Keyed(repeating: 0)
    leftTeam = Keyed(repeating: 0)
    reasons = Keyed(repeating: 0)
    people = 0
    overOneYear = 0
    overTwoYears = 0
    turnedAway = 0
    vacantDays = 0
    postDays = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    settle(at: month.end)
    let index = month.index
    let total = filled.sum
    let vacant = established.sum - total
    readings.set(inPost, index, total)
    readings.set(headcount, index, heads)
    readings.set(establishment, index, established.sum)
    readings.set(vacancies, index, vacant)
    readings.set(vacancyRate, index, vacant, over: established.sum)
    readings.set(starters, index, started.sum)
    readings.set(leavers, index, left.sum)
    for reason in LeavingReason.allCases {
      readings.set(leaversByReason + reason.index, index, reasons[reason])
    }
    var leftTotal = 0.0
    for role in Role.allCases {
      if month.days > 0 { leftOverYear[role].close(left[role]) }
      let overYear = leftOverYear[role].total
      leftTotal += overYear
      readings.set(inPostByRole + role.index, index, filled[role])
      readings.set(
        vacancyRateByRole + role.index, index, established[role] - filled[role], over: established[role])
      readings.set(turnoverByRole + role.index, index, overYear, over: filled[role])
      readings.set(startersByRole + role.index, index, started[role])
      readings.set(leaversByRole + role.index, index, left[role])
      readings.set(promotedIntoRole + role.index, index, promoted[role])
    }
    for team in Team.allCases {
      readings.set(inPostByTeam + team.index, index, teamFilled[team])
      readings.set(
        vacancyRateByTeam + team.index, index, teamEstablished[team] - teamFilled[team],
        over: teamEstablished[team])
      readings.set(startersByTeam + team.index, index, startedInTeam[team])
      readings.set(leaversByTeam + team.index, index, leftTeam[team])
    }
    readings.set(turnover, index, leftTotal, over: total)
    readings.set(stability, index, overOneYear, over: people)
    readings.set(stabilityTwoYears, index, overTwoYears, over: people)
    let managers = filled[.practiceManager]
    readings.set(
      managerVacancyRate, index, established[.practiceManager] - managers, over: established[.practiceManager]
    )
    readings.set(span, index, filled[.socialWorker] + filled[.seniorPractitioner], over: managers)
    readings.set(vacantAverage, index, vacantDays, over: month.days)
    readings.set(vacancyAverageRate, index, vacantDays, over: postDays)
    readings.set(startersTurnedAway, index, turnedAway)
    start()
  }
}
