/// Lower prices of bought placements, by framework or negotiation.
package struct PriceNegotiation: DatedLever {
  package static let title = "Price negotiation"
  package var dates = LeverDates()
  package var priceRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio("priceRatio", \.priceRatio, .placementPrice, 0...20, "the prices of purchased placements")
  ]
}
