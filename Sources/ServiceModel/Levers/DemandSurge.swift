/// A shock: more referrals.
package struct DemandSurge: DatedLever {
  package static let title = "Demand surge"
  package var dates = LeverDates()
  package var referralsRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio("referralsRatio", \.referralsRatio, .referrals, 0...20, "the rate of referrals")
  ]
}
