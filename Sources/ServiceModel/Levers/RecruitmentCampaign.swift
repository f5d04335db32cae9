public import Parameters

/// More applicants, and more who accept.
public struct RecruitmentCampaign: DatedLever {
  static let title = "Recruitment campaign"
  public var dates = LeverDates()
  public var applicantsRatio = 1.0
  public var acceptanceRatio = 1.0

  public init() {}

  public static let table: [Parameter<RecruitmentCampaign>] =
    ofDates
    + [
      Parameter(
        "applicantsRatio", \.applicantsRatio, .ratio, 0...20, .modelChoice,
        "Applicants to each round over those without."),
      Parameter(
        "acceptanceRatio", \.acceptanceRatio, .ratio, 0...20, .modelChoice,
        "Chance that an offer is accepted over that without."),
    ]

  var effects: [(influence: Influence, ratio: Double)] {
    [(.applicants, applicantsRatio), (.acceptance, acceptanceRatio)]
  }
}
