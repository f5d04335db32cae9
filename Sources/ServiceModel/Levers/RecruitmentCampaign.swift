/// More applicants, and more who accept.
package struct RecruitmentCampaign: DatedLever {
  package static let title = "Recruitment campaign"
  package var dates = LeverDates()
  package var applicantsRatio = 1.0
  package var acceptanceRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "applicantsRatio", \.applicantsRatio, .applicants, 0...20, "the number of applicants in each round"),
    LeverRatio(
      "acceptanceRatio", \.acceptanceRatio, .acceptance, 0...20, "the chance that an offer is accepted"),
  ]
}
