/// Less use of agency staff, or a lower price, by policy.
package struct AgencyLimit: DatedLever {
  package static let title = "Limit on agency staff"
  package var dates = LeverDates()
  package var capRatio = 1.0
  package var demandRatio = 1.0
  package var priceRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio("capRatio", \.capRatio, .agencyCap, 0...20, "the cap on agency staff"),
    LeverRatio("demandRatio", \.demandRatio, .agencyDemand, 0...20, "the chance that an agency is asked"),
    LeverRatio("priceRatio", \.priceRatio, .agencyPrice, 0...20, "the weekly price"),
  ]
}
