import DiscreteEvents

/// What one replication changes and is a plain value: all at its default before anything has happened.
struct ServiceState: BitwiseCopyable {
  // MARK: Time

  /// Month and financial year of the run, each from 0.
  var month = 0
  var year = 0
  /// Multiplier of every worker's hazard in the financial year.
  var councilYear = 1.0
  /// Referral multiplier of the month, beyond Poisson chance.
  var monthNoise = 1.0
  var candidate = 0
  /// Uniform mark of the candidate to come, by which it is thinned.
  var candidateMark = 0.0
  /// Families expected to be referred since the month began, up to the last candidate, and when that came.
  var familiesExpected = 0.0
  var lastCandidateAt = SimulatedTime.zero

  // MARK: Children

  /// Children so far, those who have been forgotten among them.
  var childrenSoFar = 0
  var directEntries = Flat<DirectEntry, Int>()
  /// Children in each stage.
  var stageCounts = Flat<Stage, Int>()
  /// What influences make of the weight of each exit, and whether any of it is not 1.
  var exitTilt = Flat<Exit, Double>(repeating: 1)
  var exitsAreTilted = false
  /// When the choice among exits last changed, by an influence or a partner: before the start, never.
  var exitsChangedAt = SimulatedTime(seconds: .min)
  /// What drift makes of the chances of some ways out, and whether it makes anything of them.
  var driftedChoices = DriftedChoices()
  var choicesDrift = false
  /// What the rate of emergencies is multiplied by where candidates are drawn.
  var emergencyCeiling = 1.0
  /// Children in each type of placement now and at the start, and what the market makes of its price.
  var placed = Flat<Placement, Int>()
  var placedAtStart = Flat<Placement, Int>()
  var marketIndex = Flat<Placement, Double>(repeating: 1)

  /// Children who wait for a home, how many ever did, and how many of these have had their turn.
  var homesAwaited = 0
  var homeWaits: UInt32 = 0
  var homesServed = 0

  // MARK: Foster households

  /// In-house foster places.
  var fosterPlaces = 0
  var fosterRecruits: UInt32 = 0
  var fosterLosses: UInt32 = 0
  var fosterLossTicket = EventTicket.none
  var fosterRecruitTicket = EventTicket.none
  var fosterRecruitAt = SimulatedTime.never

  // MARK: Staff

  var teams = Flat<Team, TeamState>(repeating: TeamState())
  /// Whether the opening's staff are all in post, so that their effects on one another count.
  var isStaffed = false
  /// Whether the opening's children are all with their workers, so that load counts.
  var isOpen = false
  /// What influences do to every worker's hazard: that of leaving, and pay.
  var leavingLevel = 1.0
  var searchesRunning = 0
  /// Pounds spent beyond the budget of posts in a financial year so far, and which year that is.
  var overspend = 0.0
  var overspendYear = 0
  /// What every established post costs in a year, pounds; not a number where it has to be added up anew.
  var budgetOfPosts = Double.nan
  /// Starters from the always-open advert so far.
  var rollingStarters = 0
  /// Agency staff at work and on their way, FTE.
  var agencyFte = ExactAmount.zero
  /// What drift makes of the odds that an agency is asked.
  var agencyOdds = 1.0
  /// Posts that each team is to have of each role, once drift moves them, and all together; below 0 before it does.
  var postsWanted = Flat<Team, Flat<Role, Int32>>(repeating: Flat(repeating: 0))
  var postsWantedInAll: Int32 = -1
  /// Practice managers at work: in post and not away, or an agency worker in their place; FTE.
  var managersAtWork = ExactAmount.zero

  // MARK: Responses

  /// Whether any manager who is free signs off, managers' posts are searched first, thresholds are raised, and any
  /// team gets help from others.
  var signOffIsPooled = false
  var managersComeFirst = false
  var thresholdsAreRaised = false
  var anyBorrows = false

  // MARK: Partners, the plan and inspection

  /// What partners do together.
  var partnership = PartnershipLevels()
  /// What partners and other influences multiply referrals by.
  var referralLevel = 1.0
  var actionsDelivered = 0
  /// What each inspection found.
  var judgements = Flat<InspectionSlot, Judgement>(repeating: .none)
  /// Inspections after the dated ones so far, and what the last of them found and when.
  var laterInspections = 0
  var laterJudgement = Judgement.none
  var laterJudgedAt = SimulatedTime.zero
  var noticeInForce = false
  /// Reviews in a row at which the notice's conditions held.
  var reviewsHeld = 0
}

/// One team as its cases and its staff make it.
struct TeamState: BitwiseCopyable {
  /// Weighted cases that it holds, and the capacity of those at work at the norm, hundredths.
  var load = 0.0
  private(set) var capacity = 0.0
  /// Posts that add to the capacity.
  private var postsAtWork = 0
  /// What unfilled posts and absence do to the hazard of its workers.
  var stress = 1.0
  /// Seconds so far, each as long as the stress was then, and up to when they are counted.
  var clock = 0.0
  var clockSettled = SimulatedTime.zero
  /// Stress on which the pending checks of leaving rest: while it is no higher, none comes too late.
  var bound = 1.0
  var staff = StaffOfPosts()
  /// Whether other teams take its children, and how many they hold.
  var borrows = false
  var lentOut = 0
  /// Whether its managers take children.
  var managersCarry = false
  /// Hours worked relative to the usual ones.
  var hours = 1.0

  /// Takes up what one post adds to the capacity; once none adds anything it is exactly 0, whatever rounding would leave.
  mutating func changeCapacity(from before: Double, to after: Double) {
    postsAtWork += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
    capacity = postsAtWork == 0 ? 0 : capacity + (after - before)
  }
}
