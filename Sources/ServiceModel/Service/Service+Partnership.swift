import DiscreteEvents

/// How well partners play their part, and what comes of it.
extension Service {
  mutating func openPartnership() {
    guard tables.partnership.isOn else { return }
    for partner in Partner.allCases {
      partners.append(PartnerState(engagement: tables.partnership.atStart(partner)))
      utter(.engagementSet(partner: partner, engagement: partners[partner.index].engagement, before: nil))
      startState(partner)
    }
    refreshPartnership()
  }

  private mutating func partnerStream(_ partner: Partner) -> RandomStream {
    streams.stream(.partner, entity: UInt64(partner.index), occurrence: partners[partner.index].steps)
  }

  /// A partner is in a state afresh: draws how much of the rate it takes to leave it.
  private mutating func startState(_ partner: Partner) {
    partners[partner.index].threshold = partnerStream(partner).exponential(mean: 1)
    partners[partner.index].exposure = 0
    partners[partner.index].settled = now
    partners[partner.index].rate = 0
    refresh(partner)
  }

  /// By how much the plan's progress and policies raise the rates of better engagement, and lower the others.
  private mutating func lift() -> Double {
    let effect = tables.parameters.partnership.progressEffect
    let progress = effect == 0 ? 1 : 1 + effect * planProgress()
    return influences[.engagement] * progress
  }

  /// Rates, per second, at which the partner becomes better and worse.
  private mutating func rates(_ partner: Partner) -> (better: Double, worse: Double) {
    let table = tables.partnership
    let lift = lift()
    switch partners[partner.index].engagement {
    case .strong: return (0, table.rate(partner, .weakens) / lift)
    case .adequate: return (table.rate(partner, .strengthens) * lift, table.rate(partner, .fails) / lift)
    case .weak: return (table.rate(partner, .recovers) * lift, 0)
    }
  }

  /// Takes up the rate as it now is, and sets the next step.
  private mutating func refresh(_ partner: Partner) {
    let place = partner.index
    partners[place].exposure +=
      partners[place].rate * Double(now.seconds(since: partners[place].settled))
    partners[place].settled = now
    let rates = rates(partner)
    partners[place].rate = rates.better + rates.worse
    partners[place].ticket = .none
    guard partners[place].rate > 0 else { return }
    let left = max(0, partners[place].threshold - partners[place].exposure)
    let seconds = (left / partners[place].rate).rounded(.up)
    guard seconds < 1e15 else { return }
    partners[place].ticket = schedule(
      .partnerSteps, place, at: SimulatedTime(seconds: now.seconds + Int64(seconds)))
  }

  /// Something that moves all partners' rates has changed.
  mutating func refreshPartners() {
    guard partners.count > 0 else { return }
    for partner in Partner.allCases { refresh(partner) }
  }

  mutating func partnerSteps(_ place: Int) {
    let partner = Partner.at(place)
    let before = partners[place].engagement
    let rates = rates(partner)
    partners[place].steps += 1
    let isBetter = partnerStream(partner).uniform() * (rates.better + rates.worse) < rates.better
    partners[place].engagement = Engagement.at(before.index + (isBetter ? -1 : 1))
    utter(.engagementSet(partner: partner, engagement: partners[place].engagement, before: before))
    // The direction took the stream's first number; the next threshold comes of the next occurrence.
    partners[place].steps += 1
    startState(partner)
    refreshPartnership()
  }

  /// Adds up what the partners do, as they are now.
  private mutating func refreshPartnership() {
    var levels = PartnershipLevels()
    for partner in Partner.allCases {
      tables.partnership.add(partner, partners[partner.index].engagement, to: &levels)
    }
    state.partnership = levels
    state.exitsChangedAt = now
    refreshReferrals()
    refreshPlan()
  }

  /// Takes up what multiplies referrals.
  mutating func refreshReferrals() {
    state.referralLevel = state.partnership.contacts * influences[.referrals]
  }

  /// What partners do to a child in a stage: may change the way out, and returns the days they add on entry.
  mutating func touchByPartners(_ child: Int, _ stage: Stage, visit: UInt32) -> Double {
    let levels = state.partnership
    let exit = children[child].exit
    let mayNeedNothing = stage == .frontDoor && exit == .assessment && levels.noAction > 0
    let mayRefuse = exit == .earlyHelp && levels.takeUp < 1
    let mayBeAdjourned = stage == .initialConference && levels.notQuorate > 0
    var days = stage == .assessment ? levels.informationDays : 0
    guard mayNeedNothing || mayRefuse || mayBeAdjourned else { return days }
    let stream = streams.stream(
      .partnership, entity: children[child].key, occurrence: UInt32(stage.rawValue) << 8 | visit)
    let drawn = stream.uniform()
    if mayNeedNothing, drawn < levels.noAction { children[child].exit = .noFurtherAction }
    if mayRefuse, drawn >= levels.takeUp { children[child].exit = .stepDown }
    if mayBeAdjourned, stream.bernoulli(levels.notQuorate) {
      days += tables.parameters.partnership.adjournmentDays
    }
    return days
  }
}
