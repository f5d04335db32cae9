public import Parameters

/// Lower prices of bought placements, by framework or negotiation.
public struct PriceNegotiation: DatedLever {
  static let title = "Price negotiation"
  public var dates = LeverDates()
  public var priceRatio = 1.0

  public init() {}

  public static let table: [Parameter<PriceNegotiation>] =
    ofDates
    + [
      Parameter(
        "priceRatio", \.priceRatio, .ratio, 0...20, .modelChoice,
        "Prices of bought placements over those without.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.placementPrice, priceRatio)] }
}
