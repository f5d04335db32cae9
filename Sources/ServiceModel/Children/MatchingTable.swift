/// How children and placements are matched, laid out once for all replications.
struct MatchingTable: Sendable {
  /// Whether placements are sought in the order for the child's need.
  let choosesByNeed: Bool
  /// Whether anyone comes into care with more than standard need.
  let drawsNeed: Bool
  /// Whether some in-house carers do not take every child.
  let isChoosy: Bool
  /// Rate of moves over that of all children, by need.
  let moveRatio: [Double]
  /// Types of placement in the order in which they are sought, by need.
  private let orders: [[Placement]]
  /// Cumulative shares of the levels of need, by age band.
  private let needs: [[Double]]
  /// The same for those in care at the start, by age band and placement.
  private let openingNeeds: [[Double]]
  /// Chance that a placement that is sought is found, by need, age band and type.
  private let chances: [Double]
  /// Share of in-house places that take a child, by need and age band.
  private let shares: [Double]

  init(_ placements: PlacementParameters, _ fostering: FosteringParameters) {
    choosesByNeed = placements.chosenBy == .need
    drawsNeed = AgeBand.allCases.contains { placements.need[.standard].shares[$0] < 1 }
    moveRatio = Need.allCases.map { placements.need[$0].moveRatio }
    orders = Need.allCases.map { placements.need[$0].preferences }
    needs = AgeBand.allCases.map { band in cumulative(Need.allCases.map { placements.need[$0].shares[band] })
    }
    chances = Need.allCases.flatMap { need in
      AgeBand.allCases.flatMap { band in
        Placement.allCases.map {
          placements.need[need].found[$0] * placements.foundAtAge[band].chances[$0]
        }
      }
    }
    shares = Need.allCases.flatMap { need in
      AgeBand.allCases.map { fostering.takes[need] * fostering.takesAtAge[$0] }
    }
    isChoosy = shares.contains { $0 < 1 }
    openingNeeds = Self.needsAtStart(placements, orders: orders, chances: chances)
  }

  func order(of need: Need) -> [Placement] { orders[need.index] }
  func needs(at band: AgeBand) -> [Double] { needs[band.index] }

  func openingNeeds(at band: AgeBand, in placement: Placement) -> [Double] {
    openingNeeds[band.index * Placement.allCases.count + placement.index]
  }

  /// Chance that a placement of that type, if there is room, is found for the child.
  func chance(_ placement: Placement, need: Need, band: AgeBand) -> Double {
    chances[(need.index * AgeBand.allCases.count + band.index) * Placement.allCases.count + placement.index]
  }

  /// Share of in-house places that take the child.
  func share(need: Need, band: AgeBand) -> Double { shares[need.index * AgeBand.allCases.count + band.index] }

  /// Needs of those already in care, by Bayes' rule: the share of each need at that age times the chance that a child
  /// of that need lives in that placement, room left aside. A placement that the orders never lead to says nothing.
  private static func needsAtStart(
    _ placements: PlacementParameters, orders: [[Placement]], chances: [Double]
  ) -> [[Double]] {
    let types = Placement.allCases.count
    let bands = AgeBand.allCases.count
    return AgeBand.allCases.flatMap { band in
      let prior = Need.allCases.map { placements.need[$0].shares[band] }
      guard placements.chosenBy == .need else { return Array(repeating: cumulative(prior), count: types) }
      var weights = Array(repeating: Array(repeating: 0.0, count: Need.allCases.count), count: types)
      for need in Need.allCases {
        var left = 1.0
        for placement in orders[need.index] {
          let isLast = placement == orders[need.index].last
          let chance =
            isLast ? 1 : chances[(need.index * bands + band.index) * types + placement.index]
          weights[placement.index][need.index] = prior[need.index] * left * chance
          left *= 1 - chance
        }
      }
      return weights.map { cumulative($0.reduce(0, +) > 0 ? $0 : prior) }
    }
  }
}
