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
  /// Days in which its effect halves; 0 where it lasts.
  let halfLife: Double
  /// Names in the streams of the factors that its effort shares with others', and their laws.
  let delays: [(name: UInt64, law: Distribution)]

  /// The mean height of its effect from one day to another, both after the start, when it was delivered on a day.
  func height(delivered: Double, from begin: Double, to end: Double) -> Double {
    guard halfLife > 0, end > begin else { return 1 }
    let ramp = Ramp(shape: .pulse, from: delivered, until: .infinity, riseDays: 0, halfLifeDays: halfLife)
    return ramp.meanHeight(from: begin, to: end)
  }
}

/// The plan as the simulation reads it.
struct PlanTable: Sendable {
  let actions: [PlannedAction]
  /// Whether actions are done at managers' desks.
  let isAtDesks: Bool
  /// Most effort into one action, and the time that one FTE of managers has, hours per second; nil without limit.
  let pace: Double
  let perManager: Double?
  /// Chance that an action has to be done again, and what that takes relative to a first time.
  let failureShare: Double
  let repeatEffort: Double
  /// Whether the effect of any action fades.
  let fades: Bool
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
        ratio: action.ratio, halfLife: action.halfLifeDays, delays: Self.delays(of: action, in: plan))
    }
    fades = actions.contains { $0.influence != nil && $0.halfLife > 0 }
    failureShare = plan.failureShare
    repeatEffort = plan.repeatEffort
    isAtDesks = plan.doneBy == .desks && !slots.isEmpty
    pace = plan.hoursPerWeek / (7 * 86_400)
    perManager = plan.hoursPerManagerWeek < 0 ? nil : plan.hoursPerManagerWeek / (7 * 86_400)
    source = dated.sources
    for _ in slots { _ = dated.newSource() }
  }

  /// The factors of an action's effort that are not 1: the whole plan's, its theme's and its partner's.
  private static func delays(
    of action: ActionParameters, in plan: PlanParameters
  ) -> [(name: UInt64, law: Distribution)] {
    // Above the numbers of the actions, a hundred names to each kind.
    var shared: [(name: UInt64, cv: Double)] = [(1_000, plan.commonDelayCv)]
    let theme = ActionTheme.allCases.firstIndex(of: action.theme) ?? 0
    shared.append((1_100 + UInt64(theme), plan.themeDelayCv))
    if let partner = action.partner { shared.append((1_200 + UInt64(partner.index), plan.partnerDelayCv)) }
    return shared.filter { $0.cv > 0 }.map { ($0.name, .lognormal(mean: 1, cv: $0.cv)) }
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
  /// At desks: whether it lies aside because its partner brings it nowhere.
  var isSetAside = false
  /// How often it has failed.
  var failures: UInt32 = 0
  var delivered = SimulatedTime.never
  /// Hours of effort left, and hours per second that now go into it.
  var left = 0.0
  var rate = 0.0
  var settled = SimulatedTime.zero
  var ticket = EventTicket.none
}
