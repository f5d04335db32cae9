import DiscreteEvents

/// A piece of a practice manager's work.
struct DeskTask: BitwiseCopyable {
  /// What it is, the most urgent first. Improvement is done with what time is left: everything else interrupts it.
  enum Kind: UInt8, ParameterKey {
    case signOff, interview, supervision, improvement
  }

  let kind: Kind
  /// The child, the post in recruitment, the worker, or the action of the plan; -1 for other improvement.
  let entity: Int32
  /// What the entity remembers while it still waits; a task whose number it has forgotten is dropped.
  let serial: UInt32
  /// The desk of the pod from which it comes.
  let pod: Int32
  /// Working time that is left of it.
  var hours: Double
  /// When it was asked for.
  let asked: SimulatedTime
  var next: Int32 = -1
}

/// The desk of one pod's practice manager.
struct Desk: BitwiseCopyable {
  /// The practice manager's post.
  let post: Int32
  let team: Team
  /// Hours of work that the post's holder does in a second.
  let hoursPerSecond: Double
  /// The same for the task in hand, as it was when it began.
  var rate = 0.0
  /// Whether somebody works at it.
  fileprivate(set) var isThere = false
  /// The desk whose manager leads this pod: its own, a neighbour's while nobody is there, or -1.
  fileprivate(set) var lead: Int32 = -1
  /// Workers of the pod, agency staff included.
  fileprivate(set) var people: Int32 = 0
  /// Workers of all pods that this desk's manager leads.
  fileprivate(set) var led: Int32 = 0
  /// One task for each of the four kinds.
  typealias Ends = InlineArray<4, Int32>
  /// First and last task that waits here, by kind.
  fileprivate(set) var heads = Ends(repeating: -1)
  fileprivate(set) var tails = Ends(repeating: -1)
  /// The task in hand, -1 when there is none, and when it ends.
  fileprivate(set) var task: Int32 = -1
  var ends = SimulatedTime.never
  var ticket = EventTicket.none
}

/// All desks and the work on them. Those of a team are neighbours.
///
/// Who is there, who is idle and where a sign-off has waited longest is kept as it changes, so that no piece of work looks
/// through all desks.
struct Desks: ~Copyable {
  private var desks = Store<Desk>(reserving: 32)
  private var tasks = Store<DeskTask>(reserving: 256)
  /// First of the tasks whose place is free again.
  private var free: Int32 = -1
  private var serial: UInt32 = 0
  /// Sign-offs on all piles, those that are no longer wanted among them.
  private(set) var signOffsWaiting = 0
  /// The desks of each team.
  private var ofTeam = Flat<Team, DeskRange>(repeating: DeskRange())
  /// Desks at which somebody works; of these, those with nothing in hand, and those with improvement in hand.
  private var there = PlaceSet()
  private var idle = PlaceSet()
  private var improving = PlaceSet()
  /// The desks by when the first of the sign-offs that wait there was asked for.
  private var firstAsked = LeastLoaded(leaves: 32)
  private var leaves = 32

  var count: Int { desks.count }

  subscript(desk: Int) -> Desk {
    @inline(__always)
    _read { yield desks[desk] }
    @inline(__always)
    _modify { yield &desks[desk] }
  }

  mutating func removeAll() {
    desks.removeAll()
    tasks.removeAll()
    free = -1
    serial = 0
    signOffsWaiting = 0
    ofTeam = Flat(repeating: DeskRange())
    there.removeAll()
    idle.removeAll()
    improving.removeAll()
    firstAsked.removeAll()
  }

  /// Adds a desk; the desks of a team follow one another.
  mutating func append(_ desk: Desk) -> Int {
    let place = desks.append(desk)
    if ofTeam[desk.team].isEmpty { ofTeam[desk.team] = DeskRange(first: Int32(place), end: Int32(place)) }
    precondition(Int(ofTeam[desk.team].end) == place, "The desks of a team are neighbours.")
    ofTeam[desk.team].end += 1
    if desks.count > leaves {
      leaves *= 2
      firstAsked = LeastLoaded(leaves: leaves)
      for desk in 0..<desks.count { showFirstAsked(desk) }
    }
    return place
  }

  // MARK: Who is there

  /// Somebody works at the desk from now on, or nobody any more.
  mutating func setPresence(_ desk: Int, _ isThere: Bool) {
    desks[desk].isThere = isThere
    there.set(desk, isThere)
    showWork(desk)
  }

  /// Keeps the sets of desks up to what is in hand.
  private mutating func showWork(_ desk: Int) {
    let task = desks[desk].task
    idle.set(desk, desks[desk].isThere && task < 0)
    improving.set(desk, desks[desk].isThere && task >= 0 && tasks[Int(task)].kind == .improvement)
  }

  /// Whether a manager would begin with a sign-off at once.
  func isFree(_ desk: Int) -> Bool { idle.contains(desk) || improving.contains(desk) }

  /// The first desk from that one on at which somebody has nothing in hand; nil where there is none.
  func firstIdle(from desk: Int) -> Int? { idle.first(from: desk) }

  /// The first desk from that one on at which improvement is in hand; nil where there is none.
  func firstImproving(from desk: Int) -> Int? { improving.first(from: desk) }

  /// The next free desk after that one, of the same team first; nil where no other is free.
  func nextFree(after desk: Int) -> Int? {
    nextFree(after: desk, roundIn: ofTeam[desks[desk].team].range)
      ?? nextFree(after: desk, roundIn: 0..<count)
  }

  private func nextFree(after desk: Int, roundIn range: Range<Int>) -> Int? {
    let (idle, improving) = (
      idle.next(after: desk, roundIn: range), improving.next(after: desk, roundIn: range)
    )
    guard let idle, let improving else { return idle ?? improving }
    func steps(_ other: Int) -> Int { other > desk ? other - desk : other - desk + range.count }
    return steps(idle) < steps(improving) ? idle : improving
  }

  /// The manager who leads a pod: its own, else the next of the same team, else the next of another.
  func leader(of pod: Int) -> Int? {
    if desks[pod].isThere { return pod }
    return there.next(after: pod, roundIn: ofTeam[desks[pod].team].range)
      ?? there.next(after: pod, roundIn: 0..<count)
  }

  /// The pods that the manager at a desk may lead, in order: its own, and those before it that have none, back to the last
  /// one that has, in the team and among all.
  func podsThatMayLook(to desk: Int) -> [Int] {
    let team = ofTeam[desks[desk].team].range
    var pods = [desk]
    walkBack(from: desk, roundIn: team) { pods.append($0) }
    walkBack(from: desk, roundIn: 0..<count) { if !team.contains($0) { pods.append($0) } }
    return pods.sorted()
  }

  /// Visits the desks before one, going round in a range, as far as nobody works at them.
  private func walkBack(from desk: Int, roundIn range: Range<Int>, _ visit: (Int) -> Void) {
    var pod = desk
    for _ in 1..<max(1, range.count) {
      pod = pod > range.lowerBound ? pod - 1 : range.upperBound - 1
      if desks[pod].isThere { return }
      visit(pod)
    }
  }

  /// Where the work of a pod lies: on its leader's desk, or on its own while nobody leads it.
  func place(of pod: Int) -> Int { desks[pod].lead >= 0 ? Int(desks[pod].lead) : pod }

  /// Says who leads a pod: -1 for nobody.
  mutating func setLead(of pod: Int, _ lead: Int32) {
    let before = desks[pod].lead
    if before >= 0 { desks[Int(before)].led -= desks[pod].people }
    if lead >= 0 { desks[Int(lead)].led += desks[pod].people }
    desks[pod].lead = lead
  }

  /// Counts people into, or out of, a pod.
  mutating func addPeople(_ number: Int32, to pod: Int) {
    desks[pod].people += number
    if desks[pod].lead >= 0 { desks[Int(desks[pod].lead)].led += number }
  }

  // MARK: Tasks

  /// A number that no task had before, never 0.
  mutating func newSerial() -> UInt32 {
    serial &+= 1
    if serial == 0 { serial = 1 }
    return serial
  }

  func task(_ place: Int32) -> DeskTask { tasks[Int(place)] }

  /// Takes a task in hand; -1 puts down what was.
  mutating func setTask(_ place: Int32, at desk: Int) {
    desks[desk].task = place
    showWork(desk)
  }

  /// Keeps a task and returns its place.
  mutating func keep(_ task: DeskTask) -> Int32 {
    guard free >= 0 else { return Int32(tasks.append(task)) }
    let place = free
    free = tasks[Int(place)].next
    tasks[Int(place)] = task
    return place
  }

  mutating func discard(_ place: Int32) {
    tasks[Int(place)].next = free
    free = place
  }

  mutating func setHours(_ hours: Double, of place: Int32) { tasks[Int(place)].hours = hours }

  /// Puts a task behind the others of its kind.
  mutating func append(_ place: Int32, to desk: Int) {
    let kind = tasks[Int(place)].kind
    if kind == .signOff { signOffsWaiting += 1 }
    tasks[Int(place)].next = -1
    let last = desks[desk].tails[kind.index]
    if last >= 0 { tasks[Int(last)].next = place } else { desks[desk].heads[kind.index] = place }
    desks[desk].tails[kind.index] = place
    if kind == .signOff, last < 0 { showFirstAsked(desk) }
  }

  /// Puts a task before the others of its kind.
  mutating func putBack(_ place: Int32, on desk: Int) {
    let kind = tasks[Int(place)].kind
    if kind == .signOff { signOffsWaiting += 1 }
    tasks[Int(place)].next = desks[desk].heads[kind.index]
    desks[desk].heads[kind.index] = place
    if desks[desk].tails[kind.index] < 0 { desks[desk].tails[kind.index] = place }
    if kind == .signOff { showFirstAsked(desk) }
  }

  /// Takes the most urgent task off the pile, or nil when nothing waits.
  mutating func takeFirst(_ desk: Int) -> Int32? {
    for kind in 0..<DeskTask.Kind.allCases.count where desks[desk].heads[kind] >= 0 {
      return takeFirst(of: DeskTask.Kind.at(kind), from: desk)
    }
    return nil
  }

  private mutating func takeFirst(of kind: DeskTask.Kind, from desk: Int) -> Int32 {
    let first = desks[desk].heads[kind.index]
    desks[desk].heads[kind.index] = tasks[Int(first)].next
    if tasks[Int(first)].next < 0 { desks[desk].tails[kind.index] = -1 }
    if kind == .signOff {
      signOffsWaiting -= 1
      showFirstAsked(desk)
    }
    return first
  }

  /// Keeps the order of desks up to the first sign-off that waits at one.
  private mutating func showFirstAsked(_ desk: Int) {
    let first = desks[desk].heads[DeskTask.Kind.signOff.index]
    firstAsked.set(desk, load: first >= 0 ? Double(tasks[Int(first)].asked.seconds) : .infinity)
  }

  /// A desk without a sign-off of its own is given the one that was asked for first elsewhere, if one waits.
  mutating func bringFirstSignOff(to desk: Int) {
    guard signOffsWaiting > 0, desks[desk].heads[DeskTask.Kind.signOff.index] < 0,
      let source = firstAsked.least
    else { return }
    append(takeFirst(of: .signOff, from: source), to: desk)
  }

  /// Moves what waits at some desks to where its pod's work now lies, behind what is there: pod by pod in their order, and
  /// what is of one pod in the order in which it lay.
  ///
  /// - Parameters:
  ///   - sources: the desks, each once.
  ///   - before: where the work of the pods that move lay; nil where all pods move.
  /// - Returns: the desks to which something came.
  mutating func move(from sources: [Int], before: [Int: Int]? = nil) -> [Int] {
    var targets: [Int] = []
    for kind in DeskTask.Kind.allCases {
      var moved: [(pod: Int32, order: Int, task: Int32)] = []
      for source in sources where desks[source].heads[kind.index] >= 0 {
        var task = desks[source].heads[kind.index]
        desks[source].heads[kind.index] = -1
        desks[source].tails[kind.index] = -1
        while task >= 0 {
          let next = tasks[Int(task)].next
          if kind == .signOff { signOffsWaiting -= 1 }
          let pod = Int(tasks[Int(task)].pod)
          if place(of: pod) != source, before.map({ $0[pod] == source }) ?? true {
            moved.append((Int32(pod), moved.count, task))
          } else {
            append(task, to: source)
          }
          task = next
        }
        if kind == .signOff { showFirstAsked(source) }
      }
      moved.sort { ($0.pod, $0.order) < ($1.pod, $1.order) }
      for one in moved {
        append(one.task, to: place(of: Int(one.pod)))
        targets.append(place(of: Int(one.pod)))
      }
    }
    return targets
  }
}

/// The desks of one team, from the first to before the end.
struct DeskRange: BitwiseCopyable {
  var first: Int32 = 0
  var end: Int32 = 0

  var isEmpty: Bool { first == end }
  var range: Range<Int> { Int(first)..<Int(end) }
}
