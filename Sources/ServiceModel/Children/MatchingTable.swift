/// How children and placements are matched, laid out once for all replications.
struct MatchingTable: ~Copyable, Sendable {
  /// Whether placements are sought in the order for the child's need.
  let choosesByNeed: Bool
  /// Whether anyone comes into care with more than standard need.
  let drawsNeed: Bool
  /// Whether some in-house carers do not take every child.
  let isChoosy: Bool
  /// Rate of moves relative to all children.
  let moveRatio: PlainTable<Need, Double>
  /// Types of placement in the order in which they are sought.
  let orders: PlainTable<Need, [Placement]>
  let needs: PlainTable<AgeBand, Shares<Need>>
  /// Needs of those in care at the start.
  let openingNeeds: PlainTable<AgeBand, PlainTable<Placement, Shares<Need>>>
  /// Chance that a placement of that type, if there is room, is found for the child.
  let chances: PlainTable<Need, PlainTable<AgeBand, PlainTable<Placement, Double>>>
  /// Share of in-house places that take the child.
  let shares: PlainTable<Need, PlainTable<AgeBand, Double>>

  init(_ placements: PlacementParameters, _ fostering: FosteringParameters) {
    choosesByNeed = placements.chosenBy == .need
    drawsNeed = AgeBand.allCases.contains { placements.need[.standard].shares[$0] < 1 }
    moveRatio = PlainTable { placements.need[$0].moveRatio }
    orders = PlainTable { placements.need[$0].preferences }
    needs = PlainTable { Shares(placements.shares(at: $0)) }
    chances = PlainTable { need in PlainTable { band in PlainTable { placements.chance($0, need, band) } } }
    shares = PlainTable { need in PlainTable { fostering.takes[need] * fostering.takesAtAge[$0] } }
    isChoosy = Need.allCases.contains { need in
      AgeBand.allCases.contains { fostering.takes[need] * fostering.takesAtAge[$0] < 1 }
    }
    openingNeeds = PlainTable { band in
      let weights = placements.needsAtStart(band)
      return PlainTable { Shares(weights[$0]) }
    }
  }
}

extension PlacementParameters {
  /// Shares of the placements in which children of an age come to live, by the orders for their needs, where there is always
  /// room.
  package func sharesWithRoom(at band: AgeBand) -> Keyed<Placement, Double> {
    let weights = jointShares(band)
    return Keyed { weights[$0].reduce(0, +) }
  }

  /// Shares of the levels of need at that age.
  fileprivate func shares(at band: AgeBand) -> [Double] { Need.allCases.map { need[$0].shares[band] } }

  fileprivate func chance(_ placement: Placement, _ need: Need, _ band: AgeBand) -> Double {
    self.need[need].found[placement] * foundAtAge[band].chances[placement]
  }

  /// Weights of the needs of those already in care, by Bayes' rule: the share of each need at that age times the chance
  /// that a child of that need lives in that placement, room left aside. A placement that the orders never lead to says
  /// nothing.
  fileprivate func needsAtStart(_ band: AgeBand) -> Keyed<Placement, [Double]> {
    let prior = shares(at: band)
    guard chosenBy == .need else { return Keyed(repeating: prior) }
    let weights = jointShares(band)
    return Keyed { weights[$0].reduce(0, +) > 0 ? weights[$0] : prior }
  }

  /// The chance that a child of an age has each need and lives in each placement, room left aside.
  private func jointShares(_ band: AgeBand) -> Keyed<Placement, [Double]> {
    var weights = Keyed<Placement, [Double]>(repeating: Need.allCases.map { _ in 0 })
    for need in Need.allCases {
      var left = 1.0
      let order = self.need[need].preferences
      for placement in order {
        let chance = placement == order.last ? 1 : chance(placement, need, band)
        weights[placement][need.index] = shares(at: band)[need.index] * left * chance
        left *= 1 - chance
      }
    }
    return weights
  }
}
