public import Parameters

/// What effects are counted from, where that is the opening: what is laid over a scenario may change the opening, but not
/// what they are counted from.
extension ServiceParameters {
  /// Values that keep the loads and the market of a scenario where they are, whatever this variation of it makes of the
  /// opening.
  ///
  /// - Parameter original: the scenario that this one varies.
  public func kept(of original: ServiceParameters) -> [(path: String, value: Value)] {
    keptLoads(of: original) + keptPurchases(of: original)
  }

  /// The children from whom the council's own demand is counted, by type of placement: its prices are those that it pays
  /// for as many as the scenario places. So children whom an overlay adds at the start make placements dearer.
  private func keptPurchases(of original: ServiceParameters) -> [(path: String, value: Value)] {
    let (old, new) = (original.money.market, money.market)
    guard new.ownElasticity.elements.contains(where: { $0 > 0 }) else { return [] }
    let (before, after) = (original.openingPlacements(), openingPlacements())
    return Placement.allCases.compactMap { placement in
      guard new.ownElasticity[placement] > 0, before[placement.index] != after[placement.index],
        old.openingRatio[placement] == new.openingRatio[placement]
      else { return nil }
      // Fewer than one child counts as one, as in the market itself.
      let ratio = Double(max(before[placement.index], 1)) / Double(max(after[placement.index], 1))
      let kept = min(max(old.openingRatio[placement] * ratio, 0.001), 1000)
      return ("money.market.openingRatio.\(placement.name)", .number(kept))
    }
  }

  /// Looked-after children at the start, by type of placement.
  func openingPlacements() -> [Int] {
    Apportionment.whole(opening.children[.lookedAfter], by: opening.placements.shares.elements)
  }
}
