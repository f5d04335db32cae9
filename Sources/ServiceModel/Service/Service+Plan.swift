import DiscreteEvents

/// The improvement plan: actions that wait for one another and share managers' time.
///
/// The effort that is left of an action falls at a rate that is constant between changes: of how many are under way, of the
/// managers at work, and of the engagement of the partner it needs. It is settled at each change, so it is exact.
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

  mutating func actionMayBegin(_ place: Int) {
    actions[place].mayBegin = true
    if beginIfReady(place) { refreshPlan() }
  }

  private mutating func beginIfReady(_ place: Int) -> Bool {
    guard actions[place].mayBegin, actions[place].waitsFor == 0 else { return false }
    let action = tables.plan.actions[place]
    let hours = action.hours.sample(streams.stream(.action, entity: UInt64(action.slot.number)))
    actions[place].mayBegin = false
    utter(.actionBegan(action: action.slot))
    if action.pounds > 0 { utter(.spent(line: .programmes, pounds: action.pounds, events: 1)) }
    if tables.plan.isAtDesks, desks.count > 0 {
      layOnDesk(place, hours: hours)
    } else {
      actions[place].isUnderWay = true
      actions[place].settled = now
      actions[place].left = hours
    }
    return true
  }

  /// Lays an action on the desk of one practice manager, the actions dealt out in turn. A partner's part is as it is now: a weak
  /// one makes more of the work; a pace of 0 leaves it for ever.
  private mutating func layOnDesk(_ place: Int, hours: Double) {
    let pace = jointPace(of: place)
    guard pace > 0 else { return }
    lay(.improvement, of: place % desks.count, for: place, hours: hours / pace, serial: 0)
  }

  /// Shares managers' time afresh among the actions under way, and sets when each will be delivered.
  mutating func refreshPlan() {
    var underWay = 0
    for place in 0..<actions.count where actions[place].isUnderWay { underWay += 1 }
    guard underWay > 0 else { return }
    let pace =
      tables.plan.perManager.map { min(tables.plan.pace, $0 * managersAtWork() / Double(underWay)) }
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

  private mutating func jointPace(of place: Int) -> Double {
    guard let partner = tables.plan.actions[place].partner, partners.count > 0 else { return 1 }
    return tables.partnership.jointPace(partners[partner.index].engagement)
  }

  /// FTE of practice managers at work: in post and not away, or an agency worker in their place.
  private mutating func managersAtWork() -> Double {
    var fte = 0.0
    for index in 0..<posts.count where posts[index].role == .practiceManager && posts[index].holder >= 0 {
      fte += posts[index].fte
    }
    return fte
  }

  mutating func deliverAction(_ place: Int) {
    let action = tables.plan.actions[place]
    actions[place].isUnderWay = false
    actions[place].ticket = .none
    state.actionsDelivered += 1
    utter(.actionDelivered(action: action.slot, daysLate: now.days(since: action.due)))
    if let influence = action.influence {
      setInfluence(influence, from: tables.plan.source + place, to: action.ratio)
    }
    for next in action.next {
      actions[next].waitsFor -= 1
      _ = beginIfReady(next)
    }
    if tables.parameters.partnership.progressEffect != 0 { refreshPartners() }
    refreshPlan()
  }
}
