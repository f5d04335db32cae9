import DiscreteEvents

/// Children who are placed for adoption: after an order, and for some time before the adoption.
extension Service {
  /// Whether the stay is to end in an adoption before which the child lives with its new family.
  mutating func willBePlacedForAdoption(_ child: Int) -> Bool {
    children[child].exit == .adoption && tables.leavingCare.adoption != nil
  }

  private mutating func isPlacedForAdoption(_ child: Int) -> Bool {
    children[child].placement == .forAdoption && willBePlacedForAdoption(child)
  }

  private mutating func adoptionStream(_ child: Int, _ draw: UInt32 = 0) -> RandomStream {
    streams.stream(
      .adoption, entity: children[child].key,
      occurrence: UInt32(children[child].careSpells) << 17 | UInt32(children[child].routeTries) << 1 | draw)
  }

  /// Sets the day on which the child is placed for adoption. It follows the order, so that a stay that would have
  /// ended sooner lasts until order and placement have taken their time.
  ///
  /// - Parameter onClock: whether what remains is still on the clock of leaving care: it runs up to the placement, and the
  ///   time from then on keeps its length.
  /// - Returns: by how many seconds drift has made the stay longer.
  @discardableResult
  mutating func planAdoption(_ child: Int, onClock: Bool = false) -> Int64 {
    guard children[child].exit == .adoption, let law = tables.leavingCare.adoption else { return 0 }
    let placed = SimulatedTime(days: law.sample(adoptionStream(child))).seconds
    let longer = onClock ? driftStay(child, upTo: placed) : 0
    let held = max(0, children[child].heldUntil.seconds(since: now))
    children[child].remaining = max(children[child].remaining, held + placed)
    children[child].adoptionTicket = schedule(
      .placedForAdoption, child, at: SimulatedTime(seconds: now.seconds + children[child].remaining - placed))
    return longer
  }

  /// The same for a child in care at the start. One who is placed for adoption then has been so for a part of the time
  /// that the stationary law gives; of the others nobody is as near to the adoption as that.
  @discardableResult
  mutating func openAdoption(_ child: Int, in placement: Placement) -> Int64 {
    guard let law = tables.leavingCare.adoption, staysLikeAll(child) else { return 0 }
    var longer: Int64 = 0
    let stream = adoptionStream(child)
    if placement == .forAdoption {
      children[child].exit = .adoption
      children[child].remaining =
        SimulatedTime(days: law.sampleLengthBiased(stream) * stream.uniform()).seconds
    } else if children[child].exit == .adoption {
      let placed = SimulatedTime(days: law.sample(stream)).seconds
      if children[child].remaining < placed { children[child].remaining += placed }
      longer = driftStay(child, upTo: placed)
      children[child].adoptionTicket = schedule(
        .placedForAdoption, child,
        at: SimulatedTime(seconds: now.seconds + children[child].remaining - placed))
    }
    return longer
  }

  mutating func placeForAdoption(_ child: Int) {
    children[child].adoptionTicket = .none
    guard children[child].placement != .forAdoption else { return }
    endPlacement(child)
    place(child, choosing: .forAdoption, first: false)
  }

  /// Where a child who moves must go; nil where that is open. One who is placed for adoption meets another new family.
  mutating func givenPlacement(_ child: Int) -> Placement? { isPlacedForAdoption(child) ? .forAdoption : nil }

  /// Whether the way out of care is still open: nobody who is placed for adoption takes another.
  mutating func mayTakeAnotherWay(_ child: Int) -> Bool {
    now >= children[child].heldUntil && !isPlacedForAdoption(child)
  }
}
