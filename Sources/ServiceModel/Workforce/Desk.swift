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
  var isThere = false
  /// The desk whose manager leads this pod: its own, a neighbour's while nobody is there, or -1.
  var lead: Int32 = -1
  /// Workers of the pod, agency staff included.
  var people: Int32 = 0
  /// Workers of all pods that this desk's manager leads.
  var led: Int32 = 0
  /// One task for each of the four kinds.
  typealias Ends = InlineArray<4, Int32>
  /// First and last task that waits here, by kind.
  var heads = Ends(repeating: -1)
  var tails = Ends(repeating: -1)
  /// The task in hand, -1 when there is none, and when it ends.
  var task: Int32 = -1
  var ends = SimulatedTime.never
  var ticket = EventTicket.none
}

/// All desks and the work on them.
struct Desks: ~Copyable {
  private var desks = Store<Desk>(reserving: 32)
  private var tasks = Store<DeskTask>(reserving: 256)
  /// First of the tasks whose place is free again.
  private var free: Int32 = -1
  private var serial: UInt32 = 0
  /// Sign-offs on all piles, those that are no longer wanted among them.
  private(set) var signOffsWaiting = 0

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
  }

  mutating func append(_ desk: Desk) -> Int { desks.append(desk) }

  /// Adds up, for each desk, the people of the pods that its manager leads.
  mutating func countLed() {
    for desk in 0..<desks.count { desks[desk].led = 0 }
    for pod in 0..<desks.count where desks[pod].lead >= 0 {
      desks[Int(desks[pod].lead)].led += desks[pod].people
    }
  }

  /// A number that no task had before, never 0.
  mutating func newSerial() -> UInt32 {
    serial &+= 1
    if serial == 0 { serial = 1 }
    return serial
  }

  func task(_ place: Int32) -> DeskTask { tasks[Int(place)] }

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
  }

  /// Puts a task before the others of its kind.
  mutating func putBack(_ place: Int32, on desk: Int) {
    let kind = tasks[Int(place)].kind
    if kind == .signOff { signOffsWaiting += 1 }
    tasks[Int(place)].next = desks[desk].heads[kind.index]
    desks[desk].heads[kind.index] = place
    if desks[desk].tails[kind.index] < 0 { desks[desk].tails[kind.index] = place }
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
    if kind == .signOff { signOffsWaiting -= 1 }
    return first
  }

  /// Moves the first sign-off of one desk to another.
  mutating func moveFirstSignOff(from source: Int, to target: Int) {
    append(takeFirst(of: .signOff, from: source), to: target)
  }

  /// Moves what a pod has waiting from one desk to the end of another's piles, in order.
  mutating func move(pod: Int32, from source: Int, to target: Int) {
    guard source != target else { return }
    for kind in DeskTask.Kind.allCases {
      var place = desks[source].heads[kind.index]
      desks[source].heads[kind.index] = -1
      desks[source].tails[kind.index] = -1
      while place >= 0 {
        let next = tasks[Int(place)].next
        if kind == .signOff { signOffsWaiting -= 1 }
        append(place, to: tasks[Int(place)].pod == pod ? target : source)
        place = next
      }
    }
  }
}
