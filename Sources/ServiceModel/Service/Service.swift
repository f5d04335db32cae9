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

  var state = ServiceState()
  /// Months after whose end a replication stops: those of the run, unless fewer are read.
  var monthsRead: Int
  /// What policies, events, partners and the plan multiply.
  var influences: Influences
  /// What drifts from year to year in this replication.
  var drift = DriftPaths()

  /// Children who are known; a place is given again when its child is closed and will not come back.
  var children = Store<Child>(reserving: 8192)
  var freePlaces = Store<Int32>(reserving: 8192)
  /// Keeps the children who will not come back too, for a test that looks at everyone.
  var forgetsNobody = false
  /// Children who wait for a place in a stage that nobody holds, first come first served.
  var placeQueues = PlainTable<Stage, UnallocatedList> { _ in UnallocatedList() }
  /// Looked-after children, in no particular order.
  var inCare = Store<Int32>(reserving: 1024)
  /// Children who have waited for a place in a home, in their order.
  var homeQueue = Store<HomeWait>(reserving: 64)
  var posts: Store<Post>
  /// Established posts that nobody holds permanently.
  var vacancies = PlaceSet()
  /// Posts of practice managers whose effect on those whom they lead may have changed.
  var leadsToRefresh = PlaceSet()
  var workers = Store<Worker>(reserving: 1024)
  var caseloads = Caseloads()
  var teams: Teams
  /// Posts whose search waits for a free place in recruitment.
  var searchQueue = SearchQueue()
  /// Posts that wait for agency staff because the cap is reached.
  var agencyQueue = Queue(reserving: 64)
  /// People of cohorts who wait for a vacancy.
  var cohorts = Cohorts()
  /// Practice managers' desks and the work on them.
  var desks = Desks()
  /// How far each response has come, by `ResponsePlace`; empty when none is on.
  var responses = Store<ResponseState>(reserving: 4)
  /// Partners, empty when the scenario has none.
  var partners = Store<PartnerState>(reserving: 8)
  /// Actions of the plan.
  var actions = Store<ActionState>(reserving: 32)

  init(_ tables: ModelTables, traced: TraceTarget? = nil) {
    self.tables = tables
    monthsRead = tables.calendar.months
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
    return outcome(replication)
  }

  /// Events between two questions whether a replication is still wanted: a moment, however large the service.
  static let pace = 256

  /// The same, unless `isOver` says meanwhile that nobody wants it any longer: then nil.
  mutating func run(replication: Int, unless isOver: () -> Bool) -> ReplicationOutcome? {
    if isOver() { return nil }
    reset(replication: replication)
    guard open(unless: isOver) else { return nil }
    while !proceed(Service.pace) { if isOver() { return nil } }
    return outcome(replication)
  }

  private mutating func outcome(_ replication: Int) -> ReplicationOutcome {
    let readings = scoreboard.takeReadings()
    return ReplicationOutcome(
      replication: replication, readings: readings, opening: scoreboard.openingReadings,
      balances: scoreboard.balances.results + [BalanceResult(readings, of: scoreboard.series)],
      events: events.takenTotal, staleEvents: events.staleTotal,
      spells: takeSpells())
  }

  private mutating func takeSpells() -> [WorkerSpell] {
    var joined: [Double] = []
    joined.reserveCapacity(workers.count)
    for worker in 0..<workers.count { joined.append(workers[worker].joined.days) }
    return scoreboard.takeSpells(at: tables.calendar.end, joined: joined)
  }

  /// Lets one event after another change the state, to the end.
  mutating func proceed() { while !proceed(.max) {} }

  /// The same for so many events at most; whether it is the end.
  private mutating func proceed(_ most: Int) -> Bool {
    var left = most
    while let event = events.next() {
      if event.time > tables.calendar.end { return true }
      lookAhead()
      handle(event)
      if state.month >= monthsRead { return true }
      left &-= 1
      if left == 0 { return false }
    }
    return true
  }

  /// Forgets everything that has happened; what takes memory keeps it.
  mutating func reset(replication: Int) {
    streams.rekey(seed: UInt64(tables.parameters.run.seed), replication: UInt64(replication))
    state = ServiceState()
    drift.draw(tables.drift, streams)
    events.reset(to: .zero)
    influences.reset()
    scoreboard.reset()
    trace.reset()
    children.removeAll()
    freePlaces.removeAll()
    for stage in Stage.allCases { placeQueues[stage] = UnallocatedList() }
    inCare.removeAll()
    homeQueue.removeAll()
    posts.removeAll()
    vacancies.removeAll()
    leadsToRefresh.removeAll()
    workers.removeAll()
    caseloads.removeAll()
    teams.removeAll()
    searchQueue.removeAll()
    agencyQueue.removeAll()
    cohorts.removeAll()
    desks.removeAll()
    responses.removeAll()
    partners.removeAll()
    actions.removeAll()
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
    case .careRouteOpens: if isLive(event, children[entity].routeTicket) { careRouteOpens(entity) }
    case .placedForAdoption:
      if isLive(event, children[entity].adoptionTicket) { placeForAdoption(entity) }
    case .returnToCare: if isLive(event, children[entity].careReturnTicket) { returnToCare(entity) }
    case .leaveCheck: if isLive(event, workers[entity].leaveTicket) { mayLeave(entity) }
    case .handover: handOver(entity)
    case .departure: depart(entity)
    case .induction: nextInductionMonth(entity)
    case .recruitmentStep: if isLive(event, posts[entity].stepTicket) { stepEnds(entity) }
    case .rollingStarter: rollingStarter()
    case .workCompleted: if isLive(event, workers[entity].paceTicket) { workCompleted(entity) }
    case .fosterRecruit: if isLive(event, state.fosterRecruitTicket) { fosterRecruited() }
    case .partnerSteps: if isLive(event, partners[entity].ticket) { partnerSteps(entity) }
    case .actionMayBegin: actionMayBegin(entity)
    case .actionDelivered: if isLive(event, actions[entity].ticket) { deliverAction(entity) }
    case .grantChanges: grantChanges(entity)
    case .fosterLoss: if isLive(event, state.fosterLossTicket) { fosterLost() }
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
    case .managementReview: managementReview()
    case .responseBegins: responseBegins(entity)
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
    countContacts()
    takeCensus()
    scoreboard.closeMonth(state.month, at: now, stageCounts: state.stageCounts, counts: stateCount())
    tellSpending()
    countOverspend()
    state.month += 1
    guard state.month < tables.calendar.months else { return }
    scheduleMonthEnd()
    fadePlan()
    let newYear = tables.calendar.yearOfMonth[state.month]
    if newYear != state.year {
      state.year = newYear
      drawCouncilYear()
      refreshEveryHazard()
      payIncrements()
    }
    moveDrift()
    paySupplement()
    moveMarket()
    moveEstablishment()
    startWaitingSearches()
    beginMonthOfReferrals()
  }

  mutating func scheduleMonthEnd() {
    events.schedule(
      ServiceEvent(.monthEnd, state.month), at: tables.calendar.monthEnds[state.month],
      priority: EventPriority.reading)
  }
}
