import DiscreteEvents

/// Where looked-after children live, and how they move.
extension Service {
  /// A stream for one placing of one child.
  private mutating func placingStream(_ purpose: Purpose, _ child: Int) -> RandomStream {
    let key = placingKey(child)
    return streams.stream(
      purpose, entity: key,
      occurrence: UInt32(children[child].careSpells) << 16 | UInt32(children[child].moves))
  }

  /// Draws the need of a child who comes into care.
  mutating func drawNeed(_ child: Int, _ band: AgeBand) {
    guard tables.matching.drawsNeed else { return }
    children[child].need = tables.matching.needs[band].pick(placingStream(.need, child))
  }

  /// Draws the need of a child who is in that placement at the start.
  mutating func openNeed(_ child: Int, _ band: AgeBand, in placement: Placement) {
    guard tables.matching.drawsNeed else { return }
    // Where one who came alone lives tells nothing of its need.
    if children[child].isUnaccompanied { return drawNeed(child, band) }
    children[child].need = tables.matching.openingNeeds[band][placement].pick(placingStream(.need, child))
  }

  /// Places a child: in that placement, or in one chosen by the mix for its age or by its need.
  mutating func place(_ child: Int, choosing given: Placement?, first: Bool) {
    let band = children[child].band(at: now)
    // What needs a stream of its own is drawn before the placing's stream is asked for.
    let byNeed = given == nil ? choiceByNeed(child, band, first: first) : nil
    let match =
      given == nil && byNeed == nil && tables.matching.isChoosy
      ? placingStream(.matching, child).uniform() : 0
    let stream = placingStream(.placement, child)
    var placement = children[child].placement
    let staysInType = stream.uniform() < tables.parameters.placements.sameTypeShare
    let drawn =
      children[child].isUnaccompanied
      ? tables.unaccompaniedMix.pick(stream) : tables.placementMix[band].pick(stream)
    if let chosen = given ?? byNeed {
      placement = chosen
    } else {
      if first || !staysInType { placement = drawn }
      placement = available(placement, to: child, band, match: match, stream)
    }
    var isMeanwhile = false
    if given == nil { (placement, isMeanwhile) = home(placement) }
    countPlaced(placement, by: 1)
    children[child].placement = placement
    children[child].placed = now
    utter(.placed(child: child, placement: placement, first: first))
    if isMeanwhile { awaitHome(child) }
    children[child].movesAt = .never
    children[child].stepsDownAt = .never
    let ratio = tables.matching.moveRatio[children[child].need]
    if let mean = tables.meanDaysToMove[placementInMind(child)], ratio > 0 {
      let elasticity = tables.overload.movesElasticity
      let load = overload(elasticity, tables.rows[.lookedAfter].team)
      let haste = ratio * load * influences[.moves]
      children[child].movesAt = now.adding(days: stream.exponential(mean: mean) / haste)
    }
    if placement == .residential { awaitStepDown(child) }
    scheduleMove(child)
    fillHomes()
  }

  /// Sets the next of the moves that the child has before it.
  private mutating func scheduleMove(_ child: Int) {
    children[child].moveTicket = .none
    if children[child].stepsDownAt < children[child].movesAt {
      children[child].moveTicket = schedule(.stepDown, child, at: children[child].stepsDownAt)
    } else if children[child].movesAt != .never {
      children[child].moveTicket = schedule(.placementMove, child, at: children[child].movesAt)
    }
  }

  /// The rate of moves is so many times what it was: the wait of everybody who is placed shrinks in proportion, which
  /// for an exponential is exact. A wait that had no end, at a rate of nothing, is drawn anew.
  mutating func hastenMoves(from before: Double) {
    let after = influences[.moves]
    for slot in 0..<inCare.count {
      let child = Int(inCare[slot])
      if before > 0, children[child].movesAt == .never { continue }
      var days = Double.infinity
      if before == 0 {
        let ratio = tables.matching.moveRatio[children[child].need]
        guard let mean = tables.meanDaysToMove[placementInMind(child)], ratio > 0 else { continue }
        let load = overload(tables.overload.movesElasticity, tables.rows[.lookedAfter].team)
        days = placingStream(.hastened, child).exponential(mean: mean) / (ratio * load * after)
      } else if after > 0 {
        days = children[child].movesAt.days(since: now) * before / after
      }
      children[child].movesAt = now.adding(days: days)
      scheduleMove(child)
    }
  }

  /// The first placement that is found in the order for the child's need; nil where placements are not chosen so.
  /// Where none is found, the last of the order takes the child.
  private mutating func choiceByNeed(_ child: Int, _ band: AgeBand, first: Bool) -> Placement? {
    guard tables.matching.choosesByNeed, !children[child].isUnaccompanied else { return nil }
    let need = children[child].need
    let stream = placingStream(.matching, child)
    let staysInType = stream.uniform() < tables.parameters.placements.sameTypeShare
    let before = children[child].placement
    if !first, staysInType, before != .inHouseFostering || hasPlace(need, band, match: stream.uniform()) {
      return before
    }
    let order = tables.matching.orders[need]
    var misses = false
    var chosen = order[order.count - 1]
    for placement in order {
      let drawn = stream.uniform()
      guard drawn < tables.matching.chances[need][band][placement] else { continue }
      if placement == .inHouseFostering, !hasPlace(need, band, match: stream.uniform()) {
        misses = true
        continue
      }
      chosen = placement
      break
    }
    if misses { utter(.fosterPlaceMissed) }
    return chosen
  }

  /// Takes a child out of its placement, to be placed elsewhere.
  mutating func endPlacement(_ child: Int) {
    stopAwaitingHome(child)
    countPlaced(children[child].placement, by: -1)
    utter(
      .placementEnded(child: child, placement: children[child].placement, since: children[child].placed))
    children[child].moves &+= 1
  }

  mutating func moveElsewhere(_ child: Int) {
    let from = placementInMind(child)
    let given = givenPlacement(child)
    endPlacement(child)
    children[child].placement = from
    let rise = tables.parameters.placements.riseOnMove
    if rise > 0, children[child].need != .complex, placingStream(.need, child).bernoulli(rise) {
      children[child].need = children[child].need.raised
      utter(.needRose(child: child, need: children[child].need))
    }
    place(child, choosing: given, first: false)
  }

  /// Counts a child into, or out of, a type of placement.
  mutating func countPlaced(_ placement: Placement, by change: Int) {
    state.placed[placement] += change
  }

  /// Children in the council's own foster places.
  var fosterChildren: Int { mutating get { state.placed[.inHouseFostering] } }
}
