import DiscreteEvents

/// How dated and drawn changes reach the service.
extension Service {
  /// What is already on at the start, before anybody is in post, and the first change to come.
  mutating func openInfluences() {
    state.emergencyCeiling = tables.emergencyCeiling
    applyInfluences(from: 0)
  }

  /// Applies the changes due now, and waits for the next.
  mutating func applyInfluences(from first: Int) {
    var next = first
    while next < tables.dated.changes.count, tables.dated.changes[next].time <= now {
      let change = tables.dated.changes[next]
      setInfluence(change.influence, from: change.source, to: change.factor)
      next += 1
    }
    if next < tables.dated.changes.count {
      schedule(.influenceChanges, next, at: tables.dated.changes[next].time)
    }
  }

  /// Sets what one source contributes to an influence from now on, and refreshes what is pending.
  mutating func setInfluence(_ influence: Influence, from source: Int, to factor: Double) {
    let before = influences[influence]
    guard influences.set(influence, from: source, to: factor) else { return }
    utter(.influenceChanged(influence, to: influences[influence]))
    influenceChanged(influence, before: before)
  }

  /// Takes up a new value where something pending rests on the old one.
  private mutating func influenceChanged(_ influence: Influence, before: Double) {
    switch influence {
    case .leavingHazard, .pay:
      let level = influences[.leavingHazard] * payEffect(-tables.parameters.leaving.payElasticity)
      guard level != state.leavingLevel else { return }
      state.leavingLevel = level
      refreshEveryHazard()
    case .absence: hastenAbsences(by: influences[.absence] / before)
    case .engagement: refreshPartners()
    case .referrals: refreshReferrals()
    case .fosterApprovals: hastenApprovals(by: influences[.fosterApprovals] / before)
    case .protection, .earlyHelpUptake: tiltExits()
    case .careEntry:
      tiltExits()
      raiseEmergencyCeiling()
    case .moves: hastenMoves(from: before)
    case .assessmentLength: rescaleAssessments(by: influences[.assessmentLength] / before)
    case .planHours: refreshPlan()
    case .earlyHelpPlaces: fillPlaces(.earlyHelp)
    case .agencyCap: askForThoseWhoWait()
    case .caseloadNorm, .caseloadCap: takeUpCaseloadPolicy()
    case .recruitmentCapacity: startWaitingSearches()
    case .applicants, .acceptance, .recruitmentSteps, .agencyDemand, .agencyPrice,
      .placementPrice, .conversion, .managerHours, .reunification, .permanence:
      break
    }
  }

  /// Takes up how far influences tilt the choice among exits.
  private mutating func tiltExits() {
    state.exitsAreTilted = false
    state.exitsChangedAt = now
    for exit in Exit.allCases {
      let tilt = exit.tilt.map { influences[$0] } ?? 1
      state.exitTilt[exit] = tilt
      if tilt != 1 { state.exitsAreTilted = true }
    }
  }

  /// An exit drawn from its shares, each weighted by its tilt; from one uniform, as without.
  ///
  /// - Parameter sums: the shares' running sums.
  mutating func tiltedExit(_ sums: UnsafeBufferPointer<Double>, _ drawn: Double) -> Exit {
    var sum = 0.0
    for exit in Exit.allCases { sum += weight(of: exit, sums) }
    guard sum > 0 else { return .stepDown }
    var left = drawn * sum
    var last = Exit.stepDown
    for exit in Exit.allCases {
      let weight = weight(of: exit, sums)
      guard weight > 0 else { continue }
      last = exit
      if left < weight { break }
      left -= weight
    }
    return last
  }

  /// The share of an exit, tilted as influences now tilt it.
  mutating func weight(of exit: Exit, _ sums: UnsafeBufferPointer<Double>) -> Double {
    let place = exit.index
    return (sums[place] - (place > 0 ? sums[place - 1] : 0)) * state.exitTilt[exit]
  }

  /// The factor by which pay against the neighbours' moves something; exactly 1 when the effect is off.
  mutating func payEffect(_ elasticity: Double) -> Double {
    elasticity == 0 ? 1 : power(influences[.pay], elasticity)
  }

  /// Takes up every worker's hazard as it now is.
  mutating func refreshEveryHazard() {
    for worker in 0..<workers.count where !workers[worker].isGone { refreshHazard(worker) }
  }
}
