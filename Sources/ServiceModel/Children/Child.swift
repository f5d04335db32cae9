import DiscreteEvents

/// One child: plain values only. Places and links are indices; -1 means none.
///
/// Three cache lines; the first two hold what nearly every event of a child reads or changes.
struct Child: BitwiseCopyable {
  /// Room for a number for each of sixteen stages.
  typealias Visits = InlineArray<16, UInt8>

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
  var isUnaccompanied = false
  var isPastFirstWorker = false
  var waitsForPlace = false
  var careSpells: UInt8 = 0
  var closures: UInt8 = 0
  var worker: Int32 = -1
  /// Place in the worker's caseload.
  var caseSlot: Int32 = 0
  /// Weight that the worker carries for the child, hundredths of a case.
  var weight: Int32 = 0
  /// Number of the signature for which the stage waits, 0 when it waits for none.
  var signOff: UInt32 = 0
  /// How often each stage was entered, from the 63rd time on no more than that.
  private(set) var visits = Visits(repeating: 0)
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
  /// The team whose child this is and the team whose worker holds it, where they are not the same; -1 where they are.
  var lentOf: Int8 = -1
  var lentBy: Int8 = -1
  /// Fills the third line up, so that the next child begins a line.
  private var unused: Int32 = 0

  init(key: UInt64, birthDay: Int32) {
    self.key = key
    self.birthDay = birthDay
  }

  /// Age in years of 365.25 days.
  func age(at time: SimulatedTime) -> Double { (time.days - Double(birthDay)) / 365.25 }

  @inline(__always)
  func band(at time: SimulatedTime) -> AgeBand { AgeBand(days: time.days - Double(birthDay)) }

  /// Counts one more visit to a stage and returns its number, from 0; from the 64th on the number stays.
  mutating func countVisit(_ stage: Stage) -> UInt32 {
    let number = visits[stage.index]
    if number < 63 { visits[stage.index] += 1 }
    return UInt32(number)
  }
}
