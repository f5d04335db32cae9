import DiscreteEvents

/// How a child moves along the pathway.
extension Service {
  /// Puts a child into a stage: draws its length, its exit and a possible emergency, and finds a worker or a place.
  mutating func enter(_ child: Int, _ stage: Stage, withoutReferral: Bool = false) {
    let band = children[child].band(at: now)
    setClock(child, to: stage)
    children[child].stage = stage
    children[child].enteredStage = now
    state.stageCounts[stage] += 1
    utter(.stageEntered(child: child, stage: stage, band: band))
    if stage == .closed { return }
    drawStage(child, stage, children[child].year(at: now))
    if stage == .lookedAfter { startCare(child, band, withoutReferral: withoutReferral) }
    if stage == .careLeaver { drawLeaverSupport(child) }
    begin(child, stage)
  }

  /// Puts a child into a stage that it was in before the start.
  ///
  /// - Parameters:
  ///   - stay: how long it has lasted and will last, and the age at which it began, which decides how it ends.
  ///   - placement: where the child lives, if it is looked after.
  mutating func enter(_ child: Int, _ stage: Stage, under stay: OpeningStay, in placement: Placement) {
    let band = children[child].band(at: now)
    let began = now.adding(days: -stay.gone)
    children[child].stage = stage
    state.stageCounts[stage] += 1
    utter(.stageEntered(child: child, stage: stage, band: band))
    drawStage(child, stage, children[child].year(at: began, within: stay.enteredAs))
    children[child].remaining = SimulatedTime(days: max(0, stay.left)).seconds
    if stage == .lookedAfter { openOwnStay(child, stay) }
    driftLength(child, stage)
    if stage == .lookedAfter { openCare(child, band, in: placement, since: began) }
    if stage == .careLeaver { drawLeaverSupport(child) }
    children[child].enteredStage = began
    begin(child, stage)
  }

  /// The draws of one visit to a stage, all from the child's own stream for that visit.
  private mutating func drawStage(_ child: Int, _ stage: Stage, _ age: YearOfAge) {
    let row = tables.rows[stage]
    let visit = children[child].countVisit(stage)
    let stream = stageStream(child, stage, visit)
    children[child].exit = pickExit(stage, age, stream)
    if state.thresholdsAreRaised { raiseThreshold(child, stage, visit: visit) }
    var days = tables.lengths[stage].sample(stream) * tables.ageRatios[stage][age.band]
    if stage == .lookedAfter { days *= overload(tables.overload.driftElasticity, row.team) }
    if let number = EntityKey.replayedNumber(children[child].key), stage == firstEntry, visit == 0 {
      let replayed = tables.parameters.demand.replay.durationDays
      if number < replayed.count { days = replayed[number] }
    }
    // Drawn last, so that switching emergencies on or off leaves the other draws as they are.
    children[child].emergencyAt = .never
    if let mean = row.meanDaysToEmergency {
      children[child].emergencyAt = now.adding(
        days: stream.exponential(mean: mean) / state.emergencyCeiling)
    }
    if stage == .assessment { days *= influences[.assessmentLength] }
    if tables.partnersTouchStages { days += touchByPartners(child, stage, visit: visit) }
    children[child].remaining = SimulatedTime(days: days).seconds
    driftLength(child, stage)
    children[child].endsAt = .never
  }

  @inline(__always)
  private mutating func stageStream(_ child: Int, _ stage: Stage, _ visit: UInt32) -> RandomStream {
    streams.stream(
      .stage, entity: decisionKey(child, stage, visit: visit), occurrence: UInt32(stage.rawValue) << 8 | visit
    )
  }

  /// The way out by the first number of the visit's stream, as the shares and what tilts them now are.
  private mutating func pickExit(_ stage: Stage, _ age: YearOfAge, _ stream: RandomStream) -> Exit {
    if state.choicesDrift, stage.leadsOn {
      return driftedExit(stage, age.band, tables.exits[stage][age].sums.values, stream.uniform())
    }
    return state.exitsAreTilted
      ? tiltedExit(tables.exits[stage][age].sums.values, stream.uniform())
      : tables.exits[stage][age].pick(stream)
  }

  /// The way out of a stage that ends now. It was drawn on entry; where what tilts the choice has changed since, the
  /// same number decides again.
  mutating func wayOut(_ child: Int) -> Exit {
    let stage = children[child].stage
    let entered = children[child].enteredStage
    guard entered <= state.exitsChangedAt,
      tables.rows[stage].exitsMayChange || (state.choicesDrift && stage.leadsOn)
    else {
      return children[child].exit
    }
    let visit = children[child].visit(stage)
    let age = children[child].year(at: entered)
    children[child].exit = pickExit(stage, age, stageStream(child, stage, visit))
    if state.thresholdsAreRaised { raiseThreshold(child, stage, visit: visit) }
    if tables.partnersTouchStages { _ = touchByPartners(child, stage, visit: visit) }
    return children[child].exit
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
      children[child].workerSoFar = .none
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
      emergencyMayStrike(child)
    } else if children[child].waitsForPlace {
      waitEnds(child)
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
    let needsCount = tables.rows[stage].statutoryWorkingDays > 0
    utter(
      .stageLeft(
        child: child, stage: stage, exit: exit, days: now.days(since: children[child].enteredStage),
        workingDays: needsCount ? tables.calendar.workingDays(from: clockBegan(child, stage), to: now) : 0,
        completed: completed))
    if stage == .lookedAfter { endCare(child, by: exit) }
    let isUnserved = children[child].waitsForPlace
    if children[child].isOnList || isUnserved { stopWaiting(child, stage) }
    if tables.rows[stage].places >= 0 { placeFreed(stage) }
    let team = children[child].worker >= 0 ? tables.rows[stage].team : nil
    let lender = children[child].lentBy >= 0 ? Team.at(Int(children[child].lentBy)) : nil
    if next == .closed {
      detach(child)
      children[child].workerSoFar = .none
      enter(child, .closed)
      if exit != .turned18 {
        if isUnserved { planUnservedReturn(child, from: stage) } else { planReturn(child, from: stage) }
      }
      forget(child)
    } else {
      if stage == .earlyHelp { countReferral(child) }
      enter(child, next)
    }
    if let team { serve(team) }
    if let lender { serve(lender) }
  }
}
