import DiscreteEvents

/// How a worker's time with the council ends.
extension Service {
  /// Draws the multiplier that all workers share in the financial year.
  mutating func drawCouncilYear() {
    let cv = leavingDrifts ? 0 : tables.parameters.leaving.councilYearCv
    let stream = streams.stream(.councilYear, entity: UInt64(state.year))
    state.councilYear = cv > 0 ? stream.lognormal(mean: 1, cv: cv) : 1
  }

  /// Settles the integrated hazard, takes up the hazard as it now is, and sets the check earlier where needed.
  mutating func refreshHazard(_ worker: Int) {
    settle(worker)
    workers[worker].baseRate = hazardAtReference(worker)
    takeUpHazardOfLoad(worker)
  }

  /// As `refreshHazard`, where nothing but the load has changed.
  mutating func refreshHazardOfLoad(_ worker: Int) {
    settle(worker)
    takeUpHazardOfLoad(worker)
  }

  @inline(__always)
  private mutating func takeUpHazardOfLoad(_ worker: Int) {
    workers[worker].rate = workers[worker].baseRate * factorOfLoad(worker)
    if workers[worker].rate > workers[worker].bound { scheduleLeaveCheck(worker) }
  }

  private mutating func settle(_ worker: Int) {
    let reading = clock(of: posts[Int(workers[worker].post)].team)
    workers[worker].exposure += workers[worker].rate * (reading - workers[worker].settled)
    workers[worker].settled = reading
  }

  /// The hazard of leaving at the reference load and without the stress of the team, per second.
  private mutating func hazardAtReference(_ worker: Int) -> Double {
    guard !workers[worker].isLeaving, !workers[worker].isAgency else { return 0 }
    let index = Int(workers[worker].post)
    let band = TenureBand(years: workers[worker].tenure(at: now))
    var rate =
      tables.hazards[posts[index].role][band] * workers[worker].frailty * state.councilYear
      * state.leavingLevel
    if workers[worker].isNewlyQualified { rate *= tables.parameters.newlyQualified.hazardRatio }
    let manager = Int(posts[index].manager)
    if manager >= 0 { rate *= posts[manager].leadEffect }
    rate *= tieEffect(worker)
    if state.teams[posts[index].team].hours != 1 {
      rate *= tables.parameters.responses.overtime.leavingHazardRatio
    }
    if workers[worker].isUnsupervised { rate *= tables.parameters.leaving.supervisionMissedRatio }
    return rate
  }

  /// What the load makes of the hazard: (load over the reference load of what the worker can carry) to the power of the
  /// elasticity. Whoever is away and has passed the cases on is neither burdened nor relieved.
  @inline(__always)
  private mutating func factorOfLoad(_ worker: Int) -> Double {
    let index = Int(workers[worker].post)
    guard tables.caseloadElasticity != 0, posts[index].role.holdsCases else { return 1 }
    if hasPassedCasesOn(worker) { return 1 }
    let load = workers[worker].load
    let room = workers[worker].room
    if Double(load) <= Self.leastLoadRatio * posts[index].referenceLoad * room {
      return tables.leastLeavingFactor
    }
    let factor = tables.leavingPower(load) * posts[index].referenceFactor
    return room == 1 ? factor : factor * roomFactor(worker)
  }

  /// Whether the worker is away for a time in which colleagues have the children.
  @inline(__always)
  private mutating func hasPassedCasesOn(_ worker: Int) -> Bool {
    workers[worker].isAway && tables.absences[workers[worker].absenceKind].isCovered
  }

  private mutating func roomFactor(_ worker: Int) -> Double {
    let room = workers[worker].room
    if room != workers[worker].roomOfFactor {
      workers[worker].roomOfFactor = room
      workers[worker].roomFactor = power(room, -tables.caseloadElasticity)
    }
    return workers[worker].roomFactor
  }

  /// The stress of a team is higher than the pending checks of its workers allow for: they are set anew, with some room
  /// for it to rise further.
  mutating func resetLeaveChecks(of team: Team) {
    state.teams[team].bound = state.teams[team].stress * 1.1
    for index in teams.posts(of: team) where posts[index].worker >= 0 {
      let worker = Int(posts[index].worker)
      guard !workers[worker].isLeaving else { continue }
      settle(worker)
      scheduleLeaveCheck(worker)
    }
  }

  /// Sets the check at the earliest moment at which the threshold could be reached, with some room for a rising
  /// load, or when the tenure band ends.
  private mutating func scheduleLeaveCheck(_ worker: Int) {
    let room = tables.caseloadElasticity == 0 ? 1 : 1.25
    workers[worker].bound = workers[worker].rate * room
    let bound = workers[worker].bound * state.teams[posts[Int(workers[worker].post)].team].bound
    let band = TenureBand(years: workers[worker].tenure(at: now))
    let bandEnds =
      band == .over30Years ? SimulatedTime.never : workers[worker].joined.adding(days: band.until * 365.25)
    var time = bandEnds
    if bound > 0 {
      let seconds = max(
        1, ((workers[worker].threshold - workers[worker].exposure) / bound).rounded(.up))
      if seconds < 1e15 { time = min(time, SimulatedTime(seconds: now.seconds + Int64(seconds))) }
    }
    workers[worker].leaveTicket =
      time == .never
      ? .none : schedule(.leaveCheck, worker, at: max(time, SimulatedTime(seconds: now.seconds + 1)))
  }

  /// The worker leaves if the threshold is reached, and is checked again later if not.
  mutating func mayLeave(_ worker: Int) {
    settle(worker)
    workers[worker].baseRate = hazardAtReference(worker)
    workers[worker].rate = workers[worker].baseRate * factorOfLoad(worker)
    if workers[worker].exposure >= workers[worker].threshold {
      giveNotice(worker)
    } else {
      scheduleLeaveCheck(worker)
    }
  }

  /// A worker gives notice.
  ///
  /// - Parameter days: how long ago; above 0 only at the start, and less than the notice then.
  mutating func giveNotice(_ worker: Int, ago days: Double = 0) {
    let index = Int(workers[worker].post)
    let role = posts[index].role
    workers[worker].isLeaving = true
    workers[worker].baseRate = 0
    workers[worker].rate = 0
    workers[worker].leaveTicket = .none
    showLoad(worker)
    utter(.noticeGiven(worker: worker, placing(index)))
    if tables.parameters.recruitment.begins == .resignation {
      if days > 0 { openSearch(index, begun: days) } else { beginSearch(index) }
    }
    let notice = tables.parameters.leaving.noticeWeeks[role] * 7
    if notice <= 0 {
      depart(worker)
      return
    }
    let handover = min(tables.parameters.leaving.handoverDays, notice)
    schedule(.handover, worker, at: now.adding(days: max(0, notice - handover - days)))
    schedule(.departure, worker, at: now.adding(days: notice - days))
  }

  mutating func handOver(_ worker: Int) {
    guard !workers[worker].isGone else { return }
    reallocate(casesOf: worker)
  }

  mutating func depart(_ worker: Int) {
    workers[worker].isLeaving = true
    if workers[worker].isAway { endAbsence(worker) }
    reallocate(casesOf: worker)
    workers[worker].isGone = true
    caseloads.release(&workers[worker].cases)
    let index = Int(workers[worker].post)
    endMentoring(by: worker, in: posts[index].team)
    releaseMentor(of: worker)
    if workers[worker].isNewlyQualified { endSupportedYear(worker) }
    setHolder(-1, of: index)
    showPost(index)
    utter(
      .workerLeft(
        worker: worker, placing(index), tenureYears: workers[worker].tenure(at: now),
        reason: workers[worker].reason))
    repayRetention(worker, fte: posts[index].fte)
    posts[index].vacantSince = now
    setNewManager(index, false)
    posts[index].settleTicket = .none
    staffingChanged(index)
    if posts[index].hireIsReady {
      posts[index].hireIsReady = false
      startWorker(in: index)
    } else if closesVacated(index) {
      return
    } else if startFromCohort(in: index) {
      return
    } else if !posts[index].isSearching, tables.parameters.recruitment.perPost {
      beginSearch(index)
    }
    guard posts[index].worker < 0 else { return }
    if !returnsFromAgency(worker, to: index) { considerAgency(index) }
  }
}
