import DiscreteEvents

/// How a child moves along the pathway.
extension Service {
  /// Puts a child into a stage: draws its length, its exit and a possible emergency, and finds a worker or a place.
  mutating func enter(_ child: Int, _ stage: Stage, withoutReferral: Bool = false) {
    let band = children[child].band(at: now)
    children[child].stage = stage
    children[child].enteredStage = now
    state.stageCounts[stage] += 1
    utter(.stageEntered(child: child, stage: stage, band: band))
    if stage == .closed { return }
    if stage == .section47 { children[child].strategy = now }
    drawStage(child, stage, band)
    if stage == .lookedAfter { startCare(child, band, withoutReferral: withoutReferral) }
    if stage == .careLeaver { drawLeaverSupport(child) }
    begin(child, stage)
  }

  /// Puts a child into a stage that began before the start and has that many days to run.
  mutating func enter(_ child: Int, _ stage: Stage, openedAt began: SimulatedTime, remainingDays: Double) {
    let band = children[child].band(at: now)
    children[child].stage = stage
    state.stageCounts[stage] += 1
    utter(.stageEntered(child: child, stage: stage, band: band))
    drawStage(child, stage, band)
    children[child].remaining = SimulatedTime(days: max(0, remainingDays)).seconds
    if stage == .lookedAfter { openCare(child, band) }
    if stage == .careLeaver { drawLeaverSupport(child) }
    children[child].enteredStage = began
    begin(child, stage)
  }

  /// The draws of one visit to a stage, all from the child's own stream for that visit.
  private mutating func drawStage(_ child: Int, _ stage: Stage, _ band: AgeBand) {
    let row = tables.rows[stage]
    let visit = children[child].countVisit(stage)
    let stream = streams.stream(
      .stage, entity: children[child].key, occurrence: UInt32(stage.rawValue) << 8 | visit)
    children[child].exit =
      state.exitsAreTilted
      ? tiltedExit(tables.exits[stage][band].sums.values, stream.uniform())
      : tables.exits[stage][band].pick(stream)
    if state.thresholdsAreRaised { raiseThreshold(child, stage, visit: visit) }
    var days = tables.lengths[stage].sample(stream) * tables.ageRatios[stage][band]
    if stage == .lookedAfter { days *= overload(tables.overload.driftElasticity, row.team) }
    if let number = EntityKey.replayedNumber(children[child].key), stage == firstEntry, visit == 0 {
      let replayed = tables.parameters.demand.replay.durationDays
      if number < replayed.count { days = replayed[number] }
    }
    // Drawn last, so that switching emergencies on or off leaves the other draws as they are.
    children[child].emergencyAt = .never
    if let mean = row.meanDaysToEmergency {
      let toEmergency =
        stream.exponential(mean: mean) / overload(tables.overload.escalationElasticity, row.team)
        / influences[.careEntry]
      children[child].emergencyAt = now.adding(days: toEmergency)
    }
    if stage == .assessment { days *= influences[.assessmentLength] }
    if tables.partnersTouchStages { days += touchByPartners(child, stage, visit: visit) }
    children[child].remaining = SimulatedTime(days: days).seconds
    children[child].endsAt = .never
  }

  /// The stage at which replayed children enter.
  private var firstEntry: Stage {
    Stage.allCases.first { tables.parameters.demand.entry[$0] > 0 } ?? .frontDoor
  }

  /// Lets the stage run, or waits for a worker or a place.
  private mutating func begin(_ child: Int, _ stage: Stage) {
    let row = tables.rows[stage]
    guard let team = row.team else {
      detach(child)
      if row.places >= 0 { takePlace(child, stage) } else { startClock(child) }
      return
    }
    if children[child].worker >= 0 {
      let worker = Int(children[child].worker)
      let isAllowed = !row.needsExperience || !workers[worker].isNewlyQualified
      if isTheirs(child, worker, team), !workers[worker].isLeaving, isAllowed {
        changeWeight(child, worker, to: row.weight)
        startClock(child)
        return
      }
    }
    detach(child)
    seekWorker(child, team, isNew: true)
  }

  // MARK: Clock

  /// Starts what remains of the stage's length.
  mutating func startClock(_ child: Int) {
    // What only waits for its signature has no time left to run.
    if children[child].signOff != 0 { return }
    if tables.isPaced, children[child].worker >= 0,
      tables.rows[children[child].stage].waitsForWorker
    {
      startOnPace(child)
      return
    }
    children[child].endsAt = SimulatedTime(seconds: now.seconds + children[child].remaining)
    scheduleStageEnd(child)
  }

  /// Stops the stage's clock and keeps what is left of it.
  mutating func keepRemaining(_ child: Int) {
    guard children[child].endsAt != .never else { return }
    children[child].remaining = max(0, children[child].endsAt.seconds - now.seconds)
    children[child].endsAt = .never
  }

  /// Sets the one pending event of the stage: its end, an emergency, or the eighteenth birthday.
  mutating func scheduleStageEnd(_ child: Int) {
    let stage = children[child].stage
    var time = min(children[child].endsAt, children[child].emergencyAt)
    if stage != .careLeaver, tables.endsAt18 {
      time = min(time, children[child].eighteenth)
    }
    children[child].stageTicket = time == .never ? .none : schedule(.stageEnd, child, at: max(time, now))
  }

  mutating func stageEnds(_ child: Int) {
    children[child].stageTicket = .none
    let isAdult = children[child].stage != .careLeaver && now >= children[child].eighteenth
    if isAdult, tables.endsAt18 {
      leave(child, by: .turned18, completed: false)
    } else if now >= children[child].emergencyAt {
      leave(child, by: .care, completed: false)
    } else {
      stageIsDone(child)
    }
  }

  // MARK: Leaving a stage

  /// Takes a child out of its stage by a cause, and on to where the cause leads.
  ///
  /// - Parameter completed: whether the stage came to its own end.
  mutating func leave(_ child: Int, by exit: Exit, completed: Bool = true) {
    let stage = children[child].stage
    var next = exit.next
    if next == .careLeaver, stage != .lookedAfter { next = .closed }
    children[child].stageTicket = .none
    endPace(child)
    withdrawSignOff(child)
    state.stageCounts[stage] -= 1
    let since = stage == .initialConference ? children[child].strategy : children[child].referred
    let needsCount = tables.rows[stage].statutoryWorkingDays > 0
    utter(
      .stageLeft(
        child: child, stage: stage, exit: exit, days: now.days(since: children[child].enteredStage),
        workingDays: needsCount ? tables.calendar.workingDays(from: since, to: now) : 0,
        completed: completed))
    if stage == .lookedAfter { endCare(child, by: exit) }
    if children[child].isOnList || children[child].waitsForPlace { stopWaiting(child, stage) }
    if tables.rows[stage].places >= 0 { placeFreed(stage) }
    let team = children[child].worker >= 0 ? tables.rows[stage].team : nil
    let lender = children[child].lentBy >= 0 ? Team.at(Int(children[child].lentBy)) : nil
    if next == .closed {
      detach(child)
      enter(child, .closed)
      if exit != .turned18 { planReturn(child, from: stage) }
      forget(child)
    } else {
      enter(child, next)
    }
    if let team { serve(team) }
    if let lender { serve(lender) }
  }

  // MARK: Places that nobody holds

  private mutating func takePlace(_ child: Int, _ stage: Stage) {
    let waiting = placeQueues[stage].count
    if state.stageCounts[stage] - waiting > places(of: stage) {
      children[child].waitsForPlace = true
      children[child].waitingSince = now
      placeQueues[stage].append(child, line: 0, in: &children)
      scheduleStageEnd(child)
    } else {
      startClock(child)
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

  private mutating func placeFreed(_ stage: Stage) {
    let waiting = placeQueues[stage].count
    guard let child = placeQueues[stage].first,
      state.stageCounts[stage] - waiting < places(of: stage)
    else { return }
    placeQueues[stage].remove(child, line: 0, in: &children)
    children[child].waitsForPlace = false
    startClock(child)
  }

  private mutating func stopWaiting(_ child: Int, _ stage: Stage) {
    if children[child].waitsForPlace {
      placeQueues[stage].remove(child, line: 0, in: &children)
      children[child].waitsForPlace = false
    } else if let team = tables.rows[stage].team {
      leaveList(child, stage, team)
      utter(.leftList(child: child, team: team))
    }
  }
}
