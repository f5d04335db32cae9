import DiscreteEvents

/// Places in a stage that nobody holds, such as early help, and the children who wait for one.
///
/// While a child waits it has the hazards of a child who gets no help: whichever strikes first ends the wait, unless a
/// place is found before.
extension Service {
  /// Takes a place, or joins those who wait for one.
  mutating func takePlace(_ child: Int, _ stage: Stage) {
    let waiting = placeQueues[stage].count
    guard state.stageCounts[stage] - waiting > places(of: stage) else {
      startClock(child)
      return
    }
    children[child].waitsForPlace = true
    children[child].waitingSince = now
    placeQueues[stage].append(child, line: 0, in: &children)
    utter(.placeAwaited(child: child, stage: stage))
    drawWait(child, stage)
    scheduleStageEnd(child)
  }

  /// Draws when and how the wait ends without a place: all hazards each time, so that one shifts none of the others.
  private mutating func drawWait(_ child: Int, _ stage: Stage) {
    let rates = tables.rows[stage].waiting
    let stream = streams.stream(
      .waiting, entity: children[child].key,
      occurrence: UInt32(stage.rawValue) << 8 | children[child].visit(stage))
    var earliest = Double.infinity
    var end = WaitEnd.givesUp
    let givesUp = stream.exponential(mean: 1) / rates.givingUp
    if givesUp < earliest { (earliest, end) = (givesUp, .givesUp) }
    let stepsUp = stream.exponential(mean: 1) / rates.stepUp
    if stepsUp < earliest { (earliest, end) = (stepsUp, .stepsUp) }
    let isReferred = stream.exponential(mean: 1) / rates.referral
    if isReferred < earliest { (earliest, end) = (isReferred, .isReferred) }
    children[child].waitEnd = end
    children[child].endsAt = earliest == .infinity ? .never : now.adding(days: earliest)
  }

  /// A child has waited as long as it would without a place.
  mutating func waitEnds(_ child: Int) {
    let isStepUp = children[child].waitEnd == .stepsUp
    leave(child, by: isStepUp ? .assessment : .noFurtherAction, completed: false)
  }

  /// Decides whether and when a child who got no place, or was turned away, is referred again.
  mutating func planUnservedReturn(_ child: Int, from stage: Stage) {
    if children[child].waitEnd == .isReferred {
      children[child].returnTicket = schedule(.rereferral, child, at: now)
    } else {
      planReturn(child, share: tables.rows[stage].waiting.returnShare, unserved: true)
    }
  }

  /// Places in a stage that nobody holds, as they now are.
  private mutating func places(of stage: Stage) -> Int {
    let places = tables.rows[stage].places
    guard stage == .earlyHelp, influences[.earlyHelpPlaces] != 1 else { return places }
    return Int((Double(places) * influences[.earlyHelpPlaces]).rounded(.down))
  }

  /// Lets those who wait take places that there are now.
  mutating func fillPlaces(_ stage: Stage) {
    var before = -1
    while tables.rows[stage].places >= 0, placeQueues[stage].count != before {
      before = placeQueues[stage].count
      placeFreed(stage)
    }
  }

  mutating func placeFreed(_ stage: Stage) {
    let waiting = placeQueues[stage].count
    guard let child = placeQueues[stage].first,
      state.stageCounts[stage] - waiting < places(of: stage)
    else { return }
    placeQueues[stage].remove(child, line: 0, in: &children)
    children[child].waitsForPlace = false
    utter(
      .placeTaken(child: child, stage: stage, waitedDays: now.days(since: children[child].waitingSince)))
    startClock(child)
  }

  /// A child leaves its stage while it waits for a worker or a place.
  mutating func stopWaiting(_ child: Int, _ stage: Stage) {
    if children[child].waitsForPlace {
      placeQueues[stage].remove(child, line: 0, in: &children)
      children[child].waitsForPlace = false
      utter(
        .placeNotFound(
          child: child, stage: stage, waitedDays: now.days(since: children[child].waitingSince)))
    } else if let team = tables.rows[stage].team {
      leaveList(child, stage, team)
      utter(.leftList(child: child, team: team))
    }
  }
}
