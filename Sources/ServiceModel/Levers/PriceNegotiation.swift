/// Lower prices of purchased placements, through a framework or negotiation.
public struct PriceNegotiation: DatedLever {
  public static let title = "Price negotiation"
  public var dates = LeverDates()
  public var priceRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio("priceRatio", \.priceRatio, .placementPrice, 0...20, "the prices of purchased placements")
  ]
}
