import DiscreteEvents

/// The improvement plan: actions that wait for one another and share managers' time.
///
/// The effort that is left of an action falls at a rate that is constant between changes: of how many are under way, of the
/// managers at work, of the engagement of the partner it needs, and of the plan's resources. It is settled at each change,
/// so it is exact. At desks the managers' own work sets the rate (`Service+PlanAtDesks`).
extension Service {
  mutating func openPlan() {
    for place in tables.plan.actions.indices {
      let action = tables.plan.actions[place]
      actions.append(ActionState(waitsFor: action.first.count))
      schedule(.actionMayBegin, place, at: max(now, action.from))
    }
  }

  /// Share of the plan that has been delivered.
  mutating func planProgress() -> Double {
    actions.count > 0 ? Double(state.actionsDelivered) / Double(actions.count) : 0
  }

  /// Share of the plan that is still to be delivered; nothing where there is no plan.
  mutating func planUndelivered() -> Double { actions.count > 0 ? 1 - planProgress() : 0 }

  mutating func actionMayBegin(_ place: Int) {
    actions[place].mayBegin = true
    if beginIfReady(place) { refreshPlan() }
  }

  private mutating func beginIfReady(_ place: Int) -> Bool {
    guard actions[place].mayBegin, actions[place].waitsFor == 0 else { return false }
    let action = tables.plan.actions[place]
    actions[place].mayBegin = false
    utter(.actionBegan(action: action.slot))
    if action.pounds > 0 { utter(.spent(line: .programmes, pounds: action.pounds, events: 1)) }
    takeUp(place)
    return true
  }

  /// The work on an action begins, or begins again.
  private mutating func takeUp(_ place: Int) {
    actions[place].left = effort(of: place)
    if isPlanAtDesks {
      layOnDesk(place)
    } else {
      actions[place].isUnderWay = true
      actions[place].settled = now
    }
  }

  /// The hours that an action takes this time: drawn for itself, and longer or shorter by what it shares with others.
  private mutating func effort(of place: Int) -> Double {
    let action = tables.plan.actions[place]
    let failures = actions[place].failures
    let stream = streams.stream(.action, entity: UInt64(action.slot.number), occurrence: failures)
    var hours = action.hours.sample(stream)
    if failures > 0 { hours *= tables.plan.repeatEffort }
    for (name, law) in action.delays { hours *= law.sample(streams.stream(.action, entity: name)) }
    return hours
  }

  /// Takes up at which pace actions now get on. In a pool managers' time is shared afresh among the actions under way.
  mutating func refreshPlan() {
    guard !isPlanAtDesks else { return refreshPlanAtDesks() }
    var underWay = 0
    for place in 0..<actions.count where actions[place].isUnderWay { underWay += 1 }
    guard underWay > 0 else { return }
    let pace =
      tables.plan.perManager.map { min(tables.plan.pace, $0 * state.managersAtWork.value / Double(underWay)) }
      ?? tables.plan.pace
    for place in 0..<actions.count where actions[place].isUnderWay {
      settleAction(place)
      actions[place].rate = pace * influences[.planHours] * jointPace(of: place)
      actions[place].ticket = .none
      guard actions[place].rate > 0 || actions[place].left == 0 else { continue }
      let seconds =
        actions[place].left == 0 ? 0 : (actions[place].left / actions[place].rate - 1e-6).rounded(.up)
      guard seconds < 1e15 else { continue }
      actions[place].ticket = schedule(
        .actionDelivered, place, at: SimulatedTime(seconds: now.seconds + Int64(seconds)))
    }
  }

  private mutating func settleAction(_ place: Int) {
    let done = actions[place].rate * Double(now.seconds(since: actions[place].settled))
    actions[place].left = max(0, actions[place].left - done)
    actions[place].settled = now
  }

  mutating func jointPace(of place: Int) -> Double {
    guard let partner = tables.plan.actions[place].partner, partners.count > 0 else { return 1 }
    return tables.partnership.jointPace(partners[partner.index].engagement)
  }

  // MARK: Delivery

  /// The work on an action is done: it is delivered, or proves not to have worked and is done again.
  mutating func deliverAction(_ place: Int) {
    let action = tables.plan.actions[place]
    actions[place].isUnderWay = false
    actions[place].ticket = .none
    guard !hasFailed(place) else {
      actions[place].failures += 1
      utter(.actionFailed(action: action.slot))
      takeUp(place)
      refreshPlan()
      return
    }
    state.actionsDelivered += 1
    actions[place].delivered = now
    utter(.actionDelivered(action: action.slot, daysLate: now.days(since: action.due)))
    moveByAction(place)
    for next in action.next {
      actions[next].waitsFor -= 1
      _ = beginIfReady(next)
    }
    if tables.parameters.partnership.progressEffect != 0 { refreshPartners() }
    refreshPlan()
  }

  private mutating func hasFailed(_ place: Int) -> Bool {
    guard tables.plan.failureShare > 0 else { return false }
    // Efforts take the occurrences from 0 on.
    let stream = streams.stream(
      .action, entity: UInt64(tables.plan.actions[place].slot.number),
      occurrence: 1 << 31 | actions[place].failures)
    return stream.bernoulli(tables.plan.failureShare)
  }

  // MARK: Effects

  /// Sets what a delivered action does from now on: at its mean height to the end of the month, where it fades.
  private mutating func moveByAction(_ place: Int) {
    let action = tables.plan.actions[place]
    guard let influence = action.influence else { return }
    let end = tables.calendar.monthEnds[state.month].days
    let height = action.height(delivered: actions[place].delivered.days, from: now.days, to: end)
    setInfluence(influence, from: tables.plan.source + place, to: 1 + (action.ratio - 1) * height)
  }

  /// A month begins: the effects of delivered actions have faded a little.
  mutating func fadePlan() {
    guard tables.plan.fades else { return }
    for place in 0..<actions.count where actions[place].delivered != .never {
      if tables.plan.actions[place].halfLife > 0 { moveByAction(place) }
    }
  }
}
