import DiscreteEvents

/// Lengths whose hazard drifts.
///
/// What is left of a length runs on a clock whose speed is the multiplier of the month, so that its hazard is multiplied
/// whenever the child began. The multipliers of a replication are known from its first day: when the clock will have
/// run down is known at the beginning, and nothing pending ever has to be moved.
extension Service {
  /// Takes up the drift of the length of a plan or of help under section 17 that begins now, or has so much left.
  mutating func driftLength(_ child: Int, _ stage: Stage) {
    guard tables.drift.isOn else { return }
    switch stage {
    case .childProtectionPlan: driftLength(child, by: .planEnds, stage)
    case .childInNeed: driftLength(child, by: .needEnds, stage)
    default: break
    }
  }

  private mutating func driftLength(_ child: Int, by driver: DriftDriver, _ stage: Stage) {
    guard tables.drift.drives[driver] else { return }
    // A length on its worker's clock takes longer by what leave and training take.
    let pace = tables.isPaced && tables.rows[stage].waitsForWorker ? tables.availability : 1
    let begins = Double(now.seconds)
    let (end, _) = run(Double(children[child].remaining) / pace, by: driver, from: begins, until: .infinity)
    let seconds = ((end - begins) * pace).rounded()
    children[child].remaining = seconds < 1e15 ? Int64(seconds) : Int64(1e15)
  }

  // MARK: Care

  private var exitsDrift: Bool {
    mutating get { tables.drift.drives[.careExitUnder16] || tables.drift.drives[.careExit16plus] }
  }

  /// Takes up the drift of a stay in care of which so much is left, unless it lasts to the eighteenth birthday or ends in
  /// an adoption with a time before it (`planAdoption`).
  ///
  /// - Returns: by how many seconds it has become longer.
  mutating func driftStay(_ child: Int) -> Int64 {
    guard children[child].exit != .turned18, !willBePlacedForAdoption(child) else { return 0 }
    return driftStay(child, upTo: 0)
  }

  /// The same for all but the last seconds of a stay, which keep their length.
  mutating func driftStay(_ child: Int, upTo last: Int64) -> Int64 {
    let before = children[child].remaining
    guard exitsDrift, before > last else { return 0 }
    let days = daysInCare(child, lasting: Double(before - last) / 86_400)
    children[child].remaining = SimulatedTime(days: days).seconds + last
    return children[child].remaining - before
  }

  /// How many days a part of a stay takes that begins now and lasts so many days on the clock of leaving care.
  mutating func daysInCare(_ child: Int, lasting days: Double) -> Double {
    guard exitsDrift else { return days }
    let begins = Double(now.seconds)
    let sixteenth = Double(tables.calendar.birthday(16, bornOn: children[child].birthDay).seconds)
    var (end, left) = (begins, days * 86_400)
    if begins < sixteenth { (end, left) = run(left, by: .careExitUnder16, from: end, until: sixteenth) }
    if left > 0 { (end, _) = run(left, by: .careExit16plus, from: end, until: .infinity) }
    return (end - begins) / 86_400
  }

  /// Days on the clock of leaving care since the stay began, up to a moment that is not after this month.
  mutating func clockDaysInCare(_ child: Int, at time: SimulatedTime) -> Double {
    let began = children[child].careStarted
    guard exitsDrift else { return time.days(since: began) }
    let sixteenth = tables.calendar.birthday(16, bornOn: children[child].birthDay)
    // Before the run nothing drifts.
    var days = max(0, min(time, .zero).days(since: began))
    var month = 0
    var begins = max(began, .zero)
    while begins < time {
      while month + 1 < tables.calendar.months, tables.calendar.monthEnds[month] <= begins { month += 1 }
      let isLast = month + 1 == tables.calendar.months
      let monthEnds = isLast ? time : min(time, tables.calendar.monthEnds[month])
      let isUnder16 = begins < sixteenth
      let ends = isUnder16 ? min(monthEnds, sixteenth) : monthEnds
      days += ends.days(since: begins) * drift[isUnder16 ? .careExitUnder16 : .careExit16plus, month]
      begins = ends
    }
    return days
  }

  // MARK: The clock

  /// Lets a length run on a driver's clock. The last month's speed holds after the run.
  ///
  /// - Parameters:
  ///   - length: seconds on the clock, 0 or more.
  ///   - begin: when it begins, seconds after the start, not before the month that runs.
  ///   - limit: when to stop at the latest.
  /// - Returns: when it is over, or the limit, and what is left then.
  private mutating func run(
    _ length: Double, by driver: DriftDriver, from begin: Double, until limit: Double
  ) -> (end: Double, left: Double) {
    let months = tables.calendar.months
    var (time, left, month) = (begin, length, state.month)
    while true {
      while month + 1 < months, Double(tables.calendar.monthEnds[month].seconds) <= time { month += 1 }
      let monthEnds = month + 1 < months ? Double(tables.calendar.monthEnds[month].seconds) : .infinity
      let edge = min(limit, monthEnds)
      let speed = drift[driver, min(month, months - 1)]
      let room = (edge - time) * speed
      if left <= room { return (time + left / speed, 0) }
      left -= room
      time = edge
      if edge == limit { return (limit, left) }
    }
  }
}
