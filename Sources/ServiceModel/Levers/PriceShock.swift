/// A shock: agency staff and purchased placements become dearer.
public struct PriceShock: DatedLever {
  public static let title = "Market price shock"
  public var dates = LeverDates()
  public var agencyPriceRatio = 1.0
  public var placementPriceRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "agencyPriceRatio", \.agencyPriceRatio, .agencyPrice, 0...20, "the weekly price of agency staff"),
    LeverRatio(
      "placementPriceRatio", \.placementPriceRatio, .placementPrice, 0...20,
      "the prices of purchased placements"),
  ]
}
