import DiscreteEvents

/// One person's unbroken time in one role with the council: what a retention curve is made of.
public struct WorkerSpell: Sendable, Equatable {
  /// The role's label, for example `social_worker`.
  public let role: String
  /// Years with the council when the spell came under observation: above 0 for those in post at the start, and for
  /// those who were promoted into the role.
  public let entryYears: Double
  /// Years with the council when the spell was last observed.
  public let exitYears: Double
  /// Why the person left the council; empty for a spell that was still going on at the end of the run, or that ended
  /// in a promotion.
  public let reason: String

  /// Whether the person left the council.
  public var ended: Bool { !reason.isEmpty }
}

/// Who was in which role from when to when, from the facts.
struct Spells {
  private struct Segment {
    let worker: Int
    let role: Role
    let from: Double
    let to: Double
    let reason: LeavingReason?
  }

  /// Role and first day of each worker now in post; nil for those who are not.
  private var current: [(role: Role, from: Double)?] = []
  private var segments: [Segment] = []

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .workerStarted(let worker, let placing, _): begin(worker, placing.role, at: time)
    case .workerLeft(let worker, _, _, let reason): end(worker, reason, at: time)
    case .workerPromoted(let worker, _, let to):
      end(worker, nil, at: time)
      begin(worker, to.role, at: time)
    default: break
    }
  }

  private mutating func begin(_ worker: Int, _ role: Role, at time: SimulatedTime) {
    while current.count <= worker { current.append(nil) }
    current[worker] = (role, time.days)
  }

  private mutating func end(_ worker: Int, _ reason: LeavingReason?, at time: SimulatedTime) {
    guard worker < current.count, let (role, from) = current[worker] else { return }
    segments.append(Segment(worker: worker, role: role, from: from, to: time.days, reason: reason))
    current[worker] = nil
  }

  /// All spells, those still going on cut at the end of the run; then forgets them.
  ///
  /// - Parameter joined: the day on which that worker joined the council; below 0 before the start of the run.
  mutating func take(at end: SimulatedTime, joined: (Int) -> Double) -> [WorkerSpell] {
    for worker in current.indices where current[worker] != nil { self.end(worker, nil, at: end) }
    let spells = segments.map { segment in
      let since = joined(segment.worker)
      return WorkerSpell(
        role: segment.role.label, entryYears: max(0, segment.from - since) / 365.25,
        exitYears: max(0, segment.to - since) / 365.25, reason: segment.reason?.label ?? "")
    }
    current.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    return spells
  }
}
