import DiscreteEvents

/// Ways out of care that policies widen or narrow, for those already there too.
///
/// A stay's length has the hazard h, and each way out its share p of it. A policy multiplies the hazard of one way by
/// r. Where r is above 1, the p h (r - 1) that come on top are points of a process of its own: it has the rate h (c - 1),
/// c being the ceiling that no r exceeds, each point is of a way with its share, and counts with the chance
/// (r - 1) / (c - 1), as r stands then. Where r is below 1, an end by that way counts with the chance r, and otherwise
/// the stay goes on by the same law, given how long it has lasted. Both are exact.
extension Service {
  private mutating func wayStream(_ child: Int, _ draw: UInt32 = 0) -> RandomStream {
    streams.stream(
      .careRoute, entity: children[child].key,
      occurrence: UInt32(children[child].careSpells) << 18 | UInt32(children[child].routeTries) << 2 | draw)
  }

  /// Days since the stay began, as the law for all children counts them, a second from now.
  private mutating func elapsed(_ child: Int) -> Double {
    let day = SimulatedTime(seconds: now.seconds + 1)
    return clockDaysInCare(child, at: day) / children[child].stayScale
  }

  /// When a stay is over that lasts so long as the law for all children counts it.
  private mutating func end(_ child: Int, of length: Double) -> SimulatedTime {
    let days = length * children[child].stayScale
    guard tables.drift.isOn else { return children[child].careStarted.adding(days: days) }
    return now.adding(days: daysInCare(child, lasting: max(0, days - clockDaysInCare(child, at: now))))
  }

  /// Sets the next point of the process of ways that policies open.
  mutating func awaitWayOut(_ child: Int) {
    children[child].routeTicket = .none
    let above = tables.leavingCare.ceiling - 1
    guard above > 0, staysLikeAll(child) else { return }
    let chance = power(wayStream(child).uniformPositive(), 1 / above)
    guard let length = tables.lengths[.lookedAfter].length(beyond: elapsed(child), lastingWith: chance) else {
      return
    }
    children[child].routeTicket = schedule(.careRouteOpens, child, at: max(end(child, of: length), now))
  }

  mutating func careRouteOpens(_ child: Int) {
    let stream = wayStream(child, 1)
    let exit = tables.waysOut[children[child].entryBand].pick(stream)
    let mark = stream.uniform() * (tables.leavingCare.ceiling - 1)
    children[child].routeTries &+= 1
    guard let influence = exit.hazard, mark < influences[influence] - 1, mayTakeAnotherWay(child),
      children[child].signOff == 0
    else {
      awaitWayOut(child)
      return
    }
    children[child].routeTicket = .none
    children[child].adoptionTicket = .none
    children[child].exit = exit
    let levers = tables.parameters.levers
    let pounds = exit == .returnedHome ? levers.reunification.poundsEach : levers.permanence.poundsEach
    if pounds > 0 { utter(.spent(line: .programmes, pounds: pounds, events: 1)) }
    stageIsDone(child)
  }

  /// Whether a stage that has run its length ends: a stay in care may go on where a policy has narrowed its way out.
  mutating func isEnd(_ child: Int) -> Bool {
    guard children[child].stage == .lookedAfter, let influence = children[child].exit.hazard,
      influences[influence] < 1, staysLikeAll(child)
    else {
      return true
    }
    children[child].routeTries &+= 1
    let stream = wayStream(child, 2)
    guard stream.uniform() >= influences[influence] else { return true }
    children[child].exit = tables.waysOut[children[child].entryBand].pick(stream)
    let length = tables.lengths[.lookedAfter].length(
      beyond: elapsed(child), lastingWith: stream.uniformPositive())
    if let length {
      children[child].remaining = max(0, end(child, of: length).seconds(since: now))
    } else {
      children[child].exit = .turned18
      children[child].remaining = max(0, children[child].eighteenth.seconds(since: now))
    }
    planAdoption(child)
    startClock(child)
    return false
  }
}

extension Child {
  /// The age band by which the stay in care was drawn.
  var entryBand: AgeBand { band(at: careStarted) }
}

extension Distribution {
  /// How long a spell lasts that has lasted so long, if it is to last on with that chance; nil where the law ends before.
  func length(beyond elapsed: Double, lastingWith chance: Double) -> Double? {
    let wanted = (1 - cdf(elapsed)) * chance
    var (low, high) = (elapsed, max(elapsed, mean, 1))
    guard wanted > 1e-12 else { return nil }
    while 1 - cdf(high) > wanted {
      high *= 2
      guard high < 1e6 else { return nil }
    }
    for _ in 0..<50 {
      let middle = low / 2 + high / 2
      if 1 - cdf(middle) > wanted { low = middle } else { high = middle }
    }
    return high
  }
}
