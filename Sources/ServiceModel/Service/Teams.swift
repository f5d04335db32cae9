/// Every team's allocation: who is least loaded, and who waits.
struct Teams: ~Copyable {
  /// What allocation reads of one team.
  struct Limits: BitwiseCopyable {
    let norm: Double
    let cap: Double
    let waitingLimit: Int
  }

  /// The team's posts with cases by load: for those who may hold ordinary cases only, and for those who may hold any.
  struct Trees: ~Copyable {
    var ordinary: LeastLoaded
    var any: LeastLoaded
  }

  private var limits: Flat<Team, Limits>
  private let limitsAtStart: Flat<Team, Limits>
  private var ranges = Flat<Team, Range<Int>>(repeating: 0..<0)
  private var lists = Flat<Team, UnallocatedList>(repeating: UnallocatedList())
  private var trees: PlainTable<Team, Trees>

  init(_ parameters: ServiceParameters) {
    let teams = parameters.workforce.teams
    limitsAtStart = Flat {
      Limits(norm: teams[$0].caseloadNorm, cap: teams[$0].caseloadCap, waitingLimit: teams[$0].waitingLimit)
    }
    limits = limitsAtStart
    trees = PlainTable { team in
      let leaves = Role.allCases.filter(\.holdsCases).reduce(0) {
        $0 + teams[team].posts[$1] + parameters.levers.extraPosts.added(to: team, $1)
      }
      return Trees(ordinary: LeastLoaded(leaves: leaves), any: LeastLoaded(leaves: leaves))
    }
  }

  subscript(team: Team) -> Limits { limits[team] }

  /// Gives a team another norm and another cap.
  mutating func setLimits(of team: Team, norm: Double, cap: Double) {
    limits[team] = Limits(norm: norm, cap: cap, waitingLimit: limits[team].waitingLimit)
  }

  mutating func removeAll() {
    limits = limitsAtStart
    ranges = Flat(repeating: 0..<0)
    lists = Flat(repeating: UnallocatedList())
    for team in Team.allCases {
      trees[team].ordinary.removeAll()
      trees[team].any.removeAll()
    }
  }

  /// Index of the team's first post; its posts with cases come first.
  func firstPost(_ team: Team) -> Int { ranges[team].lowerBound }

  /// The team's posts of every role.
  func posts(of team: Team) -> Range<Int> { ranges[team] }

  mutating func setPosts(_ team: Team, _ range: Range<Int>) { ranges[team] = range }

  /// Children on the team's unallocated list.
  func waiting(_ team: Team) -> Int { lists[team].count }

  /// The child on the list to be allocated next.
  func firstWaiting(_ team: Team) -> Int? { lists[team].first }

  /// True when a child of that line would have to wait behind another.
  func someoneIsAhead(of line: Int, _ team: Team) -> Bool { lists[team].hasAheadOf(line: line) }

  mutating func append(_ child: Int, line: Int, to team: Team, in children: inout Store<Child>) {
    lists[team].append(child, line: line, in: &children)
  }

  mutating func remove(_ child: Int, line: Int, from team: Team, in children: inout Store<Child>) {
    lists[team].remove(child, line: line, in: &children)
  }

  /// Place of the least loaded open post among the team's posts with cases.
  func least(_ team: Team, experienced: Bool) -> Int? {
    let load = trees[team].any.leastLoad
    let loadOfNewer = experienced ? .infinity : trees[team].ordinary.leastLoad
    if load == .infinity, loadOfNewer == .infinity { return nil }
    if load < loadOfNewer { return trees[team].any.placeOfLeast }
    if load > loadOfNewer { return trees[team].ordinary.placeOfLeast }
    return min(trees[team].ordinary.placeOfLeast, trees[team].any.placeOfLeast)
  }

  /// Sets the relative load of a post; infinity closes it. A post whose holder is not experienced is open to
  /// ordinary cases only.
  mutating func set(_ leaf: Int, of team: Team, load: Double, isExperienced: Bool) {
    trees[team].ordinary.set(leaf, load: isExperienced ? .infinity : load)
    trees[team].any.set(leaf, load: isExperienced ? load : .infinity)
  }
}
