import DiscreteEvents

/// Children whose stay in care follows the way by which they came: unaccompanied and on remand.
extension Service {
  /// Whether the stay has the lengths and exits of all looked-after children.
  mutating func staysLikeAll(_ child: Int) -> Bool {
    guard let way = children[child].cameBy else { return true }
    return !tables.leavingCare.stays[way].isOwn
  }

  /// Draws the length and the exit of a stay with a law of its own, in place of those of all.
  mutating func drawOwnStay(_ child: Int) {
    guard let way = children[child].cameBy, tables.leavingCare.stays[way].isOwn else { return }
    let stream = streams.stream(
      .ownStay, entity: children[child].key, occurrence: UInt32(children[child].careSpells))
    let drawn = stream.uniform()
    children[child].exit = tables.leavingCare.stays[way].exits.pick(stream)
    if drawn < tables.leavingCare.stays[way].to18Share {
      children[child].exit = .turned18
      children[child].remaining = max(0, children[child].eighteenth.seconds(since: now))
    } else {
      children[child].remaining =
        SimulatedTime(days: tables.leavingCare.stays[way].length.sample(stream)).seconds
    }
  }

  /// Says how a stay with a law of its own ends that is under way at the start.
  mutating func openOwnStay(_ child: Int, _ stay: OpeningStay) {
    guard let way = children[child].cameBy, tables.leavingCare.stays[way].isOwn else { return }
    if stay.age + stay.left < AgeBand.adulthood {
      let stream = streams.stream(.ownStay, entity: children[child].key)
      children[child].exit = tables.leavingCare.stays[way].exits.pick(stream)
    } else {
      children[child].exit = .turned18
      children[child].remaining = max(0, children[child].eighteenth.seconds(since: now))
    }
  }
}
