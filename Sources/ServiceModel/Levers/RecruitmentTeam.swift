/// More people in the team that runs adverts, interviews and checks, so that more posts can be in recruitment at once.
public struct RecruitmentTeam: DatedLever {
  public static let title = "Recruitment team"
  public var dates = LeverDates()
  public var capacityRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "capacityRatio", \.capacityRatio, .recruitmentCapacity, 0.01...20,
      "the posts that can be in recruitment at the same time")
  ]
}
