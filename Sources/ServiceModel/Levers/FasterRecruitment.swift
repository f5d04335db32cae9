/// Quicker steps from approval to the first day.
public struct FasterRecruitment: DatedLever {
  public static let title = "Faster recruitment"
  public var dates = LeverDates()
  public var stepsRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "stepsRatio", \.stepsRatio, .recruitmentSteps, 0...20,
      "the length of each step that begins while the lever is on")
  ]
}
