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
      "Applicants to each round over those without."),
    LeverRatio(
      "acceptanceRatio", \.acceptanceRatio, .acceptance, 0...20,
      "Chance that an offer is accepted over that without."),
  ]
}
