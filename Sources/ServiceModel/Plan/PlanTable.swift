import DiscreteEvents

/// One action as the simulation reads it.
struct PlannedAction: Sendable {
  let slot: ActionSlot
  let from: SimulatedTime
  /// The midnight after the day on which it is due.
  let due: SimulatedTime
  let hours: Distribution
  /// Actions that it waits for, and that wait for it, by their places in the plan.
  let first: [Int]
  let next: [Int]
  let partner: Partner?
  let pounds: Double
  let influence: Influence?
  let ratio: Double
}

/// The plan as the simulation reads it.
struct PlanTable: Sendable {
  let actions: [PlannedAction]
  /// Whether actions are done at managers' desks.
  let isAtDesks: Bool
  /// Most effort into one action, and the time that one FTE of managers has, hours per second; nil without limit.
  let pace: Double
  let perManager: Double?
  /// Source of influence of each action: the first one's number.
  let source: Int

  init(_ plan: PlanParameters, calendar: ModelCalendar, dated: inout DatedInfluences) {
    let slots = ActionSlot.allCases.filter { plan.actions[$0].isPlanned }
    func moment(_ day: Int) -> SimulatedTime { SimulatedTime(seconds: Int64(day) * 86_400) }
    let first = slots.map { slot in
      plan.actions[slot].after.compactMap { number in slots.firstIndex { Double($0.number) == number } }
    }
    actions = slots.indices.map { place in
      let action = plan.actions[slots[place]]
      let hours: Distribution =
        action.leastHours < action.mostHours
        ? .pert(minimum: action.leastHours, mode: action.likelyHours, maximum: action.mostHours)
        : .constant(action.likelyHours)
      return PlannedAction(
        slot: slots[place], from: moment(action.from.dayNumber - calendar.start.dayNumber),
        due: moment(action.due.dayNumber - calendar.start.dayNumber + 1), hours: hours, first: first[place],
        next: slots.indices.filter { first[$0].contains(place) }, partner: action.partner,
        pounds: action.pounds, influence: action.ratio == 1 ? nil : action.effect.influence,
        ratio: action.ratio)
    }
    isAtDesks = plan.doneBy == .desks && !slots.isEmpty
    pace = plan.hoursPerWeek / (7 * 86_400)
    perManager = plan.hoursPerManagerWeek < 0 ? nil : plan.hoursPerManagerWeek / (7 * 86_400)
    source = dated.sources
    for _ in slots { _ = dated.newSource() }
  }

  var isOn: Bool { !actions.isEmpty }

  /// The most that delivered actions can multiply an influence by.
  func highest(_ influence: Influence) -> Double {
    actions.reduce(1) { $1.influence == influence ? $0 * max(1, $1.ratio) : $0 }
  }
}

/// One action in one replication.
struct ActionState: BitwiseCopyable {
  /// Actions still to be delivered before it.
  var waitsFor: Int
  var mayBegin = false
  var isUnderWay = false
  /// Hours of effort left, and hours per second that now go into it.
  var left = 0.0
  var rate = 0.0
  var settled = SimulatedTime.zero
  var ticket = EventTicket.none
}
