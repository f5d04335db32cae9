/// Every team's allocation: who is least loaded, and who waits.
struct Teams: ~Copyable {
  /// What allocation reads of one team.
  struct Limits: BitwiseCopyable {
    let norm: Double
    let cap: Double
    let waitingLimit: Int
  }

  private var limits: [Limits]
  private let limitsAtStart: [Limits]
  private var firstPosts: InlineArray<5, Int> = .init(repeating: 0)
  private var endPosts: InlineArray<5, Int> = .init(repeating: 0)
  private var lists = Store<UnallocatedList>(repeating: UnallocatedList(), count: Team.allCases.count)
  /// Two trees a team: of those who may hold ordinary cases only, and of those who may hold any case.
  private let trees: UnsafeMutablePointer<LeastLoaded>

  init(_ parameters: ServiceParameters) {
    let workforce = parameters.workforce
    limitsAtStart = Team.allCases.map { team in
      let team = workforce.teams[team]
      return Limits(norm: team.caseloadNorm, cap: team.caseloadCap, waitingLimit: team.waitingLimit)
    }
    limits = limitsAtStart
    trees = .allocate(capacity: 2 * Team.allCases.count)
    for team in Team.allCases {
      let leaves = Role.allCases.reduce(0) {
        $0
          + ($1.holdsCases
            ? workforce.teams[team].posts[$1] + parameters.levers.extraPosts.added(to: team, $1) : 0)
      }
      for kind in 0..<2 {
        (trees + team.index * 2 + kind).initialize(to: LeastLoaded(leaves: leaves))
      }
    }
  }

  deinit {
    trees.deinitialize(count: 2 * Team.allCases.count)
    trees.deallocate()
  }

  subscript(team: Team) -> Limits { limits[team.index] }

  /// Gives a team another norm and another cap.
  mutating func setLimits(of team: Team, norm: Double, cap: Double) {
    limits[team.index] = Limits(norm: norm, cap: cap, waitingLimit: limits[team.index].waitingLimit)
  }

  mutating func reset() {
    limits = limitsAtStart
    for team in 0..<lists.count { lists[team] = UnallocatedList() }
    for place in 0..<(2 * Team.allCases.count) { trees[place].removeAll() }
  }

  /// Index of the team's first post; its posts with cases come first.
  func firstPost(_ team: Team) -> Int { firstPosts[team.index] }

  /// The team's posts of every role.
  func posts(of team: Team) -> Range<Int> { firstPosts[team.index]..<endPosts[team.index] }

  mutating func setPosts(_ team: Team, _ range: Range<Int>) {
    firstPosts[team.index] = range.lowerBound
    endPosts[team.index] = range.upperBound
  }

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
  func least(_ team: Team, experienced: Bool) -> Int? {
    let newer = trees + team.index * 2
    let load = newer[1].leastLoad
    let loadOfNewer = experienced ? .infinity : newer[0].leastLoad
    if load == .infinity, loadOfNewer == .infinity { return nil }
    if load == loadOfNewer { return min(newer[0].placeOfLeast, newer[1].placeOfLeast) }
    return newer[load < loadOfNewer ? 1 : 0].placeOfLeast
  }

  /// Sets the relative load of a post; infinity closes it. A post whose holder is not experienced is open to
  /// ordinary cases only.
  mutating func set(_ leaf: Int, of team: Team, load: Double, isExperienced: Bool) {
    trees[team.index * 2].set(leaf, load: isExperienced ? .infinity : load)
    trees[team.index * 2 + 1].set(leaf, load: isExperienced ? load : .infinity)
  }
}
