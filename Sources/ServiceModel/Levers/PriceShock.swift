/// A shock: agency staff and bought placements become dearer.
package struct PriceShock: DatedLever {
  package static let title = "Market price shock"
  package var dates = LeverDates()
  package var agencyPriceRatio = 1.0
  package var placementPriceRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "agencyPriceRatio", \.agencyPriceRatio, .agencyPrice, 0...20, "the weekly price of agency staff"),
    LeverRatio(
      "placementPriceRatio", \.placementPriceRatio, .placementPrice, 0...20,
      "the prices of purchased placements"),
  ]
}
