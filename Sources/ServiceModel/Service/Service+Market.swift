import DiscreteEvents

/// How the prices of purchased placements answer to what is bought.
extension Service {
  /// The children placed at the start are what the council's own purchases are measured against, or so many times as many.
  mutating func openMarket() {
    state.placedAtStart = state.placed
    let drifts = tables.drift.drives[.placementPrices] && tables.drift.firstMonth[.placementPrices] <= 0
    if drifts || tables.market.isOn { moveMarket() }
  }

  /// Sets the market's prices for the month that begins.
  mutating func moveMarket() {
    let drifts = tables.drift.drives[.placementPrices]
    guard tables.market.isOn || tables.parameters.placements.homes.scarcityElasticity > 0 || drifts else {
      return
    }
    for placement in Placement.allCases {
      var index = tables.market.index(
        placement, year: state.year, placed: state.placed[placement], atStart: state.placedAtStart[placement])
      if placement == .residential { index *= homeScarcity() }
      if drifts { index *= drift[.placementPrices, state.month] }
      guard index != state.marketIndex[placement] else { continue }
      state.marketIndex[placement] = index
      utter(.priceMoved(line: BudgetLine(placement: placement), ratio: index))
    }
  }
}
