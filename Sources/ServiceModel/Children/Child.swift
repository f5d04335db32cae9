import DiscreteEvents

/// One child: plain values only. Places and links are indices; -1 means none.
///
/// Four cache lines; the first two hold what nearly every event of a child reads or changes, the last is only for care.
struct Child: BitwiseCopyable {
  // The first line: who the child is, and where on the pathway.

  /// Name in the random streams.
  var key: UInt64
  /// Day of birth, days after the start.
  var birthDay: Int32
  var stage = Stage.closed
  /// The exit drawn for the stage.
  var exit = Exit.stepDown
  var placement = Placement.other
  var need = Need.standard
  var isOnList = false
  /// Whether the stage runs on the worker's clock of work.
  var isPaced = false
  var workerSoFar = WorkerSoFar.none
  var waitsForPlace = false
  /// The way by which the child came into care without a referral.
  var cameBy: DirectEntry?
  var careSpells: UInt8 = 0
  var closures: UInt8 = 0
  /// Whether the assessment began while the case was open: its statutory clock then began with it.
  var isReassessment = false
  var worker: Int32 = -1
  /// Place in the worker's caseload.
  var caseSlot: Int32 = 0
  /// Weight that the worker carries for the child, hundredths of a case.
  var weight: Int32 = 0
  /// Number of the signature for which the stage waits, 0 when it waits for none.
  var signOff: UInt32 = 0
  /// How often each stage was entered, from the 64th time on no more than that.
  private(set) var visits = Stage.Numbers(repeating: 0)
  var stageTicket = EventTicket.none

  // The second: when.

  var enteredStage = SimulatedTime.zero
  /// Last referral; `never` when there was none.
  var referred = SimulatedTime.never
  /// When the stage's drawn length is over, while it runs.
  var endsAt = SimulatedTime.never
  /// What is left of it while it waits, seconds.
  var remaining: Int64 = 0
  var emergencyAt = SimulatedTime.never
  var eighteenth = SimulatedTime.never
  var waitingSince = SimulatedTime.zero
  var returnTicket = EventTicket.none

  // The third: lists, and care.

  /// Neighbours on the unallocated list.
  var next: Int32 = -1
  var previous: Int32 = -1
  /// Place in the list of looked-after children.
  var careSlot: Int32 = -1
  var moves: UInt16 = 0
  var careStarted = SimulatedTime.zero
  var placed = SimulatedTime.zero
  var moveTicket = EventTicket.none
  var careReturnTicket = EventTicket.none
  /// Strategy discussion that opened the enquiry under way.
  var strategy = SimulatedTime.zero
  /// How the wait for a place ends, unless a place is found. The last of the third line.
  var waitEnd = WaitEnd.givesUp

  // The fourth: how the stay in care goes on.

  /// Length of the stay relative to the law for all children: by age and by the load at its start.
  var stayScale = 1.0
  /// Until when proceedings keep the child in care.
  var heldUntil = SimulatedTime.zero
  /// When the child moves from this placement, and when it steps down from a children's home.
  var movesAt = SimulatedTime.never
  var stepsDownAt = SimulatedTime.never
  /// When a way out of care that policies have widened may be taken.
  var routeTicket = EventTicket.none
  var adoptionTicket = EventTicket.none
  var routeTries: UInt16 = 0
  /// Number in the line for a children's home, 0 when the child does not wait for one.
  var homeWait: UInt32 = 0
  /// Place of the sibling who came before, -1 for none; it may be another child's by now.
  var sibling: Int32 = -1
  /// The team whose child this is and the team whose worker holds it, where they are not the same; -1 where they are.
  var lentOf: Int8 = -1
  var lentBy: Int8 = -1
  /// Fills the fourth line up, so that the next child begins a line.
  private var unused: Int16 = 0

  init(key: UInt64, birthDay: Int32) {
    self.key = key
    self.birthDay = birthDay
  }

  /// A child who came to the country alone.
  var isUnaccompanied: Bool { cameBy == .unaccompanied }
  /// Whether a worker has held the child in this stage's team.
  var isPastFirstWorker: Bool {
    get { workerSoFar == .here }
    set { workerSoFar = newValue ? .here : .none }
  }

  /// Age in years of 365.25 days.
  func age(at time: SimulatedTime) -> Double { (time.days - Double(birthDay)) / 365.25 }

  @inline(__always)
  func band(at time: SimulatedTime) -> AgeBand { AgeBand(days: time.days - Double(birthDay)) }

  @inline(__always)
  func year(at time: SimulatedTime) -> YearOfAge { year(at: time, within: band(at: time)) }

  /// The year of age at a time; that of the band which is nearest to it.
  @inline(__always)
  func year(at time: SimulatedTime, within band: AgeBand) -> YearOfAge {
    YearOfAge(days: time.days - Double(birthDay), within: band)
  }

  /// Counts one more visit to a stage and returns its number, from 0; from the 64th on the number stays.
  mutating func countVisit(_ stage: Stage) -> UInt32 {
    if visits[stage.index] < 64 { visits[stage.index] += 1 }
    return visit(stage)
  }

  /// Number of the last visit to a stage, from 0.
  func visit(_ stage: Stage) -> UInt32 { UInt32(visits[stage.index]) - 1 }
}

/// Who has held a child since its case was opened.
enum WorkerSoFar: UInt8 {
  case none
  /// A worker of another team, or one who may not hold the child in this stage.
  case elsewhere
  case here
}
