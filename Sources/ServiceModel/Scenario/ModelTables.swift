import DiscreteEvents
import Parameters
import Synchronization

/// A scenario laid out for the simulation: everything that every replication reads and none changes.
public final class ModelTables: Sendable {
  let parameters: ServiceParameters
  public let calendar: ModelCalendar
  let rows: PlainTable<Stage, PathwayRow>
  /// Length of each stage, and its ratio by age.
  let lengths: PlainTable<Stage, Distribution>
  let ageRatios: PlainTable<Stage, PlainTable<AgeBand, Double>>
  let exits: PlainTable<Stage, PlainTable<YearOfAge, Shares<Exit>>>
  /// Ways out of care, by age at entry.
  let waysOut: PlainTable<AgeBand, Shares<Exit>>
  let overload: OverloadParameters
  let returnInterval: Distribution
  let unservedReturnInterval: Distribution
  let proceedings: Distribution
  let careReturnInterval: Distribution
  let leavingCare: LeavingCareTable
  /// Seconds that a change of worker adds, within a team and by moving to another.
  let changeSetback: Int64
  let transferSetback: Int64
  /// The most that load can multiply emergencies by, and what their candidates come at: a power of two, so that
  /// scenarios which differ a little meet the same candidates.
  let mostEscalation: Double
  /// How much likelier care is for one age than for all.
  let careRatios: PlainTable<YearOfAge, Double>
  let emergencyCeiling: Double
  let placementMix: PlainTable<AgeBand, Shares<Placement>>
  let unaccompaniedMix: Shares<Placement>
  let matching: MatchingTable
  /// Approvals of foster households through the year.
  let approvals: SeasonalRate
  let market: MarketTable
  let partnership: PartnershipTable
  let plan: PlanTable
  /// Whether partners reach into the stages of children, and whether there is a plan: read at every step.
  let partnersTouchStages: Bool
  let hasPlan: Bool
  let prices: PriceTable
  let payScale: PayScale
  /// Whether the grant for an unaccompanied child changes on the sixteenth birthday.
  let grantChangesAt16: Bool
  let opening: OpeningTable
  /// Days between moves; nil where nobody moves.
  let meanDaysToMove: PlainTable<Placement, Double?>
  let ages: Shares<AgeBand>
  let directAges: PlainTable<DirectEntry, Shares<AgeBand>>
  let entry: Shares<Stage>
  /// Running sums of the shares of families with 1, 2, 3 … children.
  let siblings: PlainList<Double>
  let rate: ReferralRate
  let drift: DriftTable
  /// Posts at the start that drift adds to and takes from, team by team and role by role; 0 for a role that stays.
  let driftingPosts: [Int]
  let steps: PlainTable<RecruitmentStep, Distribution>
  let inductionMonths: [Double]
  let fteOfPosts: FteDeal
  let reasons: Shares<LeavingReason>
  /// Applicants by the month in which the advert opens, January first; empty where there is no season.
  let applicantSeason: [Double]
  let newlyQualifiedSeason: [Double]
  let postCount: Int
  /// Hazard of leaving at the reference load, per second.
  let hazards: PlainTable<Role, PlainTable<TenureBand, Double>>
  let caseloadElasticity: Double
  /// The load at which no effect of load changes anything, over the norm, by team.
  let referenceRatios: PlainTable<Team, Double>
  /// What mentoring one newly qualified worker takes of a colleague's time, in FTE.
  let mentorFte: Double
  /// A load to the power of the elasticity of leaving; the factor at the least load that counts.
  let leavingPower: LoadPowers
  let leastLeavingFactor: Double
  /// A load to the power of minus the elasticity of pace.
  let slowing: LoadPowers
  let endsAt18: Bool
  /// Whether practice managers' work, who leads a pod, and the state of a team matter to anything.
  let managersMatter: Bool
  let leadMatters: Bool
  let teamMatters: Bool
  let cohortDates: [CohortDate]
  let levers: LeverTable
  let responses: ResponseTable
  let inspections: PlainTable<InspectionSlot, InspectionDate>
  /// Inspections after the dated ones; nil where there are none.
  let laterInspections: LaterInspections?
  /// Source of what the notice to improve does; nil where there can be none, or it does nothing.
  let noticeSource: Int?
  let paceElasticity: Double
  /// Share of working time that leave and training leave, and whether stages run on their worker's clock at all.
  let availability: Double
  let isPaced: Bool
  /// Spells of absence of one person in a year at the highest load, of all kinds; shares of the kinds.
  let absencesPerYear: Double
  let absenceKinds: Shares<AbsenceKind>
  let absences: PlainTable<AbsenceKind, AbsenceRow>
  /// Time away over time there, in the steady state at the reference load.
  let absenceYears: Double
  let agencyFill: Distribution
  let agencyAssignment: Distribution
  let establishmentFte: Double
  /// Whether an overspend on staff slows permission to fill posts, and what one FTE of a role costs in a year, by pay and
  /// through an agency.
  let overspendMatters: Bool
  let payPerYear: PlainTable<Role, Double>
  let agencyPerYear: PlainTable<Role, Double>
  /// Influences whose dates are known, and how many sources of influence there are.
  let dated: DatedInfluences
  private let watchedOnce = Mutex<[Series]?>(nil)

  /// What a run of the scenario watches, in order.
  package var watched: [Series] {
    watchedOnce.withLock { known in
      let series = known ?? Scoreboard(self).series
      known = series
      return series
    }
  }

  /// Every series that a scenario can watch, those off by default among them.
  package static var everySeries: [Series] {
    var parameters = ServiceParameters()
    parameters.watch.waitOverDays = 1
    parameters.watch.occupancyUpTo = 1
    return ModelTables(parameters).watched
  }

  /// General price level of a financial year (0 is the first), 1 in the first.
  public func generalPrices(year: Int) -> Double { prices.deflator[year] }

  /// Budget of a line in a financial year (0 is the first), pounds; nil where none is set.
  public func budget(_ line: BudgetLine, year: Int) -> Double? { prices.budget[line][year] }

  public convenience init(_ parameters: ServiceParameters) { self.init(parameters, dated: DatedInfluences()) }

  /// - Parameter more: dated influences in addition to the scenario's.
  init(_ parameters: ServiceParameters, dated more: DatedInfluences) {
    precondition(
      Stage.allCases.count <= Stage.Numbers.count, "A child has no room for a number for each stage.")
    precondition(
      UnallocatedList.line(priority: StageParameters.priorities.count - 1, hadWorker: false)
        < UnallocatedList.lines, "A list has no line for each priority.")
    self.parameters = parameters
    var dated = more
    let calendar = ModelCalendar(parameters.run)
    self.calendar = calendar
    let stages = parameters.pathway.stages
    rows = PlainTable { PathwayRow(stages[$0], stage: $0) }
    lengths = PlainTable { stages[$0].duration.distribution ?? .constant(0) }
    ageRatios = PlainTable { stage in PlainTable { stages[stage].ageRatio[$0] } }
    exits = PlainTable { stage in PlainTable { Shares(parameters.pathway.exitShares(stage, at: $0)) } }
    waysOut = PlainTable { Shares(stages[.lookedAfter].exitShares(of: $0)) }
    overload = parameters.overload
    returnInterval = parameters.pathway.returnInterval.distribution ?? .constant(0)
    unservedReturnInterval = parameters.pathway.unservedReturnInterval.distribution ?? .constant(0)
    proceedings = parameters.care.proceedings.distribution ?? .constant(0)
    careReturnInterval = parameters.care.returnInterval.distribution ?? .constant(0)
    changeSetback = Int64((parameters.pathway.changeOfWorkerSetbackDays * 86_400).rounded())
    transferSetback = Int64((parameters.pathway.transferSetbackDays * 86_400).rounded())
    careRatios = PlainTable { parameters.pathway.careRatio(at: $0) }
    mostEscalation =
      power(Service.mostLoadRatio, parameters.overload.escalationElasticity)
      * (YearOfAge.allCases.map(parameters.pathway.careRatio(at:)).max() ?? 1)
    placementMix = PlainTable { Shares(parameters.placements.mix[$0].shares.elements) }
    unaccompaniedMix = Shares(parameters.placements.unaccompaniedMix.shares.elements)
    matching = MatchingTable(parameters.placements, parameters.fostering)
    approvals = SeasonalRate(parameters.fostering.monthProfile, calendar: calendar)
    market = MarketTable(parameters.money.market, calendar: calendar)
    prices = PriceTable(parameters, calendar: calendar)
    payScale = PayScale(parameters.money)
    grantChangesAt16 = parameters.money.grantPerWeek[.under16] != parameters.money.grantPerWeek[.age16or17]
    meanDaysToMove = PlainTable {
      let perYear = parameters.placements.movesPerYear[$0]
      return perYear > 0 ? 365.25 / perYear : nil
    }
    ages = Shares(parameters.demand.ages.elements)
    directAges = PlainTable { Shares(parameters.demand.direct[$0].ages) }
    entry = Shares(parameters.demand.entry.elements)
    siblings = PlainList(cumulative(parameters.demand.siblings))
    let surges = SurgeSlot.allCases.map { Surge(parameters.demand.surges[$0], start: parameters.run.starts) }
      .filter { $0.shape != .none }
    steps = PlainTable { parameters.recruitment.steps[$0].distribution ?? .constant(0) }
    inductionMonths = parameters.workforce.inductionMonths
    fteOfPosts = FteDeal(parameters.workforce)
    let leaving = parameters.leaving
    reasons = Shares(leaving.reasons.elements)
    hazards = PlainTable { role in
      PlainTable { leaving.perYear[$0] * leaving.roleRatio[role] / (365.25 * 86_400) }
    }
    applicantSeason = Self.season(parameters.recruitment.applicantsByMonth)
    newlyQualifiedSeason = Self.season(parameters.newlyQualified.shareByMonth)
    caseloadElasticity = leaving.caseloadElasticity
    let references = parameters.referenceLoads()
    referenceRatios = PlainTable { references[$0] / parameters.workforce.teams[$0].caseloadNorm }
    mentorFte = parameters.newlyQualified.mentorFte
    leavingPower = LoadPowers(exponent: leaving.caseloadElasticity)
    leastLeavingFactor = power(Service.leastLoadRatio, leaving.caseloadElasticity)
    slowing = LoadPowers(exponent: -parameters.overload.paceElasticity)
    endsAt18 = parameters.pathway.endsAt18
    managersMatter =
      parameters.managers.isUsed || leaving.spanElasticity != 0
      || stages.elements.contains { $0.signOffHours > 0 }
      || (parameters.plan.doneBy == .desks && parameters.plan.hasActions)
    leadMatters =
      leaving.managerVacantRatio != 1 || leaving.managerNewRatio != 1 || leaving.spanElasticity != 0
    teamMatters = leaving.unfilledEffect != 0 || leaving.absenceEffect != 0
    cohortDates = parameters.cohorts.dates(calendar)
    paceElasticity = parameters.overload.paceElasticity
    availability = parameters.workforce.availability
    // Overtime makes work go faster, so that it has to run on the worker's clock.
    isPaced = paceElasticity > 0 || availability != 1 || parameters.responses.overtime.terms.isOn
    opening = OpeningTable(parameters, availability: availability)
    // The rate of absence is drawn at twice the reference load and thinned to the load as it is.
    let kinds = parameters.absence.kinds.elements
    let rates = kinds.map { $0.perYear * power(2, $0.caseloadElasticity) }
    absencesPerYear = rates.reduce(0, +)
    absenceKinds = Shares(rates)
    absences = PlainTable { AbsenceRow(parameters.absence.kinds[$0]) }
    absenceYears = parameters.absence.yearsAway
    agencyFill = parameters.agency.fill.distribution ?? .constant(0)
    agencyAssignment = parameters.agency.assignment.distribution ?? .constant(0)
    let deal = FteDeal(parameters.workforce)
    establishmentFte = Team.allCases.reduce(0.0) { sum, team in
      Role.allCases.reduce(sum) { $0 + deal.deal(parameters.workforce.teams[team].posts[$1]).reduce(0, +) }
    }
    let recruitment = parameters.recruitment
    overspendMatters = recruitment.overspendDelay > 0 || recruitment.overspendFreeze > 0
    payPerYear = PlainTable { parameters.money.salary[$0] * (1 + parameters.money.onCostShare) }
    agencyPerYear = PlainTable { parameters.agency.perWeek[$0] * 365.25 / 7 }
    parameters.pay.lay(into: &dated, calendar)
    partnership = PartnershipTable(parameters.partnership)
    plan = PlanTable(parameters.plan, calendar: calendar, dated: &dated)
    partnersTouchStages = partnership.touchesStages
    hasPlan = plan.isOn
    responses = ResponseTable(parameters.responses)
    levers = LeverTable(parameters, calendar, into: &dated)
    inspections = PlainTable {
      InspectionDate(parameters.inspection.slots[$0], parameters.inspection, calendar, into: &dated)
    }
    noticeSource = parameters.notice.movesAnything ? dated.newSource() : nil
    laterInspections = LaterInspections(parameters.inspection, calendar, into: &dated)
    drift = DriftTable(parameters, calendar, into: &dated)
    driftingPosts = Team.allCases.flatMap { team in
      Role.allCases.map { $0.drifts ? parameters.workforce.teams[team].posts[$0] : 0 }
    }
    self.dated = dated
    let mostEmergencies = mostEscalation * dated.highest(.careEntry) * plan.highest(.careEntry)
    var doubled = 1.0
    while doubled < mostEmergencies * (1 - 1e-12) { doubled *= 2 }
    emergencyCeiling = doubled
    rate = ReferralRate(
      parameters.demand, surges: surges, calendar: calendar,
      highest: partnership.highestContacts * plan.highest(.referrals) * dated.highest(.referrals))
    leavingCare = LeavingCareTable(
      parameters,
      highest: max(
        plan.highest(.reunification) * dated.highest(.reunification),
        plan.highest(.permanence) * dated.highest(.permanence)))
    postCount = Team.allCases.reduce(0) { sum, team in
      Role.allCases.reduce(sum + parameters.workforce.teams[team].posts.elements.reduce(0, +)) {
        $0 + parameters.postsInReserve(team, $1)
      }
    }
  }
}

extension ModelTables {
  /// Twelve weights from April to March as multipliers of mean 1 from January on; none when they are empty.
  static func season(_ weights: [Double]) -> [Double] {
    let mean = weights.reduce(0, +) / Double(max(weights.count, 1))
    guard weights.count == 12, mean > 0 else { return [] }
    return (0..<12).map { weights[($0 + 9) % 12] / mean }
  }

  /// The multiplier of applicants to an advert that opens at that moment.
  func season(ofApplicantsAt time: SimulatedTime) -> Double {
    applicantSeason.isEmpty ? 1 : applicantSeason[calendar.date(time).civil.month - 1]
  }

  /// The multiplier of the newly qualified among those who start at that moment.
  func season(ofNewlyQualifiedAt time: SimulatedTime) -> Double {
    newlyQualifiedSeason.isEmpty ? 1 : newlyQualifiedSeason[calendar.date(time).civil.month - 1]
  }
}

/// Deals the full-time equivalents out to the posts so that the shares hold as nearly as whole posts allow.
struct FteDeal: Sendable {
  private let values: [Double]
  private let shares: [Double]

  init(_ workforce: WorkforceParameters) {
    values = workforce.fteValues
    shares = workforce.fteShares
  }

  /// The FTE of each of `count` posts, the kinds spread evenly among them.
  func deal(_ count: Int) -> [Double] {
    var given = Array(repeating: 0, count: values.count)
    return (0..<count).map { post in
      let behind = shares.indices.map { shares[$0] * Double(post + 1) - Double(given[$0]) }
      let next = behind.indices.max { behind[$0] < behind[$1] } ?? 0
      given[next] += 1
      return values[next]
    }
  }
}
