import DiscreteEvents

/// What belongs to being looked after.
extension Service {
  mutating func startCare(_ child: Int, _ band: AgeBand, withoutReferral: Bool) {
    children[child].careStarted = now
    children[child].careReturnTicket = .none
    children[child].returnTicket = .none
    if children[child].careSpells < .max { children[child].careSpells += 1 }
    children[child].careSlot = Int32(inCare.append(Int32(child)))
    if band == .under1, !withoutReferral { bearIfUnborn(child) }
    utter(.careStarted(child: child, band: band))
    beginGrant(child)
    let load = overload(tables.overload.driftElasticity, tables.rows[.lookedAfter].team)
    children[child].stayScale = tables.ageRatios[.lookedAfter][band] * load
    drawOwnStay(child)
    let longer = driftStay(child)
    let drawn = children[child].remaining
    beginProceedings(child, band, withoutReferral: withoutReferral)
    let later = planAdoption(child, onClock: true)
    tellStay(
      child, drawn: drawn + later, ratio: staysLikeAll(child) ? load : 1, byDrift: longer + later)
    awaitWayOut(child)
    drawNeed(child, band)
    place(child, choosing: nil, first: true)
  }

  /// Of those who come into care under one, some were referred before their birth and are born into care.
  private mutating func bearIfUnborn(_ child: Int) {
    let share = tables.parameters.care.atBirthShare
    guard share > 0, children[child].careSpells == 1, careStream(child, 3).bernoulli(share) else { return }
    children[child].birthDay = Int32(now.days.rounded(.down))
    children[child].eighteenth = tables.calendar.birthday(18, bornOn: children[child].birthDay)
  }

  /// A child who is looked after at the start, in a placement of the published stock.
  mutating func openCare(_ child: Int, _ band: AgeBand, in placement: Placement, since began: SimulatedTime) {
    children[child].careSpells = 1
    children[child].careStarted = began
    children[child].careSlot = Int32(inCare.append(Int32(child)))
    utter(.careStarted(child: child, band: band))
    beginGrant(child)
    openNeed(child, band, in: placement)
    children[child].stayScale = tables.ageRatios[.lookedAfter][children[child].entryBand]
    let longer = driftStay(child)
    let later = openAdoption(child, in: placement)
    // Whoever is placed for adoption at the start stays as long as that takes.
    let byDrift = placement == .forAdoption ? 0 : longer + later
    tellStay(child, drawn: children[child].remaining, ratio: 1, byDrift: byDrift)
    awaitWayOut(child)
    place(child, choosing: placement, first: true)
  }

  /// Says how long the child will be looked after.
  ///
  /// - Parameters:
  ///   - drawn: the length in seconds as load has made it, before proceedings made it longer.
  ///   - ratio: what load made of it.
  ///   - longer: by how many seconds drift has made it longer.
  private mutating func tellStay(_ child: Int, drawn: Int64, ratio: Double, byDrift longer: Int64) {
    let day = 86_400.0
    let remaining = children[child].remaining
    var stay = DrawnStay(days: Double(drawn - longer) / day / ratio, ratio: ratio)
    if remaining > drawn { stay.least = Double(remaining) / day }
    if tables.endsAt18 { stay.most = max(0, children[child].eighteenth.days(since: now)) }
    utter(.stayDrawn(child: child, stay))
  }

  private mutating func beginProceedings(_ child: Int, _ band: AgeBand, withoutReferral: Bool) {
    let stream = careStream(child)
    let isDrawn = stream.bernoulli(tables.leavingCare.orderShare[band])
    children[child].heldUntil = .zero
    guard isDrawn || willBePlacedForAdoption(child), !withoutReferral, children[child].cameBy == nil else {
      return
    }
    let end = now.adding(days: tables.proceedings.sample(stream))
    children[child].heldUntil = end
    children[child].remaining = max(children[child].remaining, end.seconds(since: now))
    utter(.proceedingsStarted(child: child))
  }

  private mutating func careStream(_ child: Int, _ draw: UInt32 = 0) -> RandomStream {
    streams.stream(
      .care, entity: children[child].key, occurrence: UInt32(children[child].careSpells) << 4 | draw)
  }

  mutating func endCare(_ child: Int, by exit: Exit) {
    let slot = Int(children[child].careSlot)
    let last = inCare[inCare.count - 1]
    inCare[slot] = last
    children[Int(last)].careSlot = Int32(slot)
    inCare.removeLast()
    children[child].careSlot = -1
    children[child].moveTicket = .none
    children[child].routeTicket = .none
    children[child].adoptionTicket = .none
    if !children[child].isUnaccompanied { children[child].cameBy = nil }
    stopAwaitingHome(child)
    countPlaced(children[child].placement, by: -1)
    utter(
      .placementEnded(child: child, placement: children[child].placement, since: children[child].placed))
    utter(
      .careEnded(
        child: child, exit: exit, band: children[child].band(at: now),
        days: now.days(since: children[child].careStarted)))
    fillHomes()
    switch exit {
    case .returnedHome: planReturnToCare(child)
    case .adoption, .specialGuardianship:
      if careStream(child, 1).bernoulli(tables.parameters.money.allowanceShare) {
        utter(.allowanceStarted(child: child, until: children[child].eighteenth))
      }
    default: break
    }
  }

  private mutating func planReturnToCare(_ child: Int) {
    let stream = careStream(child, 2)
    guard stream.bernoulli(tables.parameters.care.returnShare) else { return }
    let time = now.adding(days: tables.careReturnInterval.sample(stream))
    if time < children[child].eighteenth {
      children[child].careReturnTicket = schedule(.returnToCare, child, at: time)
    }
  }

  mutating func returnToCare(_ child: Int) {
    children[child].careReturnTicket = .none
    switch children[child].stage {
    case .lookedAfter, .careLeaver: return
    case .closed:
      reopen(child, by: .care)
      countReferral(child)
      enter(child, .lookedAfter)
    default: leave(child, by: .care, completed: false)
    }
  }

  // MARK: Care leavers

  mutating func drawLeaverSupport(_ child: Int) {
    let care = tables.parameters.care
    let stream = streams.stream(.careLeaver, entity: children[child].key)
    // Those who are past the age at which support ends for others have extended support.
    let isExtended = stream.bernoulli(care.extendedShare) || children[child].age(at: now) >= care.leaverUntil
    let until = isExtended ? care.extendedUntil : care.leaverUntil
    let years = Int(until.rounded(.down))
    let end = tables.calendar.birthday(years, bornOn: children[child].birthDay)
      .adding(days: (until - Double(years)) * 365.25)
    children[child].remaining = max(0, end.seconds(since: now))
    children[child].exit = .otherEnd
    continueGrant(child)
  }
}
