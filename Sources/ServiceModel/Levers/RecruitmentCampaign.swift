/// More applicants, and more who accept.
public struct RecruitmentCampaign: DatedLever {
  public static let title = "Recruitment campaign"
  public var dates = LeverDates()
  public var applicantsRatio = 1.0
  public var acceptanceRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "applicantsRatio", \.applicantsRatio, .applicants, 0...20,
      "Applicants to each round over those without."),
    LeverRatio(
      "acceptanceRatio", \.acceptanceRatio, .acceptance, 0...20,
      "Chance that an offer is accepted over that without."),
  ]
}
