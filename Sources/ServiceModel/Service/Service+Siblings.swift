import DiscreteEvents

/// What the children of a referred family share: decisions, placements and the worker.
///
/// A shared decision is one number for two: the child's stage is drawn from the stream of the first of its siblings for
/// the same visit. The number is as random as its own would be, so that every child's chances stay what they are, and
/// only what siblings have in common changes.
extension Service {
  /// Whose stream draws a visit to a stage: the child's own, or that of the first of its siblings.
  mutating func decisionKey(_ child: Int, _ stage: Stage, visit: UInt32) -> UInt64 {
    let share = tables.parameters.demand.siblingsShareDecisions
    guard share > 0 else { return children[child].key }
    return key(child, sharing: share, occurrence: UInt32(stage.rawValue) << 8 | visit)
  }

  /// Whose stream draws need and placement when a child comes into care.
  mutating func placingKey(_ child: Int) -> UInt64 {
    let share = tables.parameters.placements.siblingsTogether
    guard share > 0, children[child].moves == 0 else { return children[child].key }
    return key(child, sharing: share, occurrence: 1 << 16 | UInt32(children[child].careSpells))
  }

  private mutating func key(_ child: Int, sharing share: Double, occurrence: UInt32) -> UInt64 {
    let own = children[child].key
    guard let first = EntityKey.firstSibling(of: own),
      streams.stream(.siblings, entity: own, occurrence: occurrence).bernoulli(share)
    else { return own }
    return first
  }

  /// The worker in the team of one of the child's siblings, if siblings share and the worker has room.
  mutating func workerOfSibling(_ child: Int, _ team: Team) -> Int? {
    let share = tables.parameters.demand.siblingsShareWorker
    guard share > 0, children[child].sibling >= 0 else { return nil }
    let stage = children[child].stage
    let stream = streams.stream(
      .siblings, entity: children[child].key,
      occurrence: 1 << 17 | UInt32(stage.rawValue) << 8 | UInt32(children[child].visits[stage.index]))
    guard stream.bernoulli(share) else { return nil }
    var sibling = Int(children[child].sibling)
    // The places of those who were forgotten are other children's by now, and the ring ends there.
    while sibling >= 0, sibling != child, children[sibling].key >> 4 == children[child].key >> 4 {
      let worker = Int(children[sibling].worker)
      if worker >= 0, takes(child, stage, team, worker) { return worker }
      sibling = Int(children[sibling].sibling)
    }
    return nil
  }

  private mutating func takes(_ child: Int, _ stage: Stage, _ team: Team, _ worker: Int) -> Bool {
    let index = Int(workers[worker].post)
    guard posts[index].team == team, Int(posts[index].holder) == worker else { return false }
    if tables.rows[stage].needsExperience, workers[worker].isNewlyQualified { return false }
    let room = room(index, worker, team) + 0.5
    return Double(workers[worker].load + tables.rows[stage].weight) <= room
  }

  /// Makes siblings known to one another: each to the one before, the first to the last.
  mutating func link(_ child: Int, after sibling: Int, first: Int) {
    guard sibling >= 0 else { return }
    children[child].sibling = Int32(sibling)
    children[first].sibling = Int32(child)
  }
}
