public import Parameters

/// A shock: agency staff and bought placements become dearer.
public struct PriceShock: DatedLever {
  static let title = "Market price shock"
  public var dates = LeverDates()
  public var agencyPriceRatio = 1.0
  public var placementPriceRatio = 1.0

  public init() {}

  public static let table: [Parameter<PriceShock>] =
    ofDates
    + [
      Parameter(
        "agencyPriceRatio", \.agencyPriceRatio, .ratio, 0...20, .modelChoice,
        "Weekly price of agency staff over that without."),
      Parameter(
        "placementPriceRatio", \.placementPriceRatio, .ratio, 0...20, .modelChoice,
        "Prices of bought placements over those without."),
    ]

  var effects: [(influence: Influence, ratio: Double)] {
    [(.agencyPrice, agencyPriceRatio), (.placementPrice, placementPriceRatio)]
  }
}
