/// More applicants, and more who accept.
package struct RecruitmentCampaign: DatedLever {
  package static let title = "Recruitment campaign"
  package var dates = LeverDates()
  package var applicantsRatio = 1.0
  package var acceptanceRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "applicantsRatio", \.applicantsRatio, .applicants, 0...20,
      "Multiplier for the number of applicants in each round; 1 means no change."),
    LeverRatio(
      "acceptanceRatio", \.acceptanceRatio, .acceptance, 0...20,
      "Multiplier for the chance that an offer is accepted; 1 means no change."),
  ]
}
