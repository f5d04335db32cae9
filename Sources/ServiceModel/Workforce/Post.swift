import DiscreteEvents

/// Posts with cases and who is in them, in millionths of an FTE: whole numbers, so that what is added and taken away
/// again leaves nothing behind.
struct StaffOfPosts: BitwiseCopyable, Equatable {
  var posted: Int64 = 0
  /// Vacant, without agency cover.
  var unfilled: Int64 = 0
  /// Held by a permanent worker, and of these by one who is away for a time that is covered.
  var there: Int64 = 0
  var away: Int64 = 0

  static func - (left: Self, right: Self) -> Self {
    Self(
      posted: left.posted - right.posted, unfilled: left.unfilled - right.unfilled,
      there: left.there - right.there, away: left.away - right.away)
  }

  static func += (left: inout Self, right: Self) {
    left.posted += right.posted
    left.unfilled += right.unfilled
    left.there += right.there
    left.away += right.away
  }
}

/// One established post.
struct Post: BitwiseCopyable {
  let team: Team
  let role: Role
  let pod: UInt16
  let fte: Double
  /// Place in the team's allocation tree; -1 for a post without cases.
  let leaf: Int32
  /// The permanent holder.
  var worker: Int32 = -1
  /// An agency worker in the holder's place.
  var cover: Int32 = -1
  /// Who can be given cases now: the holder, the cover, or nobody.
  var holder: Int32 = -1
  /// The post of the practice manager who leads the pod, and how many posts this one, of a practice manager, leads.
  var manager: Int32 = -1
  var postsLed: Int32 = 0
  /// The first of the pod's posts other than practice managers', and the one after this; -1 for none.
  var firstInPod: Int32 = -1
  var nextInPod: Int32 = -1
  var covers: UInt32 = 0
  var coverTicket = EventTicket.none
  /// Whether an agency worker is on the way, who already counts under the cap.
  var coverIsComing = false
  /// The desk of the practice manager's post that this is; -1 for another.
  var desk: Int32 = -1
  /// What a practice manager's post does to the hazard of the pod: its holder missing or new, its span too wide.
  var leadEffect = 1.0
  var isNewManager = false
  /// People whom the pod's leader leads, and what a span of that width does to the hazard.
  var led: Int32 = 0
  var spanEffect = 1.0
  /// What the post was last counted as in its team, and whether in its pod.
  var staff = StaffOfPosts()
  var isCounted = false
  var settleTicket = EventTicket.none
  /// Number of the interviews for which the round waits, 0 when it waits for none.
  var interview: UInt32 = 0
  var selectionIsOver = false
  var vacantSince = SimulatedTime.zero
  var stepTicket = EventTicket.none
  var isRunning = false
  /// Whether it is held vacant: nobody has been asked to fill it yet.
  var isHeld = false
  /// Whether its search runs beside those that the limit counts.
  var isBeside = false
  /// Load of a full caseload at the norm, hundredths of a case; and what the holder now adds to the team's capacity.
  private(set) var fullLoad: Double
  var capacity = 0.0
  /// Load at which no effect of load changes anything, hundredths, and that to the power of minus the elasticity of
  /// leaving.
  private(set) var referenceLoad: Double
  private(set) var referenceFactor: Double
  var occupants: UInt32 = 0
  var vacancies: UInt32 = 0
  var round: UInt32 = 0
  var step = RecruitmentStep.approval
  /// Name in the random streams.
  var number: UInt64 = 0
  /// Whether it is established yet.
  var isFunded = true
  /// Whether it is one that a lever adds.
  var isExtra = false
  /// Whether it stands above the establishment, for agency staff alone.
  var isAbove = false
  /// Whether it is above the establishment for somebody who is there from the start, not for a managed team.
  var isStanding = false
  var isOfManagedTeam: Bool { isAbove && !isStanding }
  /// When an agency was last considered for it.
  var agencyConsidered = SimulatedTime.zero
  var isSearching = false
  var hireIsReady = false
  /// When somebody asked for the search, and when it began to run.
  var searchStarted = SimulatedTime.zero
  var searchRunning = SimulatedTime.zero
  var roundStarted = SimulatedTime.zero

  /// - Parameters:
  ///   - norm: weighted cases of one FTE at which a worker is neither under- nor overloaded.
  ///   - reference: the load at which no effect of load changes anything, over the norm.
  ///   - leavingElasticity: of the hazard of leaving, to the load.
  init(
    team: Team, role: Role, pod: UInt16, fte: Double, leaf: Int32, norm: Double, reference: Double,
    leavingElasticity: Double
  ) {
    self.team = team
    self.role = role
    self.pod = pod
    self.fte = fte
    self.leaf = leaf
    (fullLoad, referenceLoad, referenceFactor) = (0, 0, 1)
    setNorm(norm, reference: reference, leavingElasticity: leavingElasticity)
  }

  /// Takes up the team's norm.
  mutating func setNorm(_ norm: Double, reference: Double, leavingElasticity: Double) {
    fullLoad = norm * fte * 100
    referenceLoad = fullLoad * reference
    referenceFactor = leavingElasticity == 0 ? 1 : power(referenceLoad, -leavingElasticity)
  }
}
