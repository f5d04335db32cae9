import DiscreteEvents

/// What belongs to being looked after.
extension Service {
  mutating func startCare(_ child: Int, _ band: AgeBand, withoutReferral: Bool) {
    children[child].careStarted = now
    children[child].careReturnTicket = .none
    children[child].returnTicket = .none
    if children[child].careSpells < .max { children[child].careSpells += 1 }
    children[child].careSlot = Int32(inCare.append(Int32(child)))
    utter(.careStarted(child: child, band: band))
    beginGrant(child)
    beginProceedings(child, withoutReferral: withoutReferral)
    drawNeed(child, band)
    place(child, choosing: nil, first: true)
  }

  /// A child who is looked after at the start, in a placement drawn from the published stock.
  mutating func openCare(_ child: Int, _ band: AgeBand) {
    children[child].careSpells = 1
    children[child].careStarted = children[child].referred
    children[child].careSlot = Int32(inCare.append(Int32(child)))
    utter(.careStarted(child: child, band: band))
    let stream = streams.stream(.openingChild, entity: children[child].key, occurrence: 4)
    let placement = tables.openingMix.pick(stream)
    openNeed(child, band, in: placement)
    place(child, choosing: placement, first: true)
  }

  private mutating func beginProceedings(_ child: Int, withoutReferral: Bool) {
    let stream = careStream(child)
    guard stream.bernoulli(tables.parameters.care.orderShare), !withoutReferral else { return }
    let end = now.adding(days: tables.proceedings.sample(stream))
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
    countPlaced(children[child].placement, by: -1)
    utter(
      .placementEnded(child: child, placement: children[child].placement, since: children[child].placed))
    utter(
      .careEnded(
        child: child, exit: exit, band: children[child].band(at: now),
        days: now.days(since: children[child].careStarted)))
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
    let until = stream.bernoulli(care.extendedShare) ? care.extendedUntil : care.leaverUntil
    let years = Int(until.rounded(.down))
    let end = tables.calendar.birthday(years, bornOn: children[child].birthDay)
      .adding(days: (until - Double(years)) * 365.25)
    children[child].remaining = max(0, end.seconds(since: now))
    children[child].exit = .otherEnd
    continueGrant(child)
  }
}
