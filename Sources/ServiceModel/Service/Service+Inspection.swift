import DiscreteEvents

/// Inspections, and the notice to improve.
extension Service {
  // MARK: Inspection

  mutating func openInspections() {
    for slot in InspectionSlot.allCases where tables.inspections[slot].judgement != .none {
      let day = tables.inspections[slot].day
      if day >= 0 { schedule(.inspection, slot.index << 16, at: SimulatedTime(days: day)) }
    }
    if let later = tables.laterInspections, later.follows == nil {
      scheduleLaterInspection(after: later.standing)
    }
    if tables.parameters.notice.inForceAtStart { issueNotice() }
  }

  /// A judgement is published, or an earlier one fades by a step.
  ///
  /// - Parameter place: the inspection in the upper bits, the step of fading in the lower sixteen.
  mutating func inspection(_ place: Int) {
    guard place >> 16 < InspectionSlot.allCases.count else { return laterInspection(place) }
    let slot = InspectionSlot.at(place >> 16)
    let step = place & 0xFFFF
    let inspection = tables.inspections[slot]
    if step == 0 {
      state.judgements[slot] =
        inspection.judgement == .drawn ? drawJudgement(UInt64(slot.index)) : inspection.judgement
      publish(state.judgements[slot])
      if slot == tables.laterInspections?.follows { scheduleLaterInspection(after: state.judgements[slot]) }
    }
    guard let effects = tables.parameters.inspection.effects(of: state.judgements[slot]) else { return }
    let isInadequate = state.judgements[slot] == .inadequate
    let steps = isInadequate ? inspection.inadequateSteps : inspection.requiresImprovementSteps
    guard step < steps.count else { return }
    for effect in effects.effects where effect.ratio != 1 {
      setInfluence(
        effect.influence, from: inspection.source, to: 1 + (effect.ratio - 1) * steps[step].height)
    }
    if step + 1 < min(steps.count, 0x10000) {
      schedule(.inspection, slot.index << 16 | (step + 1), at: steps[step + 1].time)
    }
  }

  /// A judgement, and a notice where it brings one.
  mutating func publish(_ judgement: Judgement) {
    utter(.inspected(judgement))
    if judgement == .inadequate, tables.parameters.notice.followsInadequate { issueNotice() }
  }

  /// The judgement, by log-odds that depend on the state of the service.
  mutating func drawJudgement(_ key: UInt64) -> Judgement {
    let parameters = tables.parameters.inspection
    let drawn = streams.stream(.inspection, entity: key).uniform()
    let seen = whatIsSeen()
    let undelivered = parameters.perUndelivered == 0 ? 0 : planUndelivered()
    let worse =
      parameters.perVacancy * seen.vacancyRate + parameters.perOverload * max(0, seen.overload)
      + parameters.perUndelivered * undelivered
    func moved(_ share: Double, by logOdds: Double) -> Double {
      let odds = share * exponential(logOdds)
      return share >= 1 ? 1 : odds / (1 - share + odds)
    }
    let inadequate = moved(parameters.inadequateShare, by: worse)
    let good = min(1 - inadequate, moved(parameters.goodShare, by: -worse))
    return drawn < inadequate ? .inadequate : drawn >= 1 - good ? .good : .requiresImprovement
  }

  /// What an inspector and a review see.
  private mutating func whatIsSeen() -> (
    vacancyRate: Double, overload: Double, unallocated: Double, overNorm: Double
  ) {
    var posted = 0.0
    var vacant = 0.0
    var holders = 0.0
    var over = 0.0
    for index in 0..<posts.count where posts[index].role.holdsCases && posts[index].isFunded {
      posted += posts[index].fte
      if posts[index].worker < 0 { vacant += posts[index].fte }
      guard posts[index].holder >= 0 else { continue }
      holders += 1
      let norm = teams[posts[index].team].norm * posts[index].fte * 100
      if Double(workers[Int(posts[index].holder)].load) > norm + 0.5 { over += 1 }
    }
    var load = 0.0
    var capacity = 0.0
    var waiting = 0
    var open = 0
    for team in Team.allCases {
      load += state.teams[team].load
      capacity += state.teams[team].capacity
      waiting += teams.waiting(team)
    }
    for stage in Stage.open where tables.rows[stage].team != nil { open += state.stageCounts[stage] }
    return (
      posted > 0 ? vacant / posted : 0, capacity > 0 ? load / capacity - 1 : 0,
      open > 0 ? Double(waiting) / Double(open) : 0, holders > 0 ? over / holders : 0
    )
  }

  // MARK: The notice to improve

  private mutating func issueNotice() {
    state.reviewsHeld = 0
    guard !state.noticeInForce else { return }
    state.noticeInForce = true
    utter(.noticeChanged(inForce: true))
    setNoticeEffects()
    schedule(.noticeReview, 0, at: now.adding(days: tables.parameters.notice.reviewEveryDays))
  }

  private mutating func setNoticeEffects() {
    let notice = tables.parameters.notice
    guard let source = tables.noticeSource else { return }
    setInfluence(.leavingHazard, from: source, to: state.noticeInForce ? notice.leavingHazardRatio : 1)
    setInfluence(.applicants, from: source, to: state.noticeInForce ? notice.applicantsRatio : 1)
  }

  mutating func noticeReview() {
    guard state.noticeInForce else { return }
    let notice = tables.parameters.notice
    let seen = whatIsSeen()
    let holds =
      seen.vacancyRate <= notice.vacancyRateAtMost && seen.unallocated <= notice.unallocatedShareAtMost
      && seen.overNorm <= notice.overNormShareAtMost
      && (notice.deliveredShareAtLeast <= 0 || planProgress() >= notice.deliveredShareAtLeast)
    state.reviewsHeld = holds ? state.reviewsHeld + 1 : 0
    if state.reviewsHeld >= notice.reviewsNeeded {
      state.noticeInForce = false
      utter(.noticeChanged(inForce: false))
      setNoticeEffects()
    } else {
      schedule(.noticeReview, 0, at: now.adding(days: notice.reviewEveryDays))
    }
  }
}

extension InspectionsParameters {
  /// What a judgement does; nil where it does nothing.
  func effects(of judgement: Judgement) -> JudgementEffects? {
    switch judgement {
    case .inadequate: inadequate
    case .requiresImprovement: requiresImprovement
    case .none, .drawn, .good: nil
    }
  }
}
