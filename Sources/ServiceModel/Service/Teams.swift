/// Every team's allocation: who is least loaded, and who waits.
struct Teams: ~Copyable {
  /// What allocation reads of one team.
  struct Limits: BitwiseCopyable {
    let norm: Double
    let cap: Double
    let waitingLimit: Int
  }

  private let limits: [Limits]
  private var firstPosts: InlineArray<5, Int> = .init(repeating: 0)
  private var lists = Store<UnallocatedList>(repeating: UnallocatedList(), count: Team.allCases.count)
  // One tournament for all teams would mix them; five named ones need no storage of a class.
  private var frontDoor: LeastLoaded
  private var assessment: LeastLoaded
  private var protection: LeastLoaded
  private var caredFor: LeastLoaded
  private var leavingCare: LeastLoaded

  init(_ workforce: WorkforceParameters) {
    limits = Team.allCases.map { team in
      let team = workforce.teams[team]
      return Limits(norm: team.caseloadNorm, cap: team.caseloadCap, waitingLimit: team.waitingLimit)
    }
    func tournament(_ team: Team) -> LeastLoaded {
      LeastLoaded(
        leaves: Role.allCases.reduce(0) { $0 + ($1.holdsCases ? workforce.teams[team].posts[$1] : 0) })
    }
    frontDoor = tournament(.frontDoor)
    assessment = tournament(.assessment)
    protection = tournament(.protection)
    caredFor = tournament(.caredFor)
    leavingCare = tournament(.leavingCare)
  }

  subscript(team: Team) -> Limits { limits[team.index] }

  mutating func reset() {
    for team in 0..<lists.count { lists[team] = UnallocatedList() }
    frontDoor.removeAll()
    assessment.removeAll()
    protection.removeAll()
    caredFor.removeAll()
    leavingCare.removeAll()
  }

  /// Index of the team's first post; its posts with cases come first.
  func firstPost(_ team: Team) -> Int { firstPosts[team.index] }

  mutating func setFirstPost(_ team: Team, _ index: Int) { firstPosts[team.index] = index }

  /// Children on the team's unallocated list.
  func waiting(_ team: Team) -> Int { lists[team.index].count }

  /// The child on the list to be allocated next.
  func firstWaiting(_ team: Team) -> Int? { lists[team.index].first }

  /// True when a child of that line would have to stand behind another.
  func someoneIsAhead(of line: Int, _ team: Team) -> Bool { lists[team.index].hasAheadOf(line: line) }

  mutating func append(_ child: Int, line: Int, to team: Team, in children: inout Store<Child>) {
    lists[team.index].append(child, line: line, in: &children)
  }

  mutating func remove(_ child: Int, line: Int, from team: Team, in children: inout Store<Child>) {
    lists[team.index].remove(child, line: line, in: &children)
  }

  /// Place of the least loaded open post among the team's posts with cases.
  func least(_ team: Team) -> Int? {
    switch team {
    case .frontDoor: frontDoor.least
    case .assessment: assessment.least
    case .protection: protection.least
    case .caredFor: caredFor.least
    case .leavingCare: leavingCare.least
    }
  }

  mutating func set(_ leaf: Int, of team: Team, load: Double) {
    switch team {
    case .frontDoor: frontDoor.set(leaf, load: load)
    case .assessment: assessment.set(leaf, load: load)
    case .protection: protection.set(leaf, load: load)
    case .caredFor: caredFor.set(leaf, load: load)
    case .leavingCare: leavingCare.set(leaf, load: load)
    }
  }
}
