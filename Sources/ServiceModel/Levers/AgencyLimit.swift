/// Less use of agency staff, or a lower price, by policy.
package struct AgencyLimit: DatedLever {
  package static let title = "Limit on agency staff"
  package var dates = LeverDates()
  package var capRatio = 1.0
  package var demandRatio = 1.0
  package var priceRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "capRatio", \.capRatio, .agencyCap, 0...20,
      "Cap on agency staff over the cap without."),
    LeverRatio(
      "demandRatio", \.demandRatio, .agencyDemand, 0...20,
      "Chance that an agency is asked over that without."),
    LeverRatio(
      "priceRatio", \.priceRatio, .agencyPrice, 0...20,
      "Weekly price over that without."),
  ]
}
