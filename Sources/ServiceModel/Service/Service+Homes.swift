import DiscreteEvents

/// Children's homes: a number of places that children take up, wait for and give back.
extension Service {
  private mutating func homesAreLimited() -> Bool { tables.parameters.placements.homes.places >= 0 }

  private mutating func vacantHomes() -> Int {
    tables.parameters.placements.homes.places - state.placed[.residential]
  }

  /// Where a child lives who was to live there: elsewhere when that is a home and all homes are full.
  ///
  /// - Returns: the placement, and whether the child needs a home all the same.
  mutating func home(_ wanted: Placement) -> (placement: Placement, isMeanwhile: Bool) {
    guard wanted == .residential, homesAreLimited(), vacantHomes() <= 0 else { return (wanted, false) }
    return (tables.parameters.placements.homes.meanwhile, true)
  }

  /// The type of placement that the child has, or in which it would be if there were room: moves go by it.
  mutating func placementInMind(_ child: Int) -> Placement {
    children[child].homeWait != 0 ? .residential : children[child].placement
  }

  /// A child has been placed where it should not stay.
  mutating func awaitHome(_ child: Int) {
    let homes = tables.parameters.placements.homes
    if homes.meanwhilePriceRatio != 1 {
      utter(.priceOfPlacement(child: child, placement: homes.meanwhile, ratio: homes.meanwhilePriceRatio))
    }
    guard homes.waits else { return }
    state.homeWaits += 1
    state.homesAwaited += 1
    children[child].homeWait = state.homeWaits
    homeQueue.append(HomeWait(child: Int32(child), number: state.homeWaits))
    utter(.homeAwaited(child: child, begins: true))
  }

  /// A child's placement ends, and with it the wait for a home.
  mutating func stopAwaitingHome(_ child: Int) {
    guard children[child].homeWait != 0 else { return }
    children[child].homeWait = 0
    state.homesAwaited -= 1
    utter(.homeAwaited(child: child, begins: false))
  }

  /// Lets those who wait longest take the places that are free.
  mutating func fillHomes() {
    guard state.homesAwaited > 0 else { return }
    while vacantHomes() > 0, state.homesServed < homeQueue.count {
      let first = homeQueue[state.homesServed]
      state.homesServed += 1
      let child = Int(first.child)
      guard children[child].homeWait == first.number else { continue }
      endPlacement(child)
      place(child, choosing: .residential, first: false)
    }
  }

  /// What scarcity makes of the price of homes.
  mutating func homeScarcity() -> Double {
    let homes = tables.parameters.placements.homes
    guard homes.scarcityElasticity > 0, homes.places >= 0 else { return 1 }
    let wanted = Double(state.placed[.residential] + state.homesAwaited) / Double(max(homes.places, 1))
    return wanted > 1 ? power(wanted, homes.scarcityElasticity) : 1
  }
}
