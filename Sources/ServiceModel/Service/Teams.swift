/// Every team's allocation: who is least loaded, and who waits.
struct Teams: ~Copyable {
  /// What allocation reads of one team.
  struct Limits: BitwiseCopyable {
    let norm: Double
    let cap: Double
    let waitingLimit: Int
  }

  /// One team.
  struct Allocation: ~Copyable {
    let limitsAtStart: Limits
    var limits: Limits
    var posts = 0..<0
    /// Children who wait.
    var waiting = WaitingChildren()
    /// The posts with cases by load: of those who may hold ordinary cases only, and of those who may hold any.
    var ordinary: LeastLoaded
    var any: LeastLoaded

    init(_ team: TeamParameters, leaves: Int) {
      limitsAtStart = Limits(norm: team.caseloadNorm, cap: team.caseloadCap, waitingLimit: team.waitingLimit)
      limits = limitsAtStart
      ordinary = LeastLoaded(leaves: leaves)
      any = LeastLoaded(leaves: leaves)
    }

    mutating func removeAll() {
      limits = limitsAtStart
      posts = 0..<0
      waiting = WaitingChildren()
      ordinary.removeAll()
      any.removeAll()
    }
  }

  private var teams: PlainTable<Team, Allocation>

  init(_ parameters: ServiceParameters) {
    teams = PlainTable { team in
      let posts = parameters.workforce.teams[team].posts
      let carry = parameters.responses.managersCarry
      let holders = Role.allCases.filter {
        $0.holdsCases || carry.opens($0, of: parameters.workforce.teams[team])
      }
      let leaves = holders.reduce(0) {
        $0 + posts[$1] + parameters.postsInReserve(team, $1)
      }
      return Allocation(parameters.workforce.teams[team], leaves: leaves)
    }
  }

  mutating func removeAll() {
    for team in Team.allCases { teams[team].removeAll() }
  }

  subscript(team: Team) -> Limits { teams[team].limits }

  /// Gives a team another norm and another cap.
  mutating func setLimits(of team: Team, norm: Double, cap: Double) {
    teams[team].limits = Limits(norm: norm, cap: cap, waitingLimit: teams[team].limits.waitingLimit)
  }

  /// Index of the team's first post; its posts with cases come first.
  func firstPost(_ team: Team) -> Int { teams[team].posts.lowerBound }

  /// The team's posts of every role.
  func posts(of team: Team) -> Range<Int> { teams[team].posts }

  mutating func setPosts(_ team: Team, _ range: Range<Int>) { teams[team].posts = range }

  /// Children on the team's unallocated list.
  func waiting(_ team: Team) -> Int { teams[team].waiting.count }

  /// The first of the team's children who need an experienced worker, and of the others.
  func heads(_ team: Team) -> (needing: Int?, others: Int?) { teams[team].waiting.heads }

  /// Below 0 when the first who needs an experienced worker comes before the first of the others, above when after.
  func order(_ team: Team) -> Int { teams[team].waiting.order }

  /// The first child of a line of those who need an experienced worker, or of the others; -1 for none.
  func head(_ team: Team, line: Int, needsExperience: Bool) -> Int {
    Int(teams[team].waiting[needsExperience: needsExperience].head(of: line))
  }

  /// True when a child of that line would have to wait behind one who needs an experienced worker, or another.
  func someoneIsAhead(of line: Int, _ team: Team, needsExperience: Bool) -> Bool {
    teams[team].waiting[needsExperience: needsExperience].hasAheadOf(line: line)
  }

  mutating func append(
    _ child: Int, line: Int, needsExperience: Bool, to team: Team, in children: inout Store<Child>
  ) {
    teams[team].waiting[needsExperience: needsExperience].append(child, line: line, in: &children)
  }

  mutating func remove(
    _ child: Int, line: Int, needsExperience: Bool, from team: Team, in children: inout Store<Child>
  ) {
    teams[team].waiting[needsExperience: needsExperience].remove(child, line: line, in: &children)
  }

  /// Place of the least loaded open post among the team's posts with cases.
  func least(_ team: Team, experienced: Bool) -> Int? {
    let load = teams[team].any.leastLoad
    let loadOfNewer = experienced ? .infinity : teams[team].ordinary.leastLoad
    if load == .infinity, loadOfNewer == .infinity { return nil }
    if load < loadOfNewer { return teams[team].any.placeOfLeast }
    if load > loadOfNewer { return teams[team].ordinary.placeOfLeast }
    return min(teams[team].ordinary.placeOfLeast, teams[team].any.placeOfLeast)
  }

  /// Place of the least loaded open post of those who may hold ordinary cases only.
  func leastNewlyQualified(_ team: Team) -> Int? {
    teams[team].ordinary.leastLoad == .infinity ? nil : teams[team].ordinary.placeOfLeast
  }

  /// Sets the relative load of a post; infinity closes it. A post whose holder is not experienced is open to
  /// ordinary cases only.
  mutating func set(_ leaf: Int, of team: Team, load: Double, isExperienced: Bool) {
    teams[team].ordinary.set(leaf, load: isExperienced ? .infinity : load)
    teams[team].any.set(leaf, load: isExperienced ? load : .infinity)
  }
}
