import DiscreteEvents

/// The improvement plan where practice managers do it at their desks, in the time that everything else leaves.
///
/// An hour of a manager's time does an hour of the work; more where the plan has resources of its own
/// (`Influence.planHours`), more or less with the partner that the action needs. Both count as they now are, for the
/// work in hand too.
extension Service {
  var isPlanAtDesks: Bool {
    mutating get { tables.plan.isAtDesks && desks.count > 0 }
  }

  /// Lays an action on the desk of one practice manager, the actions dealt out in turn.
  mutating func layOnDesk(_ place: Int) {
    actions[place].isSetAside = false
    lay(.improvement, of: place % desks.count, for: place, hours: actions[place].left, serial: 0)
  }

  /// Work done for an hour of a manager's time on a task.
  mutating func pace(of task: DeskTask) -> Double {
    guard task.kind == .improvement, task.entity >= 0 else { return 1 }
    return influences[.planHours] * jointPace(of: Int(task.entity))
  }

  /// Whether a piece of improvement is set aside, because its partner brings it nowhere: it is taken up again when that
  /// changes.
  mutating func setsAside(_ task: DeskTask) -> Bool {
    guard task.entity >= 0, pace(of: task) <= 0 else { return false }
    actions[Int(task.entity)].left = task.hours
    actions[Int(task.entity)].isSetAside = true
    return true
  }

  /// Takes up the pace as it now is, on each desk that has an action in hand, and what lay aside.
  mutating func refreshPlanAtDesks() {
    for place in 0..<actions.count where actions[place].isSetAside && jointPace(of: place) > 0 {
      layOnDesk(place)
    }
    var next = 0
    while let desk = desks.firstImproving(from: next) {
      next = desk + 1
      guard rate(of: desks.task(desks[desk].task), at: desk) != desks[desk].rate else { continue }
      interrupt(desk)
      work(at: desk)
    }
  }

  /// Hours of the work that are done in a second, if it begins now.
  mutating func rate(of task: DeskTask, at desk: Int) -> Double {
    desks[desk].hoursPerSecond * influences[.managerHours] * pace(of: task)
  }
}
