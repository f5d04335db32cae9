import DiscreteEvents

/// One council's service in one replication: the state, and the loop that lets events change it.
///
/// The rules stand in the extensions, one subject to a file. The state is flat storage that is reused from one
/// replication to the next; events name entities by their place in it.
///
/// Even rules that only read are `mutating`: the compiler then reaches the state where it stands, where for a
/// reading method it may copy all of it first (measured: a sixth of the time of a run).
struct Service: ~Copyable {
  private(set) var tables: ModelTables
  var events = FutureEventList<ServiceEvent>(reserving: 8192)
  var streams: RandomStreams
  var scoreboard: Scoreboard
  var trace: Trace

  /// Children who are known; a place is given again when its child is closed and will not come back.
  var children = Store<Child>(reserving: 8192)
  var freePlaces = Store<Int32>(reserving: 8192)
  /// Keeps the children who will not come back too, for a test that looks at everyone.
  var forgetsNobody = false
  /// Children so far, those who have been forgotten among them.
  var childrenSoFar = 0
  /// Looked-after children, in no particular order.
  var inCare = Store<Int32>(reserving: 1024)
  /// Children in each stage.
  var stageCounts = Flat<Stage, Int>(repeating: 0)
  /// Children who wait for a place in a stage that nobody holds, first come first served.
  var placeQueues = Flat<Stage, UnallocatedList>(repeating: UnallocatedList())

  var posts: Store<Post>
  var workers = Store<Worker>(reserving: 1024)
  var caseloads = Caseloads()
  var teams: Teams
  /// Posts whose search waits for a free place in recruitment.
  var searchQueue = Store<Int32>(reserving: 256)
  var searchQueueHead = 0
  var searchesRunning = 0
  /// Starters from the always-open advert so far.
  var rollingStarters = 0
  /// Weighted cases that each team holds, and the capacity of those at work at the norm, hundredths.
  var teamLoad = Flat<Team, Double>(repeating: 0)
  var teamCapacity = Flat<Team, Double>(repeating: 0)
  /// In-house foster places.
  var fosterPlaces = 0
  /// Children in each type of placement now and at the start, and what the market makes of its price.
  var placedCounts = Flat<Placement, Int>(repeating: 0)
  var placedAtStart = Flat<Placement, Int>(repeating: 0)
  var marketIndex = Flat<Placement, Double>(repeating: 1)
  var fosterRecruits: UInt32 = 0
  var fosterLosses: UInt32 = 0
  var fosterLossTicket = EventTicket.none
  var fosterRecruitTicket = EventTicket.none
  var fosterRecruitAt = SimulatedTime.never
  /// Partners, empty when the scenario has none, and what they do together.
  var partners = Store<PartnerState>(reserving: 8)
  var partnership = PartnershipLevels()
  /// What partners and other influences multiply referrals by.
  var referralLevel = 1.0
  /// Actions of the plan.
  var actions = Store<ActionState>(reserving: 32)
  var actionsDelivered = 0
  /// Agency staff at work and on their way, FTE, and posts that wait because the cap is reached.
  var agencyFte = 0.0
  var agencyQueue = Store<Int32>(reserving: 64)
  var agencyQueueHead = 0
  /// Multiplier of every worker's hazard in the financial year.
  var councilYear = 1.0
  /// Practice managers' desks and the work on them.
  var desks = Desks()
  /// Posts of practice managers, where who leads a pod matters.
  var managerPosts = Store<Int32>(reserving: 32)
  /// Whether the opening's staff are all in post, so that their effects on one another count.
  var isStaffed = false
  /// What unfilled posts and absence do to the hazard of each team.
  var teamStress = Flat<Team, Double>(repeating: 1)
  /// Seconds so far, each as long as the team's stress was then, and up to when they are counted.
  var teamClock = Flat<Team, Double>(repeating: 0)
  var teamClockSettled = Flat<Team, SimulatedTime>(repeating: .zero)
  /// Stress on which the pending checks of leaving rest: while it is no higher, none comes too late.
  var teamBound = Flat<Team, Double>(repeating: 1)
  var teamStaff = Flat<Team, StaffOfPosts>(repeating: StaffOfPosts())
  /// What influences make of the weight of each exit, and whether any of it is not 1.
  var exitTilt = Flat<Exit, Double>(repeating: 1)
  var exitsAreTilted = false
  /// What each inspection found.
  var judgements = Flat<InspectionSlot, Judgement>(repeating: .none)
  var noticeInForce = false
  /// Reviews in a row at which the notice's conditions held.
  var reviewsHeld = 0
  /// People of cohorts, those who wait for a vacancy among them.
  var cohorts = Cohorts()
  /// What policies, events, partners and the plan multiply.
  var influences: Influences
  /// What influences do to every worker's hazard: that of leaving, and pay.
  var leavingLevel = 1.0
  var month = 0
  var year = 0
  /// Referral multiplier of the month, beyond Poisson chance.
  var monthNoise = 1.0
  var candidate = 0
  /// Uniform mark of the candidate to come, by which it is thinned.
  var candidateMark = 0.0
  var directEntries = Flat<DirectEntry, Int>(repeating: 0)

  init(_ tables: ModelTables, traced: TraceTarget? = nil) {
    self.tables = tables
    streams = RandomStreams(seed: UInt64(tables.parameters.run.seed), replication: 0)
    scoreboard = Scoreboard(tables)
    trace = Trace(traced)
    posts = Store<Post>(reserving: max(tables.postCount, 4))
    teams = Teams(tables.parameters)
    influences = Influences(sources: tables.dated.sources)
  }

  var now: SimulatedTime { events.now }

  /// Goes on with other values of the same scenario; the calendar and what is watched must be the same.
  mutating func use(_ tables: ModelTables) {
    guard tables !== self.tables else { return }
    self.tables = tables
    scoreboard = Scoreboard(tables)
    teams = Teams(tables.parameters)
    influences = Influences(sources: tables.dated.sources)
  }

  /// Simulates one possible future from the opening position to the end.
  mutating func run(replication: Int) -> ReplicationOutcome {
    reset(replication: replication)
    open()
    proceed()
    return ReplicationOutcome(
      replication: replication, readings: scoreboard.takeReadings(), opening: scoreboard.openingReadings,
      balances: scoreboard.balances.results, events: events.takenTotal, staleEvents: events.staleTotal,
      spells: takeSpells())
  }

  private mutating func takeSpells() -> [WorkerSpell] {
    var joined: [Double] = []
    joined.reserveCapacity(workers.count)
    for worker in 0..<workers.count { joined.append(workers[worker].joined.days) }
    return scoreboard.takeSpells(at: tables.calendar.end, joined: joined)
  }

  /// Lets one event after another change the state, to the end.
  mutating func proceed() {
    while let event = events.next() {
      if event.time > tables.calendar.end { break }
      lookAhead()
      handle(event)
      if month == tables.calendar.months { break }
    }
  }

  mutating func reset(replication: Int) {
    streams.rekey(seed: UInt64(tables.parameters.run.seed), replication: UInt64(replication))
    events.reset(to: .zero)
    scoreboard.reset()
    trace.reset()
    children.removeAll()
    freePlaces.removeAll()
    childrenSoFar = 0
    inCare.removeAll()
    stageCounts = .init(repeating: 0)
    placeQueues = Flat(repeating: UnallocatedList())
    posts.removeAll()
    workers.removeAll()
    caseloads.removeAll()
    teams.reset()
    searchQueue.removeAll()
    searchQueueHead = 0
    searchesRunning = 0
    rollingStarters = 0
    teamLoad = .init(repeating: 0)
    teamCapacity = .init(repeating: 0)
    fosterPlaces = 0
    placedCounts = .init(repeating: 0)
    placedAtStart = .init(repeating: 0)
    marketIndex = .init(repeating: 1)
    fosterRecruits = 0
    fosterLosses = 0
    fosterLossTicket = .none
    fosterRecruitTicket = .none
    fosterRecruitAt = .never
    partners.removeAll()
    partnership = PartnershipLevels()
    referralLevel = 1
    actions.removeAll()
    actionsDelivered = 0
    agencyFte = 0
    agencyQueue.removeAll()
    agencyQueueHead = 0
    desks.reset()
    managerPosts.removeAll()
    isStaffed = false
    teamStress = .init(repeating: 1)
    teamClock = .init(repeating: 0)
    teamClockSettled = .init(repeating: .zero)
    teamBound = .init(repeating: 1)
    teamStaff = .init(repeating: StaffOfPosts())
    cohorts.reset()
    exitTilt = .init(repeating: 1)
    exitsAreTilted = false
    judgements = .init(repeating: .none)
    noticeInForce = false
    reviewsHeld = 0
    influences.reset()
    leavingLevel = 1
    month = 0
    year = 0
    candidate = 0
    directEntries = .init(repeating: 0)
  }

  private mutating func handle(_ event: ScheduledEvent<ServiceEvent>) {
    let entity = Int(event.action.entity)
    switch event.action.kind {
    case .candidate: familyMayBeReferred()
    case .replayedReferral: replayReferral(entity)
    case .directEntry: enterDirectly(by: DirectEntry.at(entity))
    case .stageEnd: if isLive(event, children[entity].stageTicket) { stageEnds(entity) }
    case .placementMove: if isLive(event, children[entity].moveTicket) { moveElsewhere(entity) }
    case .stepDown: if isLive(event, children[entity].moveTicket) { stepDown(entity) }
    case .rereferral: if isLive(event, children[entity].returnTicket) { referAgain(entity) }
    case .returnToCare: if isLive(event, children[entity].careReturnTicket) { returnToCare(entity) }
    case .leaveCheck: if isLive(event, workers[entity].leaveTicket) { mayLeave(entity) }
    case .handover: handOver(entity)
    case .departure: depart(entity)
    case .induction: nextInductionMonth(entity)
    case .recruitmentStep: if isLive(event, posts[entity].stepTicket) { stepEnds(entity) }
    case .rollingStarter: rollingStarter()
    case .workCompleted: if isLive(event, workers[entity].paceTicket) { workCompleted(entity) }
    case .fosterRecruit: if isLive(event, fosterRecruitTicket) { fosterRecruited() }
    case .partnerSteps: if isLive(event, partners[entity].ticket) { partnerSteps(entity) }
    case .actionMayBegin: actionMayBegin(entity)
    case .actionDelivered: if isLive(event, actions[entity].ticket) { deliverAction(entity) }
    case .grantChanges: grantChanges(entity)
    case .fosterLoss: if isLive(event, fosterLossTicket) { fosterLost() }
    case .absenceBegins: if isLive(event, workers[entity].absenceTicket) { absenceMayBegin(entity) }
    case .absenceEnds: if isLive(event, workers[entity].absenceTicket) { absenceEnds(entity) }
    case .agencyAsked: if isLive(event, posts[entity].coverTicket) { askAgency(entity) }
    case .agencyArrives: if isLive(event, posts[entity].coverTicket) { agencyArrives(entity) }
    case .assignmentEnds: assignmentEnds(entity)
    case .deskTaskEnds: if isLive(event, desks[entity].ticket) { deskTaskEnds(entity) }
    case .supervisionDue: supervisionDue(entity)
    case .managerSettles: if isLive(event, posts[entity].settleTicket) { managerSettles(entity) }
    case .cohortArrives: cohortArrives(entity)
    case .cohortGivesUp: cohortGivesUp(entity)
    case .inspection: inspection(entity)
    case .noticeReview: noticeReview()
    case .leverCharged: leverCharged(entity)
    case .retentionPaid: retentionPaid(entity)
    case .tieInEnds: tieInEnds()
    case .managersLost: managersLost()
    case .postsFunded: postsFunded()
    case .influenceChanges: applyInfluences(from: entity)
    case .monthEnd: monthEnds()
    }
  }

  private mutating func isLive(_ event: ScheduledEvent<ServiceEvent>, _ ticket: EventTicket) -> Bool {
    if event.ticket == ticket { return true }
    events.noteStale()
    return false
  }

  /// Schedules an event, unless it would come after the end of the run.
  @discardableResult
  mutating func schedule(_ kind: ServiceEvent.Kind, _ entity: Int, at time: SimulatedTime) -> EventTicket {
    guard time <= tables.calendar.end else { return .none }
    return events.schedule(ServiceEvent(kind, entity), at: time, priority: EventPriority.ordinary)
  }

  /// Utters a fact to all who listen.
  @inline(__always)
  mutating func utter(_ fact: Fact) {
    scoreboard.hear(fact, at: events.now)
    if trace.isOn { trace.hear(fact, at: events.now) }
  }

  // MARK: Months

  private mutating func monthEnds() {
    takeCensus()
    scoreboard.closeMonth(month, at: now, stageCounts: stageCounts, staff: staffCount())
    tellSpending()
    month += 1
    guard month < tables.calendar.months else { return }
    scheduleMonthEnd()
    paySupplement()
    let newYear = tables.calendar.yearOfMonth[month]
    if newYear != year {
      year = newYear
      drawCouncilYear()
      refreshEveryHazard()
      payIncrements()
    }
    moveMarket()
    beginMonthOfReferrals()
  }

  mutating func scheduleMonthEnd() {
    events.schedule(
      ServiceEvent(.monthEnd, month), at: tables.calendar.monthEnds[month], priority: EventPriority.reading)
  }
}
