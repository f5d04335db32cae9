/// More applicants, and more who accept.
public struct RecruitmentCampaign: DatedLever {
  public static let title = "Recruitment campaign"
  public var dates = LeverDates()
  public var applicantsRatio = 1.0
  public var acceptanceRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "applicantsRatio", \.applicantsRatio, .applicants, 0...20, "the number of applicants in each round"),
    LeverRatio(
      "acceptanceRatio", \.acceptanceRatio, .acceptance, 0...20, "the chance that an offer is accepted"),
  ]
}
