/// A programme that wins partners over.
package struct PartnershipProgramme: DatedLever {
  package static let title = "Partnership programme"
  package var dates = LeverDates()
  package var engagementRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "engagementRatio", \.engagementRatio, .engagement, 0.01...100,
      "the rates at which partners become more engaged, and divisor of the rates at which they become less so"
    )
  ]
}
