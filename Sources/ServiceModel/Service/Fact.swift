import DiscreteEvents

/// What the model utters. Measures, checks and the story of a life are all made from facts, and from nothing else.
enum Fact {
  /// A child without an open case is referred; `again` when the last referral was at most twelve months ago.
  case referred(child: Int, again: Bool)
  /// A referral was turned away because the list was full.
  case refused(child: Int, team: Team)
  /// Contacts of a month that were not referrals.
  case contactsWithoutReferral(Int)
  case stageEntered(child: Int, stage: Stage, band: AgeBand)
  /// `workingDays` is counted from the referral for an assessment, from the strategy discussion for a conference, and
  /// from the stage's own beginning where there was none.
  /// `completed` unless an emergency, the eighteenth birthday or a refusal cut it short.
  case stageLeft(child: Int, stage: Stage, exit: Exit, days: Double, workingDays: Int, completed: Bool)
  /// A child gets a worker, at once or from the list. `change` when another worker held the child before.
  case allocated(child: Int, worker: Int, team: Team, waitedDays: Double, fromList: Bool, change: Bool)
  case joinedList(child: Int, team: Team)
  /// Left the list without a worker.
  case leftList(child: Int, team: Team)
  /// The child who has just been allocated was held by another worker in an earlier stage of its open case.
  case transferred(child: Int, worker: Int, team: Team)
  case caseReleased(child: Int, worker: Int, team: Team)
  /// At a month end, one for each child on a list: how long so far, and whether for its first worker in the team.
  case waitingAtCensus(child: Int, team: Team, days: Double, isFirst: Bool)
  /// A child who has entered a stage that nobody holds finds no place there and waits for one.
  case placeAwaited(child: Int, stage: Stage)
  /// A child who waited has a place from now on.
  case placeTaken(child: Int, stage: Stage, waitedDays: Double)
  /// A child who waited leaves without a place.
  case placeNotFound(child: Int, stage: Stage, waitedDays: Double)
  case careStarted(child: Int, band: AgeBand)
  /// How long a child who starts to be looked after, or is so at the start, will stay unless something changes it.
  case stayDrawn(child: Int, DrawnStay)
  case careEnded(child: Int, exit: Exit, band: AgeBand, days: Double)
  case placed(child: Int, placement: Placement, first: Bool)
  /// The child's placement costs so many times what its type does.
  case priceOfPlacement(child: Int, placement: Placement, ratio: Double)
  /// A child begins (`true`) or ends waiting for a place in a children's home.
  case homeAwaited(child: Int, begins: Bool)
  case placementEnded(child: Int, placement: Placement, since: SimulatedTime)
  /// A partner's engagement; `before` is nil at the start.
  case engagementSet(partner: Partner, engagement: Engagement, before: Engagement?)
  case actionBegan(action: ActionSlot)
  /// Days after the end of the day on which it was due; negative when early.
  case actionDelivered(action: ActionSlot, daysLate: Double)
  /// The work on an action is done, but has not worked: it is done again.
  case actionFailed(action: ActionSlot)
  /// A move has raised the child's need.
  case needRose(child: Int, need: Need)
  /// The Home Office pays for an unaccompanied child from now on: at that rate, in place of any before.
  case grantStarted(child: Int, kind: GrantKind)
  case proceedingsStarted(child: Int)
  /// A guardianship or adoption allowance begins, to be paid until the eighteenth birthday.
  case allowanceStarted(child: Int, until: SimulatedTime)
  case postOpened(Placing)
  /// A vacant post is no longer established.
  case postClosed(Placing)
  case noticeGiven(worker: Int, Placing)
  case workerStarted(worker: Int, Placing, atStart: Bool)
  case workerLeft(worker: Int, Placing, tenureYears: Double, reason: LeavingReason)
  case searchStarted(post: Int)
  /// A search joins (`true`) or leaves (`false`) the line of those that wait for a free place in recruitment.
  case searchWaits(post: Int, waits: Bool)
  case roundStarted(post: Int)
  case roundFailed(post: Int)
  /// A search has ended in a hire, so long after it was asked for, and waited so long of it before it could begin.
  case hired(Placing, days: Double, waitedDays: Double = 0)
  case starterTurnedAway
  case workerPromoted(worker: Int, from: Placing, to: Placing)
  /// In-house foster places there now are.
  case fosterPlaces(Int)
  /// A child meant for an in-house foster place found none.
  case fosterPlaceMissed
  case absenceBegan(worker: Int, Placing, kind: AbsenceKind)
  case absenceEnded(worker: Int, Placing, kind: AbsenceKind)
  case agencyStarted(worker: Int, Placing)
  case agencyEnded(worker: Int, Placing, converted: Bool)
  case supportedYearBegan(worker: Int, Placing)
  case supportedYearEnded(worker: Int, Placing)
  /// Somebody in post moves by a number of points on the pay scale.
  case payPointChanged(worker: Int, Placing, points: Int)
  /// Money is spent at once, at the prices of the first year.
  case spent(line: BudgetLine, pounds: Double, events: Double)
  /// The same, for the holder of a post.
  case spentOnPost(post: Int, line: BudgetLine, pounds: Double)
  /// The prices of a line are so many times what they would be by themselves from now on.
  case priceMoved(line: BudgetLine, ratio: Double)
  /// At a month end, one for each worker in post who holds cases.
  case workerAtCensus(
    Placing, cases: Int, load: Double, norm: Double, joined: SimulatedTime, isAgency: Bool)
  /// At a month end, one for each looked-after child.
  case childAtCensus(child: Int, band: AgeBand, placement: Placement, need: Need)
  /// At a month end, one for each other worker in post.
  case workerWithoutCasesAtCensus(Placing, joined: SimulatedTime)
  /// A stage is done and waits for the manager's signature, gets it, or ends without it.
  case signOffAsked(child: Int)
  case signOffGiven(child: Int, waitedDays: Double)
  case signOffWithdrawn(child: Int)
  /// A supervision took place, or was missed.
  case supervisionEnded(worker: Int, held: Bool)
  /// A practice manager's post has somebody at work in it, or no longer has.
  case managerThere(Bool)
  /// A practice manager begins (`true`) or puts down a piece of work.
  case managerBusy(Bool, kind: DeskTask.Kind)
  case improvementWorkDone(Int)
  /// People come by a cohort route, and what they cost.
  case cohortArrived(route: CohortRoute, people: Int, pounds: Double)
  /// One of a cohort begins (`true`) or ends waiting for a vacancy.
  case cohortWaits(Bool)
  case cohortStarted(route: CohortRoute)
  case cohortTurnedAway(route: CohortRoute)
  case inspected(Judgement)
  case noticeChanged(inForce: Bool)
  /// A response is in force from now on, or no longer; the team is nil where it is the whole service's.
  case responseChanged(Response, team: Team?, inForce: Bool)
  /// Somebody above establishment begins (`true`) or ends.
  case agencyAbove(Placing, there: Bool)
  /// A worker of another team begins (`true`) or ends holding a child of a team.
  case caseLent(child: Int, of: Team, to: Team, begins: Bool)
  /// An influence is another from now on.
  case influenceChanged(Influence, to: Double)
}
