import DiscreteEvents

/// One person in one post.
///
/// The person carries one unit-exponential threshold and leaves when the integrated hazard reaches it. The hazard
/// is constant between changes of load, tenure band and year, so the integral (`exposure`) is exact: it is settled
/// at each change. One event is kept pending at the earliest moment the threshold could be reached; if load
/// meanwhile fell, the event finds the threshold not reached and is set again.
struct Worker: BitwiseCopyable {
  let key: UInt64
  var post: Int32
  /// Start of the time with the council; before the simulation for those in post at the start.
  let joined: SimulatedTime
  let threshold: Double
  /// Hazard relative to other starters.
  let frailty: Double
  let reason: LeavingReason
  var exposure = 0.0
  /// Hazard at the reference load, per second; the load's factor makes `rate` of it.
  var baseRate = 0.0
  /// Hazard now, per second.
  var rate = 0.0
  /// Hazard on which the pending event rests: while `rate` stays at or below it, the event is not too late.
  var bound = 0.0
  /// Reading of the team's clock of stress up to which the hazard is integrated.
  var settled = 0.0
  /// Weighted cases, hundredths.
  var load: Int32 = 0
  /// The children held.
  var cases = CaseBlock()
  /// Part of a full caseload, 1 after induction; the part of working time that goes into mentoring; and what both leave
  /// of a full caseload.
  var ramp = 1.0 { didSet { room = ramp * (1 - mentoring) } }
  var mentoring = 0.0 { didSet { room = ramp * (1 - mentoring) } }
  private(set) var room = 1.0
  /// The colleague who mentors this worker, -1 where none does, and how many this worker mentors.
  var mentor: Int32 = -1
  var mentees: Int32 = 0
  /// A room other than 1, and it to the power of minus the elasticity of leaving.
  var roomOfFactor = 1.0
  var roomFactor = 1.0
  var inductionMonth: UInt16 = 0
  var payPoint: UInt8 = 0
  var isLeaving = false
  let isAgency: Bool
  var isNewlyQualified = false
  var isAway = false
  var absenceKind = AbsenceKind.short
  var absences: UInt32 = 0
  var absenceTicket = EventTicket.none
  /// When the next spell may begin.
  var absenceDue = SimulatedTime.never
  var isGone = false
  /// Number of the supervision for which the worker waits, 0 when none does; whether the last one was missed.
  var supervision: UInt32 = 0
  var isUnsupervised = false
  /// Until when a retention payment ties the worker.
  var tiedUntil = SimulatedTime.zero
  var leaveTicket = EventTicket.none
  /// Reading of the worker's clock of work, seconds, and its speed.
  var work = 0.0
  var pace = 1.0
  /// Weighted cases up to which work goes at full speed, hundredths, and that number to the power of the elasticity.
  var paceCapacity = 0.0
  var paceCapacityPower = 1.0
  var paceSettled: SimulatedTime
  var paceTicket = EventTicket.none
  /// The child whose work is done first; -1 when it has to be looked for.
  var firstDue: Int32 = -1
  /// When that event comes.
  var paceDue = SimulatedTime.never

  init(
    key: UInt64, post: Int32, joined: SimulatedTime, now: SimulatedTime, threshold: Double, frailty: Double,
    reason: LeavingReason, isAgency: Bool = false
  ) {
    self.isAgency = isAgency
    self.key = key
    self.post = post
    self.joined = joined
    self.threshold = threshold
    self.frailty = frailty
    self.reason = reason
    paceSettled = now
  }

  /// Years with the council.
  func tenure(at time: SimulatedTime) -> Double { time.days(since: joined) / 365.25 }
}
